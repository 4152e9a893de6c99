import type {Indicator} from '../contract/indicator.ts';
import type {Oordeel, Vergelijking} from '../contract/verdict.ts';

/** What the sentences above the rug are made of. */
export interface OverviewQuestion {
  indicatoren: readonly Indicator[];
  oordelen: readonly Oordeel[];
  /** The columns beside the gemeente. */
  niveau: 'team' | 'wijk';
  vergelijking: Vergelijking;
  /** Indicators in the order in which the gemeente finds them telling; the first three are told. */
  voorop: readonly string[];
}

const MOST_SENTENCES = 3;

const THAN: Readonly<Record<Vergelijking, string>> = {
  nulmeting: 'dan bij de 0-meting',
  gemeente: 'dan in de rest van de gemeente',
  regio: 'dan in andere gemeenten',
  streefwaarde: 'dan de streefwaarde',
};

const UNCERTAIN = new Set(['niet te zeggen', 'nog niet te beoordelen', 'geen oordeel']);

/** Two or three sentences that say how the areas stand against the comparison, and what is unknown. */
export function sentences({
  indicatoren,
  oordelen,
  niveau,
  vergelijking,
  voorop,
}: OverviewQuestion): string[] {
  const told = voorop.flatMap((id) => {
    const indicator = indicatoren.find((one) => one.id === id);
    const own = oordelen.filter((one) => one.indicator === id && one.niveau === niveau);
    const isJudged = own.some(({woord}) => woord !== 'geen oordeel');
    if (indicator === undefined || !isJudged) return [];
    return [sentence(indicator, own, {niveau, vergelijking})];
  });
  return told.slice(0, MOST_SENTENCES);
}

function sentence(
  {titel}: Indicator,
  oordelen: readonly Oordeel[],
  {niveau, vergelijking}: Pick<OverviewQuestion, 'niveau' | 'vergelijking'>,
): string {
  const noun = niveau === 'wijk' ? 'wijken' : 'teams';
  const count = (woord: string): number => oordelen.filter((one) => one.woord === woord).length;
  const known = oordelen.filter(({woord}) => !UNCERTAIN.has(woord)).length;
  const worse = count('slechter');
  const total = oordelen.length;
  if (known === 0) {
    return `${titel}: van geen van de ${total} ${noun} weten we zeker of dit anders is.`;
  }
  const better = count('beter');
  const unsure = total - known;
  const expected = count('zoals verwacht');
  const same = count('geen relevant verschil');
  const verdicts = [
    {count: better, words: 'beter'},
    {count: worse, words: 'slechter'},
    {count: expected, words: 'zoals verwacht hoger'},
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
  return `${titel}: ${list(verdicts)} ${THAN[vergelijking]}.${rest}`;
}

function singular(noun: string): string {
  return noun === 'wijken' ? 'wijk' : 'team';
}

function list(parts: readonly string[]): string {
  if (parts.length < 2) return parts.join('');
  return `${parts.slice(0, -1).join(', ')} en ${parts.at(-1) ?? ''}`;
}
