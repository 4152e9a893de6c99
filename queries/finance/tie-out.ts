import type {Database, Row} from '../../warehouse/open.ts';
import type {Aansluiting} from '../contract/finance.ts';
import {onderdeelOf} from './begroting.ts';
import type {Noise} from '../cube/noise.ts';
import {
  exactAmount,
  minusAmount,
  noisyAmount,
  withheldAmount,
  type Amount,
} from '../cube/protect-amount.ts';
import {exactYear} from './exact-looks.ts';
import type {AllPayers} from './payers.ts';
import type {Sealed} from './sealed.ts';
import {lastDayOf} from './standings.ts';

/** What the tie-out needs to know to publish. */
export interface TieOutRules {
  payers: AllPayers;
  noise: Noise;
  /** Per gemeente the last day of which amounts are definitive. */
  definitiefTot: ReadonlyMap<string, string>;
}

/**
 * Approved claims beside the ledger per law and quarter; withheld of few clients. The difference is
 * exact, to the cent. Until a quarter is definitive both amounts have the same noise.
 */
export async function readTieOut(
  warehouse: Database,
  rules: TieOutRules,
): Promise<Map<string, Sealed<Aansluiting>[]>> {
  const rows = await warehouse.rows(
    `select gemeente_code, boekjaar, kwartaal, wet, sum(toegekend_cent)::double as toegekend,
       sum(geboekt_cent)::double as geboekt, sum(verschil_cent)::double as verschil
     from kern.aansluiting
     where boekjaar in (select boekjaar from kern.realisatie)
     group by gemeente_code, boekjaar, kwartaal, wet
     order by gemeente_code, boekjaar, kwartaal, wet`,
  );
  const found = new Map<string, Sealed<Aansluiting>[]>();
  for (const row of rows) {
    const key = String(row['gemeente_code']);
    found.set(key, [...(found.get(key) ?? []), quarterOf(row, rules)]);
  }
  return found;
}

function quarterOf(row: Row, {payers, noise, definitiefTot}: TieOutRules): Sealed<Aansluiting> {
  const [gemeente, wet] = [String(row['gemeente_code']), String(row['wet'])];
  const [boekjaar, kwartaal] = [Number(row['boekjaar']), Number(row['kwartaal'])];
  const year = payers.get([gemeente, boekjaar, wet].join(' '));
  const behind = (year?.kwartaal ?? []).flatMap((quarters) => quarters[kwartaal - 1]?.totaal ?? []);
  const status =
    year === undefined
      ? 'te_klein'
      : (exactYear(year, []).kwartalen[kwartaal - 1]?.totaal ?? 'te_klein');
  const amount = (cent: number): Amount =>
    status === 'ok'
      ? exactAmount('aansluiting', cent, behind)
      : withheldAmount(status, 'grootboek, exact');
  const verschil_cent = amount(Number(row['verschil']));
  const isOpen = lastDayOf(boekjaar, 3 * kwartaal) > (definitiefTot.get(gemeente) ?? '');
  const geboekt_cent =
    status === 'ok' && isOpen
      ? noisyAmount(
          noise,
          `financien|aansluiting|${gemeente}|${wet}`,
          Number(row['geboekt']),
          behind,
        )
      : amount(Number(row['geboekt']));
  return {
    boekjaar,
    kwartaal,
    onderdeel: onderdeelOf(wet),
    toegekend_cent: minusAmount(geboekt_cent, verschil_cent),
    geboekt_cent,
    verschil_cent,
    herkomst: geboekt_cent.herkomst,
    status,
  };
}
