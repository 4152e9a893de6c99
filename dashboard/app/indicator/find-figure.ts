import type {Gebied} from '../../../queries/contract/area.ts';
import type {PlatCijfer} from '../api/answers.ts';
import type {Figuren} from './load-figures.ts';

/** The gemeente first, then the areas of the level. */
export function columnsOf({gemeente, gebieden}: Figuren): Gebied[] {
  return [gemeente, ...gebieden];
}

/** The figure of an area in a period. */
export function findFigure(
  {cijfers, gemeenteCijfers}: Figuren,
  {code, niveau}: Gebied,
  periode: string,
): PlatCijfer | undefined {
  const from = niveau === 'gemeente' ? gemeenteCijfers : cijfers;
  return from.find((one) => one.gebied === code && one.periode === periode);
}
