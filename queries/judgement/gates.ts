import type {Gebeurtenis, Gebied} from '../contract/area.ts';
import type {Cijfer, Maten} from '../contract/figure.ts';
import type {Indicator, Nulmetingregel} from '../contract/indicator.ts';
import type {Bereik} from '../contract/publication.ts';
import type {Nulmeting} from '../contract/verdict.ts';
import {firstDay, lastDay, monthsLater} from './period-days.ts';

/** Why no verdict can be passed yet: its name in the API, and its words. */
export const POORTEN = {
  alleen_per_team: 'Dit cijfer is er alleen per team.',
  alleen_gemeente: 'Dit cijfer is er alleen voor de hele gemeente.',
  te_klein: 'De groep is te klein om te tonen (0–14).',
  dominantie: 'Eén inwoner zou het cijfer bepalen.',
  groep: 'Het cijfer zou iets over een kleine groep verraden.',
  ontbreekt: 'Het cijfer is niet geleverd.',
  wacht: 'In deze wijk veranderde nog te weinig om haar te splitsen.',
  onvolledig: 'De periode is nog niet compleet.',
  nvt: 'Het cijfer is nog niet te bepalen.',
  niet_vergelijkbaar: 'Het cijfer is niet te vergelijken.',
  voor_de_start: 'De periode begint voor de start van het team.',
  in_de_nulmeting: 'De periode valt samen met de 0-meting.',
  geen_nulmeting: 'Er is geen 0-meting.',
  nulmeting_te_klein: 'De groep was in de 0-meting te klein om te tonen (0–14).',
  korte_nulmeting: 'Er zijn te weinig maanden met gegevens van voor de start.',
  weinig_gebeurtenissen: 'Er zijn te weinig gebeurtenissen: minder dan 10.',
  lage_dekking: 'Het cijfer dekt minder dan 60% van de zorg.',
  stand_sluit_niet: 'De wachtlijst sluit niet aan op de in- en uitstroom.',
  registratie_gewijzigd: 'De registratie is in deze periode veranderd.',
  definitie_gewijzigd: 'De definitie is na de 0-meting veranderd.',
  geen_vergelijking: 'Er is geen cijfer om mee te vergelijken.',
  is_de_gemeente: 'Dit is de gemeente zelf.',
  geen_streefwaarde: 'Er is geen streefwaarde vastgesteld.',
} as const;

export type Poort = keyof typeof POORTEN;

const MIN_EVENTS = 10;
const MIN_COVERAGE = 0.6;

/** Why the figure itself can't be judged, whatever it is held against; null when it can. */
export function figureGate(
  indicator: Indicator,
  {niveau}: Gebied,
  {status, teller, dekking}: Cijfer,
): Poort | null {
  if (!indicator.niveaus.includes(niveau)) return 'alleen_gemeente';
  if (indicator.vorm === 'per_fte' && niveau === 'wijk') return 'alleen_per_team';
  if (status !== 'ok') return status;
  return countGate({teller, dekking});
}

/** Too few events, or too little of the care: then chance or what is missing decides. */
export function countGate({teller, dekking}: Pick<Maten, 'teller' | 'dekking'>): Poort | null {
  if (teller !== null && teller < MIN_EVENTS) return 'weinig_gebeurtenissen';
  if (dekking !== null && dekking < MIN_COVERAGE) return 'lage_dekking';
  return null;
}

/** What a 0-meting is judged by. */
export interface BaselineFacts {
  indicator: Indicator;
  gebied: Gebied;
  cijfer: Cijfer;
  nulmeting: Nulmeting | null;
  /** The days of which the indicator has data, or null when not even that is known. */
  bereik: Bereik | null;
  gebeurtenissen: readonly Gebeurtenis[];
}

/** Why the figure can't be held against its 0-meting; null when it can. */
export function baselineGate(facts: BaselineFacts): Poort | null {
  const {indicator, gebied, cijfer, nulmeting} = facts;
  const {startdatum} = gebied;
  if (firstDay(cijfer.periode) < (startdatum ?? '')) return 'voor_de_start';
  const isOwn = nulmeting?.herkomst === 'registratie';
  if (isOwn && nulmeting.versie !== indicator.versie) return 'definitie_gewijzigd';
  const since =
    nulmeting?.periode_van ?? (startdatum === null ? null : monthsLater(startdatum, -YEAR));
  if (since !== null && hasChanged(facts, since)) return 'registratie_gewijzigd';
  if (nulmeting?.waarde === undefined || nulmeting.waarde === null) return absentBaseline(facts);
  if (firstDay(cijfer.periode) <= nulmeting.periode_tot) return 'in_de_nulmeting';
  return countGate(nulmeting);
}

const YEAR = 12;

/** Whether a change of the registration was recorded between the 0-meting and the figure. */
function hasChanged({gebeurtenissen, gebied, cijfer}: BaselineFacts, since: string): boolean {
  return gebeurtenissen
    .filter((event) => event.gebied === null || isAbout(event.gebied, gebied))
    .some(
      ({datum, omschrijving}) =>
        changesRegistration(omschrijving) && datum > since && datum <= lastDay(cijfer.periode),
    );
}

/** Why there is no 0-meting: its window lies outside the data, or what is in it is withheld. */
function absentBaseline({indicator, gebied, bereik}: BaselineFacts): Poort {
  if (gebied.startdatum === null || bereik === null) return 'geen_nulmeting';
  const {van, tot} = windowOf(indicator.nulmeting, gebied.startdatum);
  if (bereik.tot < tot) return 'geen_nulmeting';
  if (bereik.van > van) return 'korte_nulmeting';
  // A begroting is about nobody: nothing of it was withheld.
  const isPublic = indicator.vorm === 'bedrag' && !indicator.niveaus.includes('wijk');
  return indicator.vorm === 'per_fte' || isPublic ? 'geen_nulmeting' : 'nulmeting_te_klein';
}

/** The window of a rule, as `ref.nulmeting_venster` has it. */
function windowOf(regel: Nulmetingregel, startdatum: string): {van: string; tot: string} {
  const month = `${startdatum.slice(0, 8)}01`;
  const year = `${startdatum.slice(0, 4)}-01-01`;
  const half = startdatum.slice(5, 7) > '06' ? monthsLater(year, 6) : year;
  const before = (day: string, months: number) => ({van: monthsLater(day, -months), tot: day});
  if (regel === '24_maanden_voor_start') return before(month, 2 * YEAR);
  if (regel === 'jaar_voor_start') return before(year, YEAR);
  if (regel === 'halfjaar_voor_start') return before(half, YEAR / 2);
  if (regel === '12_maanden_voor_start') return before(month, YEAR);
  const full = startdatum === month ? month : monthsLater(month, 1);
  return {van: full, tot: monthsLater(full, YEAR / 2)};
}

function isAbout(code: string, {code: own, ouder, gemeente}: Gebied): boolean {
  return [own, ouder, gemeente].includes(code);
}

/**
 * Suppliers record a change of registration as a gebeurtenis that says so ("Nieuw
 * registratiesysteem"): a before and an after that were written down differently don't compare.
 */
export function changesRegistration(omschrijving: string): boolean {
  return /registrati/i.test(omschrijving);
}
