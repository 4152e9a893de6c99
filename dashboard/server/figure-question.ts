import {z} from 'zod';
import {
  NIVEAUS,
  PERIODESOORTEN,
  type CijferVraag,
  type Periodesoort,
} from '../../queries/contract/figure.ts';
import type {Indicator} from '../../queries/contract/indicator.ts';
import {IndicatorOnbekend, type VraagFout} from '../../queries/errors.ts';
import {unknownParameter, unknownValue} from './check-query.ts';
import type {Publication} from './source.ts';

/** Parameters of /cijfers; any other name must be a dimension of the indicator. */
export const figureParameters = z
  .object({
    indicator: z.string().meta({description: 'Id van de indicator, zie /indicatoren.'}),
    gemeente: z
      .string()
      .optional()
      .meta({description: 'Code van de gemeente. Verplicht als er meer dan één gemeente is.'}),
    niveau: z.enum(NIVEAUS).meta({description: 'Welke gebieden: gemeente, teams of wijken.'}),
    gebied: z.string().optional().meta({description: 'Code van één gebied van dat niveau.'}),
    periodesoort: z.enum(PERIODESOORTEN),
    van: z.string().optional().meta({description: 'Eerste periode, bijvoorbeeld 2021-K1.'}),
    tot: z.string().optional().meta({description: 'Laatste periode, die doet mee.'}),
    uitsplitsen: z
      .string()
      .optional()
      .meta({description: 'Dimensies om op te splitsen, met een komma ertussen. Hooguit twee.'}),
  })
  .catchall(z.string());

/** A question for all periods of one kind, of areas of one level. */
export const seriesParameters = z.object(figureParameters.shape).pick({
  indicator: true,
  gemeente: true,
  niveau: true,
  gebied: true,
  periodesoort: true,
});

export type FigureParameters = z.output<typeof figureParameters>;

const NOTATION: Record<Periodesoort, {pattern: RegExp; voorbeeld: string}> = {
  maand: {pattern: /^\d{4}-(0[1-9]|1[0-2])$/, voorbeeld: '2021-03'},
  kwartaal: {pattern: /^\d{4}-K[1-4]$/, voorbeeld: '2021-K1'},
  halfjaar: {pattern: /^\d{4}-H[12]$/, voorbeeld: '2021-H1'},
  jaar: {pattern: /^\d{4}$/, voorbeeld: '2021'},
};

/** The privacy design allows two crossed dimensions besides area and period. */
const MOST_DIMENSIONS = 2;

/**
 * All that is wrong with a question about figures, judged by metadata only: an error never depends
 * on a figure. Throws IndicatorOnbekend, because without it nothing else can be checked.
 */
export function checkFigureQuestion(
  publication: Publication,
  query: Readonly<Record<string, string>>,
  ignored: readonly string[] = [],
): VraagFout[] {
  if (query['indicator'] === undefined) return checkGemeente(publication, query['gemeente']);
  const indicator = findIndicator(publication, query['indicator']);
  return [
    ...checkGemeente(publication, query['gemeente']),
    ...checkGebied(publication, query),
    ...checkPeriods(indicator, query),
    ...checkDimensions(indicator, query, ignored),
  ];
}

/** The indicator with this id; throws IndicatorOnbekend. */
export function findIndicator(publication: Publication, id: string): Indicator {
  const indicator = publication.indicatoren.find((candidate) => candidate.id === id);
  if (!indicator) throw new IndicatorOnbekend(id.slice(0, 40));
  return indicator;
}

/** The question for the cube. The parameters have passed `checkFigureQuestion`. */
export function figureQuestion(publication: Publication, query: FigureParameters): CijferVraag {
  const {indicator, niveau, gebied, periodesoort, van, tot} = query;
  const dimensions = findIndicator(publication, indicator).uitsplitsingen;
  const filters = dimensions.flatMap(({id}) => {
    const node = query[id];
    return typeof node === 'string' ? [[id, node] as const] : [];
  });
  return {
    indicator,
    gemeente: oneGemeente(publication, query.gemeente),
    niveau,
    gebied,
    periodesoort,
    van,
    tot,
    filters: Object.fromEntries(filters),
    uitsplitsen: splitNames(query.uitsplitsen),
  };
}

