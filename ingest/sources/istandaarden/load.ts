import {createReadStream} from 'node:fs';
import {withAppenders, type Appenders} from '../../../warehouse/appenders.ts';
import type {Database} from '../../../warehouse/open.ts';
import {sizeOf, type UnpackedFile} from '../../delivery.ts';
import type {UnpackedFiles} from '../../unpacked-files.ts';
import {LeveringGeweigerd} from '../../errors.ts';
import type {Pseudonymizer} from '../../gate/pseudonym.ts';
import type {LoadedFile} from '../../outcome.ts';
import type {DeliveryFacts, SourceFormat} from '../../source-format.ts';
import {PartReader} from '../../pack.ts';
import {readHead, readWhole} from '../whole-file.ts';
import {readBericht, type Bericht, type Reading} from './adapter.ts';
import {BerichtGeweigerd} from './errors.ts';
import {BERICHT_TABELLEN} from './rows.ts';

interface Origin {
  naam: string;
  levering_id: string;
  pseudonym: Pseudonymizer;
  /** The clock of the loader; without it the clock of the machine. */
  now?: Date;
  /** Is told what became of each message. */
  onFile: (file: LoadedFile) => Promise<void> | void;
}

/** What a zip of messages says of itself: newest date, first and last day. */
export type MessagesFacts = Omit<DeliveryFacts, 'bron' | 'soort'>;

/** iWmo and iJw messages: XML, one file or tens of thousands. */
export const istandaarden: SourceFormat = {
  naam: 'istandaarden',
  // The other party of a message has a code of eight digits.
  noemt: {bestand: /\.xml$/i, gemeente: /<(?:[\w.-]+:)?(?:Afzender|Ontvanger)>(\d{4})</},
  recognises: (files) => files.every((file) => /\.xml$/i.test(file.naam) || beginsAsXml(file)),
  load: async ({warehouse, pseudonym, now, findings}, {naam, levering_id, bestanden}) => {
    const onFile = (file: LoadedFile): Promise<void> => findings.add(file);
    const origin = {naam, levering_id, pseudonym, now, onFile};
    const facts = await loadMessages(warehouse, bestanden, origin);
    return {...facts, bron: 'berichten', soort: 'aanvulling'};
  },
};

function beginsAsXml(file: UnpackedFile): boolean {
  return /^\uFEFF?\s*<(\?xml|[A-Za-z])/.test(readHead(file));
}

/**
 * Loads the messages of a delivery, each for itself: a broken one is set aside with line and path,
 * the others go on. A message dated after `now` is refused, so `periode_tot` never lies in the future.
 * Throws `LeveringGeweigerd` when not one message could be read, or when two gemeenten are in it.
 */
export async function loadMessages(
  database: Database,
  files: UnpackedFiles,
  origin: Origin,
): Promise<MessagesFacts> {
  const facts = new Facts(origin.naam);
  const vandaag = dayInNederland(origin.now ?? new Date());
  const parts = new MessageFiles();
  try {
    await withAppenders(database, 'stg', async (appenders) => {
      for (const file of files) {
        const outcome = await readOne(file, parts, {pseudonym: origin.pseudonym, vandaag});
        facts.add(outcome);
        await origin.onFile(outcome.file);
        if (outcome.bericht === null) continue;
        const herkomst = {levering_id: origin.levering_id, bestand: file.naam};
        await appendRows(appenders, herkomst, outcome.bericht);
      }
    });
  } finally {
    parts.close();
  }
  return facts.whole();
}

/** What the messages together say, kept as they come: there can be a hundred thousand. */
class Facts {
  readonly #levering: string;
  #gemeente: string | null = null;
  #several = false;
  #van = '';
  #tot = '';
  #reden: string | null = null;

  constructor(levering: string) {
    this.#levering = levering;
  }

