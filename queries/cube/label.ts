import type {Niveau} from '../contract/figure.ts';

/** An area as labels see it: a sole child has the label of its parent. */
export interface LabelArea {
  niveau: Niveau;
  code: string;
  gemeente: string;
}

/** For each area the node under which it is labelled. */
export type AreaLabels = ReadonlyMap<string, string>;

interface TreeArea extends LabelArea {
  /** The team of a wijk; the gemeente of a team. */
  ouder: string | null;
}

/**
 * Names every area by the highest area that is the same set: the only wijk of a team is that team,
 * the only team of a gemeente is that gemeente. One set has one label, so one rounding.
 */
export function areaLabels(areas: readonly TreeArea[]): AreaLabels {
  const siblings = new Map<string, number>();
  const family = ({niveau, gemeente, ouder}: TreeArea): string =>
    `${niveau} ${gemeente} ${ouder ?? ''}`;
  for (const area of areas) siblings.set(family(area), (siblings.get(family(area)) ?? 0) + 1);
  const onlyChild = (area: TreeArea): boolean =>
    area.ouder !== null && siblings.get(family(area)) === 1;
  const name = (area: TreeArea): string => {
    if (area.niveau === 'gemeente') return area.gemeente;
    if (area.niveau === 'team')
      return onlyChild(area) ? area.gemeente : `${area.gemeente}/${area.code}`;
    const team = areas.find(
      ({niveau, code, gemeente}) =>
        niveau === 'team' && code === area.ouder && gemeente === area.gemeente,
    );
    return onlyChild(area) && team !== undefined ? name(team) : `${area.gemeente}/${area.code}`;
  };
  return new Map(areas.map((area) => [areaKey(area), name(area)]));
}

/** Key of an area in `AreaLabels`. */
export function areaKey({niveau, code, gemeente}: LabelArea): string {
  return `${niveau} ${gemeente} ${code}`;
}

/**
 * The label of a cell: base population | period kind | dim=node, sorted. No period, no role, no
 * indicator: one population has one rounded count everywhere. `all` and implied nodes are left out.
 * A 0-meting spans twelve months and is labelled as a year, so that its rounding cancels in "was, werd".
 */
export function cellLabel(
  basispopulatie: string,
  periodesoort: string,
  gebied: string,
  dimensies: Readonly<Record<string, string>>,
): string {
  const named = Object.entries(dimensies)
    .filter(([, node]) => node !== 'alle')
    .map(([id, node]) => ({id, node}))
    // Of this group only one band exists: the two names are one set of people.
    .map(({id, node}) =>
      id === 'leeftijdsgroep' && node === '0-17' ? {id: 'leeftijd', node} : {id, node},
    );
  const implied = new Set<string>(
    IMPLIES.filter(([low]) => named.some(({id}) => id === low)).map(([, high]) => high),
  );
  const kept = named.filter(({id}) => !implied.has(id)).map(({id, node}) => `${id}=${node}`);
  const soort = periodesoort === 'nulmeting' ? 'jaar' : periodesoort;
  return [basispopulatie, soort, `gebied=${gebied}`, ...new Set(kept.sort())].join('|');
}

/** A node of the first dimension says which one of the second it is in. */
const IMPLIES = [
  ['productcategorie', 'wet'],
  ['leeftijdsgroep', 'leeftijd'],
] as const;
