import {incidenceVariance} from './incidence-variance.ts';
import {Z95} from './interval.ts';

/** A spell under observation: days from its start. `soort` is null when it was still open at `tot`. */
export interface Spell {
  /** Day on which it came under observation (delayed entry); 0 when followed from its start. */
  vanaf: number;
  tot: number;
  soort: 'einde' | 'concurrent' | null;
}

/** The curve at one day on which something ended. */
export interface SurvivalStep {
  dag: number;
  onder_risico: number;
  einden: number;
  concurrenten: number;
  /** Cumulative incidence of the end that counts (Aalen-Johansen). */
  incidentie: number;
  /** Share still open, whatever the end (Kaplan-Meier). */
  open: number;
  /** Greenwood's sum for the variance of `open`. */
  greenwood: number;
  /** Variance of `incidentie` (delta method); without competing ends it is Greenwood's. */
  variantie: number;
}

/**
 * Kaplan-Meier and Aalen-Johansen with delayed entry: at risk on day t when vanaf ≤ t ≤ tot. The
 * curve starts on the first day with `minimum` at risk; earlier ends are left out.
 * Sources: Kaplan & Meier 1958; Aalen & Johansen 1978; Klein & Moeschberger, Survival Analysis;
 * variance of the incidence: Marubini & Valsecchi 1995, formula 10.12.
 */
export function survivalCurve(spells: readonly Spell[], minimum = 1): SurvivalStep[] {
  const entries = spells.map(({vanaf}) => vanaf).sort((a, b) => a - b);
  const ends = [...spells].sort((a, b) => a.tot - b.tot);
  const steps: SurvivalStep[] = [];
  let entered = 0;
  let left = 0;
  let begun = false;
  let open = 1;
  let incidentie = 0;
  let greenwood = 0;
  const spread = incidenceVariance();
  while (left < ends.length) {
    const dag = ends[left]?.tot ?? 0;
    while (entered < entries.length && (entries[entered] ?? 0) <= dag) entered += 1;
    const onder_risico = entered - left;
    let einden = 0;
    let concurrenten = 0;
    for (; left < ends.length && ends[left]?.tot === dag; left += 1) {
      if (ends[left]?.soort === 'einde') einden += 1;
      if (ends[left]?.soort === 'concurrent') concurrenten += 1;
    }
    begun ||= onder_risico >= minimum;
    const gone = einden + concurrenten;
    if (!begun || gone === 0 || onder_risico === 0) continue;
    incidentie += (open * einden) / onder_risico;
    const variantie = spread({onder_risico, einden, concurrenten, open, incidentie});
    open *= 1 - gone / onder_risico;
    if (gone < onder_risico) greenwood += gone / (onder_risico * (onder_risico - gone));
    steps.push({dag, onder_risico, einden, concurrenten, incidentie, open, greenwood, variantie});
  }
  return steps;
}

/**
 * Index of the first step at which the incidence reaches `share`, or null when it never does; with
 * the steps at which the log-log 95% band of (1 − incidence) reaches it.
 */
export function reaches(
  steps: readonly SurvivalStep[],
  share: number,
): {stap: number | null; eerder: number | null; later: number | null} {
  const first = (test: (step: SurvivalStep) => boolean): number | null => {
    const index = steps.findIndex(test);
    return index === -1 ? null : index;
  };
  const target = 1 - share;
  const bound = (step: SurvivalStep, sign: number): number => {
    const survival = 1 - step.incidentie;
    if (survival <= 0 || survival >= 1) return survival;
    const spread = Math.sqrt(step.variantie) / Math.abs(survival * Math.log(survival));
    return survival ** Math.exp(sign * Z95 * spread);
  };
  return {
    stap: first(({incidentie}) => incidentie >= share - 1e-12),
    eerder: first((step) => bound(step, 1) <= target + 1e-12),
    later: first((step) => bound(step, -1) <= target + 1e-12),
  };
}

/** Share still open after `days` days, whatever the end. */
export function openAfter(steps: readonly SurvivalStep[], days: number): number {
  const last = steps.findLast(({dag}) => dag <= days);
  return last?.open ?? 1;
}
