import type {Definition} from './catalogue.ts';
import type {Dimensie, Indicator} from './contract.ts';
import type {Codes} from './cube/build.ts';
import {readLattice, STANDAARD, VARIANT} from './cube/lattice.ts';
import {denominatorAges} from './cube/people.ts';

/**
 * An indicator as the publication shows it: without what only the release job needs, and with the
 * nodes of its dimensions. `codes` are delivered codes that the lattice has no title for.
 */
export function publicIndicator(definition: Definition, codes: Codes): Indicator {
  const {
    noemerSoort,
    noemerLeeftijd,
    basispopulatie,
    telt,
    tellerDimensies,
    voorlopigMaanden,
    varianten,
    dataeinde,
    gemeenteApart,
    minimum,
    metDekking,
    ...rest
  } = definition;
  return {
    ...rest,
    uitsplitsingen: dimensionsOf(definition, codes),
    hoofdcel: definition.uitsplitsingen.includes(VARIANT)
      ? {[VARIANT]: STANDAARD, ...definition.hoofdcel}
      : definition.hoofdcel,
  };
}

function dimensionsOf(definition: Definition, codes: Codes): Dimensie[] {
  const {dimensies} = readLattice();
  return definition.uitsplitsingen.flatMap((id): Dimensie[] => {
    const dimension = dimensies.get(id);
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
