import type {Database, Row} from '../../warehouse/open.ts';
import type {Definition} from '../../queries/catalogue.ts';
import {forecastYear} from '../../queries/finance/forecast.ts';
import {readSeries} from '../../queries/finance/read-series.ts';

/** An area and period, and values of breakdown columns, by the column names of the example. */
export type Question = Readonly<Record<string, string>>;

/** What of a definition decides its exact figure. */
export type Counted = Pick<
  Definition,
  | 'vorm'
  | 'sql'
  | 'tellerDimensies'
  | 'telt'
  | 'maat'
  | 'cohort'
  | 'norm'
  | 'gemeenteApart'
  | 'metDekking'
  | 'bedrag'
>;

/** First and last day of 2021-03, 2021-K1, 2021-H1 or 2021. */
export function daysOf(periode: string): {van: string; tot: string} {
  const [jaar = '', deel = ''] = periode.split('-');
  const length = deel === '' ? 12 : deel.startsWith('K') ? 3 : deel.startsWith('H') ? 6 : 1;
  const first = deel === '' ? 0 : (Number(deel.replace(/\D/g, '')) - 1) * length;
  const day = (month: number, date: number): string =>
    new Date(Date.UTC(Number(jaar), month, date)).toISOString().slice(0, 10);
  return {van: day(first, 1), tot: day(first + length, 0)};
}

const FIGURE: Partial<Record<Definition['vorm'], string>> = {
  aantal: `select sum(aantal) as aantal from gebied where datum between $van and $tot`,
  stand: `select sum(aantal) as aantal from gebied where $tot::date between van and tot`,
  paren: `
    select count(*) filter (eind > start or (maat = 'gelijk_of_hoger' and eind = start)) as teller,
      count(*) as noemer
    from gebied
    where datum between $van and $tot and (maat = 'gelijk_of_hoger' or (maat = 'hoger' and start < hoogste))`,
};

