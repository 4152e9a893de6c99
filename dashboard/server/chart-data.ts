import type {Niveau, Periodesoort} from '../../queries/contract/figure.ts';
import type {Indicator} from '../../queries/contract/indicator.ts';
import type {ChartData} from '../charts/chart.ts';
import {figureQuestion, findIndicator, type FigureParameters} from './figure-question.ts';
import {sameCell} from './same-cell.ts';
import {signalSeries} from './signal-series.ts';
import type {Publication} from './source.ts';

/**
 * Gathers what a chart is drawn from: the areas of the level and the gemeente behind them.
 * Without dimensions in the question it is the main cell of the indicator.
 */
export async function chartData(
  publication: Publication,
  query: FigureParameters,
): Promise<ChartData> {
  const asked = figureQuestion(publication, query);
  const indicator = findIndicator(publication, asked.indicator);
  const filters = {...ownCell(indicator, asked.filters), ...asked.filters};
  const vraag = {...asked, gebied: undefined, filters, uitsplitsen: []};
  const areas = publication.gebieden.filter((area) => area.gemeente === vraag.gemeente);
  const gemeente = areas.find((area) => area.niveau === 'gemeente');
  if (!gemeente) throw new Error(`publication without area for gemeente ${vraag.gemeente}`);
  const isWhole = indicator.vorm === 'duur' && Object.keys(filters).length === 0;
  const curvesOf = (niveau: Niveau) => (isWhole ? publication.overleving({...vraag, niveau}) : []);
  const [cijfers, gemeenteCijfers, own, whole] = await Promise.all([
    publication.cijfers(vraag),
    publication.cijfers({...vraag, niveau: 'gemeente'}),
    vraag.niveau === 'gemeente' ? [] : curvesOf(vraag.niveau),
    curvesOf('gemeente'),
  ]);
  return {
    indicator,
    gemeente,
    niveau: vraag.niveau,
    periodesoort: vraag.periodesoort,
    gebieden: areas
      .filter((area) => area.niveau === vraag.niveau)
      .toSorted((a, b) => (a.sorteersleutel < b.sorteersleutel ? -1 : 1)),
    cel: filters,
    cijfers: cijfers.cijfers,
    gemeenteCijfers: gemeenteCijfers.cijfers,
    nulmetingen: publication.nulmetingen.filter(
      (one) =>
        isComparable(indicator, vraag.periodesoort) &&
        one.indicator === indicator.id &&
        sameCell(one.dimensies, filters),
    ),
    gebeurtenissen: publication.gebeurtenissen,
    curven: [...own, ...whole],
    signaalkaart: null,
  };
}

/** The same with the control chart of the area that stands out, for the chart of signals. */
export async function withSignals(
  publication: Publication,
  data: ChartData,
  code: string | null,
): Promise<ChartData> {
  const {indicator, gemeente, gebieden} = data;
  const gebied = gebieden.find((area) => area.code === code) ?? gemeente;
  return {...data, signaalkaart: await signalSeries(publication, {indicator, gebied})};
}

/** A count or amount of twelve months stands beside years only: a quarter would look like a fall. */
function isComparable({vorm, noemer}: Indicator, periodesoort: Periodesoort): boolean {
  const isWhole = vorm === 'bedrag' || (vorm === 'aantal' && noemer === 'geen');
  return periodesoort === 'jaar' || !isWhole;
}

/**
 * What the main cell adds to a question. A standard variant always holds; `meervoudig: ja` stands for
 * the indicator only while nothing else is asked.
 */
function ownCell({hoofdcel}: Indicator, asked: Readonly<Record<string, string>>) {
  if (Object.keys(asked).length === 0) return hoofdcel;
  return Object.fromEntries(Object.entries(hoofdcel).filter(([, node]) => node === 'standaard'));
}
