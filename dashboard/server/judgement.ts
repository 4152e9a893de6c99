import type {Gebied} from '../../queries/contract/area.ts';
import type {Periodesoort} from '../../queries/contract/figure.ts';
import type {Indicator} from '../../queries/contract/indicator.ts';
import type {Oordeel, Vergelijking} from '../../queries/contract/verdict.ts';
import type {JudgeQuestion} from '../../queries/judgement/verdict.ts';
import type {Adjustment} from '../../queries/statistics/p-adjust.ts';
import type {OverviewQuestion} from '../../queries/judgement/overview.ts';
import {lastDefinitive} from '../charts/chart.ts';
import {figuresOfCell, gatherQuestions, judgedPeriod, type Gathered} from './gather-questions.ts';
import type {Publication} from './source.ts';

/** Where the words come from: verdicts that are passed at once, and the sentences above the rug. */
export interface Judgement {
  judgeTogether(vragen: readonly JudgeQuestion[], methode?: Adjustment): Oordeel[];
  sentences(vraag: OverviewQuestion): string[];
}

/** The verdicts on one indicator: one per area of the gemeente, over the last complete period. */
export interface JudgedIndicator {
  indicator: Indicator;
  periodesoort: Periodesoort;
  periode: string;
  oordelen: Oordeel[];
}

/** A gemeente of a publication, and what its figures are held against. */
export interface JudgedGemeente {
  gemeente: string;
  vergelijking: Vergelijking;
}

const KEPT = new WeakMap<Publication, Map<string, Promise<JudgedIndicator[]>>>();

/**
 * All verdicts of a gemeente: main cells of every indicator for every area. The correction for many
 * comparisons runs over all figures of one level, so that a cell has the same word on every page.
 * A publication never changes, so its verdicts are passed once.
 */
export function judgeGemeente(
  publication: Publication,
  asked: JudgedGemeente,
  judgement: Judgement,
): Promise<JudgedIndicator[]> {
  const known = KEPT.get(publication) ?? new Map<string, Promise<JudgedIndicator[]>>();
  KEPT.set(publication, known);
  const key = `${asked.gemeente} ${asked.vergelijking}`;
  const verdicts = known.get(key) ?? passVerdicts(publication, asked, judgement);
  known.set(key, verdicts);
  // a failure is not kept: the next reader tries again
  verdicts.catch(() => known.delete(key));
  return verdicts;
}

/**
 * The figure beside a 0-meting spans the same time, and it can't change any more: what is still to come
 * would read as progress.
 */
async function passVerdicts(
  publication: Publication,
  {gemeente, vergelijking}: JudgedGemeente,
  judgement: Judgement,
): Promise<JudgedIndicator[]> {
  const gebieden = publication.gebieden.filter((area) => area.gemeente === gemeente);
  const gathered: Gathered[] = [];
  // one after the other: each query holds a thread, and other readers want answers too
  for (const indicator of publication.indicatoren) {
    const cel = indicator.hoofdcel;
    gathered.push(await questionsOn(publication, {indicator, cel, gebieden, vergelijking}));
  }
  const all = gathered.flatMap(({vragen}) => vragen);
  const levels = [...new Set(all.map(({gebied}) => gebied.niveau))];
  const oordelen = levels.flatMap((niveau) =>
    judgement.judgeTogether(all.filter(({gebied}) => gebied.niveau === niveau)),
  );
  return gathered.map(({indicator, periodesoort, periode}) => ({
    indicator,
    periodesoort,
    periode,
    oordelen: gebieden.flatMap(
      ({code, niveau}) =>
        oordelen.find(
          (one) => one.indicator === indicator.id && one.gebied === code && one.niveau === niveau,
        ) ?? [],
    ),
  }));
}

/** A dimension of an indicator of which each node is judged, e.g. the domains of the ZRM. */
export interface JudgedParts extends JudgedGemeente {
  indicator: Indicator;
  dimensie: string;
}

/**
 * The verdicts on each part of an indicator. The parts of one area are one instrument, looked at from
 * many sides: they are corrected by Holm, so that not one of them is claimed by chance.
 */
export async function judgeParts(
  publication: Publication,
  {gemeente, vergelijking, indicator, dimensie}: JudgedParts,
  judgement: Judgement,
): Promise<Oordeel[]> {
  const gebieden = publication.gebieden.filter((area) => area.gemeente === gemeente);
  const nodes = indicator.uitsplitsingen.find(({id}) => id === dimensie)?.knopen ?? [];
  const vragen: JudgeQuestion[] = [];
  for (const node of nodes) {
    const cel = {...indicator.hoofdcel, [dimensie]: node.id};
    const asked = {indicator, cel, gebieden, vergelijking};
    vragen.push(...(await questionsOn(publication, asked)).vragen);
  }
  return gebieden.flatMap((gebied) =>
    judgement.judgeTogether(
      vragen.filter((one) => one.gebied === gebied),
      'holm',
    ),
  );
}

async function questionsOn(
  publication: Publication,
  {
    indicator,
    cel,
    gebieden,
    vergelijking,
  }: {
    indicator: Indicator;
    cel: Readonly<Record<string, string>>;
    gebieden: readonly Gebied[];
    vergelijking: Vergelijking;
  },
): Promise<Gathered> {
  const gemeente = gebieden[0]?.gemeente ?? '';
  const periodesoort = judgedPeriod(indicator);
  const cijfers = await figuresOfCell(publication, {indicator, cel, gemeente, periodesoort});
  const periode = lastDefinitive(cijfers);
  const asked = {indicator, cel, gebieden, periodesoort, periode, cijfers, vergelijking};
  return {indicator, periodesoort, periode, vragen: await gatherQuestions(publication, asked)};
}
