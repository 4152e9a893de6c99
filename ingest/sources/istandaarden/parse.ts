import {SaxesParser} from 'saxes';
import {WETTEN, type Wet} from './codes.ts';
import {BerichtGeweigerd} from './errors.ts';
import {readLeaf} from './leaf.ts';
import {HEADER, MESSAGES, SKIPPED, type MessageSchema, type RecordSchema} from './schema.ts';

/** Leaf values of one element by path, and the line on which the element begins. */
export interface Gathered {
  regel: number;
  waarden: ReadonlyMap<string, string>;
  retourcodes: readonly string[];
}

/** What the parser tells of a message, in the order of the file. BSNs are pseudonyms already. */
export interface MessageEvents {
  soort: (wet: Wet, nummer: string) => void;
  header: (header: Gathered) => void;
  /** Replaces a BSN the moment it is read; called after the header. */
  pseudonym: (bsn: string) => string;
  declaratie: (declaratie: Gathered) => void;
  client: (client: Gathered) => void;
  record: (record: Gathered, client: Gathered) => void;
  onbekend: (regel: number, pad: string) => void;
}

type ScopeSoort = 'header' | 'declaratie' | 'client' | 'record';

interface Scope {
  soort: ScopeSoort;
  schema: RecordSchema;
  regel: number;
  waarden: Map<string, string>;
  retourcodes: string[];
  /** Open elements below the scope, containers left out. */
  pad: string[];
  diepte: number;
}

/** Elements that only hold others. */
const CONTAINERS: ReadonlySet<string> = new Set([
  'ToegewezenProducten',
  'StartProducten',
  'StopProducten',
  'Clienten',
  'Prestaties',
  'RetourCodes',
]);

/**
 * Reads one iWmo or iJw 3.2 message as a stream. Throws `BerichtGeweigerd` with line and element path
 * when the XML is broken, the kind is not read, or an element breaks the schema.
 */
export async function parseMessage(
  source: AsyncIterable<Uint8Array>,
  events: MessageEvents,
): Promise<void> {
  const reader = new MessageReader(events);
  const decoder = new TextDecoder('utf-8', {fatal: true});
  try {
    for await (const chunk of source) reader.write(decoder.decode(chunk, {stream: true}));
    reader.write(decoder.decode());
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    throw new BerichtGeweigerd(reader.line, '', 'het bericht is geen UTF-8. Lever het opnieuw.');
  }
  reader.close();
}

class MessageReader {
  readonly #parser = new SaxesParser({xmlns: false, position: true});
  readonly #events: MessageEvents;
  readonly #open: string[] = [];
  readonly #scopes: Scope[] = [];
  #schema: MessageSchema | null = null;
  #wet: Wet = 'wmo';
  #client: Gathered | null = null;
  #skip = 0;
  #text: string | null = null;

