import type {z} from 'zod';
import type {VraagFout} from '../../queries/errors.ts';

/** A question in its checked form, or everything that is wrong with it. */
export type Checked<T> = {waarde: T; fouten: []} | {waarde: null; fouten: VraagFout[]};

/** Holds raw text parameters against a schema; lists all that is wrong, in Dutch. */
export function checkQuery<S extends z.ZodObject>(
  schema: S,
  raw: Readonly<Record<string, string>>,
): Checked<z.output<S>> {
  const known = Object.keys(schema.shape);
  const open = schema.def.catchall !== undefined;
  const unknown = open ? [] : Object.keys(raw).filter((name) => !known.includes(name));
  const fouten = unknown.map((veld) => ({veld, melding: unknownParameter(known)}));
  const outcome = schema.safeParse(raw);
  if (outcome.success && fouten.length === 0) return {waarde: outcome.data, fouten: []};
  const wrong = outcome.success
    ? []
    : outcome.error.issues.map((issue) => {
        const veld = issue.path.join('.');
        return {veld, melding: explain(issue, raw[veld])};
      });
  return {waarde: null, fouten: [...wrong, ...fouten]};
}

/** What to say of a parameter that we don't know. */
export function unknownParameter(known: readonly string[]): string {
  if (known.length === 0) return 'Deze parameter bestaat niet. Hier horen geen parameters bij.';
  return `Deze parameter bestaat niet. Kies uit: ${known.join(', ')}.`;
}

/** What to say of a value that is not in a closed list. */
export function unknownValue(value: string, allowed: readonly string[]): string {
  if (allowed.length === 0) return `“${shown(value)}” kan hier niet.`;
  return `“${shown(value)}” kan hier niet. Kies uit: ${allowed.join(', ')}.`;
}

/** A caller's own text may come back in an error, but not a page of it. */
function shown(value: string): string {
  return value.length > 40 ? `${value.slice(0, 40)}…` : value;
}

function explain(issue: z.core.$ZodIssue, value: string | undefined): string {
  if (value === undefined) return 'Deze parameter is verplicht.';
  if (issue.code === 'invalid_value') return unknownValue(value, issue.values.map(String));
  // Our own schemas carry their own Dutch message; anything else is the wrong shape.
  return issue.code === 'custom' ? issue.message : `“${shown(value)}” kan hier niet.`;
}
