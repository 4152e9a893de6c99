import {WETTEN, type Wet} from './codes.ts';
import {CONTAINERS, HEADER_RETOUR, SKIPPED} from './elements.ts';
import {MESSAGES, type MessageSchema} from './schema.ts';
import type {Element} from './xml.ts';

/** A kind of message that is read, and the two namespaces that its elements live in. */
export interface Kind {
  wet: Wet;
  nummer: string;
  schema: MessageSchema;
  namespaces: ReadonlySet<string>;
}

const SITE = 'http://www.istandaarden.nl';
const NAMESPACE =
  /^http:\/\/www\.istandaarden\.nl\/(iwmo|ijw)\/([0-9]_[0-9])\/(wmo|jw)([0-9]{3})\/schema$/;

/** The kind by the namespace of the root element, or why it is not read (Dutch, no value). */
export function kindOf({local, uri}: Element): Kind | {fout: string} {
  const [, standaard = '', versie = '', letters = '', nummer = ''] = NAMESPACE.exec(uri) ?? [];
  if (local !== 'Bericht' || standaard !== `i${letters}`) {
    return {fout: 'dit is geen iWmo- of iJw-bericht. Haal het uit de levering.'};
  }
  if (versie !== '3_2') {
    const fout = `versie ${versie.replace('_', '.')} wordt niet gelezen. Lever versie 3.2.`;
    return {fout};
  }
  const schema = MESSAGES[nummer];
  if (schema === undefined) {
    const soort = `${letters}${nummer}`.toUpperCase();
    return {fout: `berichtsoort ${soort} wordt niet gelezen. Haal het uit de levering.`};
  }
  const basis = `${SITE}/${standaard}/3_2/basisschema/schema`;
  const wet = letters === 'wmo' ? WETTEN.wmo : WETTEN.jw;
  return {wet, nummer, schema, namespaces: new Set([uri, basis])};
}

const schemas = Object.values(MESSAGES).flatMap(({client, records, declaratie}) => [
  records,
  ...Object.values(records),
  client ?? {},
  declaratie === null ? {} : {[declaratie.element]: 0, ...declaratie.schema},
]);

/** Every element name of the standard that we know. */
const NAMES: ReadonlySet<string> = new Set([
  ...['Bericht', 'Header', 'Client', 'RetourCode'],
  ...CONTAINERS,
  ...SKIPPED,
  ...[HEADER_RETOUR, ...schemas]
    .flatMap((fields) => Object.keys(fields))
    .flatMap((pad) => pad.split('/')),
]);

/** The path for a message. A name we don't know could be anything, so it is not repeated. */
export function namePath(open: readonly string[]): string {
  return open.map((name) => (NAMES.has(name) ? name : '(onbekend)')).join('/');
}
