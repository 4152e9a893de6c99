import type {Database} from '../../../warehouse/open.ts';
import type {RejectedRow} from '../../outcome.ts';
import type {Tabel} from '../uitwisselprofiel/profile.ts';
import {stageRows} from '../stage.ts';
import type {RawTable} from '../uitwisselprofiel/read-csv.ts';
import {conversionOf} from './convert.ts';
import type {FileMapping, TableMapping} from './mapping.ts';
import type {Source} from './source.ts';
import {literal, lowerList} from './sql-text.ts';

/**
 * Sets down the rows of one canonical table from those of an export. A cell that can't be written
 * as the profile does rejects its row, with the column as the supplier calls it.
 */
export async function fillTable(
  database: Database,
  source: Source,
  {
    mapping: {decimaal, leeg},
    table: mapping,
    tabel,
  }: {mapping: FileMapping; table: TableMapping; tabel: Tabel},
): Promise<RawTable> {
  const columns = tabel.velden.flatMap((veld) => {
    const from = mapping.kolommen[veld.name];
    if (from === undefined) return [];
    const bron = 'kolom' in from ? from.kolom : veld.name;
    const cel = `c_${veld.name}`;
    const stap = `s_${veld.name}`;
    const gelezen = 'kolom' in from ? filledCell(sqlColumn(source, from.kolom), leeg) : 'null';
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
  const filled = await stageRows(
    database,
    `select ${columns.map(({kolom, sql}) => `nullif(${sql}, '') as "${kolom}"`).join(',\n')},
       bronregel, ${whens.length === 0 ? 'null' : `case ${whens.join('\n')} end`} as profielfout
     from (
       select *, ${columns.map(({stap, eerst}) => `${eerst} as ${stap}`).join(',\n')}
       from (
         select bronregel, ${columns.map(({cel, gelezen}) => `${gelezen} as ${cel}`).join(', ')}
         from ${source.rijen} as bron where ${chosen(source, mapping)}
       )
     )`,
    {...source.place, naam: 'ruw'},
  );
  const [counts] = await database.rows(
    `select count(*) as aantal, count(profielfout) as fout from ${filled}`,
  );
  const fout = Number(counts?.['fout']);
  const names = new Map(columns.map(({kolom, bron}) => [kolom, bron]));
  return {
    rijen: fout === 0 ? filled : `(select * from ${filled} where profielfout is null)`,
    kolommen: columns.map(({kolom}) => kolom),
    kolomnaam: (kolom) => names.get(kolom) ?? kolom,
    gelezen: Number(counts?.['aantal'] ?? 0),
    afgewezen: fout === 0 ? [] : await readFaults(database, filled, faults),
    waarschuwingen: [],
  };
}

/** SQL that says whether a record of `bron` belongs to a table. */
export function chosen(source: Source, {alleen}: TableMapping): string {
  if (alleen === undefined) return 'true';
  const cell = `lower(trim(coalesce(${sqlColumn(source, alleen.kolom)}, '')))`;
  return `${cell} in (${lowerList(alleen.waarden)})`;
}

/** The rows that could not be converted. */
async function readFaults(
  database: Database,
  filled: string,
  faults: readonly Omit<RejectedRow, 'regel'>[],
): Promise<RejectedRow[]> {
  const rows = await database.rows(
    `select bronregel as regel, profielfout from ${filled}
     where profielfout is not null order by bronregel`,
  );
  return rows.flatMap(({regel, profielfout}) => {
    const fault = faults[Number(profielfout)];
    if (fault === undefined) return [];
    const {kolom, code, reden} = fault;
    return [{regel: Number(regel), kolom, code, reden}];
  });
}

/** The cell without spaces around it; null when it is empty or says so. */
function filledCell(column: string, leeg: readonly string[]): string {
  const cell = `trim(replace(${column}, chr(160), ' '))`;
  return `case when lower(${cell}) in (${lowerList(['', ...leeg])}) then null else ${cell} end`;
}

function sqlColumn({kolommen}: Source, naam: string): string {
  return kolommen.get(naam) ?? literal('');
}
