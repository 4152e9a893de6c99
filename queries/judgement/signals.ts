import type {Gebied} from '../contract/area.ts';
import type {Cijfer, Periodesoort} from '../contract/figure.ts';
import type {Indicator} from '../contract/indicator.ts';
import type {Signaalkaart, Signaalpunt, Signaalregel} from '../contract/signal.ts';
import {attributeLimits} from '../statistics/laney.ts';
import {signals, type RuleLengths, type Signal} from '../statistics/spc-signals.ts';
import {xmrLimits, type ProcessLimits} from '../statistics/xmr.ts';
import {firstDay, lastDay} from './period-days.ts';
import {signalSentence} from './signal-sentence.ts';

/** A series of one area, and how it is looked at. */
export interface SignalQuestion {
  indicator: Indicator;
  gebied: Gebied;
  periodesoort: Periodesoort;
  /** One cell per period, in any order. */
  cijfers: readonly Cijfer[];
  /** Recorded starts and changes of model from which new limits may be frozen (ISO days). */
  herijken: readonly string[];
  lengtes: RuleLengths;
}

/** How many periods of a kind make twelve months, and the fewest points that limits can rest on. */
const YEAR: Readonly<Record<Periodesoort, number>> = {maand: 12, kwartaal: 4, halfjaar: 2, jaar: 1};
const MIN_POINTS = 6;

const RULES: Readonly<Record<Signal, Signaalregel>> = {
  outside: 'buiten_de_grenzen',
  trend: 'trend',
  two_in_three: 'twee_van_drie',
  shift: 'reeks',
};

/** A figure that is shown. */
type Shown = Cijfer & {waarde: number};

/**
 * The control chart of a series: limits frozen on all definitive points before the start (twelve
 * months at least), and new ones only from a recorded day after which twelve months are known. Null
 * when there is no start, or too little before it. Rules don't run over a gap, and what is provisional
 * can't give a signal: late records make it look low.
 */
export function signalChart(question: SignalQuestion): Signaalkaart | null {
  const {indicator, gebied, periodesoort, lengtes} = question;
  const cijfers = question.cijfers.toSorted((a, b) => (a.periode < b.periode ? -1 : 1));
  const shown = cijfers.filter(isShown);
  const segments = segmentsOf(question, shown);
  const [first] = segments;
  if (first === undefined) return null;
  const limits = new Map<string, ProcessLimits>();
  const based = new Set<string>();
  for (const {base, points} of segments) {
    for (const {periode} of base) based.add(periode);
    for (const [index, bounds] of limitsOf(indicator, base, points).entries()) {
      const point = points[index];
      if (point !== undefined && bounds !== null) limits.set(point.periode, bounds);
    }
  }
  const found = signalsOf(cijfers, limits, lengtes);
  const punten = cijfers.map((cijfer) => pointOf(cijfer, {limits, based, found}));
  const kaart = chartName(indicator, first.base);
  return {
    indicator: indicator.id,
    gebied: gebied.code,
    niveau: gebied.niveau,
    periodesoort,
    kaart,
    basis_van: first.base[0]?.periode ?? '',
    basis_tot: first.base.at(-1)?.periode ?? '',
    herijkt_vanaf: segments.slice(1).map(({points}) => points[0]?.periode ?? ''),
    punten,
    zin: signalSentence({indicator, gebied, punten}),
  };
}

function isShown(cijfer: Cijfer): cijfer is Shown {
  return cijfer.waarde !== null;
}

interface Segment {
  /** What the limits are frozen on. */
  base: Shown[];
  /** The points for which they hold. */
  points: Shown[];
}

function segmentsOf(
  {gebied, periodesoort, herijken}: SignalQuestion,
  shown: readonly Shown[],
): Segment[] {
  const {startdatum} = gebied;
  if (startdatum === null) return [];
  const before = shown.filter(
    ({periode, voorlopig}) => lastDay(periode) < startdatum && !voorlopig,
  );
  if (before.length < Math.max(MIN_POINTS, YEAR[periodesoort])) return [];
  const segments: Segment[] = [{base: before, points: [...shown]}];
  for (const day of [...herijken].sort()) {
    const since = shown.filter(({periode}) => firstDay(periode) >= day);
    const base = since
      .filter(({voorlopig}) => !voorlopig)
      .slice(0, Math.max(MIN_POINTS, YEAR[periodesoort]));
    const last = segments.at(-1);
    if (last === undefined || base.length < Math.max(MIN_POINTS, YEAR[periodesoort])) continue;
    last.points = last.points.filter(({periode}) => firstDay(periode) < day);
    segments.push({base, points: since});
  }
  return segments;
}

