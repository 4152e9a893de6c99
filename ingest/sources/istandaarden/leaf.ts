import type {Wet} from './codes.ts';
import type {LeafType} from './elements.ts';

/** The value of a leaf as the warehouse wants it, or what is wrong with it (Dutch, no value). */
export type LeafOutcome = {waarde: string} | {fout: string};

/** `LDT_Volume` and the amounts of the basisschema; a volume also has to fit an INTEGER. */
const MAX_DIGITS = {getal: 8, bedrag: 12} as const;
/** No code, number or reference of the standard is longer; the SQL orders by it (see lpad there). */
const MAX_LENGTH = 40;
/** An XML date or time may end with a time zone. */
const DATE = /^[0-9]{4}-[0-9]{2}-[0-9]{2}(Z|[+-][0-9]{2}:[0-9]{2})?$/;
const TIME = /^([01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9](\.[0-9]+)?(Z|[+-][0-9]{2}:[0-9]{2})?$/;

const BSN_WEIGHTS = [9, 8, 7, 6, 5, 4, 3, 2, -1];

/** Judges the text of a leaf by its type. Dates must exist; codes must be in the list of the law. */
export function readLeaf(soort: LeafType, text: string, wet: Wet): LeafOutcome {
  if (text === '') return {fout: 'dit element is leeg. Vul het in of laat het weg.'};
  if (soort === 'datum') return readDate(text);
  if (soort === 'tijd') {
    return TIME.test(text) ? {waarde: text.slice(0, 8)} : {fout: 'dit is geen tijd (uu:mm:ss).'};
  }
  if (soort === 'getal' || soort === 'bedrag') {
    const digits = MAX_DIGITS[soort];
    return /^[0-9]+$/.test(text) && text.length <= digits
      ? {waarde: text}
      : {fout: `dit is geen heel getal van hoogstens ${digits} cijfers.`};
  }
  if (soort === 'bsn') {
    return passesElfproef(text) ? {waarde: text} : {fout: 'dit is geen geldig BSN.'};
  }
  if (soort === 'tekst') {
    return text.length <= MAX_LENGTH
      ? {waarde: text}
      : {fout: `dit element is langer dan ${MAX_LENGTH} tekens. Kort het in.`};
  }
  if (soort === 'weg') return {waarde: ''};
  const codes = typeof soort === 'function' ? soort(wet) : soort;
  return codes.has(text) ? {waarde: text} : {fout: 'deze code staat niet in de codelijst.'};
}

function readDate(text: string): LeafOutcome {
  const day = text.slice(0, 10);
  if (!DATE.test(text) || !exists(day)) return {fout: 'dit is geen bestaande datum (jjjj-mm-dd).'};
  return day < '1900' ? {fout: 'deze datum ligt voor 1900. Herstel het jaar.'} : {waarde: day};
}

const DAYS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/** Whether jjjj-mm-dd is a day; every message has dozens, so no Date is made for it. */
function exists(day: string): boolean {
  const year = Number(day.slice(0, 4));
  const month = Number(day.slice(5, 7));
  const date = Number(day.slice(8));
  const leap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  return date >= 1 && date <= (month === 2 && leap ? 29 : (DAYS[month - 1] ?? 0));
}

function passesElfproef(text: string): boolean {
  if (!/^[0-9]{9}$/.test(text) || text === '000000000') return false;
  const sum = BSN_WEIGHTS.reduce((total, weight, index) => total + weight * Number(text[index]), 0);
  return sum % 11 === 0;
}
