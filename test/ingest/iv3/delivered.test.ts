import {truncateSync} from 'node:fs';
import {describe, expect, it} from 'vitest';
import {LeveringGeweigerd} from '../../../ingest/errors.ts';
import {iv3Translator} from '../../../ingest/sources/iv3/adapter.ts';
import fc from 'fast-check';
import {contentOf, profileFindings, unpacked} from '../../support/unpacked.ts';
import {CONTACT, line, report, type TestReport} from './report.ts';

const NOW = new Date('2024-03-01T02:00:00Z');
const translate = (content: unknown, naam = 'iv3.json') =>
  iv3Translator.translate(unpacked({[naam]: content}), NOW);
const only = async (content: TestReport) => contentOf((await translate(content)).tabellen[0]);

describe('a begroting in the JSON for CBS', () => {
  const sample = report({lasten: [line('6.71a', 1234.5)], baten: [line('6.2', -3, '4.3.1')]});

  it('becomes one post per taakveld, category and side, in euros', async () => {
    const {rows, rejected} = await only(sample);
    expect(rejected).toEqual([]);
    expect(profileFindings('begroting', rows)).toEqual([]);
    expect(rows).toEqual([
      {
        gemeente_code: 'GM0400',
        boekjaar: '2024',
        versie: '0',
        datum_vaststelling: '2023-11-10',
        regel: 'iv3-6.71a-L3.8',
        omschrijving: 'Huishoudelijke hulp (WMO), categorie 3.8',
        kant: 'lasten',
        taakveld: '6.71a',
        wet: 'wmo',
        bedrag: '1234500.00',
      },
      expect.objectContaining({regel: 'iv3-6.2-B4.3.1', kant: 'baten', bedrag: '-3000.00'}),
    ]);
  });

  it('is the full state of its year and replaces the one before it', async () => {
    const {feiten} = await translate(sample);
    expect(feiten).toEqual({
      gemeente_code: 'GM0400',
      bron: 'iv3_begroting_2024',
      soort: 'volledig',
      aangemaakt_op: '2023-11-10T09:30:00+01:00',
      periode_van: '2024-01-01',
      periode_tot: '2024-12-31',
      synthetisch: false,
    });
  });

  it('never keeps the contact block or the remarks of people', async () => {
    const opmerkingen = [{tekst: 'bel Piet', auteur: 'J. Klaassen'}];
    const {feiten, tabellen} = await translate({...sample, opmerkingen});
    const kept = JSON.stringify([feiten, tabellen, await contentOf(tabellen[0])]);
    for (const text of [...Object.values(CONTACT), 'Piet', 'Klaassen']) {
      expect(kept).not.toContain(text);
    }
  });

  it('may come without a contact block, and whatever it holds is not judged', async () => {
    for (const contact of [undefined, 12, {naam: 1}]) {
      expect((await only({...sample, contact})).rows).toHaveLength(2);
    }
  });

  it('of schema 2.0 has no balance sheet', async () => {
    const {lasten, baten} = sample.data;
    expect((await only({...sample, data: {lasten, baten}})).rows).toHaveLength(2);
  });

  it('may have lost the zeros before its number', async () => {
    const {feiten} = await translate(report({}, {overheidsnummer: '400'}));
    expect(feiten.gemeente_code).toBe('GM0400');
  });

  it('may start with a BOM and have padded keys', async () => {
    const text = `\uFEFF${JSON.stringify(report({lasten: [line(' 6.2 ', 1, '1.1 ')]}))}`;
    const {rows} = await contentOf((await translate(text)).tabellen[0]);
    expect(rows[0]).toMatchObject({regel: 'iv3-6.2-L1.1', taakveld: '6.2'});
  });
});

