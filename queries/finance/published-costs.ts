import type {Database, Row} from '../../warehouse/open.ts';
import {STATUSSEN, type Niveau, type Status} from '../contract/figure.ts';
import {ONDERDELEN, type Gebiedskosten} from '../contract/finance.ts';
import type {AreaLabels} from '../cube/label.ts';
import {publishedAmount} from '../cube/protect-amount.ts';
import type {Sealed} from './sealed.ts';

/**
 * What each area costs, per gemeente: the figures of `kosten_per_client` as they stand in the
 * publication that is being made, so that the page Financiën and the indicator are one source. Every
 * area has a row for all that its gemeente has, so that what is absent tells nothing.
 */
export async function publishedCosts(
  publication: Database,
  areas: AreaLabels,
): Promise<Map<string, Sealed<Gebiedskosten>[]>> {
  const rows = await publication.rows(
    `select gemeente_code, niveau, gebied_code, periodesoort, periode, wet, productcategorie,
       waarde, aantal, status
     from cijfer_kosten_per_client
     where periodesoort in ('kwartaal', 'jaar')
     order by gemeente_code, periodesoort, periode, wet, productcategorie, niveau, gebied_code`,
  );
  const known = new Map(rows.map((row) => [keyOf(placeOf(row)), row]));
  const asked = new Map(
    rows
      .filter(({niveau}) => niveau === 'gemeente')
      .map(placeOf)
      .map((place) => [keyOf(place), place]),
  );
  const found = new Map<string, Sealed<Gebiedskosten>[]>();
  for (const [niveau, gemeente, code] of [...areas.keys()].map(areaOf)) {
    const own = [...asked.values()].filter((one) => one.gemeente === gemeente);
    found.set(gemeente, [
      ...(found.get(gemeente) ?? []),
      ...own.map((one) => {
        const place = {...one, niveau, code};
        return costsAt(place, known.get(keyOf(place)));
      }),
    ]);
  }
  return found;
}

interface Place {
  gemeente: string;
  niveau: Niveau;
  code: string;
  periodesoort: string;
  periode: string;
  wet: string;
  productcategorie: string;
}

function placeOf(row: Row): Place {
  return {
    gemeente: String(row['gemeente_code']),
    niveau: niveauOf(String(row['niveau'])),
    code: String(row['gebied_code']),
    periodesoort: String(row['periodesoort']),
    periode: String(row['periode']),
    wet: String(row['wet']),
    productcategorie: String(row['productcategorie']),
  };
}

function keyOf(place: Place): string {
  return Object.values(place).join('|');
}

function areaOf(key: string): [Niveau, string, string] {
  const [niveau = '', gemeente = '', ...code] = key.split(' ');
  return [niveauOf(niveau), gemeente, code.join(' ')];
}

function niveauOf(text: string): Niveau {
  return text === 'wijk' ? 'wijk' : text === 'team' ? 'team' : 'gemeente';
}

function costsAt(place: Place, row: Row | undefined): Sealed<Gebiedskosten> {
  const {code, niveau, periode, periodesoort, wet, productcategorie: product} = place;
  const [law = '', ...category] = product.split('-');
  const isSplit = product !== 'alle';
  const status: Status = STATUSSEN.find((one) => one === row?.['status']) ?? 'te_klein';
  const shown = status === 'ok' && row !== undefined;
  const clienten = shown ? Number(row['aantal']) : null;
  const mean = shown ? Math.round(100 * Number(row['waarde'])) : null;
  const sum = clienten === null || mean === null ? null : clienten * mean;
  return {
    gebied: code,
    niveau,
    onderdeel: ONDERDELEN.find((one) => one === (isSplit ? law : wet)) ?? 'geen',
    productcategorie: isSplit ? category.join('-') : null,
    periodesoort: periodesoort === 'jaar' ? 'jaar' : 'kwartaal',
    periode,
    clienten,
    kosten_cent: publishedAmount(sum, 'beschermd'),
    per_client_cent: publishedAmount(mean, 'beschermd'),
    status,
  };
}
