import type {Kwaliteit} from '../../queries/contract/quality.ts';

const SOURCE = {gemeente: '0400', bron: 'wijkteam'};

/** What a night could write: a good one, one that failed, and a delivery that was refused. */
export const QUALITY: Kwaliteit = {
  nachten: [
    {
      begonnen_op: '2022-11-24T03:15:00Z',
      gelukt: true,
      geladen: 2,
      geweigerd: 1,
      publicatie: null,
      melding:
        '1 levering(en) geweigerd. De beheerder ziet waarom. Cijfers verschijnen één keer per maand. Dat beschermt de privacy van inwoners.',
    },
    {
      begonnen_op: '2022-11-23T03:15:00Z',
      gelukt: false,
      geladen: 0,
      geweigerd: 0,
      publicatie: null,
      melding: 'De schijf is vol. Maak ruimte en draai de nacht opnieuw.',
    },
    {
      begonnen_op: '2022-11-22T03:15:00Z',
      gelukt: true,
      geladen: 12,
      geweigerd: 0,
      publicatie: '2022-11-a',
      melding: null,
    },
  ],
  leveringen: [
    {
      ...SOURCE,
      soort: 'aanvulling',
      periode_van: '2022-10-01',
      periode_tot: '2022-10-31',
      verwerkt_op: '2022-11-24T03:15:00Z',
      status: 'geladen',
      gelezen: '100 tot 1.000',
      afgewezen: 'minder dan 10',
    },
    {
      gemeente: null,
      bron: null,
      soort: null,
      periode_van: null,
      periode_tot: null,
      verwerkt_op: '2022-11-24T03:15:00Z',
      status: 'geweigerd',
      gelezen: 'geen',
      afgewezen: 'geen',
    },
  ],
  afgewezen: [
    {
      ...SOURCE,
      tabel: 'aanmelding',
      reden: 'datum_eerste_contact ligt voor datum_aanmelding. Controleer beide datums.',
      aantal: 'minder dan 10',
    },
  ],
  volledigheid: [
    {...SOURCE, tabel: 'casus', kolom: 'voorziening', procent: 85},
    {...SOURCE, tabel: 'casus', kolom: 'casus_id', procent: 100},
    {...SOURCE, tabel: 'client', kolom: 'huishouden_id', procent: 5},
  ],
  vertraging: [{...SOURCE, tabel: 'contactmoment', helft_weken: 1, negen_van_tien_weken: 5}],
  wachtend: [{gemeente: '0400', tabel: 'casus', aantal: 'minder dan 10'}],
};
