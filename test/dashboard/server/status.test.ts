import {mkdtempSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {describe, expect, it, onTestFinished} from 'vitest';
import {testServer} from '../../support/server.ts';

const NIGHT = {
  laatste_nacht: '2022-11-24T04:15:00Z',
  gelukt: true,
  melding: null,
  bronnen: [
    {
      gemeente: '0400',
      bron: 'wijkteamregistratie',
      periode_tot: '2022-11-15',
      aangemaakt_op: '2022-11-16T01:00:00Z',
    },
  ],
  bevindingen: [{check: 'casus', uitleg: 'Een casus eindigt na de start.', bevindingen: 2}],
};

function statusFile(text: string): string {
  const folder = mkdtempSync(join(tmpdir(), 'status-'));
  onTestFinished(() => {
    rmSync(folder, {recursive: true});
  });
  const path = join(folder, 'status.json');
  writeFileSync(path, text);
  return path;
}

describe('the status', () => {
  it('says how the last night went, and nothing that the night did not mean to show', async () => {
    const path = statusFile(JSON.stringify({...NIGHT, pad: '/geheim/pad'}));
    const server = await testServer({statusFile: path});
    const answer = await server.get('/api/v1/status');
    expect(JSON.parse(answer.text)).toEqual({
      publicatie: '2022-11-a',
      gemaakt_op: '2022-11-24T04:15:00Z',
      geweigerd: null,
      nacht: NIGHT,
    });

    writeFileSync(path, JSON.stringify({...NIGHT, gelukt: false, melding: 'Schijf vol.'}));
    const later = await server.get('/api/v1/status', {'if-none-match': answer.headers.etag!});
    expect(later.status).toBe(200);
    expect(later.text).toContain('Schijf vol.');
  });

  it.each(['', '{"laatste_nacht": 3}', '{'])(
    'still answers when the file holds %s',
    async (text) => {
      const server = await testServer({statusFile: statusFile(text)});
      const answer = await server.get('/api/v1/status');
      expect(JSON.parse(answer.text)).toMatchObject({publicatie: '2022-11-a', nacht: null});
      expect(server.log.join()).toContain('status van de nacht niet te lezen');
    },
  );
});
