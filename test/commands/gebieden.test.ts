import {mkdtempSync, readdirSync, readFileSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {beforeEach, describe, expect, it} from 'vitest';
import {openDataDirectory, type DataDirectory} from '../../commands/data-directory.ts';
import {loadBoundaries} from '../../commands/gebieden.ts';
import {area, collection, LEFT, RIGHT} from '../ingest/cbs/geojson.ts';

let data: DataDirectory;
let file: string;
beforeEach(() => {
  const folder = mkdtempSync(join(tmpdir(), 'gebieden-'));
  data = openDataDirectory(join(folder, 'data'));
  file = join(folder, 'wijk_2024.geojson');
});

const write = (...features: unknown[]): void => {
  writeFileSync(file, JSON.stringify(collection(features)));
};

describe('gebieden laad', () => {
  it('keeps the boundaries clockwise, and offers the areas to the next night', () => {
    write(area('WK040001', 'Wijk 01 Centrum', LEFT), area('WK040002', 'Wijk 02 Zuid', RIGHT));
    expect(loadBoundaries(data, file, false)).toEqual({
      gemeente_code: 'GM0400',
      jaar: 2024,
      gebieden: 2,
    });
    const kept = JSON.parse(
      readFileSync(join(data.beheer, 'grenzen', 'GM0400-2024.geojson'), 'utf8'),
    ) as {features: {properties: unknown; geometry: unknown}[]};
    expect(kept.features[0]).toEqual({
      type: 'Feature',
      properties: {gebied_code: 'WK040001', jaar: 2024, naam: 'Centrum'},
      geometry: {type: 'MultiPolygon', coordinates: [[RIGHT]]},
    });
    expect(readdirSync(data.inbox)).toEqual(['wijk_2024.geojson']);
  });

  it('keeps nothing in a trial, of two gemeenten, or of what can not be drawn', () => {
    write(area('WK040001', 'Wijk 01 Centrum', LEFT));
    expect(loadBoundaries(data, file, true)).toMatchObject({gebieden: 1});
    write(area('WK040001', 'Wijk 01 Centrum', LEFT), area('WK045301', 'Wijk 01 Velsen', LEFT));
    expect(() => loadBoundaries(data, file, false)).toThrow('precies één gemeente');
    write(area('WK040001', 'Wijk 01 Centrum', [[110_000, 550_000]]));
    expect(() => loadBoundaries(data, file, false)).toThrow('code, naam of omtrek ontbreekt');
    expect(() => loadBoundaries(data, '/nergens.geojson', false)).toThrow('is er niet');
    expect(readdirSync(data.inbox)).toEqual([]);
    expect(readdirSync(data.beheer)).toEqual([]);
  });
});
