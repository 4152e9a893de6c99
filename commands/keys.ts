import {randomBytes} from 'node:crypto';
import {existsSync, readFileSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {GebruikOnjuist} from './errors.ts';

/** The secrets of an installation: 256 bits each, hex, one file each, readable by the owner only. */
export type KeyName =
  'pseudoniem' | 'label-zout' | 'record-zout' | 'bron-client' | 'bron-huishouden';

/**
 * Reads a secret from `WIJKMONITOR_SLEUTEL_<NAAM>` or from `<folder>/<name>.sleutel`.
 * Makes it only when `make` is true: a lost key must never be replaced unnoticed.
 * Throws `GebruikOnjuist` when it is missing or has another length; the message never holds it.
 */
export function readKey(folder: string, name: KeyName, make: boolean): Uint8Array {
  const variable = `WIJKMONITOR_SLEUTEL_${name.toUpperCase().replace('-', '_')}`;
  const file = join(folder, `${name}.sleutel`);
  const given = process.env[variable];
  if (given === undefined && make && !existsSync(file)) {
    writeFileSync(file, randomBytes(32).toString('hex'), {mode: 0o600, flag: 'wx'});
  }
  if (given === undefined && !existsSync(file)) {
    throw new GebruikOnjuist(
      `De sleutel "${name}" ontbreekt. Zet hem in ${file} of in ${variable} (64 tekens, 0-9 en a-f).`,
    );
  }
  const text = (given ?? readFileSync(file, 'utf8')).trim();
  if (!/^[0-9a-f]{64}$/.test(text)) {
    const place = given === undefined ? file : variable;
    throw new GebruikOnjuist(`De sleutel in ${place} heeft niet 64 tekens (0-9 en a-f).`);
  }
  return Buffer.from(text, 'hex');
}
