import type {Oordeel} from '../contract/verdict.ts';
import {adjustP, type Adjustment} from '../statistics/p-adjust.ts';
import {judge, type JudgeQuestion} from './verdict.ts';

/**
 * Verdicts that are passed at once, honest about their number: of many comparisons some come out by
 * chance alone. A claim of a difference whose adjusted p is above 0.05 becomes "niet te zeggen".
 * Benjamini-Hochberg for the figures of a page, Holm for the domains of one instrument.
 */
export function judgeTogether(
  questions: readonly JudgeQuestion[],
  method: Adjustment = 'benjamini-hochberg',
): Oordeel[] {
  const alone = questions.map((question) => judge(question));
  const tested = alone.flatMap(({p, woord}, index) =>
    p === null || woord === 'geen oordeel' ? [] : [{p, index}],
  );
  const adjusted = adjustP(
    tested.map(({p}) => p),
    method,
  );
  const byIndex = new Map(tested.map(({index}, place) => [index, adjusted[place] ?? 1]));
  return questions.map((question, index) => judge(question, byIndex.get(index) ?? null));
}
