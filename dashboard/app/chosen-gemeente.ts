import type {Publicatiekop} from '../../queries/contract/publication.ts';
import type {Route} from './address.ts';

/** The gemeente of the address; the first one when it names none that we know. */
export function chosenGemeente(
  {gemeenten}: Publicatiekop,
  {query}: Route,
): Publicatiekop['gemeenten'][number] | undefined {
  return gemeenten.find(({code}) => code === query.get('gemeente')) ?? gemeenten[0];
}
