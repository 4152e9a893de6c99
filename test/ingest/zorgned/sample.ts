import {zorgnedTranslator} from '../../../ingest/sources/zorgned/adapter.ts';
import type {TranslatedTable} from '../../../ingest/sources/translation.ts';
import {contentOf, unpacked} from '../../support/unpacked.ts';

/** A fictional delivery: what Zorgned answers for one client, as we wrote it. */
export const SIDE = {
  gemeente_code: 'GM0400',
  bron: 'zorgned',
  aangemaakt_op: '2024-07-01T02:00:00.000Z',
  periode_van: '2023-01-01',
  periode_tot: '2024-06-30',
  bestanden: [{naam: 'client.json', client_id: 'client-aaaa'}],
};

type Part = Record<string, unknown>;

export const levering = (override: Part = {}): Part => ({
  begindatum: '2024-02-15',
  einddatum: '2024-05-31',
  redenBeeindiging: {code: '07', omschrijving: 'Einde zorg'},
  ...override,
});

export const toewijzing = (override: Part = {}): Part => ({
  toewijzingNummer: '5001',
  toewijzingsDatumTijd: '2024-02-01T10:00:00',
  ingangsdatum: '2024-02-05',
  einddatum: '2024-12-31',
  leverancier: {identificatie: 'LA01', agbcode: '12345678', omschrijving: 'Thuiszorg De Punt'},
  leveringen: [levering()],
  ...override,
});

export const product = (granted: Part = {}, override: Part = {}): Part => ({
  identificatie: '900',
  product: {identificatie: '01A01', productCode: '01A01', omschrijving: 'hulp bij het huishouden'},
  productCategorie: {code: '01', omschrijving: 'Hulp bij het huishouden'},
  resultaat: 'toegewezen',
  toegewezenProduct: {
    datumIngangGeldigheid: '2024-02-05',
    datumEindeGeldigheid: '2024-12-31',
    omvang: {
      volume: 2,
      eenheid: {code: '04', omschrijving: 'Uur'},
      frequentie: {code: '2', omschrijving: 'Per week'},
    },
    leveringsvorm: 'zin',
    leverancier: {identificatie: 'LA01', agbcode: '12345678'},
    toewijzingen: [toewijzing()],
    ...granted,
  },
  ...override,
});

export const aanvraag = (products: unknown[] = [product()], override: Part = {}): Part => ({
  identificatie: '70001',
  regeling: {identificatie: 'WMO', omschrijving: 'WMO'},
  datumAanmelding: '2024-01-10',
  datumAanvraag: '2024-01-20',
  beschikking: {beschikkingNummer: 1, datumAfgifte: '2024-01-31', beschikteProducten: products},
  documenten: [],
  ...override,
});

/** The tables of a delivery with these aanvragen. */
export async function translated(aanvragen: unknown[], side: Part = SIDE) {
  const files = unpacked({'client.json': {_embedded: {aanvraag: aanvragen}}, 'zorgned.json': side});
  const {feiten, tabellen} = await zorgnedTranslator.translate(files, new Date());
  const named = (tabel: string): TranslatedTable | undefined =>
    tabellen.find((table) => table.tabel === tabel);
  return {
    feiten,
    client: await contentOf(named('client')),
    aanmelding: await contentOf(named('aanmelding')),
    toewijzing: await contentOf(named('toewijzing')),
    levering: await contentOf(named('levering')),
    waarschuwingen: tabellen.flatMap(({waarschuwingen}) => [...waarschuwingen]),
  };
}