function limitsOf(
  {vorm}: Indicator,
  base: readonly Shown[],
  points: readonly Shown[],
): (ProcessLimits | null)[] {
  const kind = attributeKind(vorm);
  if (kind !== null && [...base, ...points].every(isCounted)) {
    const found = attributeLimits(kind, base.map(attribute), points.map(attribute), 'auto');
    return points.map((point, index) => scaled(found?.grenzen[index] ?? null, point));
  }
  const found = xmrLimits(base.map(({waarde}) => waarde));
  // no figure of ours can be below zero
  const cut = found === null ? null : {...found, ondergrens: Math.max(0, found.ondergrens)};
  return points.map(() => cut);
}

function attributeKind(vorm: Indicator['vorm']): 'u' | 'p' | null {
  if (vorm === 'aantal' || vorm === 'stand') return 'u';
  return vorm === 'aandeel' || vorm === 'paren' ? 'p' : null;
}

function isCounted({teller, noemer}: Cijfer): boolean {
  return teller !== null && noemer !== null && noemer > 0;
}

function attribute({teller, noemer}: Cijfer): {aantal: number; noemer: number} {
  return {aantal: teller ?? 0, noemer: noemer ?? 0};
}

/** From events per person-year, or a share, to the unit in which the figure is published. */
function scaled(
  limits: ProcessLimits | null,
  {waarde, teller, noemer}: Shown,
): ProcessLimits | null {
  if (limits === null || teller === null || noemer === null || teller === 0) return null;
  const unit = (waarde * noemer) / teller;
  return {
    gemiddelde: limits.gemiddelde * unit,
    ondergrens: limits.ondergrens * unit,
    bovengrens: limits.bovengrens * unit,
    zone_onder: limits.zone_onder * unit,
    zone_boven: limits.zone_boven * unit,
  };
}

function chartName({vorm}: Indicator, base: readonly Shown[]): Signaalkaart['kaart'] {
  const kind = attributeKind(vorm);
  if (kind === null || !base.every(isCounted)) return 'XmR';
  const sigma = attributeLimits(kind, base.map(attribute), [], 'auto')?.sigma_z ?? 1;
  return sigma === 1 ? kind : `${kind}′`;
}

/** Signals per period, over stretches without a gap. */
function signalsOf(
  cijfers: readonly Cijfer[],
  limits: ReadonlyMap<string, ProcessLimits>,
  lengtes: RuleLengths,
): Map<string, Signaalregel> {
  const found = new Map<string, Signaalregel>();
  let stretch: {periode: string; waarde: number; bounds: ProcessLimits}[] = [];
  const close = (): void => {
    const points = stretch.map(({waarde, bounds}) => ({waarde, ...bounds}));
    for (const [index, signal] of signals(points, lengtes).entries()) {
      const periode = stretch[index]?.periode;
      if (signal !== null && periode !== undefined) found.set(periode, RULES[signal]);
    }
    stretch = [];
  };
  for (const {periode, waarde, voorlopig} of cijfers) {
    const bounds = limits.get(periode);
    if (waarde === null || voorlopig || bounds === undefined) close();
    else stretch.push({periode, waarde, bounds});
  }
  close();
  return found;
}

function pointOf(
  {periode, waarde, status, voorlopig}: Cijfer,
  {
    limits,
    based,
    found,
  }: {
    limits: ReadonlyMap<string, ProcessLimits>;
    based: ReadonlySet<string>;
    found: ReadonlyMap<string, Signaalregel>;
  },
): Signaalpunt {
  const bounds = limits.get(periode);
  return {
    periode,
    waarde,
    status,
    voorlopig,
    gemiddelde: bounds?.gemiddelde ?? null,
    ondergrens: bounds?.ondergrens ?? null,
    bovengrens: bounds?.bovengrens ?? null,
    basis: based.has(periode),
    signaal: found.get(periode) ?? null,
  };
}
