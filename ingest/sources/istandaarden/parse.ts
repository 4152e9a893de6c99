import type {BerichtGeweigerd} from './errors.ts';
import {kindOf, namePath, type Kind} from './kind.ts';
import {readLeaf} from './leaf.ts';
import {CONTAINERS, HEADER, HEADER_RETOUR, SKIPPED, type RecordSchema} from './elements.ts';
import {schemaTree, type SchemaNode, type SchemaTree} from './schema-tree.ts';
import type {Gathered, MessageEvents} from './events.ts';
import {TextGuard} from './text-guard.ts';
import {XmlStream, type Element} from './xml.ts';

interface Scope {
  soort: 'header' | 'declaratie' | 'client' | 'record';
  element: string;
  schema: SchemaTree;
  regel: number;
  waarden: Map<string, string>;
  retourcodes: string[];
  records: number;
  /** The open element below the scope, containers left out. */
  node: SchemaNode;
  diepte: number;
}

/** No leaf of the standard is longer; without a bound one element could fill the memory. */
const MAX_TEXT = 1000;

/**
 * Reads one iWmo or iJw 3.2 message as a stream. Throws `BerichtGeweigerd` with line and element path
 * when the XML is broken, the kind is not read, or an element breaks the schema.
 */
export async function parseMessage(
  source: AsyncIterable<Uint8Array>,
  events: MessageEvents,
): Promise<void> {
  await new MessageReader(events).read(source);
}

class MessageReader {
  readonly #xml: XmlStream;
  readonly #events: MessageEvents;
  readonly #open: string[] = [];
  readonly #scopes: Scope[] = [];
  readonly #seen = new Set<string>();
  #kind: Kind | null = null;
  #skip = 0;
  #text: string | null = null;
  readonly #guard = new TextGuard();

  constructor(events: MessageEvents) {
    this.#events = events;
    this.#xml = new XmlStream(this);
  }

  async read(source: AsyncIterable<Uint8Array>): Promise<void> {
    await this.#xml.read(source);
  }

