import {existsSync} from 'node:fs';
import {join} from 'node:path';
import {describe, expect, it} from 'vitest';
import {readBoundaries} from '../../../ingest/sources/cbs/boundaries.ts';
import {unpacked} from '../../support/unpacked.ts';
import {area, collection, LEFT, RIGHT} from './geojson.ts';
import {realPath} from '../../support/real-files.ts';

const GEO = realPath('geo');
const read = (features: unknown[], naam = 'wijk_2024.geojson') =>
  readBoundaries(unpacked({[naam]: collection(features)})[0]!.pad);

/** Twice the area; negative = clockwise. */
const turning = (ring: readonly (readonly number[])[]): number =>
  ring.reduce((sum, [x = 0, y = 0], index) => {
    const [nextX = 0, nextY = 0] = ring[(index + 1) % ring.length]!;
    return sum + (x * nextY - nextX * y);
  }, 0);

describe('boundaries', () => {
  it('go clockwise outside, whatever the file does', () => {
    const [left, right] = read([area('WK040001', 'A', LEFT), area('WK040002', 'B', RIGHT)]);
    expect(left).toEqual({gebied_code: 'WK040001', jaar: 2024, naam: 'A', polygonen: [[RIGHT]]});
    expect(right?.polygonen).toEqual([[RIGHT]]);
  });

  it('go the other way around a hole, in each part of an area with islands', () => {
    const hole = LEFT.map(([x = 0, y = 0]) => [4.75 + (x - 4.75) / 2, 52.95 + (y - 52.95) / 2]);
    const feature = area('WK040001', 'A', LEFT);
    const geometry = {type: 'MultiPolygon', coordinates: [[LEFT, hole], [RIGHT]]};
    const [boundary] = read([{...feature, geometry}]);
    expect(boundary?.polygonen.map((rings) => rings.map((ring) => turning(ring) < 0))).toEqual([
      [true, false],
      [true],
    ]);
  });

  it.each<[string, unknown]>([
    ['a line', {type: 'LineString', coordinates: LEFT}],
    ['a ring of two points', {type: 'Polygon', coordinates: [LEFT.slice(0, 2)]}],
    ['no outline', null],
  ])('are refused when they are %s', (_what, geometry) => {
    expect(() => read([{...area('WK040001', 'A', LEFT), geometry}])).toThrow('gebied 1');
  });

  it('are refused in metres of the national grid', () => {
    const metres = LEFT.map(() => [112000, 550000]);
    expect(() => read([area('WK040001', 'A', metres)])).toThrow('geen graden (WGS84)');
  });

  it('are refused without a year', () => {
    expect(() => read([area('WK040001', 'A', LEFT)], 'wijken.geojson')).toThrow('het jaar');
  });
});

describe.skipIf(!existsSync(GEO))('the boundaries of Den Helder and Velsen', () => {
  it.each([
    ['GM0400', 8],
    ['GM0453', 10],
  ])('%s: all %d wijken turn clockwise', (gemeente, aantal) => {
    const boundaries = readBoundaries(join(GEO, `wijk_2024_${gemeente}_wgs84.geojson`));
    expect(boundaries).toHaveLength(aantal);
    for (const {polygonen, jaar} of boundaries) {
      expect(jaar).toBe(2024);
      for (const [outer] of polygonen) expect(turning(outer!)).toBeLessThan(0);
    }
  });
});
