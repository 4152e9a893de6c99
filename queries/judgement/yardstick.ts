import type {ExternCijfer, Gebied} from '../contract/area.ts';
import type {Cijfer, Maten} from '../contract/figure.ts';
import type {Indicator} from '../contract/indicator.ts';
import type {Ijkpunt, Nulmeting, Streefwaarde, Vergelijking} from '../contract/verdict.ts';
import {ageExpected, type AgeGroup} from './age-expected.ts';
import {baselineWords} from './baseline-words.ts';
import {baselineGate, countGate, type BaselineFacts, type Poort} from './gates.ts';
import {firstDay, lastDay} from './period-days.ts';
import {
  differenceToNumber,
  relativeDifference,
  type Judged,
  type RelativeDifference,
} from './relative-difference.ts';
import {targetIn} from './target-path.ts';

/** All that a figure can be held against. Protected or public figures only. */
export interface Surroundings extends BaselineFacts {
  /** The same cell of the gemeente in the same period, or null. */
  gemeenteCijfer: Cijfer | null;
  /** The gemeente per age with the area's inhabitants; empty where the indicator has no ages. */
  leeftijden: readonly AgeGroup[];
  /** The 0-meting of the gemeente itself. */
  gemeenteNulmeting: Nulmeting | null;
  /** Targets of this indicator for this area, else for its gemeente. */
  streefwaarden: readonly Streefwaarde[];
  /** Figures of other gemeenten on this indicator. */
  elders: readonly ExternCijfer[];
}

/** What was compared with, or the gate that forbids it. */
export type Compared =
  | {poort: null; ijkpunt: Ijkpunt; verschil: RelativeDifference}
  | {poort: Poort; ijkpunt: Ijkpunt | null; verschil: null};

const refused = (poort: Poort, ijkpunt: Ijkpunt | null = null): Compared => ({
  poort,
  ijkpunt,
  verschil: null,
});

/** Holds the figure against what was asked for. */
export const COMPARE: Readonly<Record<Vergelijking, (around: Surroundings) => Compared>> = {
  nulmeting: againstBaseline,
  gemeente: againstGemeente,
  regio: againstOthers,
  streefwaarde: againstTarget,
};

function againstBaseline(around: Surroundings): Compared {
  const {indicator, cijfer, nulmeting} = around;
  const poort = baselineGate(around);
  const naam = baselineWords('bij de 0-meting', indicator);
  const ijkpunt = nulmeting === null ? null : yardstickOf(naam, nulmeting);
  if (poort === 'nulmeting_te_klein') return againstHidden(around);
  if (poort !== null || nulmeting === null) return refused(poort ?? 'geen_nulmeting', ijkpunt);
  // A baseline from outside comes without interval and is taken as it was delivered.
  const isDelivered = nulmeting.herkomst === 'geleverd' && nulmeting.teller === null;
  const then = isDelivered ? exactly(nulmeting) : nulmeting;
  return compared(ijkpunt, relativeDifference(indicator.vorm, cijfer, then));
}

/**
 * A 0-meting that is withheld stands on screen as 0–14. A stock that lies above even 14 has risen for
 * certain, by at least the lower bound of that; anything less can't be said.
 */
function againstHidden({indicator, cijfer}: Surroundings): Compared {
  const {teller, noemer, waarde} = cijfer;
  const isKnown = indicator.vorm === 'stand' && teller !== null && noemer !== null && noemer > 0;
  if (!isKnown || waarde === null || teller === 0) return refused('nulmeting_te_klein');
  const most = {...cijfer, teller: MOST_HIDDEN, waarde: (waarde * MOST_HIDDEN) / teller};
  const least = relativeDifference(indicator.vorm, cijfer, most);
  if (least === null || least.ondergrens <= 0) return refused('nulmeting_te_klein');
  const ijkpunt = {...yardstick('bij de 0-meting', most.waarde), hooguit: true};
  return {
    poort: null,
    ijkpunt,
    verschil: {...least, verschil: least.ondergrens, bovengrens: Infinity},
  };
}

/** The most that a withheld count can be, as the screen says. */
const MOST_HIDDEN = 14;

function againstGemeente(around: Surroundings): Compared {
  const {indicator, gebied, cijfer, gemeenteCijfer, leeftijden} = around;
  if (gebied.niveau === 'gemeente') return refused('is_de_gemeente');
  if (gemeenteCijfer?.status !== 'ok') return refused('geen_vergelijking');
  const poort = countGate(gemeenteCijfer);
  if (poort !== null) return refused(poort);
  const expected = leeftijden.length > 1 ? ageExpected(cijfer, leeftijden) : null;
  if (expected !== null) {
    const naam = 'verwacht bij deze leeftijden';
    const {verwacht: waarde, verschil} = expected;
    return compared({...yardstick(naam, waarde), voor_leeftijd: true}, verschil);
  }
  const ijkpunt = yardstickOf('in de hele gemeente', gemeenteCijfer);
  const other = restOf(indicator, gemeenteCijfer, cijfer);
  return compared(
    ijkpunt === null ? null : {...ijkpunt, voor_leeftijd: hasAges(indicator) ? false : null},
    relativeDifference(indicator.vorm, cijfer, other),
  );
}

