import type {Gebied} from '../../../queries/contract/area.ts';
import type {Overlevingscurve} from '../../../queries/contract/figure.ts';
import type {Indicator} from '../../../queries/contract/indicator.ts';
import type {Cijfers, Gebieden, Oordelen, Overlevingscurven, PlatCijfer} from '../api/answers.ts';
import {apiAddress, fetchAnswer, withFields} from '../api/fetch-answer.ts';
import {figuresAddress, type Vraag} from './question.ts';

/** All figures of the page for one question. */
export interface Figuren {
  /** What they answer; the address may already ask something else. */
  vraag: Vraag;
  publicatie: string;
  gemeente: Gebied;
  /** Areas of the level in the order of their sorteersleutel, without the gemeente. */
  gebieden: Gebied[];
  cijfers: PlatCijfer[];
  gemeenteCijfers: PlatCijfer[];
  /** Periods in order of time. */
  perioden: string[];
  /** The last period whose figures won't change: late records make a newer one look too low. */
  periode: string;
  /** The first period that is still provisional, or null. */
  voorlopigVanaf: string | null;
  oordelen: Oordelen['oordelen'];
  /** Survival curves of a duration, of the level and of the gemeente; empty for other forms. */
  curven: Overlevingscurve[];
  /** The same period split by a dimension; empty when nothing is split. */
  uitgesplitst: PlatCijfer[];
}

const isFigures = withFields<Cijfers>('cijfers', 'publicatie');

/** Asks areas, figures and verdicts at once, and the split figures once the period is known. */
export async function loadFigures(
  indicator: Indicator,
  vraag: Vraag,
  signal: AbortSignal,
): Promise<Figuren> {
  const {gemeente: code, niveau, publicatie} = vraag;
  const ask = (more: Record<string, string | null>) =>
    fetchAnswer(figuresAddress(indicator, vraag, more), isFigures, signal);
  const [areas, own, whole, verdicts, curven] = await Promise.all([
    fetchAnswer(
      apiAddress('/gebieden', {gemeente: code, publicatie}),
      withFields<Gebieden>('gebieden'),
      signal,
    ),
    ask({}),
    ask({niveau: 'gemeente'}),
    fetchAnswer(
      apiAddress('/oordelen', {gemeente: code, indicator: indicator.id, publicatie}),
      withFields<Oordelen>('oordelen'),
      signal,
    ),
    loadCurves(indicator, vraag, signal),
  ]);
  const sorted = areas.gebieden.toSorted((a, b) => (a.sorteersleutel < b.sorteersleutel ? -1 : 1));
  const gemeente = sorted.find((area) => area.niveau === 'gemeente');
  if (!gemeente) throw new SyntaxError('answer without the gemeente');
  const perioden = [...new Set(whole.cijfers.map(({periode}) => periode))].toSorted();
  const {periode, voorlopigVanaf} = settledPeriod(whole.cijfers, perioden);
  return {
    vraag,
    publicatie: own.publicatie,
    gemeente,
    gebieden: niveau === 'gemeente' ? [] : sorted.filter((area) => area.niveau === niveau),
    cijfers: niveau === 'gemeente' ? [] : own.cijfers,
    gemeenteCijfers: whole.cijfers,
    perioden,
    periode,
    voorlopigVanaf,
    oordelen: verdicts.oordelen,
    curven,
    uitgesplitst: await split(ask, vraag, periode),
  };
}

/** The curves of a duration as a whole: parts of it have none. */
async function loadCurves(
  {vorm}: Indicator,
  {indicator, gemeente, niveau, periodesoort, publicatie, keuzes}: Vraag,
  signal: AbortSignal,
): Promise<Overlevingscurve[]> {
  if (vorm !== 'duur' || Object.keys(keuzes).length > 0) return [];
  const levels = niveau === 'gemeente' ? [niveau] : ['gemeente', niveau];
  const answers = await Promise.all(
    levels.map((level) =>
      fetchAnswer(
        apiAddress('/overlevingscurve', {
          indicator,
          gemeente,
          niveau: level,
          periodesoort,
          publicatie,
        }),
        withFields<Overlevingscurven>('curven'),
        signal,
      ),
    ),
  );
  return answers.flatMap(({curven}) => curven);
}

/** The last period that is covered and final; without one the last that is covered. */
function settledPeriod(cijfers: readonly PlatCijfer[], perioden: readonly string[]) {
  const covered = cijfers.filter(({status}) => status !== 'onvolledig');
  const ofCovered = new Set(covered.map(({periode}) => periode));
  const provisional = new Set(
    covered.filter(({voorlopig}) => voorlopig).map(({periode}) => periode),
  );
  const periode =
    perioden.findLast((one) => ofCovered.has(one) && !provisional.has(one)) ??
    perioden.findLast((one) => ofCovered.has(one)) ??
    perioden.at(-1) ??
    '';
  return {periode, voorlopigVanaf: perioden.find((one) => provisional.has(one)) ?? null};
}

async function split(
  ask: (more: Record<string, string | null>) => Promise<Cijfers>,
  {uitsplitsen, niveau}: Vraag,
  periode: string,
): Promise<PlatCijfer[]> {
  if (uitsplitsen === null || periode === '') return [];
  const more = {uitsplitsen, van: periode, tot: periode};
  const levels = niveau === 'gemeente' ? [niveau] : ['gemeente', niveau];
  const answers = await Promise.all(levels.map((level) => ask({...more, niveau: level})));
  return answers.flatMap(({cijfers}) => cijfers);
}
