// A worked example is worth something only if it notices a broken query.
import {describe, expect, it} from 'vitest';
import {readCatalogue} from '../../queries/catalogue.ts';
import {exampleAgrees, readExample} from '../support/worked-example.ts';

/** Ways in which a query is broken by a slip of the hand. */
const BREAKAGES: readonly [string, RegExp, string][] = [
  ['tweede → eerste', /'tweede'/, "'eerste'"],
  ['jeugdhulp → ggz', /'jeugdhulp'/, "'ggz'"],
  ['≤ → <', /(datum_eerste_contact|datum_einde) <= /, '$1 < '],
  ['a day later on leaving', /datum_afgesloten\) - 1/, 'datum_afgesloten)'],
  ['first and last day of a stay', /(\.tot|\bdagen) - (\w+\.van|voor) \+ 1/, '$1 - $2'],
  ['the last day is lost', /tot - (open_maand\.)?van \+ 1/, 'tot - $1van'],
  ['another status', /'toegekend'/, "'afgekeurd'"],
  ['competing ends count as ends', /'concurrent'/, "'einde'"],
  [
    'another date column',
    /(aanmelding|casus|verwijzing)\.datum(_start|_aanmelding)? between/,
    "date '1900-01-01' between",
  ],
  [
    'area of the first day',
    /and \S+ between verblijf\.geldig_van and verblijf\.geldig_tot/,
    "and date '2000-01-01' between verblijf.geldig_van and verblijf.geldig_tot",
  ],
  ['anonymous left out', /left join kern\.client using/, 'join kern.client using'],
  ['yes and no turned', /then 'ja'/, "then 'nee'"],
];

describe('a broken query is noticed by its worked example:', () => {
  for (const definition of readCatalogue('queries/indicators').all()) {
    const mutants = BREAKAGES.filter(([, from]) => from.test(definition.sql));
    for (const [name, from, to] of mutants) {
      it(`${definition.id}: ${name}`, async () => {
        const example = readExample(definition.rekenvoorbeeld);
        const sql = definition.sql.replace(from, to);
        expect(await exampleAgrees({...definition, sql}, example)).toBe(false);
      });
    }
  }
});
