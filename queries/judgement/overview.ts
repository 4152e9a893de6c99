import type {Gebied, Indicator, Oordeel} from '../contract.ts';

/** What the sentences above the rug are made of. */
export interface OverviewQuestion {
  indicatoren: readonly Indicator[];
  gebieden: readonly Gebied[];
  oordelen: readonly Oordeel[];
  gemeente: Gebied;
}

/** The criterion of Den Helder (h5) comes first; then referrals, then how long people wait. */
const FIRST = ['wachtlijst', 'verwijzingen_tweede_lijn', 'wachttijd'];

const UNCERTAIN = new Set(['niet te zeggen', 'nog niet te beoordelen']);

/** Two or three sentences that say how the areas stand against their 0-meting, and what is unknown. */
export function sentences({indicatoren, oordelen, gebieden}: OverviewQuestion): string[] {
  const areas = gebieden.filter(({niveau}) => niveau !== 'gemeente');
  const noun = areas[0]?.niveau === 'wijk' ? 'wijken' : 'teams';
  return FIRST.flatMap((id) => {
    const indicator = indicatoren.find((one) => one.id === id);
    const own = oordelen.filter(
      (oordeel) => oordeel.indicator === id && oordeel.niveau !== 'gemeente',
    );
    return indicator === undefined || own.length === 0 ? [] : [sentence(indicator, own, noun)];
  });
}

function sentence({titel}: Indicator, oordelen: readonly Oordeel[], noun: string): string {
  const count = (woord: string): number => oordelen.filter((one) => one.woord === woord).length;
  const known = oordelen.filter(({woord}) => !UNCERTAIN.has(woord)).length;
  const worse = count('slechter');
  const total = oordelen.length;
  const subject = titel.toLowerCase();
  if (known === 0) {
    return `Van geen van de ${total} ${noun} weten we zeker of de ${subject} is veranderd.`;
  }
  const better = count('beter');
  const unsure = total - known;
  const expected = count('zoals verwacht');
  const same = count('geen relevant verschil');
  const verdicts = [
    {count: better, words: 'beter'},
    {count: worse, words: 'slechter'},
    {count: expected, words: 'hoger zoals verwacht'},
    {count: same, words: 'niet merkbaar anders'},
  ]
    .filter(({count: areas}) => areas > 0)
    .map(({count: areas, words}, index) => {
      const of = index === 0 ? ` van de ${total} ${noun}` : '';
      return `in ${areas}${of} ${words}`;
    });
  const rest =
    unsure === 0
      ? ''
      : ` Van ${unsure} ${unsure === 1 ? singular(noun) : noun} weten we het nog niet zeker.`;
  return `${titel}: ${list(verdicts)} dan bij de nulmeting.${rest}`;
}

function singular(noun: string): string {
  return noun === 'wijken' ? 'wijk' : 'team';
}

function list(parts: readonly string[]): string {
  if (parts.length < 2) return parts.join('');
  return `${parts.slice(0, -1).join(', ')} en ${parts.at(-1) ?? ''}`;
}
