import type {Overlevingspunt} from '../contract/figure.ts';
import type {SurvivalStep} from '../statistics/survival.ts';
import type {Noise} from './noise.ts';

/** Ends that are merged into one step, with what the curve does in it. */
interface Group {
  dag: number;
  gone: number;
  /** Share of those open before the step that is open after it. */
  stays: number;
}

const BASE = 5;
const MIN_EVENTS = 5;
const LOWEST = 5;
const HIGHEST = 95;
const DAYS_PER_MONTH = 365.25 / 12;

/**
 * A protected survival curve: monthly steps, merged until each has at least five ends; S(t) in whole
 * percents from at-risk and event counts that are rounded to fives (ends as a running count, so that
 * their errors cancel), and never under 5% or over 95%. Ends after the last full step are not shown.
 * A step closes on the day of the norm, so that the curve and the figure at the norm agree.
 */
export function protectCurve(
  noise: Noise,
  label: string,
  steps: readonly SurvivalStep[],
  norm: number | null,
): Overlevingspunt[] {
  const groups: Group[] = [];
  let current: Group = {dag: 0, gone: 0, stays: 1};
  const close = (dag: number): void => {
    groups.push({...current, dag});
    current = {dag: 0, gone: 0, stays: 1};
  };
  const horizon = Math.max(steps.at(-1)?.dag ?? 0, norm ?? 0);
  let next = 0;
  for (let month = 1, dag = 0; dag < horizon; month += 1) {
    dag = Math.round(month * DAYS_PER_MONTH);
    for (let step = steps[next]; step !== undefined && step.dag <= dag; step = steps[next]) {
      current = extend(current, step);
      next += 1;
    }
    const previous = groups.at(-1);
    if (current.gone >= MIN_EVENTS) close(dag);
    else if (dag === norm && current.gone > 0 && previous !== undefined) {
      groups.pop();
      current = {...current, ...joined(previous, current)};
      close(dag);
    }
  }
  const after = running(noise, label);
  const points = groups.map((group) => ({dag: group.dag, open: percentOf(after(group))}));
  // What comes after the lowest that may be told says no more.
  const end = points.findIndex(({open}) => open === LOWEST);
  return end === -1 ? points : points.slice(0, end + 1);
}

/**
 * The protected percentage still open after `norm` days, by the steps of the curve. Where fewer than
 * five ended by then they make one step.
 */
export function protectOpen(
  noise: Noise,
  label: string,
  steps: readonly SurvivalStep[],
  norm: number,
): number {
  const until = steps.filter(({dag}) => dag <= norm);
  const points = protectCurve(noise, label, until, norm);
  const last = points.at(-1);
  if (last !== undefined) return last.open;
  const all = until.reduce<Group>(extend, {dag: norm, gone: 0, stays: 1});
  return percentOf(running(noise, label)(all));
}

function extend(group: Group, {onder_risico, einden, concurrenten}: SurvivalStep): Group {
  const gone = einden + concurrenten;
  return {...group, gone: group.gone + gone, stays: group.stays * (1 - gone / onder_risico)};
}

function joined(one: Group, other: Group): Pick<Group, 'gone' | 'stays'> {
  return {gone: one.gone + other.gone, stays: one.stays * other.stays};
}

/** The share still open after each group in turn, from protected counts. */
function running(noise: Noise, label: string): (group: Group) => number {
  const toFives = (kind: string, count: number): number =>
    BASE * Math.floor(count / BASE + noise.label(`${kind}|${label}`));
  let gone = 0;
  let open = 1;
  return (group) => {
    const before = toFives('c', gone);
    gone += group.gone;
    const ended = toFives('c', gone) - before;
    const atRisk = group.gone === 0 ? 0 : toFives('r', group.gone / (1 - group.stays));
    open *= ended === 0 ? 1 : 1 - ended / Math.max(atRisk, ended);
    return open;
  };
}

function percentOf(open: number): number {
  return Math.min(HIGHEST, Math.max(LOWEST, Math.round(100 * open)));
}
