import {makePseudonymizer} from '../../../ingest/gate/pseudonym.ts';
import {readBericht, type Bericht} from '../../../ingest/sources/istandaarden/adapter.ts';
import {BerichtGeweigerd} from '../../../ingest/sources/istandaarden/errors.ts';

export const pseudonym = makePseudonymizer(new Uint8Array(32).fill(7));

/** Reads a message that is in memory, in chunks so small that every element is cut somewhere. */
export async function read(source: string | Uint8Array, chunk = 61): Promise<Bericht> {
  const bytes = Buffer.from(source);
  const chunks = async function* (): AsyncGenerator<Uint8Array> {
    for (let at = 0; at < bytes.length; at += chunk) {
      yield await Promise.resolve(bytes.subarray(at, at + chunk));
    }
  };
  return readBericht(chunks(), {pseudonym, vandaag: '2026-11-24'});
}

/** Why a message is refused, with line and path; fails when it is not. */
export async function refusal(
  source: string | Uint8Array,
): Promise<{regel: number; pad: string; reden: string}> {
  try {
    await read(source);
  } catch (error) {
    if (!(error instanceof BerichtGeweigerd)) throw error;
    return {regel: error.regel, pad: error.pad, reden: error.message};
  }
  throw new Error('the message was not refused');
}
