import {join} from 'node:path';
import {pino, type Logger} from 'pino';
import type {DataDirectory} from './data-directory.ts';

/** Fields that would hold something of a person or a secret: cut out, should they ever be logged. */
const NEVER = ['bsn', 'client_id', 'waarde', 'sleutel', 'zout', 'naam', 'adres'];

/**
 * The log of the nights: JSON lines in `beheer/nacht.jsonl`. Of an error only its kind and place are
 * kept: the engine quotes values in its messages.
 */
export function openNightLog({beheer}: DataDirectory): Logger {
  return pino(
    {
      base: {pid: process.pid},
      timestamp: pino.stdTimeFunctions.isoTime,
      serializers: {err: errorPlace},
      redact: {
        paths: NEVER.flatMap((name) => [name, `*.${name}`]),
        censor: '[weggelaten]',
      },
    },
    pino.destination({dest: join(beheer, 'nacht.jsonl'), sync: true, mode: 0o600}),
  );
}

interface ErrorPlace {
  soort: string;
  code: string | null;
  plaats: string[];
  oorzaak: ErrorPlace | null;
}

/** Kind, code and stack of an error and of its cause, without any message. */
export function errorPlace(error: unknown): ErrorPlace {
  if (!(error instanceof Error))
    return {soort: typeof error, code: null, plaats: [], oorzaak: null};
  const frames = (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line));
  return {
    soort: error.name,
    code: 'code' in error ? String(error.code) : null,
    plaats: frames.map((line) => line.trim()),
    oorzaak: error.cause === undefined ? null : errorPlace(error.cause),
  };
}

/** A name of a file as it may be logged: a long number in it can be that of a person. */
export function withoutNumbers(name: string): string {
  return name.replace(/\d{8,}/g, (digits) => (/^(19|20)\d{6}$/.test(digits) ? digits : '#'));
}
