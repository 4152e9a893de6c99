import {describe, expect, it} from 'vitest';
import {profileFindings} from '../../support/unpacked.ts';
import {aanvraag, levering, product, SIDE, toewijzing, translated} from './sample.ts';

const noted = async (record: unknown): Promise<string[]> =>
  (await translated([record])).waarschuwingen.map(({code}) => code);

describe('the chain of an aanvraag', () => {
  it('becomes a toewijzing and its levering, of the client of the file', async () => {
    const {
      feiten,
      toewijzing: given,
      levering: care,
      waarschuwingen,
    } = await translated([aanvraag()]);
    const {bestanden, ...facts} = SIDE;
    expect(bestanden).toHaveLength(1);
    expect(feiten).toEqual({...facts, soort: 'aanvulling', synthetisch: false});
    expect(given.rows).toEqual([
      {
        wet: 'wmo',
        toewijzingnummer: '5001',
        client_id: 'client-aaaa',
        aanbieder_id: '12345678',
        productcategorie: '01',
        productcode: '01A01',
        datum_aanvraag: '2024-01-10',
        datum_besluit: '2024-01-31',
        ingangsdatum: '2024-02-05',
        einddatum: '2024-12-31',
        volume: '2',
        eenheid: 'uur',
        frequentie: 'week',
        budget: null,
      },
    ]);
    expect(care.rows).toEqual([
      {
        wet: 'wmo',
        toewijzingnummer: '5001',
        begindatum: '2024-02-15',
        einddatum: '2024-05-31',
        reden_einde: 'volgens_plan',
      },
    ]);
    expect([...given.rejected, ...care.rejected, ...waarschuwingen]).toEqual([]);
  });

  it('counts the time to decide from the earliest of melding and aanvraag', async () => {
    const later = aanvraag([product()], {datumAanmelding: '2024-01-25'});
    const {toewijzing: given} = await translated([later]);
    expect(given.rows[0]).toMatchObject({datum_aanvraag: '2024-01-20'});
  });

  it('has an own number without an order to a provider, as a PGB has', async () => {
    const pgb = product({toewijzingen: [], leveringsvorm: 'PGB', leverancier: null});
    const {toewijzing: given, levering: care} = await translated([aanvraag([pgb])]);
    expect(given.rows).toMatchObject([
      {toewijzingnummer: 'P900', aanbieder_id: 'pgb', ingangsdatum: '2024-02-05'},
    ]);
    expect(care.rows).toEqual([]);
  });

  it('is rejected without first day or provider', async () => {
    const dayless = product({toewijzingen: [], datumIngangGeldigheid: null});
    const nobody = product({toewijzingen: [], leverancier: null});
    const {toewijzing: given} = await translated([aanvraag([dayless, nobody])]);
    expect(given.rows).toEqual([]);
    expect(given.rejected.map(({kolom, code}) => [kolom, code])).toEqual([
      ['datumIngangGeldigheid', 'VERPLICHT'],
      ['leverancier', 'VERPLICHT'],
    ]);
  });

  it('ends when the product does, unless the toewijzing has a last day of its own', async () => {
    const open = toewijzing({einddatum: null});
    const shorter = toewijzing({toewijzingNummer: '5002', einddatum: '2024-03-31'});
    const {toewijzing: given} = await translated([
      aanvraag([product({toewijzingen: [open, shorter]})]),
    ]);
    expect(given.rows.map(({einddatum}) => einddatum)).toEqual(['2024-12-31', '2024-03-31']);
  });

  it('names the provider by AGB code, else by its number in Zorgned', async () => {
    const own = toewijzing({leverancier: {identificatie: 'LA01', agbcode: null}});
    const {toewijzing: given} = await translated([aanvraag([product({toewijzingen: [own]})])]);
    expect(given.rows).toMatchObject([{aanbieder_id: 'LA01'}]);
  });

  it('keeps a national product code only', async () => {
    const own = product({}, {product: {identificatie: 'WRA', productCode: null}});
    const {toewijzing: given} = await translated([aanvraag([own])]);
    expect(given.rows).toMatchObject([{productcode: null}]);
  });

  it('ends with a product that was not granted, or a besluit that is not there: a warning', async () => {
    const refused = product({}, {resultaat: 'afgewezen', toegewezenProduct: undefined});
    expect(await noted(aanvraag([refused]))).toEqual(['AFGEWEZEN']);
    expect(await noted(aanvraag([], {beschikking: null}))).toEqual(['ZONDER_BESLUIT']);
    const {toewijzing: given} = await translated([aanvraag([refused])]);
    expect(given).toMatchObject({rows: [], rejected: []});
  });
});

