import {
  ANTWOORDEN,
  EENHEDEN,
  FREQUENTIES,
  GESLACHTEN,
  REDENEN_EINDE,
  type Oordeel,
  type Wet,
} from './codes.ts';
import type {Gathered} from './events.ts';

/** A row for a stg.bericht_* table, by column name. Dates are ISO text. */
export type MessageRow = Readonly<Record<string, string | number | boolean | null>>;

/** Columns of each table after the origin columns, in the order of its DDL. */
export const BERICHT_TABELLEN = {
  bericht_client: ['wet', 'client_id', 'geboortejaar', 'geslacht'],
  bericht_toewijzing: [
    'wet',
    'toewijzingnummer',
    'client_id',
    'aanbieder_id',
    'referentie_aanbieder',
    'productcategorie',
    'productcode',
    'toewijzingsdatum',
    'toewijzingstijd',
    'ingangsdatum',
    'einddatum',
    'reden_wijziging',
    'volume',
    'eenheid',
    'frequentie',
    'budget_cent',
  ],
  bericht_levering: [
    'wet',
    'aanbieder_id',
    'soort',
    'toewijzingnummer',
    'client_id',
    'begindatum',
    'einddatum',
    'reden_einde',
    'status_aanlevering',
  ],
  bericht_prestatie: [
    'wet',
    'aanbieder_id',
    'declaratienummer',
    'referentie',
    'vorige_referentie',
    'client_id',
    'toewijzingnummer',
    'productcategorie',
    'productcode',
    'periode_begin',
    'periode_eind',
    'volume',
    'eenheid',
    'bedrag_cent',
    'datum_ingediend',
  ],
  bericht_antwoord: [
    'wet',
    'aanbieder_id',
    'declaratie_identificatie',
    'declaratienummer',
    'referentie',
    'oordeel',
  ],
  bericht_verzoek: [
    'wet',
    'nummer',
    'soort',
    'client_id',
    'aanbieder_id',
    'referentie_aanbieder',
    'toewijzingnummer',
    'productcategorie',
    'productcode',
    'ingangsdatum',
    'einddatum',
    'volume',
    'eenheid',
    'frequentie',
    'budget_cent',
    'reden',
    'antwoord',
  ],
  bericht_retour: ['wet', 'aanbieder_id', 'nummer', 'heen_identificatie', 'oordeel'],
} as const;

export type BerichtTabel = keyof typeof BERICHT_TABELLEN;

/** What a row needs besides its own element. */
export interface RowContext {
  wet: Wet;
  client_id: string;
  aanbieder_id: string;
}

const value = ({waarden}: Gathered, pad: string): string | null => waarden.get(pad) ?? null;
const number = (gathered: Gathered, pad: string): number | null => {
  const text = gathered.waarden.get(pad);
  return text === undefined ? null : Number(text);
};
const code = (gathered: Gathered, pad: string, list: Readonly<Record<string, string>>) =>
  list[gathered.waarden.get(pad) ?? ''] ?? null;

/** Year of birth and sex; a birth date of which the year is unknown (DatumGebruik 3) gives none. */
export function clientRow(client: Gathered, {wet, client_id}: RowContext): MessageRow {
  const unknown = value(client, 'Geboortedatum/DatumGebruik') === '3';
  const datum = value(client, 'Geboortedatum/Datum');
  return {
    wet,
    client_id,
    geboortejaar: unknown || datum === null ? null : Number(datum.slice(0, 4)),
    geslacht: code(client, 'Geslacht', GESLACHTEN),
  };
}

/** R8: Product and Omvang may be missing; a generic toewijzing has category `onbekend`. */
export function toewijzingRow(
  product: Gathered,
  {wet, client_id, aanbieder_id}: RowContext,
): MessageRow {
  return {
    wet,
    client_id,
    aanbieder_id,
    toewijzingnummer: value(product, 'ToewijzingNummer'),
    referentie_aanbieder: value(product, 'ReferentieAanbieder'),
    productcategorie: value(product, 'Product/Categorie') ?? 'onbekend',
    productcode: value(product, 'Product/Code'),
    toewijzingsdatum: value(product, 'Toewijzingsdatum'),
    toewijzingstijd: value(product, 'Toewijzingstijd'),
    ingangsdatum: value(product, 'Ingangsdatum'),
    einddatum: value(product, 'Einddatum'),
    reden_wijziging: value(product, 'RedenWijziging'),
    volume: number(product, 'Omvang/Volume'),
    eenheid: code(product, 'Omvang/Eenheid', EENHEDEN),
    frequentie: code(product, 'Omvang/Frequentie', FREQUENTIES),
    budget_cent: number(product, 'Budget'),
  };
}

