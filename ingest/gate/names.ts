import type {Cell, GateColumn} from './cell.ts';
import {Hits, type Detector, type Judgement} from './detector.ts';
import {DistinctSample} from './distinct-sample.ts';
import {FIRST_NAMES, LAST_NAMES} from './name-words.ts';

const HEADER =
  /voornaam|roepnaam|achternaam|geslachtsnaam|familienaam|voorletter|tussenvoegsel|(?:client|contact|partner)[_ ]?naam|naam[_ ]?(?:client|contact|partner)|surname|(?:first|last)[_ ]?name/i;
/** One to six words of letters, with the hyphens, initials and apostrophes that names have. */
const NAME = /^\p{L}[\p{L}\p{M}'’.-]*(?:,? \p{L}[\p{L}\p{M}'’.-]*){0,5}$/u;
const WORD = /\p{L}[\p{L}\p{M}'’-]*/gu;
const BETWEEN = "(?:(?:van|von|de|den|der|du|el|la|le|ten|ter|te|op|in|het|'t) )*";
const TITLED = new RegExp(
  `(?<!\\p{L})(?:dhr|mevr|mw|fam)\\.? (?:\\p{Lu}\\. ?)*${BETWEEN}\\p{Lu}\\p{L}+` +
    `|(?<!\\p{L})(?:[Dd]e heer|[Mm]evrouw|[Mm]eneer|[Dd]hr|[Mm]evr|[Mm]w|[Ff]amilie)\\.? (?:\\p{Lu}\\. ?)*${BETWEEN}\\p{Lu}\\p{L}+`,
  'u',
);
const PERSON = new RegExp(`(\\p{Lu}[\\p{L}-]+) (?:\\p{Lu}\\. ?)*${BETWEEN}(\\p{Lu}\\p{L}+)`, 'gu');

const MANY = 5;
const SHARE = 0.2;
const FEW = 3;

/** A person in a text, or a column of which many cells hold a common first name or surname. */
export class NameDetector implements Detector {
  readonly #column: GateColumn;
  readonly #persons = new Hits();
  readonly #names = new Hits();
  readonly #cells = new DistinctSample<boolean>();
  #shaped = 0;

  constructor(column: GateColumn) {
    this.#column = column;
  }

  add(cell: Cell): void {
    const {tekst} = cell;
    const {rol} = this.#column;
    if (rol === 'code') return;
    const person = personIn(tekst) ?? (rol === 'kop' ? personInName(tekst) : null);
    if (person !== null) this.#persons.add(cell, person);
    if (rol === 'tekst' || rol === 'kop' || !NAME.test(tekst)) return;
    const known = wordsOf(tekst).some((word) => FIRST_NAMES.has(word) || LAST_NAMES.has(word));
    this.#shaped += cell.aantal;
    this.#cells.add(tekst.toLowerCase(), known);
    if (known || HEADER.test(this.#column.naam)) this.#names.add(cell, tekst);
  }

  judge(gevuld: number): Judgement | null {
    const finding = (oordeel: Judgement['oordeel'], treffers: Hits): Judgement => ({
      soort: 'naam',
      oordeel,
      treffers,
    });
    const all = this.#cells.size;
    const known = this.#cells.count((isKnown) => isKnown);
    const named = HEADER.test(this.#column.naam) && this.#names.aantal > 0;
    const mostly = this.#shaped / gevuld >= 0.5;
    if (named || (mostly && known >= MANY && known / all >= SHARE)) {
      return finding('geweigerd', this.#names);
    }
    if (this.#persons.aantal > 0) return finding('nakijken', this.#persons);
    return mostly && known >= FEW && known === all ? finding('nakijken', this.#names) : null;
  }
}

/** The first person in a text: by a title, or by a first name and a surname that are common; or null. */
export function personIn(text: string): string | null {
  const titled = TITLED.exec(text)?.[0];
  if (titled !== undefined) return titled;
  for (const [found, first = '', last = ''] of text.matchAll(PERSON)) {
    const [given] = wordsOf(first);
    const [family] = wordsOf(last);
    if (FIRST_NAMES.has(given ?? '') && LAST_NAMES.has(family ?? '')) return found;
  }
  return null;
}

/** In the name of a file these are words: "jan_wijk" is a month and a wijk. */
const ORDINARY: ReadonlySet<string> = new Set(['wijk', 'loon', 'groot', 'dam', 'slot']);
const SMALL = new RegExp(`(?<!\\p{L})(\\p{L}+) (?=${BETWEEN}(\\p{L}+))`, 'giu');

/** A person in the name of a file or a source, which are often written without capitals. */
function personInName(text: string): string | null {
  for (const [, first = '', last = ''] of text.matchAll(SMALL)) {
    const [given = ''] = wordsOf(first);
    const [family = ''] = wordsOf(last);
    if (FIRST_NAMES.has(given) && LAST_NAMES.has(family) && !ORDINARY.has(family)) {
      return `${first} ${last}`;
    }
  }
  return null;
}

/** Lower case without diacritics, as the word lists have them; "Jan-Willem" is two words. */
function wordsOf(text: string): string[] {
  const plain = text.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase();
  return (plain.match(WORD) ?? []).flatMap((word) => word.split('-'));
}
