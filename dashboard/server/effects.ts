import type {Effectantwoord} from '../../queries/contract.ts';
import {effectAnswer} from '../../queries/judgement/effect/effect.ts';
import {readEvaluationDays} from '../../queries/judgement/effect/evaluation-day.ts';
import {findIndicator} from './figure-question.ts';
import type {Publication} from './source.ts';

/**
 * The effects of each publication, worked out once (about a tenth of a second each): the answer and its
 * charts are one computation. They go when nobody holds the publication any more.
 */
export class Effects {
  readonly #days = readEvaluationDays();
  readonly #known = new WeakMap<Publication, Map<string, Promise<Effectantwoord>>>();

  /** The effect on an indicator in a gemeente; throws IndicatorOnbekend. */
  effect(publication: Publication, id: string, gemeente: string): Promise<Effectantwoord> {
    const own = this.#known.get(publication) ?? new Map<string, Promise<Effectantwoord>>();
    this.#known.set(publication, own);
    const key = `${gemeente} ${id}`;
    const known = own.get(key);
    if (known !== undefined) return known;
    const indicator = findIndicator(publication, id);
    const making = effectAnswer(publication, {indicator, gemeente, dagen: this.#days});
    own.set(key, making);
    // a failure is not kept: the next question tries again
    making.catch(() => own.delete(key));
    return making;
  }
}
