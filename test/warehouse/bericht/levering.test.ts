import {beforeAll, describe, expect, it} from 'vitest';
import {product} from '../../ingest/istandaarden/message-text.ts';
import {MessageWarehouse} from './message-warehouse.ts';

let warehouse: MessageWarehouse;
beforeAll(async () => {
  warehouse = await MessageWarehouse.open();
});

const start = (dagtekening: string, fields = {}, identificatie = '1'): string =>
  product(fields, {soort: 'wmo305', dagtekening, identificatie});

const stop = (dagtekening: string, fields = {}, identificatie = '1'): string =>
  product(fields, {soort: 'wmo307', dagtekening, identificatie});

const DEFINITIEF = {RedenBeeindiging: '19'};

describe('R4: stop reason 20 is temporary', () => {
  it('gives way to a definitive stop of the same start', async () => {
    const rows = await warehouse.anyOrder('levering', [
      start('2024-03-05'),
      stop('2024-06-01'),
      stop('2024-07-01', {...DEFINITIEF, Einddatum: '2024-06-30'}),
    ]);
    expect(rows).toHaveLength(1);
    expect(rows[0]).toMatchObject({einddatum: '2024-06-30', reden_einde: 'volgens_plan'});
  });

  it('stays beside a new start', async () => {
    const rows = await warehouse.anyOrder('levering', [
      start('2024-03-05'),
      stop('2024-06-01'),
      start('2024-08-01', {Begindatum: '2024-08-01'}),
    ]);
    const inTime = rows.toSorted((a, b) =>
      String(a['begindatum']) < String(b['begindatum']) ? -1 : 1,
    );
    expect(inTime).toMatchObject([
      {begindatum: '2024-03-04', reden_einde: 'tijdelijk'},
      {begindatum: '2024-08-01', einddatum: null, reden_einde: null},
    ]);
  });

  it('does not undo a definitive stop when it comes later as a first message', async () => {
    const rows = await warehouse.anyOrder('levering', [
      stop('2024-06-01', {...DEFINITIEF}),
      stop('2024-07-01'),
    ]);
    expect(rows).toMatchObject([{reden_einde: 'volgens_plan'}]);
  });
});

describe('R5: status 3 withdraws and status 2 replaces', () => {
  const open = {einddatum: null, reden_einde: null};
  const resolve = (...messages: string[]) =>
    warehouse.anyOrder('levering', [start('2024-03-05'), ...messages]);

  it('a withdrawn start never was', async () => {
    expect(await resolve(start('2024-03-09', {StatusAanlevering: 3}))).toEqual([]);
  });

  it('a start that is sent again after its withdrawal is there', async () => {
    const rows = await resolve(
      start('2024-03-09', {StatusAanlevering: 3}),
      start('2024-03-10'),
      stop('2024-03-08'),
    );
    expect(rows).toMatchObject([open]);
  });

  it('status 2 changes the day of a stop', async () => {
    const rows = await resolve(
      stop('2024-06-01', {...DEFINITIEF}),
      stop('2024-06-02', {...DEFINITIEF, StatusAanlevering: 2, Einddatum: '2024-05-15'}),
    );
    expect(rows).toMatchObject([{einddatum: '2024-05-15', reden_einde: 'volgens_plan'}]);
  });

  it('status 2 turns a definitive stop into a temporary one', async () => {
    const rows = await resolve(
      stop('2024-06-01', {...DEFINITIEF}),
      stop('2024-06-02', {StatusAanlevering: 2}),
    );
    expect(rows).toMatchObject([{reden_einde: 'tijdelijk', einddatum: '2024-05-31'}]);
  });

  it('status 2 turns a temporary stop into a definitive one, which 3 then withdraws', async () => {
    const changed = stop('2024-06-02', {...DEFINITIEF, StatusAanlevering: 2});
    expect(await resolve(stop('2024-06-01'), changed)).toMatchObject([
      {reden_einde: 'volgens_plan'},
    ]);
    const withdrawn = stop('2024-06-03', {...DEFINITIEF, StatusAanlevering: 3});
    expect(await resolve(stop('2024-06-01'), changed, withdrawn)).toMatchObject([open]);
  });

  it.each([
    ['a definitive stop by a temporary reason', '19', '20'],
    ['a temporary stop by a definitive reason', '20', '19'],
    ['a definitive stop by another definitive reason', '19', '22'],
  ])('status 3 withdraws %s', async (_what, first, second) => {
    const rows = await resolve(
      stop('2024-06-01', {RedenBeeindiging: first}),
      stop('2024-06-02', {RedenBeeindiging: second, StatusAanlevering: 3}),
    );
    expect(rows).toMatchObject([open]);
  });

  it('a withdrawn definitive stop leaves the temporary one that came before', async () => {
    const rows = await resolve(
      stop('2024-06-01'),
      stop('2024-07-01', {...DEFINITIEF}),
      stop('2024-07-02', {...DEFINITIEF, StatusAanlevering: 3}),
    );
    expect(rows).toMatchObject([{reden_einde: 'tijdelijk'}]);
  });

  it('status 9 (unchanged) says the same as a first message', async () => {
    const rows = await resolve(
      stop('2024-06-01', {...DEFINITIEF}),
      start('2024-06-02', {StatusAanlevering: 9}),
      stop('2024-06-03', {...DEFINITIEF, StatusAanlevering: 9}),
    );
    expect(rows).toMatchObject([{einddatum: '2024-05-31', reden_einde: 'volgens_plan'}]);
  });

  it('a stop whose start was never delivered names the begin itself', async () => {
    const rows = await warehouse.anyOrder('levering', [stop('2024-06-01', {...DEFINITIEF})]);
    expect(rows).toMatchObject([{begindatum: '2024-03-04', einddatum: '2024-05-31'}]);
  });

  it('message 10 comes after message 9 on the same day', async () => {
    const rows = await resolve(
      stop('2024-06-01', {...DEFINITIEF}, '9'),
      stop('2024-06-01', {...DEFINITIEF, StatusAanlevering: 3}, '10'),
    );
    expect(rows).toMatchObject([open]);
  });

  it('levering, file and line are of one message: the last one', async () => {
    const last = stop('2024-06-02', {...DEFINITIEF, StatusAanlevering: 3});
    const [row] = await resolve(stop('2024-06-01', {...DEFINITIEF}), last);
    const origin = await warehouse.database.rows(
      `select levering_id, bestand, bronregel from stg.bericht_levering
       where status_aanlevering = '3'`,
    );
    expect(origin).toHaveLength(1);
    expect(row).toMatchObject({...origin[0]});
    expect(row?.['aangemaakt_op']).toBe('2024-06-02 00:00:00');
  });
});

describe('R9: a code means what it means in its law', () => {
  it('31 is a move in the Wmo and according to plan in the Jeugdwet', async () => {
    const rows = await warehouse.anyOrder('levering', [
      product({RedenBeeindiging: '31'}, {soort: 'wmo307'}),
      product({RedenBeeindiging: '31'}, {soort: 'jw307'}),
    ]);
    expect(Object.fromEntries(rows.map(({wet, reden_einde}) => [wet, reden_einde]))).toEqual({
      wmo: 'verhuizing',
      jeugdwet: 'volgens_plan',
    });
  });
});
