import {binomialTest} from './binomial.ts';

/** Exact two-sided sign test: pairs that rose against pairs that fell, equal ones left out; 1 when none moved. */
export function signTest(beter: number, slechter: number): number {
  return binomialTest(beter, beter + slechter, 0.5, 'central');
}
