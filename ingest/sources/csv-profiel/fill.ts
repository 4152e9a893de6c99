import type {Database} from '../../../warehouse/open.ts';
import type {RejectedRow} from '../../outcome.ts';
import type {Tabel} from '../uitwisselprofiel/profile.ts';
import type {RawTable} from '../uitwisselprofiel/read-csv.ts';
import {conversionOf} from './convert.ts';
import type {FileMapping, TableMapping} from './mapping.ts';
import type {Source} from './source.ts';
import {literal, lowerList} from './sql-text.ts';

/**
 * Fills the temporary table `ruw` for one canonical table from `bron`. A cell that can't be written
 * as the profile does rejects its row, with the column as the supplier calls it.
 */
export async function fillTable(
  database: Database,
  source: Source,
  {decimaal, leeg}: FileMapping,
  mapping: TableMapping,
  tabel: Tabel,
): Promise<RawTable> {
  const columns = tabel.velden.flatMap((veld) => {
    const from = mapping.kolommen[veld.name];
    if (from === undefined) return [];
    const bron = 'kolom' in from ? from.kolom : veld.name;
    const cel = `c_${veld.name}`;
    const stap = `s_${veld.name}`;
    const gelezen = 'kolom' in from ? filled(sqlColumn(source, from.kolom), leeg) : 'null';
    return [
      {
        kolom: veld.name,
        bron,
        cel,
        stap,
        gelezen,
        ...conversionOf(veld, from, {cel, stap}, decimaal),
      },
    ];
  });
  const faults = columns.flatMap(({kolom, bron, fouten}) =>
    fouten.map(({waar, code, reden}) => ({kolom, waar, code, reden: `${bron}: ${reden}`})),
  );
  const whens = faults.map(({waar}, index) => `when ${waar} then ${index}`);
  await database.run(
    `create or replace temp table ruw as
     select ${columns.map(({kolom, sql}) => `${sql} as "${kolom}"`).join(',\n')},
       bronregel, ${whens.length === 0 ? 'null' : `case ${whens.join('\n')} end`} as profielfout
     from (
       select *, ${columns.map(({stap, eerst}) => `${eerst} as ${stap}`).join(',\n')}
       from (
         select bronregel, ${columns.map(({cel, gelezen}) => `${gelezen} as ${cel}`).join(', ')}
         from bron where ${chosen(source, mapping)}
       )
     )`,
  );
  const [counts] = await database.rows('select count(*) as aantal from ruw');
  const names = new Map(columns.map(({kolom, bron}) => [kolom, bron]));
  return {
    kolommen: columns.map(({kolom}) => kolom),
    kolomnaam: (kolom) => names.get(kolom) ?? kolom,
    gelezen: Number(counts?.['aantal'] ?? 0),
    afgewezen: await takeOut(database, faults),
    waarschuwingen: [],
  };
}

/** SQL that says whether a record of `bron` belongs to a table. */
export function chosen(source: Source, {alleen}: TableMapping): string {
  if (alleen === undefined) return 'true';
  const cell = `lower(trim(coalesce(${sqlColumn(source, alleen.kolom)}, '')))`;
  return `${cell} in (${lowerList(alleen.waarden)})`;
}

/** Removes the rows that could not be converted, and answers them. */
async function takeOut(
  database: Database,
  faults: readonly Omit<RejectedRow, 'regel'>[],
): Promise<RejectedRow[]> {
  const rows = await database.rows(
    `select bronregel as regel, profielfout from ruw where profielfout is not null order by bronregel`,
  );
  if (rows.length > 0) await database.run('delete from ruw where profielfout is not null');
  return rows.flatMap(({regel, profielfout}) => {
    const fault = faults[Number(profielfout)];
    if (fault === undefined) return [];
    const {kolom, code, reden} = fault;
    return [{regel: Number(regel), kolom, code, reden}];
  });
}

/** The cell without spaces around it; null when it is empty or says so. */
function filled(column: string, leeg: readonly string[]): string {
  const cell = `trim(replace(${column}, chr(160), ' '))`;
  return `case when lower(${cell}) in (${lowerList(['', ...leeg])}) then null else ${cell} end`;
}

function sqlColumn({kolommen}: Source, naam: string): string {
  return kolommen.get(naam) ?? literal('');
}
