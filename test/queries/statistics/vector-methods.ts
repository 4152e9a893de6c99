import {z} from 'zod';
import {GEMEENTEN} from '../../../fixtures/gemeenten.ts';
import {chainLadder} from '../../../queries/statistics/chain-ladder.ts';
import {clopperPearson} from '../../../queries/statistics/clopper-pearson.ts';
import {weightedIntervalScore} from '../../../queries/statistics/forecast-scores.ts';
import {ratioFunnel} from '../../../queries/statistics/funnel.ts';
import type {Interval} from '../../../queries/statistics/interval.ts';
import {logRank} from '../../../queries/statistics/log-rank.ts';
import {fitLine} from '../../../queries/statistics/ols.ts';
import {overdispersedFunnel, overdispersion} from '../../../queries/statistics/overdispersion.ts';
import {adjustP} from '../../../queries/statistics/p-adjust.ts';
import {
  byar,
  exactPoisson,
  jeffreysPoisson,
  scorePoisson,
} from '../../../queries/statistics/poisson-interval.ts';
import {
  assignments,
  meanDifference,
  randomisationTest,
} from '../../../queries/statistics/randomisation.ts';
import {exactRateRatio, waldRateRatio} from '../../../queries/statistics/rate-ratio.ts';
import {agrestiCaffo, newcombe} from '../../../queries/statistics/share-difference.ts';
import {signedRank} from '../../../queries/statistics/signed-rank.ts';
import {
  partOfRun,
  partOfTwoInThree,
  shiftEnding,
  trendEnding,
  twoInThree,
} from '../../../queries/statistics/spc-rules.ts';
import {assurance, SIGNAL_PRIORITY} from '../../../queries/statistics/spc-signals.ts';
import {survivalCurve, type Spell} from '../../../queries/statistics/survival.ts';
import {
  standardError,
  survivalLimits,
  survivalQuantile,
  type Scale,
} from '../../../queries/statistics/survival-limits.ts';
import {wilsonInterval} from '../../../queries/statistics/wilson-interval.ts';
import {xmrLimits} from '../../../queries/statistics/xmr.ts';
import {ALIVE, ENDED} from './datasets/bone-marrow.ts';
import {MORTGAGE, RAA} from './datasets/triangles.ts';

type Fields = Record<string, unknown>;

const num = (input: Fields, key: string): number => z.number().parse(input[key]);
const nums = (input: Fields, key: string): number[] => z.array(z.number()).parse(input[key]);
const conf = (input: Fields): number => z.number().default(0.95).parse(input['conf']);

const bounds = (interval: Interval | null, factor = 1): Fields => ({
  lower: (interval?.ondergrens ?? Number.NaN) * factor,
  upper: (interval?.bovengrens ?? Number.NaN) * factor,
});

const share =
  (method: (x: number, n: number, confidence: number) => Interval) =>
  (input: Fields): Fields =>
    bounds(method(num(input, 'x'), num(input, 'n'), conf(input)));

const rate =
  (method: (x: number, confidence: number) => Interval) =>
  (input: Fields): Fields =>
    bounds(method(num(input, 'x'), conf(input)), num(input, 'per') / num(input, 'n'));

const shares = (input: Fields) =>
  [
    {x: num(input, 'x1'), n: num(input, 'n1')},
    {x: num(input, 'x2'), n: num(input, 'n2')},
  ] as const;

const rates = (input: Fields) =>
  [
    {aantal: num(input, 'x1'), tijd: num(input, 't1')},
    {aantal: num(input, 'x2'), tijd: num(input, 't2')},
  ] as const;

const spells = (times: number[], events: number[]): Spell[] =>
  times.map((tot, i) => ({vanaf: 0, tot, soort: events[i] === 1 ? 'einde' : null}));

/** Runs the method a vector names on its input and gives every field we can, by the vector's names. */
export function actual(method: string, input: Fields): Fields {
  const run = METHODS[method];
  if (run === undefined) throw new Error(`no method ${method}`);
  return run(input);
}

