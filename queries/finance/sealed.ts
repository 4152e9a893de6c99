import type {GemeenteFinancien} from '../contract/finance.ts';
import {isAmount, type Amount} from '../cube/protect-amount.ts';

/** What holds euros: fields that say so, bands of an estimate, and what a budget is divided by. */
const EURO = /_cent$|^band\d+$|^productie$|^behoefte$/;

type Euro = `${string}_cent` | `band${number}` | 'productie' | 'behoefte';
type SealedAmount<T> = T extends number
  ? Amount
  : T extends readonly [number, number]
    ? readonly [Amount, Amount]
    : T extends readonly number[]
      ? Amount[]
      : T;
type SealedValue<T> = T extends readonly (infer E)[]
  ? SealedValue<E>[]
  : T extends object
    ? Sealed<T>
    : T;

/** The same shape, in which every amount of money is one that `protect-amount.ts` made. */
export type Sealed<T> = {
  [K in keyof T]: K extends Euro ? SealedAmount<T[K]> : SealedValue<T[K]>;
};

/** The money of a gemeente as it goes into a publication. */
export type SealedFinancien = Sealed<GemeenteFinancien>;

/** Throws `TypeError` when an amount of money in it was made elsewhere; `null` is no amount. */
export function requireAmounts(value: unknown, field = ''): void {
  if (isAmount(value) || value === null) return;
  if (Array.isArray(value)) for (const one of value) requireAmounts(one, field);
  else if (typeof value === 'object') {
    for (const [name, one] of Object.entries(value)) requireAmounts(one, name);
  } else if (EURO.test(field)) {
    throw new TypeError(`only protected amounts are published, ${field} is not`);
  }
}
