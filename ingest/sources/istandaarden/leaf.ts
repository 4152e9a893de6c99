import type {Wet} from './codes.ts';
import type {LeafType} from './schema.ts';

/** The value of a leaf as the warehouse wants it, or what is wrong with it (Dutch, no value). */
export type LeafOutcome = {waarde: string} | {fout: string};

const BSN_WEIGHTS = [9, 8, 7, 6, 5, 4, 3, 2, -1];

/** Judges the text of a leaf by its type. Dates must exist; codes must be in the list of the law. */
export function readLeaf(soort: LeafType, text: string, wet: Wet): LeafOutcome {
  if (text === '') return {fout: 'dit element is leeg. Vul het in of laat het weg.'};
  if (soort === 'datum') {
    const day = text.slice(0, 10);
    return isDate(day) ? {waarde: day} : {fout: 'dit is geen bestaande datum (jjjj-mm-dd).'};
  }
  if (soort === 'tijd') {
    const ok = /^([01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9]/.test(text);
    return ok ? {waarde: text.slice(0, 8)} : {fout: 'dit is geen tijd (uu:mm:ss).'};
  }
  if (soort === 'getal' || soort === 'bedrag') {
    return /^[0-9]{1,12}$/.test(text) ? {waarde: text} : {fout: 'dit is geen heel getal.'};
  }
  if (soort === 'bsn') {
    return passesElfproef(text) ? {waarde: text} : {fout: 'dit is geen geldig BSN.'};
  }
  if (soort === 'tekst') return {waarde: text};
  if (soort === 'weg') return {waarde: ''};
  const codes = typeof soort === 'function' ? soort(wet) : soort;
  return codes.has(text) ? {waarde: text} : {fout: 'deze code staat niet in de codelijst.'};
}

function isDate(text: string): boolean {
  if (!/^[0-9]{4}-[0-9]{2}-[0-9]{2}$/.test(text)) return false;
  const date = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text);
}

function passesElfproef(text: string): boolean {
  if (!/^[0-9]{9}$/.test(text) || text === '000000000') return false;
  const sum = BSN_WEIGHTS.reduce((total, weight, index) => total + weight * Number(text[index]), 0);
  return sum % 11 === 0;
}
