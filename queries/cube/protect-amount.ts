import type {Status} from '../contract/figure.ts';
import type {Herkomst} from '../contract/finance.ts';
import {readExactList, type ExactList} from './exact-list.ts';
import type {Noise} from './noise.ts';
import {
  noisySum,
  roundCount,
  roundMean,
  shown,
  withheld,
  type Figure,
  type MeanFacts,
} from './protect.ts';

/**
 * An amount in cents that passed through this module; null is withheld. As with figures, the class is
 * not exported and has a private field: the compiler and the writer of publications refuse any other.
 */
class ProtectedAmount {
  readonly #sealed = true;
  readonly cent: number | null;
  readonly status: Status;
  readonly herkomst: Herkomst;

  constructor(cent: number | null, status: Status, herkomst: Herkomst) {
    this.cent = cent;
    this.status = status;
    this.herkomst = herkomst;
  }

  /** In a publication an amount is a number. */
  toJSON(): number | null {
    return this.cent;
  }

  static made(value: unknown): boolean {
    return typeof value === 'object' && value !== null && #sealed in value && value.#sealed;
  }
}

/** An amount as this module made it; nothing else fits this type. */
export type Amount = ProtectedAmount;

/** Whether this value was made here. The writer of a publication asks it of every amount. */
export function isAmount(value: unknown): value is Amount {
  return ProtectedAmount.made(value);
}

/** Who is behind an amount: clients, cents of all, of the largest client and of the two largest. */
export interface Payers {
  clienten: number;
  som: number;
  grootste: number;
  tweede: number;
}

const LIST = readExactList();
const THOUSAND = 100_000;
const CENTS = 100;

/** Whether these payers are enough for an exact amount, and if not why. */
export function payersStatus(
  {clienten, som, grootste, tweede}: Payers,
  {minimum}: ExactList = LIST,
): Status {
  if (clienten < minimum.clienten) return 'te_klein';
  const isDominated =
    grootste > minimum.grootste * som || grootste + tweede > minimum.twee_grootste * som;
  return isDominated ? 'dominantie' : 'ok';
}

/**
 * An exact amount of the closed list. `achter` is everybody it rests on, in every way of counting; an
 * amount that rests on clients and names none is withheld, so that nobody and few look alike. Throws
 * for an amount that is not in the list.
 */
export function exactAmount(
  bedrag: string,
  cent: number,
  achter: readonly Payers[] = [],
  list: ExactList = LIST,
): Amount {
  const entry = list.bedragen.get(bedrag);
  if (entry === undefined) throw new RangeError(`${bedrag} is not in queries/cube/exact-list.yaml`);
  const statuses = achter.map((payers) => payersStatus(payers, list));
  const withoutAnyone: Status = statuses.length === 0 ? 'te_klein' : 'ok';
  const status =
    entry.clienten === 'geen' ? 'ok' : (statuses.find((one) => one !== 'ok') ?? withoutAnyone);
  return new ProtectedAmount(status === 'ok' ? Math.round(cent) : null, status, 'grootboek, exact');
}

/** An amount that is withheld for this reason. */
export function withheldAmount(status: Status, herkomst: Herkomst): Amount {
  return new ProtectedAmount(null, status, herkomst);
}

/**
 * The noise of a sum, in cents: on the scale of five means, or of the largest client. It depends on the
 * label, and on the sum itself: so the difference of two sums that differ by one client has noise too.
 */
export function amountNoise(
  noise: Noise,
  label: string,
  cent: number,
  achter: readonly Payers[],
): number {
  const scale = achter.reduce(
    (sum, {clienten, som, grootste}) =>
      sum + (clienten === 0 ? 0 : Math.max(grootste, (5 * som) / clienten)),
    0,
  );
  return scale * (noise.triangular(`€|${label}`) + noise.triangular(`€|${label}|${String(cent)}`));
}

/**
 * Costs of a group as published: a rounded count × a protected mean, so the sum adds no information. Its
 * noise depends on the costs too: they may change while the members stay.
 */
export function costAmounts(
  noise: Noise,
  label: string,
  facts: MeanFacts,
): {clienten: number; kosten_cent: Amount; per_client_cent: Amount} {
  const {clienten, som, ck} = facts;
  const sum = noisySum(noise, label, {...facts, ck: `${ck} ${String(som)}`});
  const mean = Math.round(roundMean(sum / clienten, 1 / clienten));
  const count = roundCount(noise, label, clienten);
  return {
    clienten: count,
    kosten_cent: new ProtectedAmount(count * mean, 'ok', 'beschermd'),
    per_client_cent: new ProtectedAmount(mean, 'ok', 'beschermd'),
  };
}

/** A protected sum: with noise, in whole thousands of euros, and never below nothing. */
export function noisyAmount(
  noise: Noise,
  label: string,
  cent: number,
  achter: readonly Payers[],
): Amount {
  return estimate(Math.max(0, cent + amountNoise(noise, label, cent, achter)), 'beschermd');
}

/** What a model says, in steps of a thousand euros (or of `step` cents): an estimate bears no more. */
export function estimate(cent: number, herkomst: Herkomst = 'schatting', step = THOUSAND): Amount {
  return new ProtectedAmount(step * Math.round(cent / step), 'ok', herkomst);
}

/** Amounts that may be published, together; withheld when one of them is. */
export function sumAmounts(amounts: readonly Amount[]): Amount {
  const hidden = amounts.find(({cent}) => cent === null);
  if (hidden !== undefined) return new ProtectedAmount(null, hidden.status, hidden.herkomst);
  const cent = amounts.reduce((sum, one) => sum + (one.cent ?? 0), 0);
  const herkomst = amounts.find((one) => one.herkomst !== 'grootboek, exact')?.herkomst;
  return new ProtectedAmount(cent, 'ok', herkomst ?? 'grootboek, exact');
}

/** One amount that may be published less another. */
export function minusAmount(amount: Amount, less: Amount): Amount {
  const {cent, status, herkomst} = amount;
  if (cent === null || less.cent === null) return amount.cent === null ? amount : less;
  return new ProtectedAmount(cent - less.cent, status, herkomst);
}

/** An amount as a figure of the catalogue, in euros, with the band of an estimate around it. */
export function amountFigure(
  methode: string,
  {cent, status}: Amount,
  {
    band = null,
    voorlopig = false,
  }: {band?: readonly [Amount, Amount] | null; voorlopig?: boolean} = {},
): Figure {
  if (cent === null) return withheld(status);
  const [low = null, high = null] = band ?? [];
  const euros = (amount: Amount | null): number | null =>
    amount?.cent == null ? null : amount.cent / CENTS;
  const bounds = {ondergrens: euros(low), bovengrens: euros(high)};
  return shown(methode, {waarde: cent / CENTS, ...bounds, voorlopig});
}

/** An amount as a publication has it: an earlier one, or the one that is being made. */
export function publishedAmount(cent: number | null, herkomst: Herkomst): Amount {
  return new ProtectedAmount(cent, cent === null ? 'te_klein' : 'ok', herkomst);
}