/** The exact, unprotected outcome of one question over the contributions of one indicator. */
export async function exactFigure(
  database: Database,
  definition: Counted,
  question: Question,
): Promise<Row> {
  const {vorm, sql, tellerDimensies, telt, gemeenteApart, metDekking} = definition;
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
  const inside = filter(asked.filter((name) => tellerDimensies.includes(name)));
  if (vorm === 'duur') {
    return duration(await database.rows(`${rows} from gebied`), {van, tot}, definition);
  }
  if (vorm === 'verhouding') {
    const {bedrag, met_uren, ...figure} = await one(
      database,
      `${rows}, dagen as (
         select client_id, maand, sum(minuten) filter (true ${inside}) as minuten,
           bit_count(bit_or(dagmasker)) as dagen, sum(bedrag_cent) as bedrag,
           sum(bedrag_met_uren_cent) as met_uren
         from gebied where maand between $van and $tot group by client_id, maand
       )
       select sum(minuten)::bigint as minuten, sum(dagen)::bigint as dagen,
         sum(bedrag)::bigint as bedrag, sum(met_uren)::bigint as met_uren from dagen`,
      {van, tot},
    );
    if (Number(bedrag) === 0) return figure;
    return {...figure, dekking_procent: percent(Number(met_uren) / Number(bedrag))};
  }
  if (vorm === 'bedrag') return amount(database, definition, {rows, question});
  if (vorm === 'aandeel') {
    const unit = isPersons ? 'distinct client_id' : '*';
    return one(
      database,
      `${rows} select count(${unit}) filter (teller = 1 ${inside}) as teller,
           count(${unit}) filter (teller is not null) as noemer
         ${metDekking ? ', coalesce(sum(gedekt), 0)::bigint as gedekt' : ''}
       from gebied where datum between $van and $tot`,
      {van, tot},
    );
  }
  if (vorm === 'per_fte' && definition.telt === 'gebeurtenissen') {
    return one(
      database,
      `${rows} select sum(aantal)::bigint as aantal, (
         select sum(fte_dagen) / sum(dagen) * count(*) from (
           select maand, sum(fte_dagen_milli) / 1000 as fte_dagen, day(last_day(maand)) as dagen
           from kern.formatie_maand
           where '${gebied}' in (gemeente_code, team_id) and maand between $van and $tot
           group by maand
         )
       ) as fte_maanden from gebied where maand between $van and $tot`,
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

/** What was budgeted, what a client costs, or what the year is expected to cost, in euros. */
async function amount(
  database: Database,
  {bedrag, sql}: Counted,
  {rows, question}: {rows: string; question: Question},
): Promise<Row> {
  const {gebied = '', periode = '', wet = ''} = question;
  const days = daysOf(periode);
  if (bedrag === 'begroot') {
    return one(
      database,
      `${rows} select (sum(bedrag_cent) / 100)::double as euro
       from gebied where datum between $van and $tot`,
      days,
    );
  }
  if (bedrag === 'per_client') {
    return one(
      database,
      `${rows} select count(distinct client_id) as clienten,
         (sum(bedrag_cent) / 100)::double as kosten_euro,
         round(sum(bedrag_cent) / 100 / count(distinct client_id), 2) as per_client_euro
       from gebied where datum between $van and $tot`,
      days,
    );
  }
  const [end] = await database.rows(
    `select (12 * year(data_tot) + month(data_tot) - 1)::integer as laatste from kern.dataeinde
     where tabel = 'prestatie' and gemeente_code = $gebied`,
    {gebied},
  );
  const year = Number(periode);
  const month = Math.min(12 * year + 11, Number(end?.['laatste']));
  const series = (await readSeries(database, sql)).get(gebied) ?? [];
  const cents = series
    .filter((care) => care.wet === wet)
    .reduce((sum, care) => sum + forecastYear(care, year, month).verwacht_cent, 0);
  return {euro: Math.round(cents / 100)};
}

async function one(
  database: Database,
  sql: string,
  parameters: Record<string, string>,
): Promise<Row> {
  const [row = {}] = await database.rows(sql, parameters);
  return row;
}

/** Sums of fractions that are equal on paper may differ in their last bits. */
const TIE = 1e-9;
/** In percents with one decimal. */
const percent = (share: number): number => Math.round(1000 * share + TIE) / 10;
const dayNumber = (date: unknown): number => Date.parse(String(date)) / 86_400_000;

/** Who is seen in the period, from which day of his spell to which; `uitkomst` null if still open. */
function spellsSeen(
  rows: readonly Row[],
  {van, tot}: {van: string; tot: string},
  cohort: boolean,
): {entry: number; exit: number; uitkomst: unknown}[] {
  if (cohort) {
    return rows
      .filter(({start}) => String(start) >= van && String(start) <= tot)
      .map(({start, einde, gevolgd_tot, uitkomst}) => {
        const exit = dayNumber(einde ?? gevolgd_tot) - dayNumber(start);
        return {entry: 0, exit, uitkomst};
      });
  }
  return rows
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
}

/** Aalen-Johansen with delayed entry: the day on which half has ended, or a share at the norm. */
function duration(
  rows: readonly Row[],
  period: {van: string; tot: string},
  {maat, cohort, norm}: Counted,
): Row {
  const spells = spellsSeen(rows, period, cohort);
  const count = (uitkomst: string, t: number): number =>
    spells.filter((spell) => spell.exit === t && spell.uitkomst === uitkomst).length;
  let surviving = 1;
  let ended = 0;
  let mediaan: number | null = null;
  const atNorm = {open: 1, ended: 0};
  for (const t of [...new Set(spells.map(({exit}) => exit))].sort((a, b) => a - b)) {
    const atRisk = spells.filter(({entry, exit}) => entry <= t && t <= exit).length;
    ended += (surviving * count('einde', t)) / atRisk;
    surviving *= 1 - (count('einde', t) + count('concurrent', t)) / atRisk;
    if (ended >= 0.5 - TIE) mediaan ??= t;
    if (t <= (norm ?? 0)) Object.assign(atNorm, {open: surviving, ended});
  }
  const einde = spells.filter(({uitkomst}) => uitkomst === 'einde').length;
  const counted = {aantal: spells.length, einde};
  if (maat === 'open_na_norm') return {...counted, open_procent: percent(atNorm.open)};
  if (maat === 'binnen_norm') return {...counted, binnen_procent: percent(atNorm.ended)};
  return {...counted, mediaan};
}