/** The gemeente asked for, or the only one there is. The parameter has passed `checkGemeente`. */
export function oneGemeente({manifest}: Publication, code: string | undefined): string {
  return code ?? manifest.gemeenten[0]?.code ?? '';
}

/** Whether `gemeente` names one of the publication, and is there when it must be. */
export function checkGemeente(publication: Publication, code: string | undefined): VraagFout[] {
  const codes = publication.manifest.gemeenten.map((gemeente) => gemeente.code);
  if (code === undefined && codes.length <= 1) return [];
  if (code === undefined) {
    const melding = `Deze parameter is verplicht. Kies uit: ${codes.join(', ')}.`;
    return [{veld: 'gemeente', melding}];
  }
  return codes.includes(code) ? [] : [{veld: 'gemeente', melding: unknownValue(code, codes)}];
}

/** Whether `gebied` names an area of the gemeente, and of the level when one is asked for. */
export function checkGebied(
  publication: Publication,
  {gebied, gemeente, niveau}: Readonly<Record<string, string>>,
): VraagFout[] {
  if (gebied === undefined) return [];
  const codes = publication.gebieden
    .filter((area) => area.gemeente === (gemeente ?? area.gemeente))
    .filter((area) => area.niveau === (niveau ?? area.niveau))
    .map((area) => area.code);
  return codes.includes(gebied) ? [] : [{veld: 'gebied', melding: unknownValue(gebied, codes)}];
}

function checkPeriods(
  {periodesoorten}: Indicator,
  query: Readonly<Record<string, string>>,
): VraagFout[] {
  const soort = PERIODESOORTEN.find((name) => name === query['periodesoort']);
  if (!soort) return [];
  if (!periodesoorten.includes(soort)) {
    return [{veld: 'periodesoort', melding: unknownValue(soort, periodesoorten)}];
  }
  const {pattern, voorbeeld} = NOTATION[soort];
  const wrong = ['van', 'tot', 'periode'].flatMap((veld) => {
    const value = query[veld];
    if (value === undefined || pattern.test(value)) return [];
    return [{veld, melding: `Schrijf een ${soort} als ${voorbeeld}.`}];
  });
  const {van, tot} = query;
  if (wrong.length > 0 || van === undefined || tot === undefined || van <= tot) return wrong;
  return [{veld: 'tot', melding: 'De laatste periode ligt voor de eerste.'}];
}

function checkDimensions(
  {uitsplitsingen, hoofdcel}: Indicator,
  query: Readonly<Record<string, string>>,
  ignored: readonly string[],
): VraagFout[] {
  const names = uitsplitsingen.map(({id}) => id);
  const known = [...Object.keys(figureParameters.shape), ...ignored];
  const filters = Object.entries(query).filter(([name]) => !known.includes(name));
  const split = splitNames(query['uitsplitsen']);
  // a variant is another count, not a group of people within it
  const crossed = new Set(
    [...split, ...filters.map(([name]) => name)].filter((name) => hoofdcel[name] !== 'standaard'),
  );
  const fouten = filters.flatMap(([veld, value]): VraagFout[] => {
    const dimension = uitsplitsingen.find(({id}) => id === veld);
    if (!dimension) return [{veld, melding: unknownParameter([...known, ...names])}];
    if (split.includes(veld)) {
      return [{veld, melding: 'Kies één waarde, of splits uit. Allebei kan niet.'}];
    }
    const nodes = dimension.knopen.map((node) => node.id);
    return nodes.includes(value) ? [] : [{veld, melding: unknownValue(value, nodes)}];
  });
  const wrongSplit = split.filter(
    (name, index) => !names.includes(name) || split.indexOf(name) !== index,
  );
  if (wrongSplit.length > 0) {
    fouten.push({veld: 'uitsplitsen', melding: unknownValue(wrongSplit.join(','), names)});
  } else if (crossed.size > MOST_DIMENSIONS) {
    const melding = `Gebruik hooguit ${MOST_DIMENSIONS} uitsplitsingen tegelijk.`;
    fouten.push({veld: 'uitsplitsen', melding: `${melding} Zo blijven mensen onherkenbaar.`});
  }
  return fouten;
}

function splitNames(text: string | undefined): string[] {
  return text === undefined || text === '' ? [] : text.split(',');
}
