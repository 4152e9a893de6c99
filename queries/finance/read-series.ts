import type {Database, Row} from '../../warehouse/open.ts';
import type {CareSeries, CareSpell, ClaimCell} from './care-series.ts';

/**
 * Every kind of care that has claims, per gemeente, from the contributions of `prognose_jaareinde`.
 * Exact; it never leaves the release job.
 */
export async function readSeries(
  warehouse: Database,
  sql: string,
): Promise<Map<string, CareSeries[]>> {
  const claims = await warehouse.rows(
    `select gemeente_code, wet, productcategorie, (12 * year(datum) + month(datum) - 1)::integer as dienst,
       (12 * year(maand_ingediend) + month(maand_ingediend) - 1)::integer as ingediend,
       bedrag_cent::double as cent, toegekend_cent::double as toegekend, volume::double as volume
     from (${sql}) where soort = 'declaratie'
     order by gemeente_code, wet, productcategorie, dienst, ingediend`,
  );
  const spells = await warehouse.rows(
    `select gemeente_code, wet, productcategorie, date_diff('day', date '1970-01-01', datum) as begin,
       date_diff('day', date '1970-01-01', einddatum) as einde
     from (${sql}) where soort = 'hulp'
     order by gemeente_code, wet, productcategorie, begin, einde`,
  );
  const spread = await warehouse.rows(
    `select gemeente_code, wet, productcategorie,
       coalesce(avg(cent * cent) / nullif(avg(cent) ** 2, 0), 1)::double as spreiding
     from (
       select gemeente_code, wet, productcategorie,
         sum(bedrag_cent)::double / count(distinct date_trunc('month', periode_begin)) as cent
       from kern.prestatie where status <> 'afgekeurd'
       group by gemeente_code, wet, productcategorie, client_id
     ) group by gemeente_code, wet, productcategorie`,
  );
  const spreads = new Map(spread.map((row) => [keyOf(row).join(' '), Number(row['spreiding'])]));
  const first = await warehouse.rows(
    `select gemeente_code, (12 * year(min(data_van)) + month(min(data_van)) - 1)::integer as vanaf
     from kern.dataeinde where tabel = 'prestatie' group by gemeente_code`,
  );
  const starts = new Map(first.map((row) => [String(row['gemeente_code']), Number(row['vanaf'])]));
  const found = new Map<string, Building>();
  for (const row of claims) {
    const key = keyOf(row);
    const building = found.get(key.join(' ')) ?? {key, claims: [], spells: []};
    found.set(key.join(' '), building);
    building.claims.push({
      dienst: Number(row['dienst']),
      ingediend: Number(row['ingediend']),
      cent: Number(row['cent']),
      toegekend: Number(row['toegekend']),
      volume: Number(row['volume']),
    });
  }
  for (const row of spells) {
    found.get(keyOf(row).join(' '))?.spells.push({
      begin: Number(row['begin']),
      einde: row['einde'] === null ? null : Number(row['einde']),
    });
  }
  const series = new Map<string, CareSeries[]>();
  for (const {key, ...facts} of found.values()) {
    const [gemeente = '', wet = '', productcategorie = ''] = key;
    const vanaf = starts.get(gemeente) ?? Math.min(...facts.claims.map(({dienst}) => dienst));
    series.set(gemeente, [
      ...(series.get(gemeente) ?? []),
      {wet, productcategorie, vanaf, spreiding: spreads.get(key.join(' ')) ?? 1, ...facts},
    ]);
  }
  return series;
}

/** The last month of which claims are complete up to their lag, per gemeente. */
export async function lastMonths(warehouse: Database): Promise<Map<string, number>> {
  const rows = await warehouse.rows(
    `select gemeente_code, (12 * year(min(data_tot)) + month(min(data_tot)) - 1)::integer as laatste
     from kern.dataeinde where tabel = 'prestatie' group by gemeente_code`,
  );
  return new Map(rows.map((row) => [String(row['gemeente_code']), Number(row['laatste'])]));
}

function keyOf(row: Row): string[] {
  return [row['gemeente_code'], row['wet'], row['productcategorie']].map(String);
}

interface Building {
  key: string[];
  claims: ClaimCell[];
  spells: CareSpell[];
}
