import type {
  Cijfer,
  Gebied,
  Indicator,
  Manifest,
  Nulmeting,
  Oordeel,
  Periodesoort,
} from '../../queries/contract.ts';
import {lastDefinitive} from '../charts/chart.ts';
import {sameCell} from './same-cell.ts';
import type {Publication} from './source.ts';

/** Where the words come from: the verdict on one figure, and the sentences above the rug. */
export interface Judgement {
  judge(vraag: {
    indicator: Indicator;
    gebied: Gebied;
    cijfer: Cijfer;
    nulmeting: Nulmeting | null;
    manifest: Manifest;
  }): Oordeel;
  sentences(vraag: {
    indicatoren: readonly Indicator[];
    gebieden: readonly Gebied[];
    oordelen: readonly Oordeel[];
    gemeente: Gebied;
  }): string[];
}

/** The verdicts on one indicator: one per area, over the last complete period. */
export interface JudgedIndicator {
  indicator: Indicator;
  periodesoort: Periodesoort;
  periode: string;
  oordelen: Oordeel[];
}

/**
 * Judges the main cell of an indicator for these areas (of one gemeente). The 0-meting spans twelve
 * months, so the figure beside it is that of a year where the indicator has one; and of a year that
 * can't change any more: claims and registrations that are still to come would read as progress.
 */
export async function judgeIndicator(
  publication: Publication,
  {indicator, gebieden}: {indicator: Indicator; gebieden: readonly Gebied[]},
  judgement: Judgement,
): Promise<JudgedIndicator> {
  const periodesoort = longest(indicator);
  const cijfers = await figures(publication, {indicator, gebieden, periodesoort});
  const periode = lastDefinitive(cijfers);
  const oordelen = gebieden.flatMap((gebied) => {
    const cijfer = cijfers.find((one) => isOf(one, gebied) && one.periode === periode);
    if (!cijfer) return [];
    const nulmeting =
      publication.nulmetingen.find(
        (one) =>
          one.indicator === indicator.id &&
          isOf(one, gebied) &&
          sameCell(one.dimensies, indicator.hoofdcel),
      ) ?? null;
    const {manifest} = publication;
    return [judgement.judge({indicator, gebied, cijfer, nulmeting, manifest})];
  });
  return {indicator, periodesoort, periode, oordelen};
}

async function figures(
  publication: Publication,
  {
    indicator,
    gebieden,
    periodesoort,
  }: {indicator: Indicator; gebieden: readonly Gebied[]; periodesoort: Periodesoort},
): Promise<Cijfer[]> {
  const gemeente = gebieden[0]?.gemeente ?? '';
  const levels = [...new Set(gebieden.map(({niveau}) => niveau))];
  const answers = await Promise.all(
    levels.map((niveau) =>
      publication.cijfers({
        indicator: indicator.id,
        gemeente,
        niveau,
        periodesoort,
        filters: indicator.hoofdcel,
        uitsplitsen: [],
      }),
    ),
  );
  return answers.flatMap(({cijfers}) => cijfers);
}

function isOf(one: {gebied: string; niveau: string}, gebied: Gebied): boolean {
  return one.gebied === gebied.code && one.niveau === gebied.niveau;
}

function longest({periodesoorten}: Indicator): Periodesoort {
  const order: Periodesoort[] = ['jaar', 'halfjaar', 'kwartaal', 'maand'];
  return order.find((soort) => periodesoorten.includes(soort)) ?? 'jaar';
}
