import type {Gebied} from '../../queries/contract/area.ts';
import type {Cijfer, Niveau, Periodesoort} from '../../queries/contract/figure.ts';
import type {Indicator} from '../../queries/contract/indicator.ts';
import type {Nulmeting, Vergelijking} from '../../queries/contract/verdict.ts';
import type {AgeGroup} from '../../queries/judgement/age-expected.ts';
import {stockGate, type FlowFigures} from '../../queries/judgement/stock-identity.ts';
import type {JudgeQuestion} from '../../queries/judgement/verdict.ts';
import {targetsFor} from '../../queries/judgement/yardstick.ts';
import {sameCell} from './same-cell.ts';
import type {Publication} from './source.ts';

/** The questions to judge about one indicator. */
export interface Gathered {
  indicator: Indicator;
  periodesoort: Periodesoort;
  periode: string;
  vragen: JudgeQuestion[];
}

interface Asked {
  indicator: Indicator;
  /** The cell that is judged, e.g. `{meervoudig: 'ja'}`. */
  cel: Readonly<Record<string, string>>;
  gebieden: readonly Gebied[];
  periodesoort: Periodesoort;
  periode: string;
  /** That cell at every level, over all periods. */
  cijfers: readonly Cijfer[];
  vergelijking: Vergelijking;
}

/** What a verdict on each area needs, all from the publication: protected or public figures. */
export async function gatherQuestions(
  publication: Publication,
  asked: Asked,
): Promise<JudgeQuestion[]> {
  const {indicator, cel, gebieden, periode, cijfers, vergelijking} = asked;
  const {gebeurtenissen, beleid, bereiken} = publication;
  const gemeente = gebieden[0]?.gemeente ?? '';
  const ranges = bereiken.filter(
    (one) => one.indicator === indicator.id && one.gemeente === gemeente,
  );
  const gemeenteCijfer =
    cijfers.find((one) => one.niveau === 'gemeente' && one.periode === periode) ?? null;
  const whole = gebieden.find(({niveau}) => niveau === 'gemeente');
  const ages = vergelijking === 'gemeente' ? await agesOf(publication, asked) : [];
  const gevonden = await stockFinding(publication, asked);
  return gebieden.flatMap((gebied): JudgeQuestion[] => {
    const cijfer = cijfers.find((one) => isOf(one, gebied) && one.periode === periode);
    if (!cijfer) return [];
    return [
      {
        vergelijking,
        indicator,
        gebied,
        cijfer,
        gemeenteCijfer,
        gemeenteNulmeting: whole ? baselineOf(publication, {indicator, cel, gebied: whole}) : null,
        gevonden,
        gebeurtenissen,
        nulmeting: baselineOf(publication, {indicator, cel, gebied}),
        bereik:
          ranges.find(({variant}) => variant !== undefined && variant === cel['variant']) ??
          ranges.find(({variant}) => variant === undefined) ??
          null,
        leeftijden: withInhabitants(publication, {ages, gebied, periode}),
        streefwaarden: targetsFor(beleid.streefwaarden, indicator.id, gebied),
        elders: beleid.externe_cijfers.filter((one) => one.indicator === indicator.id),
      },
    ];
  });
}

/**
 * The 0-meting of a cell: a delivered one goes first, then the one of this version of the
 * definition; an older version is found too, so that the verdict can say that it changed.
 */
export function baselineOf(
  {nulmetingen}: Publication,
  {indicator: {id, versie}, cel, gebied}: Pick<Asked, 'indicator' | 'cel'> & {gebied: Gebied},
): Nulmeting | null {
  const own = nulmetingen.filter(
    (one) => one.indicator === id && isOf(one, gebied) && sameCell(one.dimensies, cel),
  );
  return (
    own.find(({herkomst}) => herkomst === 'geleverd') ??
    own.find((one) => one.versie === versie) ??
    own.at(-1) ??
    null
  );
}

