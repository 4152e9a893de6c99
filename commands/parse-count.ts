import {GebruikOnjuist} from './errors.ts';

/** A whole number of 0 or more behind an option; throws `GebruikOnjuist` naming the option. */
export function parseCount(option: string, text: string): number {
  const count = Number(text);
  if (Number.isInteger(count) && count >= 0 && text.trim() !== '') return count;
  throw new GebruikOnjuist(`Achter ${option} hoort een heel getal, zoals 10.`);
}
