import {roundTo} from './divide.ts';

/** One kind of care in a year: what was budgeted, what is expected, and what each is made of. */
export interface CareCost {
  begroot_cent: number;
  verwacht_cent: number;
  /** Client-months, units per client-month and cents per unit, last year and this year. */
  vorig: CareMeasure;
  nu: CareMeasure;
}

/** `clienten` × `intensiteit` × `prijs` are the costs in cents. */
export interface CareMeasure {
  clienten: number;
  intensiteit: number;
  prijs: number;
}

/** Why the expected costs differ from the begroting, in whole cents that add up to the difference. */
export interface Variance {
  volume_cent: number;
  mix_cent: number;
  intensiteit_cent: number;
  prijs_cent: number;
  /** Posts of which no clients are known. */
  overig_cent: number;
}

/**
 * Splits verwacht − begroot. A begroting names no clients, so its clients are counted back: what it
 * buys at last year's hours per client and price. Then, in this order: more or fewer clients at the
 * mean costs of the begroting (volume), other care than budgeted (mix), more or fewer units per client
 * at last year's price (intensiteit), another price per unit (prijs).
 */
export function splitVariance(costs: readonly CareCost[]): Variance {
  const known = costs.filter(isKnown);
  const other = costs.filter((cost) => !isKnown(cost));
  const rows = known.map((cost) => {
    const perClient = cost.vorig.intensiteit * cost.vorig.prijs;
    return {...cost, perClient, begroot: cost.begroot_cent / perClient};
  });
  const sum = (of: (row: (typeof rows)[number]) => number): number =>
    rows.reduce((total, row) => total + of(row), 0);
  const budgeted = sum(({begroot}) => begroot);
  const clients = sum(({nu}) => nu.clienten);
  const mean = budgeted > 0 ? sum(({begroot_cent}) => begroot_cent) / budgeted : 0;
  const volume = (clients - budgeted) * mean;
  const mix = sum(({nu, begroot, perClient}) => (nu.clienten - begroot) * perClient) - volume;
  const intensity = sum(
    ({nu, vorig}) => nu.clienten * (nu.intensiteit - vorig.intensiteit) * vorig.prijs,
  );
  const price = sum(({nu, vorig}) => nu.clienten * nu.intensiteit * (nu.prijs - vorig.prijs));
  const total = (list: readonly CareCost[]): number =>
    list.reduce((all, {begroot_cent, verwacht_cent}) => all + verwacht_cent - begroot_cent, 0);
  const [volume_cent = 0, mix_cent = 0, intensiteit_cent = 0, prijs_cent = 0] = roundTo(
    total(known),
    [volume, mix, intensity, price],
  ).map((part) => part ?? 0);
  return {volume_cent, mix_cent, intensiteit_cent, prijs_cent, overig_cent: total(other)};
}

/** Whether clients, units and prices are known in both years. */
function isKnown({vorig, nu}: CareCost): boolean {
  return [vorig, nu].every(
    ({clienten, intensiteit, prijs}) => clienten > 0 && intensiteit > 0 && prijs > 0,
  );
}
