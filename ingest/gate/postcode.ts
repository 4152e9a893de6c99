import type {Cell, GateColumn} from './cell.ts';
import {digestOf} from './digest.ts';
import {Hits, type Detector, type Judgement} from './detector.ts';
import {DistinctSample} from './distinct-sample.ts';

/** SA, SD and SS are never given out (PostNL). */
const CODE = '[1-9]\\d{3} ?(?!S[ADS])[A-Z]{2}';
const SPACED = /(?<![\w-])[1-9]\d{3} (?!S[ADS])[A-Z]{2}(?![\w-])/;
const WHOLE = new RegExp(`^${CODE}$`, 'i');
const IN_TEXT = new RegExp(`(?<![\\w-])${CODE}(?![\\w-])`);
const NUMBER = '[ ,_/-]*(?:nr\\.? ?|huisnummer ?)?\\d{1,5}(?:[ -]?[a-z]{1,4}|[ -]\\d{1,4})?';
const WITH_NUMBER = new RegExp(`^${CODE}${NUMBER}$`, 'i');
const NUMBER_FIRST = new RegExp(
  `^(?:\\p{L}[\\p{L} .'-]* )?\\d{1,5}(?:[ -]?[a-z]{1,4})?[ ,]+${CODE}\\b`,
  'iu',
);
const NUMBER_IN_TEXT = new RegExp(`(?<![\\w-])${CODE}[ ,]*(?:nr\\.? ?)?\\d{1,5}`);
/** Without capitals only with a house number, and no year or amount: "2021 op 3", "1500 km 12". */
const LOWER_IN_TEXT =
  /(?<![\w-])(?!19|20)[1-9]\d{3} ?(?!(?:al|cm|de|en|er|eu|in|is|je|kg|km|me|ml|mm|na|nu|of|om|op|st|te|we|x)\b)[a-z]{2}[ ,]+(?:nr\.? ?)?\d{1,5}(?!\d)/;
/** A long token: of tens of thousands of pseudonyms some hold the signs of a postcode. */
const PSEUDONYM = /^(?:\w{1,8}:)?[\w-]{22,}$/;
/** Shorter ones are judged together: somebody may write an address so. */
const LONG = /^(?:\w{1,8}:)?[\w-]{16,}$/;
/** A token of a system: among these a postcode comes about by chance. */
const TOKEN = /^(?=[A-Z]*\d)(?=\d*[A-Z])[A-Z0-9]{6,12}$/i;
/** In a name, where a postcode is written small as well; with a space "2024 en" would be one. */
const IN_NAME = new RegExp(`(?<![\\w-])${CODE.replace(' ?', '')}(?![\\w-])`, 'i');
/** In a name: a year and a period, law or gemeente. Any other two letters make it a postcode. */
const YEAR_AND_WORD = /(?<![\w-])20\d\d ?(?:KW|HJ|WK|MD|JW|PW|GM)(?![A-Z])/gi;
const SHARE = 0.5;
const SOME = 0.1;
const DISTINCT = 10;

/** A postcode of six, alone or with a house number: one address is often one household. */
export class PostcodeDetector implements Detector {
  readonly #column: GateColumn;
  readonly #address = new Hits();
  readonly #postcode = new Hits();
  readonly #compact = new Hits();
  readonly #distinct = new DistinctSample<boolean>();

  constructor(column: GateColumn) {
    this.#column = column;
  }

  add(cell: Cell): void {
    const {woorden} = cell;
    const isName = this.#column.rol === 'kop';
    const tekst = isName ? cell.tekst.replaceAll(YEAR_AND_WORD, ' ').trim() : cell.tekst;
    const isPseudonym = this.#column.rol === 'pseudoniem' || digestOf(tekst) !== null;
    if (isPseudonym && PSEUDONYM.test(tekst)) return;
    const text = woorden > 0 || this.#column.rol === 'tekst' || isName;
    const withNumber = WITH_NUMBER.test(tekst);
    if (TOKEN.test(tekst) && !isName) {
      if (!withNumber && !WHOLE.test(tekst)) return;
      this.#compact.add(cell, tekst);
      this.#distinct.add(tekst.toUpperCase(), withNumber);
      return;
    }
    const withAddress = NUMBER_IN_TEXT.test(tekst) || LOWER_IN_TEXT.test(tekst);
    const address = NUMBER_FIRST.test(tekst) || (text && withAddress);
    const inText = isName ? IN_NAME : IN_TEXT;
    const found = SPACED.exec(tekst)?.[0] ?? (text ? inText.exec(tekst)?.[0] : undefined);
    if ((withNumber || address) && LONG.test(tekst) && this.#column.rol === 'overig') {
      this.#compact.add(cell, found ?? tekst);
      this.#distinct.add(tekst, true);
    } else if (withNumber || address)
      this.#address.add(cell, withNumber ? tekst : (found ?? tekst));
    else if (found !== undefined || WHOLE.test(tekst)) this.#postcode.add(cell, found ?? tekst);
  }

  judge(gevuld: number): Judgement | null {
    const finding = (soort: string, treffers: Hits): Judgement => ({
      soort,
      oordeel: 'geweigerd',
      treffers,
    });
    if (this.#address.aantal > 0) return finding(ADDRESS, this.#address);
    if (this.#postcode.aantal > 0) return finding('postcode', this.#postcode);
    const share = this.#compact.aantal / gevuld;
    const enough = share >= SHARE || (share >= SOME && this.#distinct.size >= DISTINCT);
    if (!enough || this.#compact.aantal === 0) return null;
    const addresses = this.#distinct.count((withNumber) => withNumber);
    const mostly = addresses / this.#distinct.size >= SHARE;
    return finding(mostly ? ADDRESS : 'postcode', this.#compact);
  }
}

const ADDRESS = 'postcode met huisnummer';
