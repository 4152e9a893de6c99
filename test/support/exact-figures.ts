import type {Database, Row} from '../../warehouse/open.ts';
import type {Definition} from '../../queries/catalogue.ts';

/** An area and period, and values of breakdown columns, by the column names of the example. */
export type Question = Readonly<Record<string, string>>;

/** First and last day of 2021-03, 2021-K1, 2021-H1 or 2021. */
export function daysOf(periode: string): {van: string; tot: string} {
  const [jaar = '', deel = ''] = periode.split('-');
  const length = deel === '' ? 12 : deel.startsWith('K') ? 3 : deel.startsWith('H') ? 6 : 1;
  const first = deel === '' ? 0 : (Number(deel.replace(/\D/g, '')) - 1) * length;
  const day = (month: number, date: number): string =>
    new Date(Date.UTC(Number(jaar), month, date)).toISOString().slice(0, 10);
  return {van: day(first, 1), tot: day(first + length, 0)};
}

/** What of a definition decides its exact figure. */
export type Counted = Pick<
  Definition,
  'vorm' | 'sql' | 'tellerDimensies' | 'telt' | 'gemeenteApart' | 'metDekking'
>;

const FIGURE: Partial<Record<Definition['vorm'], string>> = {
  aantal: `select sum(aantal) as aantal from gebied where datum between $van and $tot`,
  stand: `select sum(aantal) as aantal from gebied where $tot::date between van and tot`,
  paren: `
    select count(*) filter (eind > start or (maat = 'gelijk_of_hoger' and eind = start)) as teller,
      count(*) as noemer
    from gebied
    where datum between $van and $tot and (maat = 'gelijk_of_hoger' or (maat = 'hoger' and start < hoogste))`,
  verhouding: `
    with dagen as (
      select client_id, maand, sum(minuten) as minuten, bit_count(bit_or(dagmasker)) as dagen
      from gebied where maand between $van and $tot group by client_id, maand
    )
    select sum(minuten)::bigint as minuten, sum(dagen)::bigint as dagen from dagen`,
};

/** The exact, unprotected outcome of one question over the contributions of one indicator. */
export async function exactFigure(
  database: Database,
  {vorm, sql, tellerDimensies, telt, gemeenteApart, metDekking}: Counted,
  question: Question,
): Promise<Row> {
  const {gebied = '', periode = '', ...nodes} = question;
  const {van, tot} = daysOf(periode);
  const gemeente = gemeenteApart
    ? 'case when wijk_code is null then gemeente_code end'
    : 'gemeente_code';
  const area = `'${gebied}' in (${gemeente}, team_id, wijk_code)`;
  const isPersons = telt === 'personen';
  const filter = (dimensions: readonly string[]): string =>
    dimensions.map((name) => ` and ${name} = '${nodes[name] ?? ''}'`).join('');
  const asked = Object.keys(nodes);
  const outside = filter(asked.filter((name) => !tellerDimensies.includes(name)));
  const rows = `with gebied as (select * from (${sql}) where ${area}${outside})`;
  if (vorm === 'duur') return duration(await database.rows(`${rows} from gebied`), van, tot);
  if (vorm === 'aandeel') {
    const unit = isPersons ? 'distinct client_id' : '*';
    const inside = filter(asked.filter((name) => tellerDimensies.includes(name)));
    return one(
      database,
      `${rows} select count(${unit}) filter (teller = 1 ${inside}) as teller, count(${unit}) as noemer
         ${metDekking ? ', coalesce(sum(gedekt), 0)::bigint as gedekt' : ''}
       from gebied where datum between $van and $tot`,
      {van, tot},
    );
  }
  if (vorm === 'per_fte') {
    return one(
      database,
      `${rows} select sum(open_dagen)::bigint as open_dagen, (
         select sum(fte_dagen_milli) / 1000 from kern.formatie_maand
         where '${gebied}' in (gemeente_code, team_id) and maand between $van and $tot
       ) as fte_dagen from gebied where maand between $van and $tot`,
      {van, tot},
    );
  }
  const figure = isPersons
    ? FIGURE[vorm]?.replace('sum(aantal)', 'count(distinct client_id) filter (aantal > 0)')
    : FIGURE[vorm];
  if (figure === undefined) throw new Error(`no exact figure for ${vorm}`);
  const statement = `${rows} from (${figure})`;
  return one(database, statement, figure.includes('$van') ? {van, tot} : {tot});
}

async function one(
  database: Database,
  sql: string,
  parameters: Record<string, string>,
): Promise<Row> {
  const [row = {}] = await database.rows(sql, parameters);
  return row;
}

const dayNumber = (date: unknown): number => Date.parse(String(date)) / 86_400_000;

/** Aalen-Johansen with delayed entry: the first day on which half of them has ended. */
function duration(rows: readonly Row[], van: string, tot: string): Row {
  const spells = rows
    .map((row) => {
      const start = dayNumber(row['start']);
      const ended = row['einde'] !== null && String(row['einde']) <= tot;
      const last = ended
        ? dayNumber(row['einde'])
        : Math.min(dayNumber(tot), dayNumber(row['gevolgd_tot']));
      const entry = Math.max(0, dayNumber(van) - start);
      return {entry, exit: last - start, uitkomst: ended ? row['uitkomst'] : null};
    })
    .filter(({entry, exit}) => entry <= exit);
  const count = (uitkomst: string, t: number): number =>
    spells.filter((spell) => spell.exit === t && spell.uitkomst === uitkomst).length;
  let surviving = 1;
  let ended = 0;
  let mediaan: number | null = null;
  for (const t of [...new Set(spells.map(({exit}) => exit))].sort((a, b) => a - b)) {
    const atRisk = spells.filter(({entry, exit}) => entry <= t && t <= exit).length;
    ended += (surviving * count('einde', t)) / atRisk;
    surviving *= 1 - (count('einde', t) + count('concurrent', t)) / atRisk;
    if (ended >= 0.5) mediaan ??= t;
  }
  const einde = spells.filter(({uitkomst}) => uitkomst === 'einde').length;
  return {aantal: spells.length, einde, mediaan};
}
