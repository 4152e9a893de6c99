import type {Database} from '../../../warehouse/open.ts';
import type {RejectedRow} from '../../outcome.ts';
import type {DeliveryFacts} from '../../source-format.ts';
import type {Tabel} from './profile.ts';
import type {RawTable} from './read-csv.ts';
import {rowRules, typed, type RowRule} from './typing.ts';

/** What the rules of a table make of its rows. */
export interface Judged {
  /** With the records that never became a row. */
  afgewezen: RejectedRow[];
  /** Rows that are an exact copy of one before them. */
  dubbel: number;
  /** SQL behind `from … as ruw` that leaves out what is rejected or double; may be empty. */
  overgeslagen: string;
}

/**
 * Judges the rows of a file. `onCount` is told how many are rejected before any of them is read into
 * memory, so that it can throw.
 */
export async function judgeRows(
  database: Database,
  tabel: Tabel,
  {raw, feiten}: {raw: RawTable; feiten: DeliveryFacts},
  onCount: (rejected: number) => void,
): Promise<Judged> {
  const rules = rowRules(tabel, raw.kolommen);
  await findBroken(database, rules, raw, feiten);
  await findDoubles(database, tabel, raw);
  const [counts] = await database.rows(
    `select (select count(*) from afgekeurd) as afgekeurd,
       count_if(soorten > 1) as tegenstrijdig,
       count_if(soorten = 1 and bronregel > eerste) as dubbel
     from dubbel`,
  );
  const rejected = Number(counts?.['afgekeurd']) + Number(counts?.['tegenstrijdig']);
  const dubbel = Number(counts?.['dubbel']);
  onCount(raw.afgewezen.length + rejected);
  return {
    afgewezen: [
      ...raw.afgewezen,
      ...(rejected > 0 ? await readRejected(database, tabel, rules) : []),
    ],
    dubbel,
    overgeslagen: rejected + dubbel > 0 ? SKIPPED : '',
  };
}

const SKIPPED = ` anti join (
  select bronregel from afgekeurd
  union all
  select bronregel from dubbel where soorten > 1 or bronregel > eerste
) as overgeslagen using (bronregel)`;

/** Makes the temporary table `afgekeurd`: per broken row the rule that it breaks first. */
async function findBroken(
  database: Database,
  rules: readonly RowRule[],
  {rijen}: RawTable,
  {aangemaakt_op, gemeente_code}: DeliveryFacts,
): Promise<void> {
  const whens = rules.map(({breekt}, index) => `when ${breekt} then ${index}`).join('\n');
  const used = (name: string): boolean => whens.includes(`$${name}`);
  await database.run(
    `create or replace temp table afgekeurd as
     select bronregel, nummer
     from (
       select bronregel, ${whens === '' ? 'null::integer' : `case ${whens} end`} as nummer
       from ${rijen} as ruw
     )
     where nummer is not null`,
    {
      ...(used('aangemaakt_op') ? {aangemaakt_op} : {}),
      ...(used('gemeente_code') ? {gemeente_code} : {}),
    },
  );
}

/**
 * Makes the temporary table `dubbel`: the good rows whose key stands in the file more than once. Keys
 * are first told apart by a hash of eight bytes, so that memory holds no texts of all rows.
 */
async function findDoubles(
  database: Database,
  tabel: Tabel,
  {rijen, kolommen}: RawTable,
): Promise<void> {
  const key = tabel.velden
    .filter(({name}) => tabel.sleutel.includes(name) && kolommen.includes(name))
    .map(typed);
  const names = key.map((_, index) => `sleutel_${index}`);
  const content = kolommen.map((naam) => `coalesce("${naam}", '')`).join(', ');
  await database.run(
    `create or replace temp table dubbel as
     with goed as (select * from ${rijen} as ruw anti join afgekeurd using (bronregel)),
     meervoudig as (
       select hash(${key.join(', ')}) as vinger from goed group by vinger having count(*) > 1
     ),
     verdacht as (
       select bronregel, concat_ws(chr(31), ${content}) as inhoud,
         ${key.map((sql, index) => `${sql} as ${names[index] ?? ''}`).join(', ')}
       from goed where hash(${key.join(', ')}) in (select vinger from meervoudig)
     )
     select bronregel, min(bronregel) over sleutel as eerste,
       count(distinct inhoud) over sleutel as soorten
     from verdacht
     window sleutel as (partition by ${names.join(', ')})`,
  );
}

async function readRejected(
  database: Database,
  tabel: Tabel,
  rules: readonly RowRule[],
): Promise<RejectedRow[]> {
  const doubleKey = {kolom: tabel.sleutel.join(', '), code: 'SLEUTEL_DUBBEL', reden: DOUBLE_KEY};
  const rows = await database.rows(
    `select bronregel as regel, nummer from afgekeurd
     union all
     select bronregel as regel, -1 as nummer from dubbel where soorten > 1
     order by regel`,
  );
  return rows.map(({regel, nummer}) => {
    const {kolom, code, reden} = rules[Number(nummer)] ?? doubleKey;
    return {regel: Number(regel), kolom, code, reden};
  });
}

const DOUBLE_KEY =
  'dezelfde sleutel staat meer dan één keer in dit bestand, met andere gegevens. Houd één regel over.';
