import {mkdtempSync, readFileSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {describe, expect, it} from 'vitest';
import type {Nulmeting, Maten, Status} from '../../../queries/contract.ts';
import {withheld} from '../../../queries/cube/protect.ts';
import {freeze, readBaselines, writeBaselines} from '../../../queries/judgement/nulmeting.ts';

/** A figure without numbers, to fill in. */
const empty = (status: Status, methode = ''): Maten => withheld(status, methode);

const baseline = (waarde: number, over: Partial<Nulmeting> = {}): Nulmeting => ({
  ...empty('ok', 'byar'),
  indicator: 'wachtlijst',
  gebied: 'DH-JUL',
  niveau: 'team',
  dimensies: {},
  periode_van: '2019-06-01',
  periode_tot: '2020-05-31',
  versie: '1',
  publicatie: 'eerste',
  vastgelegd_op: '2020-06-10T02:00:00.000Z',
  herkomst: 'registratie',
  hash: '',
  herzien: null,
  waarde,
  ...over,
});

describe('a frozen 0-meting', () => {
  it('never changes; today’s other figure stands beside it as herzien', () => {
    const [first] = freeze([], [baseline(2)]);
    const [again] = freeze(first ? [first] : [], [baseline(3, {publicatie: 'tweede'})]);
    expect(again).toEqual({...first, herzien: 3});
    const [same] = freeze(again ? [again] : [], [baseline(2, {publicatie: 'derde'})]);
    expect(same).toEqual(first);
  });

  it('is not frozen while it may not be shown', () => {
    expect(freeze([], [baseline(2, {status: 'te_klein', waarde: null})])).toEqual([]);
  });

  it('is added when a later team reaches its start', () => {
    const [first] = freeze([], [baseline(2)]);
    const both = freeze(first ? [first] : [], [baseline(2), baseline(5, {gebied: 'DH-CEN'})]);
    expect(both.map(({gebied}) => gebied)).toEqual(['DH-JUL', 'DH-CEN']);
  });

  it('that is changed by hand is noticed, with the indicator and area', () => {
    const file = join(mkdtempSync(join(tmpdir(), 'nulmeting-')), 'nulmetingen.json');
    writeBaselines(file, freeze([], [baseline(2)]));
    expect(readBaselines(file)).toHaveLength(1);
    writeFileSync(file, readFileSync(file, 'utf8').replace('"waarde": 2', '"waarde": 1'));
    expect(() => readBaselines(file)).toThrow(
      /de nulmeting van wachtlijst voor DH-JUL is na het vastleggen veranderd/,
    );
  });
});
