import {mkdtempSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {describe, expect, it, onTestFinished} from 'vitest';
import {QUALITY} from '../../support/quality.ts';
import {testServer} from '../../support/server.ts';

function qualityFile(text: string): string {
  const folder = mkdtempSync(join(tmpdir(), 'kwaliteit-'));
  onTestFinished(() => {
    rmSync(folder, {recursive: true});
  });
  const path = join(folder, 'kwaliteit.json');
  writeFileSync(path, text);
  return path;
}

describe('the quality of the data', () => {
  it('is what the night wrote, without what it did not mean to show', async () => {
    const path = qualityFile(JSON.stringify({...QUALITY, bestandsnaam: 'jansen.zip'}));
    const server = await testServer({qualityFile: path});
    const answer = JSON.parse((await server.get('/api/v1/kwaliteit')).text) as object;
    expect(answer).toMatchObject({kwaliteit: QUALITY});
    expect(JSON.stringify(answer)).not.toContain('jansen');
  });

  it('is not yet known before the first night', async () => {
    const server = await testServer();
    const answer = JSON.parse((await server.get('/api/v1/kwaliteit')).text) as object;
    expect(answer).toMatchObject({kwaliteit: null});
    expect(server.log).toEqual([expect.stringContaining('publicatie in gebruik')]);
  });

  it('still answers when the file is damaged or holds an exact count, and logs it', async () => {
    const exact = {...QUALITY, wachtend: [{gemeente: '0400', tabel: 'casus', aantal: '3'}]};
    for (const text of ['{', JSON.stringify(exact)]) {
      const server = await testServer({qualityFile: qualityFile(text)});
      const answer = JSON.parse((await server.get('/api/v1/kwaliteit')).text) as object;
      expect(answer).toMatchObject({kwaliteit: null});
      expect(server.log.join()).toContain('niet te lezen');
    }
  });
});