/** A start (305) or stop (307). */
export function leveringRow(product: Gathered, context: RowContext): MessageRow {
  const {wet, client_id, aanbieder_id} = context;
  return {
    wet,
    aanbieder_id,
    soort: product.waarden.has('Einddatum') ? 'stop' : 'start',
    toewijzingnummer: value(product, 'ToewijzingNummer'),
    client_id,
    begindatum: value(product, 'Begindatum'),
    einddatum: value(product, 'Einddatum'),
    reden_einde: code(product, 'RedenBeeindiging', REDENEN_EINDE[wet]),
    status_aanlevering: value(product, 'StatusAanlevering'),
  };
}

/** R6: a claim line; a C line is negative. Amounts are integer eurocents in the message already. */
export function prestatieRow(
  line: Gathered,
  context: RowContext,
  declaratie: {declaratienummer: string; datum_ingediend: string},
): MessageRow {
  const sign = value(line, 'IngediendBedrag/DebetCredit') === 'C' ? -1 : 1;
  return {
    ...context,
    ...declaratie,
    referentie: value(line, 'ProductReferentie/ReferentieNummer'),
    vorige_referentie: value(line, 'ProductReferentie/VorigReferentieNummer'),
    toewijzingnummer: value(line, 'ToewijzingNummer'),
    productcategorie: value(line, 'ProductCategorie'),
    productcode: value(line, 'ProductCode'),
    periode_begin: value(line, 'ProductPeriode/Begindatum'),
    periode_eind: value(line, 'ProductPeriode/Einddatum'),
    volume: number(line, 'GeleverdVolume'),
    eenheid: code(line, 'Eenheid', EENHEDEN),
    bedrag_cent: sign * (number(line, 'IngediendBedrag/Bedrag') ?? 0),
  };
}

/** What a 325 says of a claim (no line) or of one line. */
export function antwoordRow(
  line: Gathered | null,
  {wet, aanbieder_id}: RowContext,
  answered: {declaratie_identificatie: string | null; declaratienummer: string | null},
  oordeel: Oordeel,
): MessageRow {
  const referentie = line === null ? null : value(line, 'ProductReferentie/ReferentieNummer');
  return {wet, aanbieder_id, ...answered, referentie, oordeel};
}

const VERZOEKEN: Readonly<Record<string, string>> = {
  AangevraagdProduct: 'nieuw',
  NieuwProduct: 'nieuw',
  TeWijzigenProduct: 'wijziging',
  OngewijzigdProduct: 'ongewijzigd',
  Antwoord: 'antwoord',
};

/** A product that is asked for (315, 317), or what the gemeente says to it (319, without client). */
export function verzoekRow(
  product: Gathered,
  client: Gathered,
  {wet, client_id, aanbieder_id}: RowContext,
  nummer: string,
): MessageRow {
  const first = (...paden: string[]): string | null =>
    paden.map((pad) => value(product, pad)).find((found) => found !== null) ?? null;
  return {
    wet,
    nummer,
    soort: VERZOEKEN[product.element] ?? null,
    client_id: client_id === '' ? null : client_id,
    aanbieder_id,
    referentie_aanbieder:
      value(product, 'ReferentieAanbieder') ?? value(client, 'Verzoek/ReferentieAanbieder'),
    toewijzingnummer: value(product, 'ToewijzingNummer'),
    productcategorie: value(product, 'Product/Categorie'),
    productcode: value(product, 'Product/Code'),
    ingangsdatum: first('ToewijzingIngangsdatum', 'GewensteIngangsdatum'),
    einddatum: first('ToewijzingEinddatum', 'Einddatum'),
    volume: number(product, 'Omvang/Volume'),
    eenheid: code(product, 'Omvang/Eenheid', EENHEDEN),
    frequentie: code(product, 'Omvang/Frequentie', FREQUENTIES),
    budget_cent: number(product, 'Budget'),
    reden: value(product, 'RedenAfwijzingVerzoek') ?? value(client, 'Verzoek/RedenVerzoek'),
    antwoord: code(product, 'VerzoekAntwoord', ANTWOORDEN),
  };
}
