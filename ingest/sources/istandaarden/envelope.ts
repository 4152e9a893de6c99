import {SaxesParser} from 'saxes';
import {BerichtGeweigerd} from './errors.ts';
import {MAX_DEPTH, TOO_DEEP} from './xml.ts';

/**
 * The root of a StUF envelope of the GGK, after a BOM, declaration and comments: one for the message
 * (Di01) and one for the retour that answers it (Du01).
 */
const ROOT =
  /^(?:\u00EF\u00BB\u00BF)?(?:\s|<\?[^>]*\?>|<!--(?:(?!-->).)*-->)*<(?:[\w.-]+:)?envelop(?:Heen|Retour)bericht-ggk_D[iu]01[\s>]/s;
const NAMESPACE = 'http://www.stufstandaarden.nl/koppelvlak/ggk';
const HEAD_BYTES = 2048;

/**
 * The message itself: from the base64 of a StUF envelope (`ggk_Di01`, `ggk_Du01`), or as it came. Streams; lines
 * are counted in the message. Throws `BerichtGeweigerd` when the envelope is broken or empty.
 */
export async function* unwrap(source: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  let head: Buffer | null = Buffer.alloc(0);
  let envelope: Envelope | null = null;
  for await (const chunk of source) {
    head = head === null ? null : Buffer.concat([head, chunk]);
    if (head !== null && head.length < HEAD_BYTES) continue;
    if (head !== null && isEnvelope(head)) envelope = new Envelope();
    const bytes: Uint8Array = head ?? chunk;
    head = null;
    yield envelope === null ? bytes : envelope.write(bytes);
  }
  if (head !== null) {
    if (isEnvelope(head)) envelope = new Envelope();
    yield envelope === null ? head : envelope.write(head);
  }
  if (envelope !== null) yield envelope.close();
}

function isEnvelope(head: Buffer): boolean {
  return ROOT.test(head.subarray(0, HEAD_BYTES).toString('latin1'));
}

class Envelope {
  readonly #parser = new SaxesParser({xmlns: true, position: true});
  readonly #decoder = new TextDecoder('utf-8');
  #base64 = '';
  #inside = false;
  #depth = 0;
  #found = 0;

  constructor() {
    this.#parser.on('error', () => {
      throw this.#refuse('de envelop is kapot op deze regel. Maak hem opnieuw.');
    });
    this.#parser.on('doctype', () => {
      throw this.#refuse('een DOCTYPE is niet toegestaan. Haal hem weg.');
    });
    this.#parser.on('opentag', ({local, uri}) => {
      this.#depth += 1;
      if (this.#depth > MAX_DEPTH) throw this.#refuse(TOO_DEEP);
      this.#inside = local === 'xmlBestand' && uri.startsWith(NAMESPACE);
      if (this.#inside) this.#found += 1;
    });
    this.#parser.on('closetag', () => {
      this.#depth -= 1;
      this.#inside = false;
    });
    const take = (text: string): void => {
      if (this.#inside) this.#base64 += text.replaceAll(/\s/g, '');
    };
    this.#parser.on('text', take);
    this.#parser.on('cdata', take);
  }

  write(chunk: Uint8Array): Uint8Array {
    this.#parser.write(this.#decoder.decode(chunk, {stream: true}));
    // Four characters are three bytes; the rest waits for the next chunk.
    return this.#decode(this.#base64.length - (this.#base64.length % 4));
  }

  close(): Uint8Array {
    this.#parser.write(this.#decoder.decode()).close();
    if (this.#found !== 1) throw this.#refuse('de envelop heeft niet precies één bericht.');
    return this.#decode(this.#base64.length);
  }

  #decode(length: number): Uint8Array {
    const part = this.#base64.slice(0, length);
    if (!/^[A-Za-z0-9+/]*={0,2}$/.test(part)) {
      throw this.#refuse('het bericht in de envelop is geen base64. Maak de envelop opnieuw.');
    }
    this.#base64 = this.#base64.slice(length);
    return Buffer.from(part, 'base64');
  }

  #refuse(reden: string): BerichtGeweigerd {
    return new BerichtGeweigerd(this.#parser.line, 'envelop', reden);
  }
}
