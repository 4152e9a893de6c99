import {mkdirSync, mkdtempSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {brotliDecompressSync} from 'node:zlib';
import {describe, expect, it, onTestFinished} from 'vitest';
import {testServer} from '../../support/server.ts';

const PAGE = `<!doctype html><title>Wijkmonitor</title>${'<p>tekst</p>'.repeat(200)}`;

function builtApp(): string {
  const folder = mkdtempSync(join(tmpdir(), 'app-'));
  onTestFinished(() => {
    rmSync(folder, {recursive: true});
  });
  mkdirSync(join(folder, 'assets'));
  writeFileSync(join(folder, 'index.html'), PAGE);
  writeFileSync(join(folder, 'assets', 'app-1a2b.js'), 'export {};'.repeat(300));
  return folder;
}

describe('the browser app', () => {
  it('has files that never change and a page that is checked each time', async () => {
    const server = await testServer({appDirectory: builtApp()});
    const script = await server.get('/assets/app-1a2b.js', {'accept-encoding': 'br'});
    expect(script.headers).toMatchObject({
      'cache-control': 'public, max-age=31536000, immutable',
      'content-type': 'text/javascript; charset=utf-8',
      'content-encoding': 'br',
    });
    expect(brotliDecompressSync(script.bytes).toString()).toBe('export {};'.repeat(300));

    const page = await server.get('/');
    expect(page.headers['cache-control']).toBe('no-cache');
    expect(page.text).toBe(PAGE);
    expect((await server.get('/', {'if-none-match': page.headers.etag!})).status).toBe(304);
  });

  it.each(['/overzicht', '/indicator/wachtlijst', '/indicator/wachtlijst?gemeente=0400'])(
    'opens at its page %s',
    async (path) => {
      const server = await testServer({appDirectory: builtApp()});
      expect((await server.get(path)).text).toBe(PAGE);
    },
  );

  it.each(['/assets/app-oud.js', '/onzin', '/../package.json', '/%2e%2e/package.json', '/assets'])(
    'is not found at %s',
    async (path) => {
      const server = await testServer({appDirectory: builtApp()});
      const answer = await server.get(path);
      expect(answer.status).toBe(404);
      expect(answer.headers['content-type']).toBe('application/problem+json; charset=utf-8');
    },
  );
});
