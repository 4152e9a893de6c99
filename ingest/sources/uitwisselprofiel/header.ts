import {open} from 'node:fs/promises';
import {LeveringGeweigerd} from '../../errors.ts';
import type {Tabel} from './profile.ts';

/** Judges the first line of a file: encoding, delimiter, columns. Throws `LeveringGeweigerd`. */
export function parseHeader(bestand: string, line: string, tabel: Tabel): string[] {
  const refuse = (reden: string): never => {
    throw new LeveringGeweigerd(bestand, `regel 1: ${reden}`);
  };
  if (line.trim() === '') refuse('de kopregel ontbreekt. Zet de namen van de kolommen bovenaan.');
  const kolommen = line
    .replace(/^\uFEFF/, '')
    .replace(/\r$/, '')
    .split(';')
    .map((naam) => naam.trim().replace(/^"(.*)"$/, '$1'));
  const known = new Set(tabel.velden.map(({name}) => name));
  if (kolommen.length === 1 && /[,\t|]/.test(line)) {
    refuse('de kolommen zijn niet gescheiden met een puntkomma. Bewaar het bestand met ";".');
  }
  const unknown = kolommen.filter((naam) => !known.has(naam));
  if (unknown.length > 0) {
    const places = unknown.map((naam) => `kolom ${kolommen.indexOf(naam) + 1}`).join(', ');
    refuse(`onbekende kolom (${places}). Haal kolommen weg die niet in het profiel staan.`);
  }
  const twice = kolommen.find((naam, index) => kolommen.indexOf(naam) !== index);
  if (twice !== undefined) refuse(`kolom "${twice}" staat er twee keer. Haal er één weg.`);
  const missing = tabel.velden.filter(
    ({name, constraints}) => constraints.required === true && !kolommen.includes(name),
  );
  if (missing.length > 0) {
    const names = missing.map(({name}) => `"${name}"`).join(', ');
    refuse(`verplichte kolom ontbreekt: ${names}. Voeg de kolom toe.`);
  }
  return kolommen;
}

/**
 * What a pass over a file tells: its first line, whether it is UTF-8, and how many lines it has.
 * UTF-16 is refused: nothing tells its columns apart reliably; so is a workbook.
 */
export async function inspect(bestand: string, pad: string): Promise<Inspection> {
  const handle = await open(pad);
  const decoder = new TextDecoder('utf-8', {fatal: true});
  let utf8 = true;
  let newlines = 0;
  let returned = 0;
  let first = '';
  let complete = false;
  let last = 10;
  let size = 0;
  try {
    for await (const chunk of handle.createReadStream({autoClose: false})) {
      if (!Buffer.isBuffer(chunk)) continue;
      const bytes = chunk;
      if (size === 0) refuseOther(bestand, bytes);
      size += bytes.length;
      for (let at = bytes.indexOf(10); at !== -1; at = bytes.indexOf(10, at + 1)) {
        newlines += 1;
        if ((at === 0 ? last : bytes[at - 1]) === 13) returned += 1;
      }
      last = bytes.at(-1) ?? last;
      if (utf8) utf8 = accepts(decoder, bytes);
      if (!complete) {
        first += bytes.toString('latin1');
        complete = first.includes('\n');
      }
    }
    if (utf8) utf8 = accepts(decoder, Buffer.alloc(0), false);
  } finally {
    await handle.close();
  }
  if (size === 0) {
    throw new LeveringGeweigerd(bestand, 'het bestand is leeg. Zet er minstens een kopregel in.');
  }
  const line = Buffer.from(first.split('\n', 1)[0] ?? '', 'latin1');
  const eersteRegel = new TextDecoder(utf8 ? 'utf-8' : 'windows-1252').decode(line);
  const regels = newlines + (last === 10 ? 0 : 1);
  return {utf8, eersteRegel, regels, gemengd: returned > 0 && returned < newlines};
}

/**
 * Outcome of `inspect`. `regels` counts physical lines, header included; `gemengd` says that some of
 * them end with a carriage return and others do not, be it inside a cell.
 */
export interface Inspection {
  utf8: boolean;
  eersteRegel: string;
  regels: number;
  gemengd: boolean;
}

function accepts(decoder: InstanceType<typeof TextDecoder>, bytes: Buffer, stream = true): boolean {
  try {
    decoder.decode(bytes, {stream});
    return true;
  } catch {
    // Not UTF-8: the caller reads it as Windows-1252 and warns the supplier.
    return false;
  }
}

/** How a workbook begins (a zip, or the older compound file), whatever its name says. */
const WORKBOOKS: ReadonlySet<string> = new Set(['504b0304', 'd0cf11e0']);

function refuseOther(bestand: string, bytes: Buffer): void {
  if (WORKBOOKS.has(bytes.toString('hex', 0, 4))) {
    throw new LeveringGeweigerd(
      bestand,
      'dit is een Excel-bestand of een zip, geen CSV. Bewaar het als "CSV UTF-8" en lever opnieuw.',
    );
  }
  const mark = bytes.length >= 2 ? bytes.readUInt16BE(0) : 0;
  const zeros = bytes.subarray(0, 200).filter((byte) => byte === 0).length;
  if (mark !== 0xfeff && mark !== 0xfffe && zeros < 10) return;
  throw new LeveringGeweigerd(
    bestand,
    'het bestand heeft codering UTF-16. Bewaar het als "CSV UTF-8" en lever opnieuw.',
  );
}
