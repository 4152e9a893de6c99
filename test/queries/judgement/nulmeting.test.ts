import {mkdtempSync, readFileSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {describe, expect, it} from 'vitest';
import type {Maten, Status} from '../../../queries/contract/figure.ts';
import type {Nulmeting} from '../../../queries/contract/verdict.ts';
import {withheld} from '../../../queries/cube/protect.ts';
import {
  freeze,
  missingFrom,
  readBaselines,
  signed,
  writeBaselines,
} from '../../../queries/judgement/nulmeting.ts';

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

const frozenOf = (frozen: Nulmeting[], today: Nulmeting[]) => freeze(frozen, today).frozen;

describe('a frozen 0-meting', () => {
  it('never changes; today’s other figure stands beside it as herzien', () => {
    const first = frozenOf([], [baseline(2)]);
    const again = frozenOf(first, [baseline(3, {publicatie: 'tweede'})]);
    expect(again).toEqual([{...first[0], herzien: 3}]);
    expect(frozenOf(again, [baseline(2, {publicatie: 'derde'})])).toEqual(first);
  });

  it('is not frozen while it may not be shown', () => {
    expect(frozenOf([], [baseline(2, {status: 'te_klein', waarde: null})])).toEqual([]);
  });

  it('waits while it is provisional: shown without hash, frozen when somebody says so', () => {
    const {frozen, open} = freeze([], [baseline(2, {voorlopig: true})]);
    expect(frozen).toEqual([]);
    expect(open.map(({hash}) => hash)).toEqual(['']);
    const kept = freeze(open.map(signed), [baseline(4, {voorlopig: true})]);
    expect(kept.frozen.map(({waarde, herzien}) => [waarde, herzien])).toEqual([[2, 4]]);
    expect(kept.open).toEqual([]);
  });

  it('is added when a later team reaches its start', () => {
    const both = frozenOf(frozenOf([], [baseline(2)]), [
      baseline(2),
      baseline(5, {gebied: 'DH-CEN'}),
    ]);
    expect(both.map(({gebied}) => gebied)).toEqual(['DH-JUL', 'DH-CEN']);
  });

  it('that was delivered takes precedence over our own of the same cell', () => {
    const delivered = baseline(7, {herkomst: 'geleverd', versie: 'geleverd'});
    const first = frozenOf([], [delivered, baseline(2)]);
    expect(first.map(({waarde}) => waarde)).toEqual([7]);
    // and our own figure of that window is no restatement of it
    expect(frozenOf(first, [delivered, baseline(3)])).toEqual(first);
  });

  it('of an older definition stays, and the new definition gets one of its own', () => {
    const both = frozenOf(frozenOf([], [baseline(2)]), [baseline(4, {versie: '2'})]);
    expect(both.map(({versie, waarde, herzien}) => [versie, waarde, herzien])).toEqual([
      ['1', 2, null],
      ['2', 4, null],
    ]);
  });

  it('that was changed together with its hash, or taken away, is missed by the publication', () => {
    const frozen = frozenOf([], [baseline(2), baseline(5, {gebied: 'DH-CEN'})]);
    const forged = frozen.map((one) => signed({...one, waarde: 1}));
    expect(missingFrom(frozen, frozen)).toEqual([]);
    expect(missingFrom(forged, frozen)).toHaveLength(2);
    expect(missingFrom(frozen.slice(1), frozen)).toEqual([frozen[0]]);
  });

  it('that is changed by hand is noticed, with the indicator and area', () => {
    const file = join(mkdtempSync(join(tmpdir(), 'nulmeting-')), 'nulmetingen.json');
    writeBaselines(file, frozenOf([], [baseline(2)]));
    expect(readBaselines(file)).toHaveLength(1);
    writeFileSync(file, readFileSync(file, 'utf8').replace('"waarde": 2', '"waarde": 1'));
    expect(() => readBaselines(file)).toThrow(
      /de nulmeting van wachtlijst voor DH-JUL is na het vastleggen veranderd/,
    );
  });
});