const METHODS: Record<string, (input: Fields) => Fields> = {
  wilson: share(wilsonInterval),
  clopper_pearson: share(clopperPearson),
  newcombe_hybrid_score: (input) => bounds(newcombe(...shares(input), conf(input))),
  agresti_caffo: (input) => bounds(agrestiCaffo(...shares(input), conf(input))),
  poisson_exact: rate(exactPoisson),
  poisson_score: rate(scorePoisson),
  poisson_jeffreys: rate(jeffreysPoisson),
  // A trap: DescTools takes x + ½ on both sides where Byar takes x and x + 1.
  poisson_byar_desctools: rate((x, confidence) => ({
    ondergrens: byar(x + 0.5, confidence).ondergrens,
    bovengrens: byar(x - 0.5, confidence).bovengrens,
  })),
  rate_ratio_wald_log_test: (input) => {
    const found = waldRateRatio(...rates(input), {ratio0: num(input, 'ratio0')});
    return {...found, p_two: found?.p};
  },
  rate_ratio_exact_conditional: (input) => {
    const found = exactRateRatio(...rates(input), {confidence: conf(input)});
    return {...found, ratio: found?.waarde};
  },
  kaplan_meier: kaplanMeier,
  logrank: (input) => ({
    ...logRank([
      spells(nums(input, 'time1'), nums(input, 'event1')),
      spells(nums(input, 'time2'), nums(input, 'event2')),
    ]),
  }),
  wilcoxon_signed_rank: (input) => {
    const ends = nums(input, 'end');
    const differences = nums(input, 'start').map((start, i) => (ends[i] ?? Number.NaN) - start);
    const zeros = z.enum(['drop', 'pratt']).parse(input['zero']);
    const plain = signedRank(differences, {zeros});
    return {
      min_W: Math.min(plain?.w_plus ?? Number.NaN, plain?.w_min ?? Number.NaN),
      p: plain?.p,
      p_cc: signedRank(differences, {zeros, correction: true})?.p,
    };
  },
  p_adjust: (input) => ({
    bonferroni: adjustP(nums(input, 'p'), 'bonferroni'),
    holm: adjustP(nums(input, 'p'), 'holm'),
    BH: adjustP(nums(input, 'p'), 'benjamini-hochberg'),
  }),
  xmr: (input) => {
    const limits = xmrLimits(nums(input, 'values'), {
      screen: z.boolean().parse(input['screen_moving_ranges']),
    });
    return {mean: limits?.gemiddelde, lpl: limits?.ondergrens, upl: limits?.bovengrens};
  },
  shift7_ending: (input) => ({flag: shiftEnding(nums(input, 'rel'))}),
  trend7_ending: (input) => ({flag: trendEnding(nums(input, 'y'))}),
  part_of_seven: (input) => ({part: partOfRun(nums(input, 'flag'))}),
  two_in_three: (input) => ({flag: twoInThree(nums(input, 'close'), nums(input, 'rel'))}),
  part_of_two_in_three: (input) => ({
    part: partOfTwoInThree(nums(input, 'close'), nums(input, 'rel')),
  }),
  assurance: (input) => {
    const upper = nums(input, 'upl');
    const direction = z.enum(['increase', 'decrease']).parse(input['direction']);
    return {
      type: nums(input, 'lpl').map((ondergrens, i) =>
        assurance(
          {ondergrens, bovengrens: upper[i] ?? Number.NaN},
          num(input, 'target'),
          direction,
        ),
      ),
    };
  },
  special_cause_priority: () => ({order: [...SIGNAL_PRIORITY]}),
  funnel_limits_sr_exact: (input) =>
    funnels(nums(input, 'expected_events'), (expected, confidence) =>
      ratioFunnel(expected, {confidence, target: num(input, 'target')}),
    ),
  funnel_overdispersed_shmi: overdispersedShmi,
  randomization_inference: (input) => {
    const y = nums(input, 'y');
    const treated = nums(input, 'd').map((one) => one === 1);
    const effect = meanDifference(y, treated) ?? Number.NaN;
    const all = [...assignments(y.length, treated.filter(Boolean).length)];
    const found = randomisationTest(
      effect,
      all.map((one) => meanDifference(y, one) ?? Number.NaN),
    );
    return {
      ate: effect,
      p_upper: found?.p_hoger,
      p_lower: found?.p_lager,
      p_two: found?.p_tweezijdig,
      count_upper: found?.hoger,
      count_two: found?.even_ver,
      n: found?.aantal,
    };
  },
  ols_line: (input) => ({...fitLine(nums(input, 'x'), nums(input, 'y'))}),
  mack_chain_ladder: (input) => {
    const found = chainLadder(triangleOf(input['triangle']));
    const errors = found?.herkomst.map(({standaardfout}) => standaardfout) ?? [];
    return {
      sigma_sq: found?.ontwikkeling.map(({sigma2}) => sigma2).slice(0, 8),
      ibnr_se_by_origin_2to10: errors.slice(1),
      f: found?.ontwikkeling.map(({f}) => f),
      f_se: found?.ontwikkeling.map(({f_se}) => f_se),
      sigma: found?.ontwikkeling.map(({sigma2}) => Math.sqrt(sigma2)),
      ibnr_se_thousands: errors.map((error) => error / 1000),
    };
  },
  wis: (input) => {
    const levels = nums(input, 'quantile_level');
    const quantiles = z.array(z.array(z.number())).parse(input['quantiles']);
    return {
      wis: nums(input, 'y').map((y, i) => {
        const row = quantiles[i] ?? [];
        const forecast = levels.map((niveau, k) => ({niveau, waarde: row[k] ?? Number.NaN}));
        return weightedIntervalScore(y, forecast)?.wis;
      }),
    };
  },
  begroting_totalen: (input) => {
    const posts = z.record(z.string(), z.array(z.number()));
    const [kosten, dekking] = [posts.parse(input['kosten']), posts.parse(input['dekking'])];
    const perYear = (post: Record<string, number[]>): number[] =>
      nums(input, 'years').map((_, i) =>
        Object.values(post).reduce((total, row) => total + (row[i] ?? Number.NaN), 0),
      );
    return {
      totaal_benodigd: perYear(kosten),
      totaal_dekking: perYear(dekking),
      algemene_reserve_totaal: (dekking['algemene reserve'] ?? []).reduce((a, b) => a + b, 0),
    };
  },
  modelfasen: () => {
    const teams = GEMEENTEN.find(({naam}) => naam === 'Den Helder')?.teams ?? [];
    const halves = {'2021H1': '2021-01-01', '2021H2': '2021-07-01', '2022H1': '2022-01-01'};
    return {
      start: Object.fromEntries(teams.map(({naam, start}) => [naam, start])),
      model: Object.fromEntries(
        teams.map(({naam, fasen}) => [
          naam,
          Object.fromEntries(
            Object.entries(halves).map(([half, day]) => [
              half,
              fasen.findLast(([, van]) => van <= day)?.[0],
            ]),
          ),
        ]),
      ),
    };
  },
};

