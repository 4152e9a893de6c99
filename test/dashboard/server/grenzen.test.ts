import {mkdirSync, mkdtempSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {expect, it, onTestFinished} from 'vitest';
import {openDataDirectory} from '../../../commands/data-directory.ts';
import {loadBoundaries} from '../../../commands/gebieden.ts';
import {area, collection, LEFT, RIGHT} from '../../ingest/cbs/geojson.ts';
import {testServer} from '../../support/server.ts';

function emptyFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'grenzen-'));
  onTestFinished(() => {
    rmSync(folder, {recursive: true});
  });
  return folder;
}

const answerOf = async (boundariesFolder: string): Promise<unknown> => {
  const server = await testServer({boundariesFolder});
  const answer = await server.get('/api/v1/gebieden.geojson');
  expect(answer.status).toBe(200);
  return JSON.parse(answer.text);
};

it('shows the newest outlines of a gemeente that "gebieden laad" kept', async () => {
  const folder = emptyFolder();
  const data = openDataDirectory(join(folder, 'data'));
  for (const [jaar, naam] of [['2023', 'Oud'] as const, ['2024', 'Nieuw'] as const]) {
    const file = join(folder, `wijk_${jaar}.geojson`);
    writeFileSync(file, JSON.stringify(collection([area('WK040001', `Wijk 01 ${naam}`, LEFT)])));
    loadBoundaries(data, file, false);
  }
  expect(await answerOf(join(data.beheer, 'grenzen'))).toEqual({
    type: 'FeatureCollection',
    features: [
      {
        type: 'Feature',
        properties: {gebied_code: 'WK040001', jaar: 2024, naam: 'Nieuw'},
        geometry: {type: 'MultiPolygon', coordinates: [[RIGHT]]},
      },
    ],
  });
});

it('is empty without outlines, and leaves out a file that is broken', async () => {
  const folder = join(emptyFolder(), 'grenzen');
  expect(await answerOf(folder)).toEqual({type: 'FeatureCollection', features: []});
  mkdirSync(folder);
  writeFileSync(join(folder, 'GM0400-2024.geojson'), '{"type": "FeatureCollection"}');
  expect(await answerOf(folder)).toEqual({type: 'FeatureCollection', features: []});
});