  constructor(events: MessageEvents) {
    this.#events = events;
    this.#parser.on('error', () => {
      throw this.#refuse('de XML is kapot op deze regel. Maak het bericht opnieuw.');
    });
    this.#parser.on('doctype', () => {
      throw this.#refuse('een DOCTYPE is niet toegestaan. Haal hem weg.');
    });
    this.#parser.on('opentag', ({name}) => {
      this.#enter(localName(name), name);
    });
    this.#parser.on('closetag', ({name}) => {
      this.#leave(localName(name));
    });
    const addText = (text: string): void => {
      if (this.#text !== null) this.#text += text;
    };
    this.#parser.on('text', addText);
    this.#parser.on('cdata', addText);
  }

  get line(): number {
    return this.#parser.line;
  }

  write(text: string): void {
    this.#parser.write(text);
  }

  close(): void {
    this.#parser.close();
    if (this.#schema === null) throw this.#refuse('het bericht is leeg. Lever het opnieuw.');
  }

  #enter(local: string, name: string): void {
    if (this.#skip > 0) {
      this.#skip += 1;
      return;
    }
    this.#open.push(local);
    if (this.#schema === null) this.#start(local, name);
    else if (!this.#enterScope(local)) this.#enterLeaf(local);
  }

  #start(local: string, name: string): void {
    const [, prefix = '', nummer = ''] = /^(wmo|jw)([0-9]{3}):/.exec(name) ?? [];
    const schema = MESSAGES[nummer];
    if (local !== 'Bericht' || schema === undefined) {
      const soort = `${prefix}${nummer}`.toUpperCase();
      throw this.#refuse(
        soort === ''
          ? 'dit is geen iWmo- of iJw-bericht. Haal het uit de levering.'
          : `berichtsoort ${soort} wordt niet gelezen. Haal het uit de levering.`,
      );
    }
    this.#schema = schema;
    this.#wet = prefix === 'wmo' ? WETTEN.wmo : WETTEN.jw;
    this.#events.soort(this.#wet, nummer);
  }

  #enterScope(local: string): boolean {
    const schema = this.#schema;
    if (schema === null) return false;
    const depth = this.#open.length;
    const push = (soort: ScopeSoort, fields: RecordSchema): true => {
      const regel = this.#parser.line;
      const scope = {soort, schema: fields, regel, waarden: new Map<string, string>()};
      this.#scopes.push({...scope, retourcodes: [], pad: [], diepte: depth});
      return true;
    };
    if (local === 'Header' && depth === 2) return push('header', HEADER);
    if (local === schema.declaratie?.element) return push('declaratie', schema.declaratie.schema);
    if (local === 'Client') return push('client', schema.client);
    if (local === schema.record.element) return push('record', schema.record.schema);
    return false;
  }

  #enterLeaf(local: string): void {
    const scope = this.#scopes.at(-1);
    if (scope === undefined || CONTAINERS.has(local) || local === 'RetourCode') {
      this.#text = local === 'RetourCode' ? '' : null;
      return;
    }
    const pad = [...scope.pad, local].join('/');
    const leaf = scope.schema[pad];
    const isBranch = Object.keys(scope.schema).some((known) => known.startsWith(`${pad}/`));
    if (leaf === undefined && !isBranch) {
      if (!SKIPPED.has(local)) this.#events.onbekend(this.#parser.line, this.#path());
      this.#open.pop();
      this.#skip = 1;
      return;
    }
    scope.pad.push(local);
    this.#text = leaf === undefined || leaf.soort === 'weg' ? null : '';
  }

  #leave(local: string): void {
    if (this.#skip > 0) {
      this.#skip -= 1;
      return;
    }
    const scope = this.#scopes.at(-1);
    if (scope !== undefined && scope.diepte === this.#open.length) this.#finish(scope);
    else if (scope !== undefined && local === 'RetourCode') {
      scope.retourcodes.push((this.#text ?? '').trim());
    } else if (scope !== undefined && !CONTAINERS.has(local)) this.#finishLeaf(scope);
    this.#text = null;
    this.#open.pop();
  }

  #finishLeaf(scope: Scope): void {
    const pad = scope.pad.join('/');
    const leaf = scope.schema[pad];
    if (leaf !== undefined && this.#text !== null) {
      const outcome = readLeaf(leaf.soort, this.#text.trim(), this.#wet);
      if ('fout' in outcome) throw this.#refuse(outcome.fout);
      const {waarde} = outcome;
      scope.waarden.set(pad, leaf.soort === 'bsn' ? this.#events.pseudonym(waarde) : waarde);
    }
    scope.pad.pop();
  }

  #finish(scope: Scope): void {
    this.#scopes.pop();
    for (const [pad, {verplicht}] of Object.entries(scope.schema)) {
      if (!verplicht || scope.waarden.has(pad)) continue;
      throw this.#refuse(`verplicht element ${pad} ontbreekt. Vul het aan.`, scope.regel);
    }
    const gathered: Gathered = scope;
    if (scope.soort === 'header') this.#events.header(gathered);
    if (scope.soort === 'client') this.#client = null;
    if (scope.soort === 'record') this.#finishRecord(gathered);
    if (scope.soort === 'declaratie') this.#events.declaratie(gathered);
  }

  #finishRecord(record: Gathered): void {
    const scope = this.#scopes.at(-1);
    if (scope?.soort !== 'client') throw this.#refuse('dit element hoort bij een Client.');
    if (!scope.waarden.has('Bsn')) throw this.#refuse('verplicht element Bsn ontbreekt.');
    if (this.#client === null) {
      this.#client = scope;
      this.#events.client(scope);
    }
    this.#events.record(record, scope);
  }

  #path(): string {
    return this.#open.join('/');
  }

  #refuse(reden: string, regel = this.#parser.line): BerichtGeweigerd {
    return new BerichtGeweigerd(regel, this.#path(), reden);
  }
}

function localName(name: string): string {
  return name.slice(name.indexOf(':') + 1);
}
