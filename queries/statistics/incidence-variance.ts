/** What happened on one day: `open` is the share still open just before, `incidentie` just after. */
interface Day {
  onder_risico: number;
  einden: number;
  concurrenten: number;
  open: number;
  incidentie: number;
}

/**
 * Variance of the cumulative incidence F at each day in turn, by running sums of the delta-method
 * formula (Marubini & Valsecchi 1995, 10.12): Σ (F − Fj)² dj / (nj (nj − dj))
 * + Σ Sj−1² d1j (nj − d1j) / nj³ − 2 Σ (F − Fj) Sj−1 d1j / nj².
 */
export function incidenceVariance(): (day: Day) => number {
  let hazard = 0;
  let hazardF = 0;
  let hazardFF = 0;
  let own = 0;
  let cross = 0;
  let crossF = 0;
  return ({onder_risico: n, einden, concurrenten, open, incidentie: f}) => {
    const gone = einden + concurrenten;
    // When all are gone F never moves again, so its unbounded weight always meets F − Fj = 0.
    const weight = gone < n ? gone / (n * (n - gone)) : 0;
    hazard += weight;
    hazardF += weight * f;
    hazardFF += weight * f * f;
    own += (open * open * einden * (n - einden)) / n ** 3;
    cross += (open * einden) / n ** 2;
    crossF += (f * open * einden) / n ** 2;
    const variance = f * f * hazard - 2 * f * hazardF + hazardFF + own - 2 * (f * cross - crossF);
    return Math.max(0, variance);
  };
}