/**
 * An area is part of its gemeente, so it is tested against the rest of it where both can be counted.
 * A median or a ratio of sums has no rest: the whole gemeente stands in, which asks a bit more.
 */
function restOf({vorm}: Indicator, whole: Cijfer, part: Cijfer): Judged {
  const isCounted = vorm !== 'duur' && vorm !== 'verhouding' && vorm !== 'bedrag';
  const {teller, noemer} = whole;
  if (!isCounted || teller === null || noemer === null) return whole;
  if (part.teller === null || part.noemer === null) return whole;
  const rest = {teller: teller - part.teller, noemer: noemer - part.noemer};
  return rest.teller > 0 && rest.noemer > 0 ? {...whole, ...rest} : whole;
}

function hasAges({uitsplitsingen}: Indicator): boolean {
  return uitsplitsingen.some(({id}) => id === 'leeftijd');
}

function againstOthers({cijfer, elders, gebied}: Surroundings): Compared {
  const [first, last] = [firstDay(cijfer.periode), lastDay(cijfer.periode)];
  // The whole period: one quarter of theirs says little about a year, help has a season.
  const cover = elders.filter(
    (one) =>
      one.gebied !== gebied.gemeente &&
      one.gebied.startsWith('GM') &&
      one.periode_van <= first &&
      one.periode_tot >= last,
  );
  const closest = cover.toSorted((a, b) => b.periode_van.localeCompare(a.periode_van));
  const known = [...new Set(closest.map((one) => one.gebied))].flatMap(
    (code) => closest.find((one) => one.gebied === code) ?? [],
  );
  if (known.length === 0) return refused('geen_vergelijking');
  // Public figures of others: the mean of the gemeenten, each counted once by its closest period.
  const waarde = known.reduce((sum, one) => sum + one.waarde, 0) / known.length;
  const naam =
    known.length === 1 ? 'in een andere gemeente' : `in ${known.length} andere gemeenten`;
  const ijkpunt = {...yardstick(naam, waarde), voor_leeftijd: false};
  return compared(ijkpunt, differenceToNumber(cijfer, waarde));
}

/** A target of the gemeente lies on the path of the gemeente: an area does not get an easier one. */
function againstTarget({indicator, gebied, cijfer, ...around}: Surroundings): Compared {
  const {streefwaarden, nulmeting, gemeenteNulmeting} = around;
  const jaar = Number(cijfer.periode.slice(0, 4));
  const isOwn = streefwaarden.some((one) => one.gebied === gebied.code);
  const target = targetIn(jaar, streefwaarden, {
    nulmeting: isOwn ? nulmeting : gemeenteNulmeting,
    richting: indicator.richting,
  });
  if (target === null) return refused('geen_streefwaarde');
  const naam =
    target.doeljaar > jaar
      ? `op de weg naar de streefwaarde van ${target.doeljaar}`
      : 'de streefwaarde';
  return compared(yardstick(naam, target.waarde), differenceToNumber(cijfer, target.waarde));
}

function compared(ijkpunt: Ijkpunt | null, verschil: RelativeDifference | null): Compared {
  if (ijkpunt === null || verschil === null) return refused('geen_vergelijking', ijkpunt);
  return {poort: null, ijkpunt, verschil};
}

function yardstickOf(naam: string, {waarde, ondergrens, bovengrens}: Maten): Ijkpunt | null {
  return waarde === null ? null : {...yardstick(naam, waarde), ondergrens, bovengrens};
}

function yardstick(naam: string, waarde: number): Ijkpunt {
  const bounds = {ondergrens: null, bovengrens: null};
  return {naam, waarde, ...bounds, hooguit: false, voor_leeftijd: null};
}

function exactly({waarde}: Maten): Judged {
  return {waarde, ondergrens: waarde, bovengrens: waarde, teller: null, noemer: null};
}

/** Targets for the area itself, else those for its gemeente. */
export function targetsFor(
  all: readonly Streefwaarde[],
  indicator: string,
  {code, gemeente}: Gebied,
): Streefwaarde[] {
  const own = all.filter((one) => one.indicator === indicator && one.gebied === code);
  if (own.length > 0) return own;
  return all.filter((one) => one.indicator === indicator && one.gebied === gemeente);
}
