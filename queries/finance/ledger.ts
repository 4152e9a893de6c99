import type {Database} from '../../warehouse/open.ts';

/** Exact amounts of a post in a boekjaar, by month, and the people behind them. */
export interface Ledger {
  /** Cents booked per month (1-12), of the lasten of a post: key `gemeente boekjaar regel`. */
  geboekt: ReadonlyMap<string, readonly number[]>;
  /** Cents that open help would cost until the end of the year: `gemeente boekjaar peilmaand wet product`. */
  verplicht: ReadonlyMap<string, number>;
  /** Posts that pay a product: `gemeente boekjaar wet product` → regel. */
  posten: ReadonlyMap<string, string>;
}

/** Reads the exact side of finance. It never leaves the release job as it is. */
export async function readLedger(warehouse: Database): Promise<Ledger> {
  const [geboekt, verplicht, posten] = [
    await warehouse.rows(BOOKED),
    await warehouse.rows(COMMITTED),
    await warehouse.rows(
      `select gemeente_code || ' ' || boekjaar || ' ' || wet || ' ' || productcategorie as sleutel,
         regel from kern.zorgpost where regel is not null`,
    ),
  ];
  const bookings = new Map<string, number[]>();
  for (const row of geboekt) {
    const key = String(row['sleutel']);
    const months = bookings.get(key) ?? new Array<number>(12).fill(0);
    bookings.set(key, months);
    months[Number(row['maand']) - 1] = Number(row['cent']);
  }
  return {
    geboekt: bookings,
    verplicht: new Map(verplicht.map((row) => [String(row['sleutel']), Number(row['cent'])])),
    posten: new Map(posten.map((row) => [String(row['sleutel']), String(row['regel'])])),
  };
}

/** A booking on a post that the begroting does not know stands under its own name. */
const BOOKED = `
  select gemeente_code || ' ' || boekjaar || ' ' || regel as sleutel, maand,
    sum(bedrag_cent)::double as cent
  from kern.realisatie
  where kant = 'lasten' and regel not like 'iv3-%'
  group by gemeente_code, boekjaar, regel, maand`;

/**
 * Open toewijzingen × volume × price until 31 December, per look at a year. An end after the look is
 * taken as known only at the last one: before it nobody may have known. Price: of the claims so far.
 */
const COMMITTED = `
  with kijk as (
    select gemeente_code, year(tot)::integer as boekjaar, month(tot)::integer as peilmaand, tot as dag,
      make_date(year(tot), 12, 31) as jaareinde, tot = max(tot) over (partition by gemeente_code)
        as laatste
    from ref.periode
    where periodesoort = 'kwartaal' and volledig
  ),
  per_dag as (
    select gemeente_code, wet, productcategorie, datum_besluit, ingangsdatum, einddatum,
      case
        when frequentie = 'dag' then volume
        when frequentie = 'week' then volume / 7
        when frequentie = 'maand' then volume * 12 / 365.25
        when frequentie = 'totaal' and einddatum is not null
          then volume / greatest(1, einddatum - ingangsdatum + 1)
      end as volume_dag,
      case when budget_cent is not null and einddatum is not null
        then budget_cent / greatest(1, einddatum - ingangsdatum + 1) end as cent_dag
    from kern.toewijzing
  ),
  prijs as (
    select gemeente_code, year(maand)::integer as boekjaar, wet, productcategorie,
      sum(gedeclareerd_cent) / nullif(sum(volume), 0) as cent
    from kern.declaratie_maand
    group by gemeente_code, boekjaar, wet, productcategorie
  )
  select kijk.gemeente_code || ' ' || kijk.boekjaar || ' ' || kijk.peilmaand || ' ' || per_dag.wet
      || ' ' || per_dag.productcategorie as sleutel,
    sum(
      greatest(0, least(
        case when kijk.laatste then coalesce(per_dag.einddatum, kijk.jaareinde)
          else kijk.jaareinde end,
        kijk.jaareinde
      ) - kijk.dag)
      * coalesce(per_dag.cent_dag, per_dag.volume_dag * prijs.cent, 0)
    )::double as cent
  from kijk
  join per_dag on per_dag.gemeente_code = kijk.gemeente_code
    and per_dag.ingangsdatum <= kijk.dag
    and coalesce(per_dag.datum_besluit, per_dag.ingangsdatum) <= kijk.dag
    and (per_dag.einddatum is null or per_dag.einddatum > kijk.dag)
  left join prijs on prijs.gemeente_code = kijk.gemeente_code and prijs.boekjaar = kijk.boekjaar
    and prijs.wet = per_dag.wet and prijs.productcategorie = per_dag.productcategorie
  group by kijk.gemeente_code, kijk.boekjaar, kijk.peilmaand, per_dag.wet, per_dag.productcategorie`;
