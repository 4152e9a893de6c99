import {
  ONDERDELEN,
  type Begrotingsjaar,
  type Begrotingspost,
  type Onderdeel,
} from '../contract/finance.ts';
import type {Database, Row} from '../../warehouse/open.ts';

/** Every boekjaar of a gemeente with its versions and posts. Public: the raad adopted it. */
export async function readBudgets(warehouse: Database): Promise<Map<string, Begrotingsjaar[]>> {
  const rows = await warehouse.rows(
    `select stand.gemeente_code, stand.boekjaar, stand.versie,
       stand.datum_vaststelling::varchar as datum, stand.regel, stand.omschrijving, stand.kant,
       stand.onderdeel, stand.taakveld, taakveld.groep, stand.bedrag_cent::double as cent
     from kern.begroting_stand as stand
     left join ref.taakveld on taakveld.taakveld = stand.taakveld
       and stand.boekjaar between taakveld.van and taakveld.tot
     order by stand.gemeente_code, stand.boekjaar, stand.versie, stand.kant desc, stand.onderdeel,
       stand.regel`,
  );
  const budgets = new Map<string, Begrotingsjaar[]>();
  for (const row of rows) {
    const gemeente = String(row['gemeente_code']);
    const years = budgets.get(gemeente) ?? [];
    budgets.set(gemeente, years);
    const boekjaar = Number(row['boekjaar']);
    let year = years.find((one) => one.boekjaar === boekjaar);
    if (year === undefined) {
      year = {boekjaar, versies: [], posten: []};
      years.push(year);
    }
    addRow(year, row);
  }
  return budgets;
}

function addRow(year: Begrotingsjaar, row: Row): void {
  const versie = Number(row['versie']);
  if (!year.versies.some((one) => one.versie === versie)) {
    year.versies.push({versie, datum: String(row['datum'])});
  }
  const regel = String(row['regel']);
  const cent = Number(row['cent']);
  const known = year.posten.find((post) => post.regel === regel);
  if (known !== undefined) known.standen_cent.push(cent);
  else year.posten.push(postOf(row, cent));
}

function postOf(row: Row, cent: number): Begrotingspost {
  return {
    regel: String(row['regel']),
    omschrijving: String(row['omschrijving']),
    kant: row['kant'] === 'baten' ? 'baten' : 'lasten',
    onderdeel: onderdeelOf(row['onderdeel']),
    taakveld: textOrNull(row['taakveld']),
    groep: textOrNull(row['groep']),
    standen_cent: [cent],
  };
}

/** The onderdeel of a law as the warehouse names it. */
export function onderdeelOf(wet: unknown): Onderdeel {
  return ONDERDELEN.find((one) => one === wet) ?? 'geen';
}

/** The stand of a post in the last version that was adopted by this day, else in the first. */
export function standAt({versies}: Begrotingsjaar, post: Begrotingspost, dag: string): number {
  const index = versies.findLastIndex(({datum}) => datum <= dag);
  return post.standen_cent[Math.max(0, index)] ?? 0;
}

function textOrNull(value: unknown): string | null {
  return typeof value === 'string' && value !== '' ? value : null;
}
