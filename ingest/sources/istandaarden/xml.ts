import {isUtf8} from 'node:buffer';
import {SaxesParser} from 'saxes';
import {BerichtGeweigerd} from './errors.ts';

/** An element by name and namespace: which prefix a sender chose says nothing. */
export interface Element {
  local: string;
  uri: string;
}

/** What a reader of XML does; it tells where it is, for the message of a refusal. */
export interface XmlReader {
  enter: (element: Element) => void;
  leave: (local: string) => void;
  text: (text: string) => void;
  path: () => string;
}

/** No message is half as deep; the parser walks up all open elements for each name that it reads. */
export const MAX_DEPTH = 50;
export const TOO_DEEP = 'de elementen staan te diep in elkaar. Maak het bericht opnieuw.';

/**
 * Streams XML in UTF-8 past a reader. Throws `BerichtGeweigerd` with line and path when the XML is
 * broken or too deep, has a DOCTYPE (entities), or is not UTF-8. Errors of the reader itself come out unchanged.
 */
export class XmlStream {
  readonly #parser = new SaxesParser({xmlns: true, position: true});
  /** Made when a chunk ends within a character: most messages come in one. */
  #decoder: InstanceType<typeof TextDecoder> | null = null;
  readonly #path: () => string;
  #depth = 0;

  constructor(reader: XmlReader) {
    this.#path = reader.path;
    this.#parser.on('error', () => {
      throw this.refuse('de XML is kapot op deze regel. Maak het bericht opnieuw.');
    });
    this.#parser.on('doctype', () => {
      throw this.refuse('een DOCTYPE is niet toegestaan. Haal hem weg.');
    });
    this.#parser.on('opentag', (element) => {
      this.#depth += 1;
      if (this.#depth > MAX_DEPTH) throw this.refuse(TOO_DEEP);
      reader.enter(element);
    });
    this.#parser.on('closetag', ({local}) => {
      this.#depth -= 1;
      reader.leave(local);
    });
    this.#parser.on('text', reader.text);
    this.#parser.on('cdata', reader.text);
  }

  get line(): number {
    return this.#parser.line;
  }

  async read(source: AsyncIterable<Uint8Array>): Promise<void> {
    for await (const chunk of source) this.#parser.write(this.#decode(chunk));
    this.#parser.write(this.#decode());
    this.#parser.close();
  }

  refuse(reden: string, regel = this.line): BerichtGeweigerd {
    return new BerichtGeweigerd(regel, this.#path(), reden);
  }

  #decode(chunk?: Uint8Array): string {
    if (this.#decoder === null) {
      if (chunk === undefined) return '';
      if (isUtf8(chunk))
        return Buffer.from(chunk.buffer, chunk.byteOffset, chunk.length).toString();
      // The parser knows what a BOM is, and a later chunk may begin with that character.
      this.#decoder = new TextDecoder('utf-8', {fatal: true, ignoreBOM: true});
    }
    try {
      return chunk === undefined
        ? this.#decoder.decode()
        : this.#decoder.decode(chunk, {stream: true});
    } catch (error) {
      if (!(error instanceof TypeError)) throw error;
      throw this.refuse('het bericht is geen UTF-8. Lever het opnieuw.');
    }
  }
}