describe('a realisatie', () => {
  it.each([
    [1, '3', '2024-03-31'],
    [2, '6', '2024-06-30'],
    [3, '9', '2024-09-30'],
    [4, '12', '2024-12-31'],
    [5, '12', '2024-12-31'],
  ])('of period %d is a stand up to month %s, under the key of the year', async (...cases) => {
    const [periode, maand, tot] = cases;
    const {feiten, tabellen} = await translate(
      report({lasten: [line('6.2', 7)]}, {status: 'Realisatie', periode}),
    );
    expect(feiten).toMatchObject({bron: 'iv3_realisatie_2024', periode_tot: tot});
    expect(tabellen[0]?.tabel).toBe('realisatie');
    const {rows} = await contentOf(tabellen[0]);
    expect(profileFindings('realisatie', rows)).toEqual([]);
    expect(rows).toEqual([
      {
        gemeente_code: 'GM0400',
        boeking_id: 'iv3-2024-6.2-L3.8',
        boekjaar: '2024',
        maand,
        regel: 'iv3-6.2-L3.8',
        kant: 'lasten',
        bedrag: '7000.00',
      },
    ]);
  });
});

describe('a line that is not loaded', () => {
  it('of the wrong generation is rejected, naming the right taakvelden', async () => {
    const {rows, rejected} = await only(
      report({lasten: [line('6.2', 1), line('6.71a', 1)]}, {boekjaar: 2025}),
    );
    expect(rows).toEqual([]);
    expect(rejected).toEqual([
      {
        regel: 1,
        kolom: 'taakveld',
        code: 'TAAKVELD',
        reden:
          'taakveld: dit taakveld hoort niet bij boekjaar 2025. Gebruik een van deze: 6.21, 6.22, 6.23.',
      },
      expect.objectContaining({regel: 2, code: 'TAAKVELD'}),
    ]);
    expect(rejected[1]?.reden).toContain('6.711, 6.712');
  });

  it('of another part of the gemeente is left out and counted, totals too', async () => {
    const outside = ['0.4', '7.1', '8.3', '6.', '0.10', 'A111', 'P13', 'Tot_TV'];
    const {tabellen} = await translate(
      report({lasten: [...outside.map((code) => line(code, 1)), line('6.3', 1)]}),
    );
    expect((await contentOf(tabellen[0])).lines).toEqual([9]);
    expect(tabellen[0]?.waarschuwingen).toEqual([
      {
        regel: null,
        code: 'BUITEN_SOCIAAL_DOMEIN',
        reden: '8 regels gaan niet over taakveld 6. Ze zijn niet overgenomen.',
      },
    ]);
  });

  it('without amount, with a text as amount or a strange category is rejected alone', async () => {
    const {rows, rejected} = await only(
      report({
        lasten: [{taakveld: '6.2', categorie: '1.1'}, line('6.2', '12'), line('6.2', 1, 'zzz')],
        baten: [line('9.9', 1), line('6.2', 1)],
      }),
    );
    expect(rows).toHaveLength(1);
    expect(rejected.map(({regel, kolom, code}) => [regel, kolom, code])).toEqual([
      [1, 'bedrag', 'REGEL_STUK'],
      [2, 'bedrag', 'REGEL_STUK'],
      [3, 'categorie', 'CATEGORIE'],
      [4, 'taakveld', 'TAAKVELD'],
    ]);
    expect(JSON.stringify(rejected)).not.toContain('zzz');
  });
});

