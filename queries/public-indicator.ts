import type {Definition} from './catalogue.ts';
import type {Dimensie, Indicator} from './contract/indicator.ts';
import type {Codes} from './cube/build.ts';
import {OTHER_COUNTS, VARIANT} from './cube/lattice.ts';
import {denominatorAges} from './cube/people.ts';

/** Where nodes come from: the lattice with what suppliers name, and codes that it has no title for. */
interface Nodes {
  codes: Codes;
  dimensions: ReadonlyMap<string, Dimensie>;
}

/**
 * An indicator as the publication shows it: without what only the release job needs, and with the
 * nodes of its dimensions.
 */
export function publicIndicator(definition: Definition, nodes: Nodes): Indicator {
  const {
    noemerSoort,
    noemerLeeftijd,
    basispopulatie,
    basisknopen,
    telt,
    tellerDimensies,
    voorlopigMaanden,
    opvolgingDagen,
    maat,
    cohort,
    varianten,
    dataeinde,
    dataeindeVarianten,
    gemeenteApart,
    minimum,
    metDekking,
    bedrag,
    ...rest
  } = definition;
  const named = [...OTHER_COUNTS].filter(([id]) => definition.uitsplitsingen.includes(id));
  return {
    ...rest,
    uitsplitsingen: dimensionsOf(definition, nodes),
    hoofdcel: {...Object.fromEntries(named), ...definition.hoofdcel},
  };
}

function dimensionsOf(definition: Definition, {codes, dimensions}: Nodes): Dimensie[] {
  return definition.uitsplitsingen.flatMap((id): Dimensie[] => {
    const dimension = dimensions.get(id);
    if (dimension === undefined) return [];
    if (id === VARIANT) {
      const variants = Object.entries(definition.varianten);
      return [{...dimension, knopen: variants.map(([node, titel]) => knoop(node, titel))}];
    }
    const known = dimension.knopen.filter((node) => isCounted(definition, id, node.id));
    const others = (codes.get(id) ?? []).filter((code) => known.every((node) => node.id !== code));
    return [
      {...dimension, knopen: [...known, ...others.map((code) => knoop(code, inWords(code)))]},
    ];
  });
}

/** Ages outside the population of the indicator cannot occur. */
function isCounted({noemerLeeftijd}: Definition, id: string, node: string): boolean {
  if (!id.startsWith('leeftijd') || noemerLeeftijd.length === 0) return true;
  return denominatorAges({[id]: node}, []).some((band) => noemerLeeftijd.includes(band));
}

function knoop(id: string, titel: string) {
  return {id, titel, ouder: null};
}

function inWords(code: string): string {
  return code.charAt(0).toUpperCase() + code.slice(1).replaceAll('_', ' ');
}
