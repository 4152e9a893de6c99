import type {Database} from '../../warehouse/open.ts';
import type {Payers} from '../cube/protect-amount.ts';
import type {LedgerGroup} from './disclosure.ts';

/** Everybody behind the amounts of one law in a period, per post and together. */
export interface LawPayers {
  posten: LedgerGroup[];
  totaal: Payers;
}

/** A year of a law: the ledger may follow the month of the help, or the month in which it was claimed. */
export interface YearPayers {
  /** Per way of booking: quarters 1-4 each, and quarter n up to the end of the year. */
  kwartaal: LawPayers[][];
  vanaf: LawPayers[][];
}

/** The payers of a boekjaar and law: key `gemeente boekjaar wet`. Exact; it stays in the release job. */
export type AllPayers = ReadonlyMap<string, YearPayers>;

const BASES = ['hulp', 'boeking'];
const QUARTERS = [1, 2, 3, 4];
const NOBODY: LawPayers = {posten: [], totaal: {clienten: 0, som: 0, grootste: 0, tweede: 0}};

/** Reads who is behind the ledger. A quarter without anybody has groups of nobody. */
export async function readPayers(warehouse: Database): Promise<AllPayers> {
  const rows = await warehouse.rows(SQL);
  const found = new Map<string, LawPayers>();
  const years = new Set<string>();
  for (const row of rows) {
    const [year, basis, van, tot] = ['sleutel', 'basis', 'van', 'tot'].map((name) =>
      String(row[name]),
    );
    years.add(year ?? '');
    const key = `${year} ${basis} ${van} ${tot}`;
    const own = found.get(key) ?? {...NOBODY, posten: []};
    found.set(key, own);
    const payers: Payers = {
      clienten: Number(row['clienten']),
      som: Number(row['som']),
      grootste: Number(row['grootste']),
      tweede: Number(row['tweede']),
    };
    if (row['post'] === null) own.totaal = payers;
    else own.posten.push({...payers, regel: String(row['post']), leden: membersOf(row['leden'])});
  }
  const law = (year: string, basis: string, van: number, tot: number): LawPayers =>
    found.get(`${year} ${basis} ${String(van)} ${String(tot)}`) ?? NOBODY;
  return new Map(
    [...years].map((year): [string, YearPayers] => [
      year,
      {
        kwartaal: BASES.map((basis) => QUARTERS.map((one) => law(year, basis, one, one))),
        vanaf: BASES.map((basis) => QUARTERS.map((one) => law(year, basis, one, 4))),
      },
    ]),
  );
}

function membersOf(text: unknown): number[] {
  return typeof text === 'string' && text !== '' ? text.split(' ').map(Number) : [];
}

/** Members are read of small groups only: of large ones their number is enough. */
const SQL = `
  with nummer as (
    select gemeente_code, client_id, row_number() over (order by gemeente_code, client_id) as client
    from kern.client
  ),
  regel as (
    select 'hulp' as basis, gemeente_code, client_id, wet, productcategorie,
      year(periode_begin)::integer as jaar, quarter(periode_begin)::integer as kwartaal, bedrag_cent
    from kern.prestatie
    where status <> 'afgekeurd'
    union all
    select 'boeking' as basis, gemeente_code, client_id, wet, productcategorie,
      year(datum_ingediend)::integer as jaar, quarter(datum_ingediend)::integer as kwartaal,
      bedrag_cent
    from kern.prestatie
    where status = 'toegekend'
  ),
  kwartaal as (
    select regel.basis, regel.gemeente_code, regel.jaar, regel.wet, regel.kwartaal, nummer.client,
      coalesce(zorgpost.regel, 'geen') as post, sum(regel.bedrag_cent)::double as cent
    from regel
    join nummer on nummer.gemeente_code = regel.gemeente_code
      and nummer.client_id = regel.client_id
    left join kern.zorgpost on zorgpost.gemeente_code = regel.gemeente_code
      and zorgpost.boekjaar = regel.jaar
      and zorgpost.wet = regel.wet
      and zorgpost.productcategorie = regel.productcategorie
    group by all
  ),
  per_client as (
    select basis, gemeente_code, jaar, wet, post, van, tot, client, sum(cent) as cent
    from kwartaal
    join (values (1, 1), (2, 2), (3, 3), (4, 4), (1, 4), (2, 4), (3, 4)) as deel (van, tot)
      on kwartaal.kwartaal between deel.van and deel.tot
    group by grouping sets (
      (basis, gemeente_code, jaar, wet, post, van, tot, client),
      (basis, gemeente_code, jaar, wet, van, tot, client)
    )
  )
  select gemeente_code || ' ' || jaar || ' ' || wet as sleutel, basis, van, tot, post,
    count(*) as clienten, sum(cent) as som, max(abs(cent)) as grootste,
    coalesce(max(abs(cent), 2)[2], 0) as tweede,
    case when count(*) < 50 then string_agg(client, ' ' order by client) end as leden
  from per_client
  group by gemeente_code, jaar, wet, basis, van, tot, post
  order by sleutel, basis, van, tot, post`;