  add({file: {naam, afgewezen}, bericht}: ReadMessage): void {
    const [first] = afgewezen;
    // A message that came by itself is the delivery: its name is told once.
    const where = naam === this.#levering ? 'regel' : `${naam}, regel`;
    if (first !== undefined) this.#reden ??= `${where} ${first.regel}: ${first.reden}`;
    if (bericht === null) return;
    const {gemeente_code, dagtekening} = bericht;
    this.#gemeente ??= gemeente_code;
    if (gemeente_code !== this.#gemeente) this.#several = true;
    if (this.#van === '' || dagtekening < this.#van) this.#van = dagtekening;
    if (dagtekening > this.#tot) this.#tot = dagtekening;
  }

  whole(): MessagesFacts {
    const refuse = (reden: string) => new LeveringGeweigerd(this.#levering, reden);
    if (this.#gemeente === null) throw refuse(this.#reden ?? 'er staat geen bericht in.');
    if (this.#several) throw refuse('er staan berichten van twee gemeenten in. Splits ze.');
    return {
      gemeente_code: this.#gemeente,
      aangemaakt_op: this.#tot,
      periode_van: this.#van,
      periode_tot: this.#tot,
      synthetisch: false,
    };
  }
}

/** What became of one message; null when nothing of it is loaded. */
interface ReadMessage {
  file: LoadedFile;
  bericht: Bericht | null;
}

async function readOne(
  file: UnpackedFile,
  files: MessageFiles,
  reading: Reading,
): Promise<ReadMessage> {
  const counts = {naam: file.naam, tabel: null, sha256: file.sha256, dubbel: 0, verouderd: 0};
  try {
    const bericht = await readBericht(files.bytesOf(file), reading);
    const {gelezen, afgewezen, dubbel, waarschuwingen} = bericht;
    const geladen = gelezen - afgewezen.length - dubbel;
    return {file: {...counts, gelezen, geladen, dubbel, afgewezen, waarschuwingen}, bericht};
  } catch (error) {
    if (!(error instanceof BerichtGeweigerd)) throw error;
    const {regel, pad, message} = error;
    const afgewezen = [
      {regel, kolom: pad, code: error.code, reden: `${pad === '' ? 'bericht' : pad}: ${message}`},
    ];
    return {
      file: {...counts, gelezen: 1, geladen: 0, afgewezen, waarschuwingen: []},
      bericht: null,
    };
  }
}

/** A stream per file costs more than the message in it: most have a few kilobytes. */
const SMALL_BYTES = 1024 ** 2;

/** The messages of a delivery, of which those of a zip stand together in one file. */
class MessageFiles {
  #together: {pad: string; reader: PartReader} | null = null;

  async *bytesOf(file: UnpackedFile): AsyncGenerator<Uint8Array> {
    if (file.deel !== undefined) yield this.#reader(file.pad).read(file.deel);
    else if (sizeOf(file) <= SMALL_BYTES) yield readWhole(file);
    else yield* createReadStream(file.pad);
  }

  close(): void {
    this.#together?.reader.close();
    this.#together = null;
  }

  #reader(pad: string): PartReader {
    if (this.#together?.pad === pad) return this.#together.reader;
    this.close();
    const reader = new PartReader(pad);
    this.#together = {pad, reader};
    return reader;
  }
}

/** A message made just after midnight in the Netherlands is not from the future. */
function dayInNederland(now: Date): string {
  return now.toLocaleDateString('sv-SE', {timeZone: 'Europe/Amsterdam'});
}

async function appendRows(
  appenders: Appenders,
  {levering_id, bestand}: {levering_id: string; bestand: string},
  {gemeente_code, dagtekening, identificatie, rijen}: Bericht,
): Promise<void> {
  for (const {tabel, regel, rij} of rijen) {
    const origin = [gemeente_code, 'berichten', levering_id, dagtekening, bestand];
    const cells = BERICHT_TABELLEN[tabel].map((column) => rij[column] ?? null);
    await appenders.append(tabel, [...origin, regel, identificatie, ...cells]);
  }
}
