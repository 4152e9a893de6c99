import fc from 'fast-check';
import {describe, expect, it} from 'vitest';
import {zorgnedTranslator} from '../../../ingest/sources/zorgned/adapter.ts';
import {unpacked} from '../../support/unpacked.ts';
import {aanvraag, product, SIDE, toewijzing, translated} from './sample.ts';

/** A number that passes the elfproef and belongs to nobody. */
const BSN = '123456782';
const refusal = (content: Record<string, unknown>) =>
  expect(Promise.resolve(zorgnedTranslator.translate(unpacked(content), new Date()))).rejects;

describe('what identifies a person', () => {
  it('is never kept: people, addresses, documents and remarks', async () => {
    const person = {
      persoon: {bsn: BSN, geboortenaam: 'Puk', geboortedatum: '1951-02-03'},
      inschrijfadres: {straatnaam: 'Dijkweg', postcode: '1781AB', huisnummer: 7},
      documenten: [{omschrijving: 'Brief aan mevrouw Puk', bestandsnaam: 'puk.pdf'}],
    };
    const granted = {betrokkenen: [BSN], toelichting: 'belt met 0612345678'};
    const outcome = await translated([aanvraag([product(granted)], person)]);
    expect(outcome.toewijzing.rows).toHaveLength(1);
    for (const text of [
      BSN,
      'Puk',
      '1951',
      'Dijkweg',
      '1781AB',
      'puk.pdf',
      '0612345678',
      'De Punt',
    ]) {
      expect(JSON.stringify(outcome)).not.toContain(text);
    }
  });

  it('is taken out of a number that is composed of it, in toewijzing and levering alike', async () => {
    const numbers = [`${BSN}-315-6-1_OUD`, `${BSN}-315-6-1`, `${BSN}-315-7-1`];
    const toewijzingen = numbers.map((toewijzingNummer) => toewijzing({toewijzingNummer}));
    const outcome = await translated([aanvraag([product({toewijzingen})])]);
    const given = outcome.toewijzing.rows.map(({toewijzingnummer}) => toewijzingnummer);
    expect(given).toEqual(['P900', 'P900-2']);
    expect(new Set(outcome.levering.rows.map(({toewijzingnummer}) => toewijzingnummer))).toEqual(
      new Set(given),
    );
    expect(outcome.waarschuwingen.map(({code}) => code)).toContain('BSN_IN_NUMMER');
    expect(JSON.stringify(outcome)).not.toContain(BSN);
  });

  it.each([
    ['parts that fail the elfproef', '123456789-315-6-1'],
    ['a number without parts: the gate judges the column', BSN],
  ])('is not seen in %s', async (_what, number) => {
    const record = aanvraag([product({toewijzingen: [toewijzing({toewijzingNummer: number})]})]);
    const {toewijzing: given} = await translated([record]);
    expect(given.rows).toMatchObject([{toewijzingnummer: number}]);
  });

  it('rejects an aanvraag with it in its own number', async () => {
    const {toewijzing: given} = await translated([
      aanvraag([product()], {identificatie: `${BSN}/1`}),
    ]);
    expect(given).toMatchObject({rows: [], rejected: [{kolom: 'identificatie', code: 'BSN'}]});
  });
});

describe('the pseudonym', () => {
  it('of the aanvraag goes before that of the file', async () => {
    const {toewijzing: given} = await translated([
      aanvraag([product()], {client_id: 'client-bbbb'}),
      aanvraag(),
    ]);
    expect(given.rows.map(({client_id}) => client_id)).toEqual(['client-bbbb', 'client-aaaa']);
  });

  it('is asked for when there is none', async () => {
    const {toewijzing: given} = await translated([aanvraag()], {...SIDE, bestanden: []});
    expect(given.rejected).toEqual([
      {
        regel: 1,
        kolom: 'client_id',
        code: 'VERPLICHT',
        reden: 'client_id: zet een pseudoniem bij de aanvraag of het bestand.',
      },
    ]);
  });

  it.each([BSN, BSN.slice(1), 'kort', 'Puk de Vries', ''])(
    'may not be "%s": that row is rejected, or that zorgned.json refused',
    async (client_id) => {
      const {toewijzing: given} = await translated([aanvraag([product()], {client_id})]);
      expect(given).toMatchObject({rows: [], rejected: [{kolom: 'client_id', code: 'PSEUDONIEM'}]});
      const bestanden = [{naam: 'client.json', client_id}];
      await refusal({'client.json': [], 'zorgned.json': {...SIDE, bestanden}}).toThrow(
        'zorgned.json: deze velden kloppen niet: bestanden.0.client_id',
      );
    },
  );
});

describe('a delivery of Zorgned is refused', () => {
  const answer = {_embedded: {aanvraag: []}};

  it('without zorgned.json, saying what to add', async () => {
    const files = unpacked({'client.json': answer});
    expect(await zorgnedTranslator.recognises(files)).toBe(true);
    await refusal({'client.json': answer}).toThrow(
      'Voeg het toe met gemeente_code, bron, aangemaakt_op, periode en client_id.',
    );
  });

  it.each<[string, Record<string, unknown>, string]>([
    ['a wrong field', {gemeente_code: '400'}, 'gemeente_code'],
    ['an unknown field', {kleur: 1}, 'onbekend veld'],
    ['a period backwards', {periode_van: '2025-01-01'}, 'periode_tot ligt voor periode_van'],
    [
      'a file that is not there',
      {bestanden: [{naam: 'x.json', client_id: 'client-aaaa'}]},
      'genoemd',
    ],
  ])('with %s', async (_what, override, reden) => {
    await refusal({'client.json': answer, 'zorgned.json': {...SIDE, ...override}}).toThrow(reden);
  });

  it('without aanvragen', async () => {
    const side = {...SIDE, bestanden: []};
    await refusal({'zorgned.json': side}).toThrow('geen bestand met aanvragen');
    await refusal({'zorgned.json': side, 'client.json': {}}).toThrow('_embedded.aanvraag');
  });
});

describe('no aanvraag is lost, whatever it holds', () => {
  it('every record has a row, a rejection or a warning', async () => {
    const anything = fc.oneof(
      fc.jsonValue(),
      fc.record({client_id: fc.string(), identificatie: fc.jsonValue()}),
      fc.jsonValue().map((value) => aanvraag([value])),
      fc.jsonValue().map((value) => aanvraag([product({toewijzingen: [value]})])),
      fc.jsonValue().map((value) => aanvraag([product({omvang: value})])),
      fc
        .jsonValue()
        .map((value) => aanvraag([product({toewijzingen: [toewijzing({leveringen: value})]})])),
      fc.constant(aanvraag()),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(anything, {maxLength: 8}), async (records) => {
        const outcome = await translated(records);
        const seen = new Set([
          ...outcome.toewijzing.lines,
          ...outcome.levering.lines,
          ...outcome.waarschuwingen.map(({regel}) => regel),
        ]);
        expect(seen.size).toBe(records.length);
      }),
      {numRuns: 300},
    );
  });
});
