import {promisify} from 'node:util';
import {brotliCompress, constants, gzip} from 'node:zlib';

const compressBrotli = promisify(brotliCompress);
const compressGzip = promisify(gzip);

export const ENCODINGS = ['br', 'gzip', 'identity'] as const;
export type Encoding = (typeof ENCODINGS)[number];

/** Below this size the headers weigh more than the gain. */
const SMALLEST = 860;

/** The best encoding that the caller accepts. `q=0` refuses one; we send identity if all else fails. */
export function chooseEncoding(accept: string | undefined): Encoding {
  if (!accept) return 'identity';
  const refused = new Set<string>();
  const accepted = new Set<string>();
  for (const part of accept.toLowerCase().split(',')) {
    const [name = '', ...parameters] = part.split(';').map((piece) => piece.trim());
    const isRefused = parameters.some((parameter) => /^q=0(\.0*)?$/.test(parameter));
    (isRefused ? refused : accepted).add(name);
  }
  const usable = (name: string) => !refused.has(name) && (accepted.has(name) || accepted.has('*'));
  if (usable('br')) return 'br';
  return usable('gzip') ? 'gzip' : 'identity';
}

/** The bytes in the encoding; small bodies stay as they are (`identity`). */
export async function compress(
  bytes: Buffer,
  encoding: Encoding,
  quality = 5,
): Promise<{bytes: Buffer; encoding: Encoding}> {
  if (encoding === 'identity' || bytes.length < SMALLEST) return {bytes, encoding: 'identity'};
  if (encoding === 'gzip') return {bytes: await compressGzip(bytes), encoding};
  const params = {
    [constants.BROTLI_PARAM_QUALITY]: quality,
    [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length,
  };
  return {bytes: await compressBrotli(bytes, {params}), encoding};
}
