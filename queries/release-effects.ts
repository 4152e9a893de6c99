import type {Effectantwoord} from './contract/effect.ts';
import {effectAnswer} from './judgement/effect/effect.ts';
import {readEvaluationDays} from './judgement/effect/evaluation-day.ts';
import type {Publication} from './publication.ts';

/**
 * The effect of the teams on every indicator of every gemeente, from the protected figures of a
 * publication. Worked out at release: a tenth of a second each, in which a server could answer nobody.
 */
export async function effectsOf(publication: Publication): Promise<Effectantwoord[]> {
  const dagen = readEvaluationDays();
  const answers: Effectantwoord[] = [];
  for (const {code: gemeente} of publication.manifest.gemeenten) {
    for (const indicator of publication.indicatoren)
      answers.push(await effectAnswer(publication, {indicator, gemeente, dagen}));
  }
  return answers;
}
