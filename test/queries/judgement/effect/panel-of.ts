import type {Eenheid, Panel} from '../../../../queries/judgement/effect/panel.ts';
import {spanOf} from '../../../../queries/judgement/effect/period.ts';

/** Quarters of these years, and units with a rate per quarter for each. */
export interface Series {
  code: string;
  start: string | null;
  counts: (quarter: number) => number | null;
  people?: number;
  eigen?: boolean;
  wijken?: number;
  parts?: number[];
}

/** A panel of counts that the test writes down itself; parts = shares of the wijken. */
export function panelOf(years: readonly number[], units: readonly Series[]): Panel {
  const perioden = years.flatMap((year) =>
    [1, 2, 3, 4].map((part) => spanOf(`${year}-K${part}`, 'kwartaal')),
  );
  return {vorm: 'aantal', stap: 'kwartaal', perioden, eenheden: units.map(unitOf)};

  function unitOf({
    code,
    start,
    counts,
    people = 1000,
    eigen = true,
    wijken = 1,
    parts = [],
  }: Series): Eenheid {
    const aantallen = perioden.map((_, quarter) => counts(quarter));
    return {
      code,
      naam: `Team ${code}`,
      start,
      eigen,
      wijken,
      fasen: [],
      aantallen,
      noemers: perioden.map(() => people),
      wijkreeksen: parts.map((share, index) => ({
        code: `${code}${index}`,
        naam: `Wijk ${code}${index}`,
        aantallen: aantallen.map((count) => (count === null ? null : count * share)),
        noemers: perioden.map(() => people * share),
      })),
    };
  }
}

/** Month number of the last month of a quarter, e.g. `2021-K4`. */
export function endOf(periode: string): number {
  return spanOf(periode, 'kwartaal').laatste;
}