describe('versions of a toewijzing', () => {
  const old = toewijzing({
    toewijzingNummer: '5001_OUD',
    toewijzingsDatumTijd: '2023-01-01T00:00:00',
    einddatum: '2024-02-14',
    leverancier: {agbcode: '87654321'},
    leveringen: [levering({begindatum: '2024-01-01', einddatum: '2024-02-14'})],
  });

  it('with _OUD are the same one before a migration: one row, all its care', async () => {
    for (const toewijzingen of [
      [old, toewijzing()],
      [toewijzing(), old],
    ]) {
      const {
        toewijzing: given,
        levering: care,
        waarschuwingen,
      } = await translated([aanvraag([product({toewijzingen})])]);
      expect(given.rows).toMatchObject([{toewijzingnummer: '5001', aanbieder_id: '12345678'}]);
      expect(care.rows.map(({toewijzingnummer}) => toewijzingnummer)).toEqual(['5001', '5001']);
      expect(care.rows.map(({begindatum}) => begindatum).sort()).toEqual([
        '2024-01-01',
        '2024-02-15',
      ]);
      expect(waarschuwingen).toMatchObject([{regel: 1, code: 'OUDE_VERSIE'}]);
    }
  });

  it('R1: the latest toewijzingsDatumTijd holds, also when the time of day decides', async () => {
    const toewijzingen = [
      toewijzing({toewijzingsDatumTijd: '2024-02-01T11:00:00', einddatum: '2024-08-31'}),
      toewijzing({toewijzingsDatumTijd: '2024-02-01T09:00:00', einddatum: '2024-10-31'}),
    ];
    const {toewijzing: given} = await translated([aanvraag([product({toewijzingen})])]);
    expect(given.rows).toMatchObject([{einddatum: '2024-08-31'}]);
  });

  it('R2: reason 13 never existed, with its care', async () => {
    const gone = toewijzing({redenWijziging: {code: '13', omschrijving: 'Verwijderd'}});
    const {
      toewijzing: given,
      levering: care,
      waarschuwingen,
    } = await translated([aanvraag([product({toewijzingen: [gone]})])]);
    expect([...given.lines, ...care.lines]).toEqual([]);
    expect(waarschuwingen).toMatchObject([{code: 'VERWIJDERD'}]);
  });
});

describe('an aanvraag as a question to a team', () => {
  const side = {
    ...SIDE,
    aanmeldingen: {team_id: 'T1', vraagtypen: {'01': 'adl', overig: 'anders'}},
  };

  it('is made only when zorgned.json says which team and question', async () => {
    expect((await translated([aanvraag()])).aanmelding.lines).toEqual([]);
    const {aanmelding} = await translated([aanvraag(), aanvraag([], {beschikking: null})], side);
    expect(aanmelding.rows).toEqual([
      {
        aanmelding_id: '70001',
        client_id: 'client-aaaa',
        team_id: 'T1',
        datum_aanmelding: '2024-01-10',
        vraagtype: 'adl',
        wet: 'wmo',
        datum_afgesloten: '2024-01-31',
      },
      expect.objectContaining({vraagtype: 'anders', datum_afgesloten: null}),
    ]);
    expect(profileFindings('aanmelding', aanmelding.rows)).toEqual([]);
  });

  it('is rejected without a question for its category, or without a day', async () => {
    const strict = {...side, aanmeldingen: {team_id: 'T1', vraagtypen: {'02': 'adl'}}};
    const dayless = aanvraag([product({}, {productCategorie: {code: '02'}})], {
      datumAanmelding: null,
      datumAanvraag: null,
    });
    const {aanmelding} = await translated([aanvraag(), dayless], strict);
    expect(aanmelding.rows).toEqual([]);
    expect(aanmelding.rejected.map(({kolom, code}) => [kolom, code])).toEqual([
      ['productCategorie', 'VERPLICHT'],
      ['datumAanmelding', 'VERPLICHT'],
    ]);
  });
});

describe('a client', () => {
  it('is delivered when zorgned.json tells something of them', async () => {
    const bestanden = [{naam: 'client.json', client_id: 'client-aaaa', geboortejaar: 1951}];
    const {client} = await translated([aanvraag()], {...SIDE, bestanden});
    expect(client.rows).toEqual([{client_id: 'client-aaaa', geboortejaar: '1951', geslacht: null}]);
    expect(profileFindings('client', client.rows)).toEqual([]);
    expect((await translated([aanvraag()])).client.rows).toEqual([]);
  });
});
