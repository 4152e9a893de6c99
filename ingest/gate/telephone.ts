import type {Cell, GateColumn} from './cell.ts';
import {yearOf} from './dates.ts';
import {Hits, type Detector, type Judgement} from './detector.ts';
import {DistinctSample} from './distinct-sample.ts';

/** Written as people write a number: with +, brackets or separators. */
const ABROAD =
  /(?<![\w.])(?:\+[1-9]\d{0,2}(?:[ -]?\(0\))?(?:[ -]?\d){8,11}(?!\d)|0031(?:[ -]?\(0\))?(?:[ -]?\d){8,11}(?!\w))/;
const NATIONAL =
  /(?<![\w.,/-])(?:\(0[1-9]\d{1,2}\)|0[1-9]\d{0,2}(?= ?[ /-]))(?: ?[ /-]? ?\d){6,9}(?![\w-])/;
const BARE = /^0[1-9]\d{8}$/;
/** With the code of the country but nothing between: among numbers of a system it comes by chance. */
const BARE_ABROAD = /^0031\d{9}$/;
const DIGITS = /^\d+$/;
const BARE_IN_TEXT = /(?<![\w.,-])0[1-9]\d{8}(?![\w-])/;
const MOBILE_IN_TEXT = /(?<![\w.,-])06[1-58]\d{7}(?![\w-])/;
const LOST_ZERO = /^[1-9]\d{8}$/;
const HEADER = /tele?foon|\btel\b|tel_|_tel|mobiel|\bgsm\b|phone/i;

/** Area codes and mobile numbers in use (source: Nummerplan telefoon- en ISDN-diensten, ACM). */
const NUMBERING = new RegExp(
  '^0(?:6[1-58]|10|13|15|20|23|24|26|30|33|35|36|38|40|43|45|46|50|53|55|58|7[0-9]|' +
    '11[1345678]|16[1-8]|17[24]|18[0-7]|22[2-9]|25[125]|29[479]|31[3-8]|32[01]|34[1-8]|41[12368]|' +
    '47[58]|48[15-8]|49[23579]|51[1-9]|52[1-57-9]|54[13-8]|56[126]|57[0-8]|59[1-9])',
);

const FEW_MOBILE = 3;
const MANY = 10;
const SHARE = 0.9;
const HALF = 0.5;
/** Numbers that lie closer together than this are counted on, not dialled. */
const SPREAD = 1000;

/** A telephone number: one that is written as such, or a column of bare ones. */
export class TelephoneDetector implements Detector {
  readonly #column: GateColumn;
  readonly #written = new Hits();
  readonly #bare = new Hits();
  readonly #abroad = new Hits();
  readonly #numbers = new DistinctSample<boolean>();

  constructor(column: GateColumn) {
    this.#column = column;
  }

  add(cell: Cell): void {
    const {tekst, woorden} = cell;
    const {rol, naam} = this.#column;
    // "nr 0101234567" and file names are numbered too: of these only a mobile number is told apart.
    const sentence = woorden > 1 || rol === 'tekst' || HEADER.test(tekst);
    const inText = sentence && rol !== 'kop' ? BARE_IN_TEXT : MOBILE_IN_TEXT;
    const text = sentence || woorden === 1 || rol === 'kop';
    const header = HEADER.test(naam);
    const found = written(tekst) ?? (text ? inNumbering(inText.exec(tekst)?.[0]) : null);
    if (found !== null && DIGITS.test(tekst) && !text && !header) {
      if (BARE_ABROAD.test(tekst)) this.#abroad.add(cell, found);
    } else if (found !== null) this.#written.add(cell, found);
    else if (header && (BARE.test(tekst) || LOST_ZERO.test(tekst))) this.#written.add(cell, tekst);
    else if (BARE.test(tekst)) {
      this.#bare.add(cell, tekst);
      this.#numbers.add(tekst, NUMBERING.test(tekst));
    }
  }

  judge(gevuld: number): Judgement | null {
    const finding = (treffers: Hits): Judgement => ({
      soort: 'telefoonnummer',
      oordeel: 'geweigerd',
      treffers,
    });
    if (this.#written.aantal > 0) return finding(this.#written);
    if (this.#abroad.aantal > 0 && this.#abroad.aantal / gevuld >= HALF)
      return finding(this.#abroad);
    const all = this.#numbers.size;
    const mobile = this.#numbers.count(
      (_, number) => number.startsWith('06') && NUMBERING.test(number),
    );
    const known = this.#numbers.count((inPlan) => inPlan);
    const column = this.#bare.aantal / gevuld >= HALF && this.#spread() >= SPREAD;
    const many = known >= MANY && known / all >= SHARE;
    return column && (many || (mobile >= FEW_MOBILE && mobile / all >= SHARE))
      ? finding(this.#bare)
      : null;
  }

  #spread(): number {
    const numbers = this.#numbers.values().map(Number);
    const [low, high] = numbers.reduce(
      ([least, most], number) => [Math.min(least, number), Math.max(most, number)],
      [Infinity, 0],
    );
    return (high - low) / Math.max(1, this.#numbers.distinct);
  }
}

function written(text: string): string | null {
  if (yearOf(text) !== null) return null;
  const abroad = ABROAD.exec(text)?.[0];
  if (abroad !== undefined) return abroad;
  const national = NATIONAL.exec(text)?.[0];
  if (national?.replaceAll(/\D/g, '').length !== 10) return null;
  return inNumbering(national);
}

function inNumbering(found: string | undefined): string | null {
  return found !== undefined && NUMBERING.test(found.replaceAll(/\D/g, '')) ? found : null;
}
