import {createHash} from 'node:crypto';
import {existsSync, readdirSync, readFileSync} from 'node:fs';
import {extname, join, relative, sep} from 'node:path';
import type {RequestHandler} from 'express';
import {chooseEncoding, compress, type Encoding} from './compress.ts';

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml; charset=utf-8',
  '.webmanifest': 'application/manifest+json',
  '.txt': 'text/plain; charset=utf-8',
  '.woff2': 'font/woff2',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
};

/** These are compressed by themselves. */
const PACKED = new Set(['.woff2', '.png', '.ico']);

interface StaticFile {
  type: string;
  etag: string;
  immutable: boolean;
  packed: boolean;
  bytes: Buffer;
  encoded: Map<Encoding, Promise<{bytes: Buffer; encoding: Encoding}>>;
}

/**
 * The built browser app, held in memory and compressed once. Only files that were there at the
 * start can be asked for, so no path can leave the folder. Addresses of pages get index.html.
 */
export function staticApp(directory: string): RequestHandler {
  const files = readFiles(directory);
  return async (request, response, next) => {
    const isRead = request.method === 'GET' || request.method === 'HEAD';
    const file = files.get(request.path) ?? (isPage(request.path) ? files.get('/') : undefined);
    if (!isRead || !file) {
      next();
      return;
    }
    response.set({
      'Cache-Control': file.immutable ? 'public, max-age=31536000, immutable' : 'no-cache',
      ETag: file.etag,
      Vary: 'Accept-Encoding',
    });
    if (request.headers['if-none-match'] === file.etag) {
      response.status(304).end();
      return;
    }
    const {bytes, encoding} = await encode(
      file,
      chooseEncoding(request.headers['accept-encoding']),
    );
    if (encoding !== 'identity') response.set('Content-Encoding', encoding);
    response.set({'Content-Type': file.type, 'Content-Length': String(bytes.length)});
    response.end(bytes);
  };
}

/** Pages of the app have no dot in their last part; a missing file must not become a page. */
function isPage(path: string): boolean {
  return /^\/(overzicht|indicator|wijk|effect|financien|uitleg|over|privacy|datakwaliteit)(\/[\w-]*)*$/.test(
    path,
  );
}

function encode(file: StaticFile, wanted: Encoding) {
  const encoding = file.packed ? 'identity' : wanted;
  const known = file.encoded.get(encoding) ?? compress(file.bytes, encoding, 9);
  file.encoded.set(encoding, known);
  return known;
}

function readFiles(directory: string): Map<string, StaticFile> {
  if (!existsSync(directory)) return new Map();
  const entries = readdirSync(directory, {recursive: true, withFileTypes: true});
  const files = entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .map((path) => [address(relative(directory, path)), readStatic(path)] as const);
  return new Map(files);
}

function address(path: string): string {
  return path === 'index.html' ? '/' : `/${path.split(sep).join('/')}`;
}

function readStatic(path: string): StaticFile {
  const bytes = readFileSync(path);
  const extension = extname(path);
  return {
    type: TYPES[extension] ?? 'application/octet-stream',
    etag: `"${createHash('sha256').update(bytes).digest('base64url').slice(0, 22)}"`,
    // vite puts a hash of the content in the name of everything under assets/
    immutable: path.split(sep).includes('assets'),
    packed: PACKED.has(extension),
    bytes,
    encoded: new Map(),
  };
}
