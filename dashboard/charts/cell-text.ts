import type {Indicator} from '../../queries/contract/indicator.ts';
import {isShare} from './figure-text.ts';

type Cell = Readonly<Record<string, string>>;

/**
 * Which part is looked at: `wet: Wmo`. A share says of what as well: `meervoudig (meer dan één
 * leefgebied), van alle aanmeldingen`. Empty for the whole.
 */
export function cellText(indicator: Indicator, cell: Cell): string {
  const isPart = isShare(indicator.eenheid) && indicator.noemer !== '';
  const parts = Object.entries(cell).flatMap(([name, node]) => {
    // the standard variant is what the indicator is without more
    if (node === 'standaard') return [];
    const dimension = indicator.uitsplitsingen.find(({id}) => id === name);
    const value = dimension?.knopen.find(({id}) => id === node)?.titel ?? node;
    const titel = (dimension?.titel ?? name).toLowerCase();
    return [isPart ? `${value.toLowerCase()} (${titel})` : `${titel}: ${value}`];
  });
  return [...parts, ...(isPart && parts.length > 0 ? [`van ${indicator.noemer}`] : [])].join(', ');
}

/** Unit and part, for under a title: `procent, meervoudig (…), van alle aanmeldingen`. */
export function unitAndCell(indicator: Indicator, cell: Cell): string {
  const part = cellText(indicator, cell);
  if (part === '') return indicator.eenheid;
  const isPart = isShare(indicator.eenheid) && indicator.noemer !== '';
  return `${isPart ? 'procent' : indicator.eenheid}, ${part}`;
}
