import type {Onderdeel, Verschil} from '../contract/finance.ts';
import {estimate, exactAmount, type Amount} from '../cube/protect-amount.ts';
import {divideCents} from './divide.ts';
import type {Replay} from './replay.ts';
import type {Sealed} from './sealed.ts';
import type {ExactPost, Look} from './standings.ts';
import {splitVariance, type CareCost, type CareMeasure} from './variance.ts';

/** Why each law, and all together, come out above or below the begroting at this look. */
export function variancesOf(
  {budget, peilmaand}: Look,
  posts: readonly ExactPost[],
  lastYear: readonly Replay[],
): Sealed<Verschil>[] {
  const parts: Onderdeel[] = ['alle', ...new Set(posts.map(({onderdeel}) => onderdeel))];
  return parts.map((onderdeel) => {
    const own = posts.filter((post) => onderdeel === 'alle' || post.onderdeel === onderdeel);
    const sum = (of: (post: ExactPost) => number): number =>
      own.reduce((total, post) => total + of(post), 0);
    const why = splitVariance(own.flatMap((post) => costsOf(post, lastYear)));
    // Parts of an estimate, in cents so that they add up to it.
    const part = (cent: number): Amount => estimate(cent, 'schatting', 1);
    return {
      boekjaar: budget.boekjaar,
      peilmaand,
      onderdeel,
      begroot_cent: exactAmount(
        'begroting',
        sum(({begroot_cent}) => begroot_cent),
      ),
      verwacht_cent: part(sum(({verwacht_cent}) => verwacht_cent)),
      volume_cent: part(why.volume_cent),
      mix_cent: part(why.mix_cent),
      intensiteit_cent: part(why.intensiteit_cent),
      prijs_cent: part(why.prijs_cent),
      overig_cent: part(why.overig_cent),
    };
  });
}

/** A post of several kinds of care is divided as they cost: the begroting as last year. */
function costsOf(post: ExactPost, lastYear: readonly Replay[]): CareCost[] {
  const {begroot_cent, verwacht_cent, replays} = post;
  const before = replays.map(({wet, productcategorie}) =>
    lastYear.find((one) => one.wet === wet && one.productcategorie === productcategorie),
  );
  const budgeted = divideCents(
    begroot_cent,
    before.map((one) => one?.forecast.verwacht_cent ?? 0),
  );
  const expected = divideCents(
    verwacht_cent,
    replays.map(({forecast}) => forecast.verwacht_cent),
  );
  if (replays.length === 0 || budgeted.includes(null) || expected.includes(null)) {
    return [{begroot_cent, verwacht_cent, vorig: UNKNOWN, nu: UNKNOWN}];
  }
  return replays.map((one, index): CareCost => {
    const cents = expected[index] ?? 0;
    const last = before[index];
    return {
      begroot_cent: budgeted[index] ?? 0,
      verwacht_cent: cents,
      vorig: last === undefined ? UNKNOWN : measureOf(last, last.forecast.verwacht_cent),
      nu: measureOf(one, cents),
    };
  });
}

const UNKNOWN: CareMeasure = {clienten: 0, intensiteit: 0, prijs: 0};

function measureOf({forecast: {clientmaanden, prijs}}: Replay, cents: number): CareMeasure {
  if (prijs === null || clientmaanden <= 0) return UNKNOWN;
  return {clienten: clientmaanden, intensiteit: cents / (clientmaanden * prijs), prijs};
}
