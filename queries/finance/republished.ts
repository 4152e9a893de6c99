import type {
  Aansluiting,
  Financienstand,
  Herkomst,
  Maandlast,
  Prognose,
  Verdeelsleutel,
  Verschil,
} from '../contract/finance.ts';
import {publishedAmount, type Amount} from '../cube/protect-amount.ts';
import type {Sealed} from './sealed.ts';

// Rows of an earlier publication as they go into the next one: the same amounts.

const given = (cent: number | null, herkomst: Herkomst = 'beschermd'): Amount =>
  publishedAmount(cent, herkomst);
const estimated = (cent: number): Amount => publishedAmount(cent, 'schatting');

/** A stand as it was published. */
export function sameStand(row: Financienstand): Sealed<Financienstand> {
  return {
    ...row,
    begroot_cent: given(row.begroot_cent, 'grootboek, exact'),
    verplicht_cent: given(row.verplicht_cent),
    gedeclareerd_cent: given(row.gedeclareerd_cent),
    toegekend_cent: given(row.toegekend_cent),
    realisatie_cent: given(row.realisatie_cent, row.realisatie_herkomst),
    prognose: row.prognose === null ? null : samePrognose(row.prognose),
  };
}

function samePrognose(row: Prognose): Sealed<Prognose> {
  const {band80, band95} = row;
  return {
    ...row,
    verwacht_cent: estimated(row.verwacht_cent),
    band80: band80 === null ? null : [estimated(band80[0]), estimated(band80[1])],
    band95: band95 === null ? null : [estimated(band95[0]), estimated(band95[1])],
  };
}

/** A difference as it was published. */
export function sameVerschil(row: Verschil): Sealed<Verschil> {
  return {
    ...row,
    begroot_cent: given(row.begroot_cent, 'grootboek, exact'),
    verwacht_cent: estimated(row.verwacht_cent),
    volume_cent: estimated(row.volume_cent),
    mix_cent: estimated(row.mix_cent),
    intensiteit_cent: estimated(row.intensiteit_cent),
    prijs_cent: estimated(row.prijs_cent),
    overig_cent: estimated(row.overig_cent),
  };
}

/** A month as it was published. */
export function sameMaand(row: Maandlast): Sealed<Maandlast> {
  return {
    ...row,
    bekend_cent: given(row.bekend_cent),
    verwacht_cent: given(row.verwacht_cent),
  };
}

/** A quarter of the tie-out as it was published. */
export function sameAansluiting(row: Aansluiting): Sealed<Aansluiting> {
  return {
    ...row,
    toegekend_cent: given(row.toegekend_cent, row.herkomst),
    geboekt_cent: given(row.geboekt_cent, row.herkomst),
    verschil_cent: given(row.verschil_cent, 'grootboek, exact'),
  };
}

/** What an area has of each way of dividing, as it was published. */
export function sameSleutel(row: Verdeelsleutel): Sealed<Verdeelsleutel> {
  const {productie, behoefte} = row;
  return {
    ...row,
    productie: productie === null ? null : given(productie),
    behoefte: behoefte === null ? null : given(behoefte),
  };
}
