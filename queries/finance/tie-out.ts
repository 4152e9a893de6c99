import type {Database} from '../../warehouse/open.ts';
import type {Aansluiting} from '../contract/finance.ts';
import {onderdeelOf} from './begroting.ts';
import {ledgerStatus} from './disclosure.ts';
import type {Ledger} from './ledger.ts';

/** Approved claims beside the ledger per law and quarter, to the cent; withheld of few clients. */
export async function readTieOut(
  warehouse: Database,
  ledger: Ledger,
): Promise<Map<string, Aansluiting[]>> {
  const rows = await warehouse.rows(
    `select gemeente_code, boekjaar, kwartaal, wet, sum(toegekend_cent)::double as toegekend,
       sum(geboekt_cent)::double as geboekt, sum(verschil_cent)::double as verschil
     from kern.aansluiting
     where boekjaar in (select boekjaar from kern.realisatie)
     group by gemeente_code, boekjaar, kwartaal, wet
     order by gemeente_code, boekjaar, kwartaal, wet`,
  );
  const found = new Map<string, Aansluiting[]>();
  for (const row of rows) {
    const [gemeente, boekjaar, wet, kwartaal] = [
      row['gemeente_code'],
      row['boekjaar'],
      row['wet'],
      row['kwartaal'],
    ].map(String);
    const groups = ledger.groepen.get([gemeente, boekjaar, wet, kwartaal].join(' ')) ?? [];
    const status = groups.length === 0 ? 'te_klein' : ledgerStatus(groups).totaal;
    const shown = (name: string): number | null => (status === 'ok' ? Number(row[name]) : null);
    const key = gemeente ?? '';
    found.set(key, [
      ...(found.get(key) ?? []),
      {
        boekjaar: Number(boekjaar),
        kwartaal: Number(kwartaal),
        onderdeel: onderdeelOf(wet),
        toegekend_cent: shown('toegekend'),
        geboekt_cent: shown('geboekt'),
        verschil_cent: shown('verschil'),
        status,
      },
    ]);
  }
  return found;
}
