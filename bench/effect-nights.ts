import {NO_EFFECT, TRUTH} from '../fixtures/effects.ts';
import {GEMEENTEN, type Gemeente} from '../fixtures/gemeenten.ts';
import type {Effectantwoord} from '../queries/contract/effect.ts';
import {effectsOfNight, INDICATORS} from './effect-night.ts';
import {prepare, type Setting} from './effect-means.ts';
import {effectTable, tallyAnswers, type Tally} from './effect.ts';

/** Heading of the part of docs/benchmarks.md. */
export const NIGHTS = '\n## Effect in whole nights:';

/** Loading waits for the disk now and then: another world goes on meanwhile. */
const BESIDE = 2;

/**
 * Registrations of other seeds through the real night, as a part of docs/benchmarks.md: what the effect
 * page says of them, against what was built in. Three seconds a world.
 */
export async function measureEffectNights(worlds: number): Promise<string> {
  const tallies: Tally[] = [];
  for (const waar of ['fixtures', 'geen'] as const) {
    for (const gemeente of GEMEENTEN) {
      const nights = await nightsOf(gemeente, waar, worlds);
      for (const indicator of INDICATORS) {
        const tally = tallyNights({gemeente, waar, indicator}, nights);
        console.error(effectTable([tally]).split('\n').at(-1));
        tallies.push(tally);
      }
    }
  }
  return `${NIGHTS} what was built in against what is estimated

\`npm run bench -- effect-nachten\` makes ${worlds} fictional registrations of either gemeente, with the
effects of the fixtures and without, each from a seed of its own. It delivers them in the
uitwisselprofiel and runs the night on each: gate, rules, models, protection under fresh salts,
publication. The answer is the one that the page Effect gets. Neighbours publish their referrals per
quarter (\`extern_cijfer\`), so those can be compared up to the day of evaluation; of waiting lists nobody
publishes anything, so that comparison ends when the last team has started. "No effect" has the same
teams, without any of \`fixtures/effects.ts\` and without more questions. Aim: covered in at least 90%;
verdicts in at most 5 to 7% of worlds without an effect.

${effectTable(tallies)}
`;
}

/** What is answered in each of these worlds, by seed. */
async function nightsOf(
  gemeente: Gemeente,
  waar: Setting['waar'],
  worlds: number,
): Promise<Effectantwoord[]> {
  const truth = waar === 'geen' ? NO_EFFECT : TRUTH;
  const answers: Effectantwoord[] = [];
  let next = 1;
  const work = async (): Promise<void> => {
    while (next <= worlds) {
      const seed = next;
      next += 1;
      answers.push(...(await effectsOfNight({gemeente, seed, truth})));
    }
  };
  await Promise.all(Array.from({length: BESIDE}, work));
  return answers;
}

function tallyNights(
  {gemeente, waar, indicator}: {gemeente: Gemeente} & Pick<Setting, 'waar' | 'indicator'>,
  nights: readonly Effectantwoord[],
): Tally {
  const buren = indicator === 'verwijzingen_tweede_lijn' ? 2 : 0;
  const naam = `${gemeente.naam}, ${indicator}`;
  const setting = {gemeente: gemeente.code, indicator, waar, naam, buren, dagen: 19, phi: 1};
  // The neighbours of a fixture are no gemeenten of the publication, so they have no means.
  const prepared = prepare({...setting, buren: 0});
  return tallyAnswers(
    setting,
    prepared,
    nights.filter((answer) => answer.indicator === indicator),
  );
}
