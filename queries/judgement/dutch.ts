import type {Indicator} from '../contract/indicator.ts';

const MONTHS =
  'januari februari maart april mei juni juli augustus september oktober november december'.split(
    ' ',
  );

/** A number as Dutch people write it, with the decimals of the indicator: 1.234,5. */
export function numberInDutch(value: number, decimalen: number): string {
  return new Intl.NumberFormat('nl-NL', {
    minimumFractionDigits: decimalen,
    maximumFractionDigits: decimalen,
  }).format(value);
}

/** A value with its unit; a percentage stands against its number. */
export function valueInDutch(value: number, {decimalen, eenheid}: Indicator): string {
  const number = numberInDutch(value, decimalen);
  if (isMoney(eenheid)) return `€\u00a0${number}${eenheid.slice('euro'.length)}`;
  return eenheid.startsWith('procent') ? `${number}%` : `${number} ${eenheid}`;
}

/** Whether the unit is an amount, written before its number. */
export function isMoney(eenheid: string): boolean {
  return /^euro\b/.test(eenheid);
}

/** When a period was: `in 2022`, `in het 3e kwartaal van 2021`, `in maart 2021`. */
export function periodInDutch(periode: string): string {
  const [year = '', part] = periode.split('-');
  if (part === undefined) return `in ${year}`;
  if (part.startsWith('K')) return `in het ${part.slice(1)}e kwartaal van ${year}`;
  if (part.startsWith('H')) return `in het ${part.slice(1)}e halfjaar van ${year}`;
  return `in ${MONTHS[Number(part) - 1] ?? ''} ${year}`;
}

/** A share as a whole percentage without sign: 0.153 is 15%. */
export function percentInDutch(share: number): string {
  return `${numberInDutch(Math.abs(100 * share), 0)}%`;
}
