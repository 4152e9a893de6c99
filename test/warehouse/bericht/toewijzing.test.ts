import {beforeAll, describe, expect, it} from 'vitest';
import {product} from '../../ingest/istandaarden/message-text.ts';
import {MessageWarehouse} from './message-warehouse.ts';

let warehouse: MessageWarehouse;
beforeAll(async () => {
  warehouse = await MessageWarehouse.open();
});

const toewijzing = (fields: Record<string, string | number>, identificatie: string): string =>
  product(fields, {identificatie});

describe('R1: the latest toewijzingsdatum and -tijd wins, whatever the order of arrival', () => {
  it('takes the end of the latest version', async () => {
    const rows = await warehouse.anyOrder('toewijzing', [
      toewijzing({Toewijzingstijd: '09:00:00', Einddatum: '2024-06-30'}, '3'),
      toewijzing({Toewijzingstijd: '11:00:00', Einddatum: '2024-09-30'}, '1'),
      toewijzing({Toewijzingsdatum: '2024-02-01', Toewijzingstijd: '23:00:00'}, '2'),
    ]);
    expect(rows).toHaveLength(1);
    expect(rows[0]).toMatchObject({einddatum: '2024-09-30', datum_besluit: '2024-02-01'});
  });

  it('takes message 10 after message 9 when date and time are the same', async () => {
    const rows = await warehouse.anyOrder('toewijzing', [
      toewijzing({Einddatum: '2024-06-30'}, '9'),
      toewijzing({Einddatum: '2024-07-31'}, '10'),
    ]);
    expect(rows[0]).toMatchObject({einddatum: '2024-07-31'});
  });

  it('keeps the same number of two laws apart', async () => {
    const rows = await warehouse.anyOrder('toewijzing', [
      product({}, {soort: 'wmo301'}),
      product({}, {soort: 'jw301'}),
    ]);
    expect(rows.map(({wet}) => wet).sort()).toEqual(['jeugdwet', 'wmo']);
  });
});

describe('R2: reason 13 says that the toewijzing never existed', () => {
  const withdrawn = {RedenWijziging: '13', Toewijzingsdatum: '2024-03-05'};

  it('leaves it out', async () => {
    const messages = [toewijzing({}, '1'), toewijzing(withdrawn, '2')];
    expect(await warehouse.anyOrder('toewijzing', messages)).toEqual([]);
  });

  it('takes it back when a later version exists again', async () => {
    const again = {Toewijzingsdatum: '2024-03-06'};
    const messages = [toewijzing({}, '1'), toewijzing(withdrawn, '2'), toewijzing(again, '3')];
    expect(await warehouse.anyOrder('toewijzing', messages)).toHaveLength(1);
  });
});

describe('R3: an einddatum may move both ways and history stays', () => {
  it('moves later, then earlier', async () => {
    const versions = ['2024-06-30', '2024-12-31', '2024-05-31'].map((Einddatum, index) =>
      toewijzing({Einddatum, Toewijzingsdatum: `2024-03-0${index + 1}`}, String(index)),
    );
    const rows = await warehouse.anyOrder('toewijzing', versions);
    expect(rows).toHaveLength(1);
    expect(rows[0]).toMatchObject({einddatum: '2024-05-31'});
    const [history] = await warehouse.database.rows(
      'select count(*) as aantal from stg.bericht_toewijzing',
    );
    expect(history).toEqual({aantal: 3});
  });
});

describe('R8: a toewijzing can be specific, aspecific or generic', () => {
  it('keeps all three', async () => {
    const omvang = '<Volume>10</Volume><Eenheid>04</Eenheid><Frequentie>2</Frequentie>';
    const specific = '<Categorie>01</Categorie><Code>01A01</Code>';
    const aspecific = '<Categorie>01</Categorie>';
    const rows = await warehouse.anyOrder('toewijzing', [
      toewijzing({ToewijzingNummer: '1', Product: specific, Omvang: omvang}, '1'),
      toewijzing({ToewijzingNummer: '2', Product: aspecific}, '2'),
      toewijzing({ToewijzingNummer: '3', Budget: 12_345}, '3'),
    ]);
    const byNumber = rows.toSorted((a, b) =>
      String(a['toewijzingnummer']).localeCompare(String(b['toewijzingnummer'])),
    );
    expect(byNumber).toMatchObject([
      {productcategorie: '01', productcode: '01A01', volume: 10, eenheid: 'uur'},
      {productcategorie: '01', productcode: null, volume: null, frequentie: null},
      {productcategorie: 'onbekend', productcode: null, budget_cent: 12_345},
    ]);
  });
});

describe('R10: frequencies are words', () => {
  it.each([
    ['1', 'dag'],
    ['2', 'week'],
    ['4', 'maand'],
    ['6', 'totaal'],
  ])('frequency %s is %s', async (code, word) => {
    const Omvang = `<Volume>1</Volume><Eenheid>04</Eenheid><Frequentie>${code}</Frequentie>`;
    const rows = await warehouse.anyOrder('toewijzing', [toewijzing({Omvang}, '1')]);
    expect(rows).toMatchObject([{frequentie: word}]);
  });
});

describe('a client is what the newest message with a birth year says', () => {
  it('whatever the order of arrival', async () => {
    const none = product({}, {dagtekening: '2024-09-01'}).replace(/<Geboorte.*Geboortedatum>/, '');
    const other = product({}, {dagtekening: '2024-08-01'}).replace('1950-02-03', '1951-02-03');
    const rows = await warehouse.anyOrder('client', [product(), other, none]);
    expect(rows).toMatchObject([{geboortejaar: 1951, geslacht: 'v'}]);
  });
});
