import {readFileSync} from 'node:fs';
import {join} from 'node:path';
import {parse} from 'yaml';
import {z} from 'zod';

const FILE = join(import.meta.dirname, 'doelenboom.yaml');

/** More rows than this are no overview any more. */
const MOST_ON_OVERVIEW = 10;

const id = z.string().regex(/^[a-z0-9_]+$/);

const effect = z.strictObject({
  id,
  citaat: z.string().min(1),
  indicatoren: z.array(id),
  extern: z
    .array(z.strictObject({bron: z.string(), indicator: id, titel: z.string().min(1)}))
    .default([]),
});

const tree = z.strictObject({
  doel: z.string().min(1),
  bron: z.string().min(1),
  overzicht: z.array(id).max(MOST_ON_OVERVIEW),
  themas: z
    .array(
      z.strictObject({
        id,
        titel: z.string().min(1),
        /** Keys (`regel`) of lines of the begroting. */
        middelen: z.array(z.string()),
        effecten: z.array(effect).min(1),
      }),
    )
    .min(1),
});

/** The goals of a gemeente as written; the amounts of its money come from the begroting. */
export type GoalTree = z.infer<typeof tree>;

/** A doelenboom that does not hold together. Its author reads the message. */
export class DoelenboomOngeldig extends Error {
  readonly code = 'DOELENBOOM_ONGELDIG';
  override readonly name = 'DoelenboomOngeldig';
}

/** Reads the goals per gemeente_code. Throws `DoelenboomOngeldig` with the place and the cure. */
export function readGoalTrees(file = FILE): ReadonlyMap<string, GoalTree> {
  const outcome = z
    .record(z.string().regex(/^GM\d{4}$/), tree)
    .safeParse(parse(readFileSync(file, 'utf8')), {error: z.locales.nl().localeError});
  if (outcome.success) return new Map(Object.entries(outcome.data));
  const faults = outcome.error.issues.map(({path, message}) => `${path.join('.')}: ${message}`);
  throw new DoelenboomOngeldig(`${file}: verbeter deze regels. ${faults.join('; ')}`);
}

/** What does not fit between goals and indicators, each in a Dutch sentence. */
export interface GoalFindings {
  /** Has to be mended: an id that does not exist, or a choice that contradicts itself. */
  fouten: string[];
  /** Allowed, and told on screen: a goal that nothing measures. */
  effecten_zonder_indicator: string[];
  /** Has to be mended: an indicator that serves no goal. */
  indicatoren_zonder_doel: string[];
}

/** Holds the goals against the catalogue: both ways, nothing is tolerated silently. */
export function lintGoals(
  trees: ReadonlyMap<string, GoalTree>,
  indicators: readonly {id: string; doel: readonly string[]}[],
): GoalFindings {
  const known = new Set(indicators.map((indicator) => indicator.id));
  const effects = [...trees].flatMap(([gemeente, {themas}]) =>
    themas.flatMap(({effecten}) => effecten.map((one) => ({gemeente, ...one}))),
  );
  const measured = new Set(effects.flatMap(({indicatoren}) => indicatoren));
  const goals = new Set(effects.map((one) => one.id));
  const unknown = [...measured]
    .filter((indicator) => !known.has(indicator))
    .map((indicator) => `De doelenboom noemt ${indicator}, maar die indicator is er niet.`);
  const lost = indicators.flatMap((indicator) =>
    indicator.doel
      .filter((doel) => !goals.has(doel))
      .map((doel) => `${indicator.id} noemt het doel ${doel}, maar dat staat in geen doelenboom.`),
  );
  return {
    fouten: [...unknown, ...lost, ...contradictions(trees)],
    effecten_zonder_indicator: effects
      .filter(({indicatoren}) => indicatoren.length === 0)
      .map(({gemeente, citaat}) => `${gemeente}: ${citaat}`),
    indicatoren_zonder_doel: [...known].filter((indicator) => !measured.has(indicator)),
  };
}

/** What the first screen shows has to serve a goal, and an effect stands in one place. */
function contradictions(trees: ReadonlyMap<string, GoalTree>): string[] {
  return [...trees].flatMap(([gemeente, {overzicht, themas}]) => {
    const effects = themas.flatMap(({effecten}) => effecten);
    const measured = new Set(effects.flatMap(({indicatoren}) => indicatoren));
    const loose = overzicht.filter((indicator) => !measured.has(indicator));
    const names = effects.map((one) => one.id);
    const twice = names.filter((name, index) => names.indexOf(name) !== index);
    return [
      ...loose.map((name) => `${gemeente}: ${name} staat op het overzicht maar bij geen effect.`),
      ...twice.map((name) => `${gemeente}: het effect ${name} staat er twee keer.`),
    ];
  });
}