describe('a report is refused', () => {
  it.each<[string, Record<string, unknown>, string]>([
    ['of a province', {overheidslaag: 'Provincie'}, 'niet van een gemeente'],
    ['from before the taakvelden', {boekjaar: 2016}, 'taakvelden bestaan sinds 2017'],
    ['a begroting of a quarter', {periode: 2}, 'een begroting heeft periode 0'],
    ['a realisatie of nothing', {status: 'Realisatie'}, 'een begroting heeft periode 0'],
    ['a period that is none', {periode: 6}, 'metadata.periode'],
    ['a date that is none', {datum: 'gisteren 10:00:00'}, 'metadata.datum'],
    ['an unknown field', {kenmerk: 'x'}, 'metadata'],
    ['no number of a gemeente', {overheidsnummer: 'Den Helder'}, 'metadata.overheidsnummer'],
  ])('%s', async (_what, metadata, reden) => {
    await expect(translate(report({lasten: [line('6.2', 1)]}, metadata))).rejects.toThrow(reden);
  });

  it('when the amounts are whole euros instead of thousands', async () => {
    const euros = report({lasten: [line('0.4', 180_000_000), line('6.2', 12_000_000)]});
    await expect(translate(euros)).rejects.toThrow('in duizenden');
  });

  it('when it is no JSON, naming the line and never the text', async () => {
    const comma = '{\n"metadata": {\n"overheidslaag": "geheim",}\n\n';
    await expect(translate(comma)).rejects.toThrow('iv3.json: regel 3: dit is geen geldige JSON');
    const word = '{\n"overheidslaag": geheim}';
    await expect(translate(word)).rejects.toThrow('iv3.json: dit is geen geldige JSON');
    await expect(translate(word)).rejects.not.toThrow('geheim');
  });

  it('when it is not UTF-8', async () => {
    const bytes = Buffer.from(
      JSON.stringify(report({})).replace('Helder', 'H\u00e9lder'),
      'latin1',
    );
    await expect(translate(bytes)).rejects.toThrow('geen UTF-8');
  });

  it('when two reports come in one delivery', async () => {
    const files = unpacked({'a.json': report({}), 'b.json': report({})});
    expect(await iv3Translator.recognises(files)).toBe(true);
    await expect(iv3Translator.translate(files, NOW)).rejects.toThrow('Lever elk verslag apart');
  });
});

describe('recognising Iv3', () => {
  it('goes by content, not by the name of the file', async () => {
    const others = {_embedded: {aanvraag: []}};
    expect(await iv3Translator.recognises(unpacked({'x.json': report({})}))).toBe(true);
    expect(await iv3Translator.recognises(unpacked({'iv3.json': others}))).toBe(false);
    expect(await iv3Translator.recognises(unpacked({'levering.json': {profiel: 'x'}}))).toBe(false);
    expect(await iv3Translator.recognises([])).toBe(false);
  });
});

describe('no line is lost, whatever it holds', () => {
  it('every line has a row or a rejection, or is counted as outside', async () => {
    const small = fc.jsonValue().filter((value) => typeof value !== 'number' || value <= 1_000_000);
    const anything = fc.oneof(
      fc.jsonValue(),
      small.map((value) => line('6.2', value)),
      fc.string().map((code) => line(code, 1)),
      fc.string().map((code) => line('6.2', 1, code)),
      fc.constantFrom(line('6.71a', 5), line('0.4', 5)),
    );
    const lines = fc.array(anything, {maxLength: 8});
    await fc.assert(
      fc.asyncProperty(lines, lines, async (lasten, baten) => {
        const {tabellen} = await translate(report({lasten, baten}));
        const {lines: seen} = await contentOf(tabellen[0]);
        const [outside] = tabellen[0]?.waarschuwingen ?? [];
        const counted = Number(/^[0-9]+/.exec(outside?.reden ?? '0')?.[0]);
        expect(seen.length + counted).toBe(lasten.length + baten.length);
        expect(new Set(seen).size).toBe(seen.length);
      }),
      {numRuns: 200},
    );
  });

  it('any JSON is a report or is refused with a reason', async () => {
    const part = fc.oneof(fc.jsonValue(), fc.constant(report({}).metadata));
    await fc.assert(
      fc.asyncProperty(fc.record({metadata: part, data: part}), async (content) => {
        const refusal = await translate(content).then(
          () => null,
          (error: unknown) => error,
        );
        if (refusal !== null) expect(refusal).toBeInstanceOf(LeveringGeweigerd);
      }),
      {numRuns: 200},
    );
  });
});

describe('a file that does not fit in memory', () => {
  it('is refused before it is read', async () => {
    const files = unpacked({'iv3.json': report({})});
    truncateSync(files[0]!.pad, 200 * 1024 ** 2 + 1);
    await expect(iv3Translator.translate(files, NOW)).rejects.toThrow('groter dan 200 MB');
  });
});