  readonly path = (): string => namePath(this.#open);

  readonly text = (text: string): void => {
    if (this.#text === null) return;
    this.#text += text;
    if (this.#text.length > MAX_TEXT) throw this.#refuse('dit element is te lang. Kort het in.');
  };

  readonly enter = (element: Element): void => {
    if (this.#skip > 0) {
      this.#skip += 1;
      return;
    }
    this.#open.push(element.local);
    if (this.#text !== null) throw this.#refuse('dit element mag hier niet staan. Haal het weg.');
    if (this.#kind === null) this.#start(element);
    else if (!this.#kind.namespaces.has(element.uri)) this.#pass();
    else if (this.#isBody(element.local, this.#kind)) this.#enterBody(element.local);
    else if (!this.#enterScope(element.local, this.#kind)) this.#enterLeaf(element.local);
  };

  readonly leave = (local: string): void => {
    if (this.#skip > 0) {
      this.#skip -= 1;
      return;
    }
    const scope = this.#scopes.at(-1);
    if (scope !== undefined && scope.diepte === this.#open.length) this.#finish(scope);
    else if (local === 'RetourCode' && this.#text !== null) this.#finishRetourcode(scope);
    else if (scope !== undefined && !CONTAINERS.has(local)) this.#finishLeaf(scope);
    this.#text = null;
    this.#open.pop();
  };

  #start(element: Element): void {
    const kind = kindOf(element);
    if ('fout' in kind) throw this.#refuse(kind.fout);
    this.#kind = kind;
    this.#events.soort(kind.wet, kind.nummer);
  }

  /** Passes over an element that the standard does not have, with all that is in it. */
  #pass(): void {
    this.#events.onbekend(this.#xml.line, this.path());
    this.#skipElement();
  }

  #skipElement(): void {
    this.#open.pop();
    this.#skip = 1;
  }

  #enterScope(local: string, {schema}: Kind): boolean {
    const above = this.#scopes.at(-1);
    const clientIn = schema.declaratie === null ? undefined : 'declaratie';
    if (local === 'Header') {
      const header = schema.retourVan === null ? HEADER : HEADER_RETOUR;
      return this.#push('header', header, above === undefined);
    }
    if (local === schema.declaratie?.element) {
      return this.#push('declaratie', schema.declaratie.schema, above === undefined);
    }
    if (local === 'Client' && schema.client !== null) {
      return this.#push('client', schema.client, above?.soort === clientIn);
    }
    const record = schema.records[local];
    if (record === undefined) return false;
    const recordIn = schema.client === null ? undefined : 'client';
    return this.#push('record', record, above?.soort === recordIn);
  }

  #push(soort: Scope['soort'], schema: RecordSchema, fits: boolean): true {
    const above = this.#scopes.at(-1);
    const branch = above?.node.pad ?? '';
    if (!fits || (branch !== '' && this.#kind?.schema.onder.has(branch) !== true)) {
      throw this.#refuse('dit element staat op de verkeerde plaats. Maak het bericht opnieuw.');
    }
    // Pseudonyms are made per gemeente, and the Header tells which.
    if (soort !== 'header' && !this.#seen.has('header')) {
      throw this.#refuse('de Header staat niet vooraan. Maak het bericht opnieuw.');
    }
    if ((soort === 'header' || soort === 'declaratie') && this.#seen.has(soort)) {
      throw this.#refuse('dit element staat er twee keer. Maak het bericht opnieuw.');
    }
    this.#seen.add(soort);
    if (above !== undefined) above.records += 1;
    const tree = schemaTree(schema);
    this.#scopes.push({
      soort,
      element: this.#open.at(-1) ?? '',
      schema: tree,
      regel: this.#xml.line,
      waarden: new Map(),
      retourcodes: [],
      records: 0,
      node: tree.root,
      diepte: this.#open.length,
    });
    return true;
  }

  #enterLeaf(local: string): void {
    const scope = this.#scopes.at(-1);
    if (CONTAINERS.has(local)) return;
    if (scope !== undefined && local === 'RetourCode') {
      this.#text = '';
      return;
    }
    const node = scope?.node.below.get(local);
    if (scope === undefined || node === undefined) {
      if (SKIPPED.has(local)) this.#skipElement();
      else this.#pass();
      return;
    }
    scope.node = node;
    this.#text = node.leaf === null || node.leaf.soort === 'weg' ? null : '';
  }

  /** Below the root of a retour, after its Header: only the retourcodes count. */
  #isBody(local: string, {schema}: Kind): boolean {
    return schema.retourVan !== null && this.#scopes.length === 0 && local !== 'Header';
  }

  #enterBody(local: string): void {
    if (!this.#seen.has('header')) {
      throw this.#refuse('de Header staat niet vooraan. Maak het bericht opnieuw.');
    }
    if (local === 'RetourCode') this.#text = '';
  }

  #finishRetourcode(scope: Scope | undefined): void {
    const code = (this.#text ?? '').trim();
    if (!/^[0-9A-Z]{4}$/.test(code)) throw this.#refuse('dit is geen retourcode.');
    if (scope === undefined) this.#events.retourcode(code);
    else scope.retourcodes.push(code);
  }

  #finishLeaf(scope: Scope): void {
    const {leaf, pad, above} = scope.node;
    if (leaf !== null && this.#text !== null) {
      if (scope.waarden.has(pad)) throw this.#refuse('dit element staat er twee keer.');
      const outcome = readLeaf(leaf.soort, this.#text.trim(), this.#kind?.wet ?? 'wmo');
      if ('fout' in outcome) throw this.#refuse(outcome.fout);
      const {waarde} = outcome;
      const forbidden =
        leaf.soort === 'bsn'
          ? this.#guard.bsn(waarde)
          : leaf.soort === 'tekst'
            ? this.#guard.text(waarde)
            : null;
      if (forbidden !== null) throw this.#refuse(forbidden);
      scope.waarden.set(pad, leaf.soort === 'bsn' ? this.#events.pseudonym(waarde) : waarde);
    }
    scope.node = above ?? scope.node;
  }

  #finish(scope: Scope): void {
    for (const pad of scope.schema.verplicht) {
      if (scope.waarden.has(pad)) continue;
      throw this.#refuse(`verplicht element ${pad} ontbreekt. Vul het aan.`, scope.regel);
    }
    if (scope.soort === 'client' && scope.records === 0) {
      const record = Object.keys(this.#kind?.schema.records ?? {}).join(' of ');
      throw this.#refuse(`deze Client heeft geen ${record}. Vul het aan.`, scope.regel);
    }
    this.#scopes.pop();
    if (scope.soort === 'header') this.#events.header(scope);
    if (scope.soort === 'client') this.#guard.leaveClient();
    if (scope.soort === 'record') this.#finishRecord(scope);
    if (scope.soort === 'declaratie') this.#events.declaratie(scope);
  }

  #finishRecord(record: Gathered): void {
    const client = this.#scopes.at(-1);
    if (client === undefined) {
      this.#events.record(record, {...record, waarden: new Map(), retourcodes: []});
      return;
    }
    if (!client.waarden.has('Bsn')) {
      throw this.#refuse('verplicht element Bsn ontbreekt vóór dit element. Vul het aan.');
    }
    if (client.records === 1) this.#events.client(client);
    this.#events.record(record, client);
  }

  #refuse(reden: string, regel = this.#xml.line): BerichtGeweigerd {
    return this.#xml.refuse(reden, regel);
  }
}