/** A cell of an indicator at every level, over all periods. */
export async function figuresOfCell(
  publication: Publication,
  {
    indicator,
    cel,
    gemeente,
    periodesoort,
  }: Pick<Asked, 'indicator' | 'cel' | 'periodesoort'> & {gemeente: string},
): Promise<Cijfer[]> {
  const levels: readonly Niveau[] = ['gemeente', 'team', 'wijk'];
  const answers = await Promise.all(
    levels.map((niveau) =>
      publication.cijfers({
        indicator: indicator.id,
        gemeente,
        niveau,
        periodesoort,
        filters: cel,
        uitsplitsen: [],
      }),
    ),
  );
  return answers.flatMap(({cijfers}) => cijfers);
}

/** A figure beside a 0-meting spans the same: half a year beside half a year, else a year. */
export function judgedPeriod({periodesoorten, nulmeting}: Indicator): Periodesoort {
  const order: Periodesoort[] = nulmeting.includes('halfjaar')
    ? ['halfjaar', 'jaar', 'kwartaal', 'maand']
    : ['jaar', 'halfjaar', 'kwartaal', 'maand'];
  return order.find((soort) => periodesoorten.includes(soort)) ?? 'jaar';
}

/** Whether a figure or baseline is about this area. */
export function isOf(one: {gebied: string; niveau: string}, gebied: Gebied): boolean {
  return one.gebied === gebied.code && one.niveau === gebied.niveau;
}

/** The gemeente's own figure at each age, for indicators that count and know ages. */
async function agesOf(
  publication: Publication,
  {indicator, cel, gebieden, periodesoort, periode}: Asked,
): Promise<Cijfer[]> {
  const isCount = indicator.vorm === 'aantal' || indicator.vorm === 'stand';
  if (!isCount || !indicator.uitsplitsingen.some(({id}) => id === 'leeftijd')) return [];
  const {cijfers} = await publication.cijfers({
    indicator: indicator.id,
    gemeente: gebieden[0]?.gemeente ?? '',
    niveau: 'gemeente',
    periodesoort,
    van: periode,
    tot: periode,
    filters: cel,
    uitsplitsen: ['leeftijd'],
  });
  return cijfers;
}

function withInhabitants(
  {beleid}: Publication,
  {ages, gebied, periode}: {ages: readonly Cijfer[]; gebied: Gebied; periode: string},
): AgeGroup[] {
  const jaar = Number(periode.slice(0, 4));
  const known = beleid.bevolking.filter((row) => isOf(row, gebied) && row.jaar === jaar);
  return ages.flatMap((gemeente): AgeGroup[] => {
    const leeftijd = gemeente.dimensies['leeftijd'] ?? '';
    const row = known.find((one) => one.leeftijd === leeftijd);
    return row === undefined ? [] : [{leeftijd, inwoners: row.aantal, gemeente}];
  });
}

/** Whether the waiting list fits its in- and outflow: only where both are published. */
async function stockFinding(
  publication: Publication,
  {indicator, gebieden, periodesoort, periode, cijfers}: Asked,
) {
  const flow = publication.indicatoren.find(({id}) => id === `${indicator.id}_verloop`);
  const isSplit = flow?.uitsplitsingen.some(({id}) => id === 'stroom') ?? false;
  if (!flow || !isSplit || !flow.periodesoorten.includes(periodesoort)) return null;
  const {cijfers: flows} = await publication.cijfers({
    indicator: flow.id,
    gemeente: gebieden[0]?.gemeente ?? '',
    niveau: 'gemeente',
    periodesoort,
    van: periode,
    tot: periode,
    filters: {},
    uitsplitsen: ['stroom'],
  });
  const own = cijfers.filter(({niveau}) => niveau === 'gemeente');
  const at = own.findIndex((one) => one.periode === periode);
  const counted = (stroom: string): number | null =>
    flows.find(({dimensies}) => dimensies['stroom'] === stroom)?.teller ?? null;
  const figures: FlowFigures = {
    voor: own[at - 1]?.teller ?? null,
    na: own[at]?.teller ?? null,
    in: counted('in'),
    uit: counted('uit'),
  };
  return stockGate(figures);
}
