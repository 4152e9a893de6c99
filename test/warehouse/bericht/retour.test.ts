import {beforeAll, describe, expect, it} from 'vitest';
import {product, request, retour} from '../../ingest/istandaarden/message-text.ts';
import {MessageWarehouse} from './message-warehouse.ts';

let warehouse: MessageWarehouse;
beforeAll(async () => {
  warehouse = await MessageWarehouse.open();
});

describe('a message that its receiver rejected does not count', () => {
  it.each([
    ['toewijzing', 'wmo301', 'wmo302'],
    ['levering', 'wmo305', 'wmo306'],
  ] as const)('%s: %s with %s', async (table, soort, back) => {
    const messages = [
      product({}, {soort, identificatie: '1'}),
      product({ToewijzingNummer: '8000'}, {soort, identificatie: '2'}),
      retour(back, {code: '9063', van: '1'}),
      retour(back, {code: '0200', van: '2'}),
    ];
    const rows = await warehouse.anyOrder(table, messages);
    expect(rows.map(({toewijzingnummer}) => toewijzingnummer)).toEqual(['8000']);
  });

  it('a rejected stop leaves the start as it was', async () => {
    const rows = await warehouse.anyOrder('levering', [
      product({}, {soort: 'wmo305', identificatie: '1'}),
      product({}, {soort: 'wmo307', identificatie: '1'}),
      retour('wmo308', {code: '9069', van: '1'}),
    ]);
    expect(rows).toHaveLength(1);
    expect(rows[0]).toMatchObject({begindatum: '2024-03-04', einddatum: null});
  });
});

describe('the request (315) tells when help was asked for', () => {
  it('by the reference of the aanbieder', async () => {
    const rows = await warehouse.anyOrder('toewijzing', [
      request(),
      product({ReferentieAanbieder: 'R1'}, {identificatie: '2'}),
    ]);
    expect(rows[0]).toMatchObject({datum_aanvraag: '2024-02-12', datum_besluit: '2024-03-01'});
  });

  it('not when another reference, a rejected request or a later one', async () => {
    const rows = await warehouse.anyOrder('toewijzing', [
      request({}, {identificatie: '5'}),
      retour('wmo316', {code: '9347', van: '5'}),
      request({ReferentieAanbieder: 'R2'}, {identificatie: '6'}),
      request({ReferentieAanbieder: 'R3'}, {identificatie: '7', dagtekening: '2024-03-09'}),
      product({ReferentieAanbieder: 'R1'}, {identificatie: '2'}),
      product({ToewijzingNummer: '9', ReferentieAanbieder: 'R3'}, {identificatie: '3'}),
    ]);
    expect(rows.map(({datum_aanvraag}) => datum_aanvraag)).toEqual([null, null]);
  });
});