/** A vector names a triangle of a paper, or brings its own. */
function triangleOf(given: unknown): readonly (readonly (number | null)[])[] {
  const own = z.array(z.array(z.number().nullable())).safeParse(given);
  if (own.success) return own.data;
  const found = TRIANGLES[z.string().parse(given)];
  if (found === undefined) throw new Error(`no triangle ${String(given)}`);
  return found;
}

const TRIANGLES: Readonly<Record<string, readonly (readonly (number | null)[])[]>> = {
  'see mack-RAA_Mack': RAA,
  'see mack-Mortgage_Mack': MORTGAGE,
};

function kaplanMeier(input: Fields): Fields {
  const all =
    input['data'] === undefined
      ? spells(nums(input, 'time'), nums(input, 'event'))
      : [...spells(ALIVE, []), ...spells(ENDED, Array<number>(ENDED.length).fill(1))];
  const steps = survivalCurve(all);
  const times = [...new Set(all.map(({tot}) => tot))].sort((a, b) => a - b);
  const last = times.map((time) => steps.findLast(({dag}) => dag <= time));
  const limits = last.map((step) =>
    step === undefined ? null : survivalLimits(step, {confidence: conf(input)}),
  );
  const scales: Scale[] = ['linear', 'loglog', 'log', 'asinsqrt', 'logit'];
  return {
    times_all: times,
    surv_at_all_times: last.map((step) => step?.open ?? 1),
    lower_loglog: limits.map((limit) => limit?.ondergrens),
    upper_loglog: limits.map((limit) => limit?.bovengrens),
    time: steps.map(({dag}) => dag),
    n_risk: steps.map(({onder_risico}) => onder_risico),
    n_event: steps.map(({einden}) => einden),
    surv: steps.map(({open}) => open),
    std_err: steps.map(standardError),
    q25_ci: Object.fromEntries(
      scales.map((scale) => {
        const {ondergrens, bovengrens} = survivalQuantile(steps, 0.25, {scale});
        return [scale, [ondergrens, bovengrens]];
      }),
    ),
  };
}

function funnels(
  sizes: number[],
  limits: (size: number, confidence: number) => Interval | null,
  prefix = '',
): Fields {
  const at95 = sizes.map((size) => limits(size, 0.95));
  const at998 = sizes.map((size) => limits(size, 0.998));
  return {
    [`${prefix}ll95`]: at95.map((limit) => limit?.ondergrens),
    [`${prefix}ul95`]: at95.map((limit) => limit?.bovengrens),
    [`${prefix}ll998`]: at998.map((limit) => limit?.ondergrens),
    [`${prefix}ul998`]: at998.map((limit) => limit?.bovengrens),
  };
}

function overdispersedShmi(input: Fields): Fields {
  const expected = nums(input, 'expected');
  const units = nums(input, 'numerator').map((teller, i) => ({
    teller,
    noemer: expected[i] ?? Number.NaN,
  }));
  const found = overdispersion(units, {trim: num(input, 'winsorise')});
  const tau2 = found?.tau2 ?? Number.NaN;
  return {
    rr: units.map(({teller, noemer}) => teller / noemer),
    z: found?.z,
    z_winsorised: found?.z_geteld,
    phi: found?.phi,
    tau2,
    ...funnels(expected, (size, confidence) => ratioFunnel(size, {confidence})),
    ...funnels(expected, (size, confidence) => overdispersedFunnel(size, tau2, {confidence}), 'od'),
  };
}
