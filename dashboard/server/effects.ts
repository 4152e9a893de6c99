import type {Effectantwoord} from '../../queries/contract/effect.ts';
import {effectAnswer} from '../../queries/judgement/effect/effect.ts';
import {readEvaluationDays} from '../../queries/judgement/effect/evaluation-day.ts';
import {findIndicator} from './figure-question.ts';
import type {Publication} from './source.ts';

/**
 * The effects of each publication, which release worked out. Those of a publication of before that are
 * worked out when they are asked for, and go when nobody holds it any more.
 */
export class Effects {
  readonly #days = readEvaluationDays();
  readonly #known = new WeakMap<Publication, Map<string, Promise<Effectantwoord>>>();

  /** The effect on an indicator in a gemeente; throws IndicatorOnbekend. */
  effect(publication: Publication, id: string, gemeente: string): Promise<Effectantwoord> {
    const kept = publication.effecten.find(
      (one) => one.indicator === id && one.gemeente === gemeente,
    );
    if (kept !== undefined) return Promise.resolve(kept);
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
