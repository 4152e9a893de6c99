import {readFileSync} from 'node:fs';
import {join} from 'node:path';
import {parse} from 'yaml';
import {z} from 'zod';

/** Everything an exact amount may be told per: no wijk, team, age, month or client. */
const PER = ['gemeente', 'wet', 'post', 'boekjaar', 'kwartaal', 'versie'] as const;

// The limits of the design are the loosest that the file may say.
const schema = z.strictObject({
  label: z.literal('grootboek, exact'),
  minimum: z.strictObject({
    clienten: z.int().min(50),
    grootste: z.number().positive().max(0.5),
    twee_grootste: z.number().positive().max(0.75),
  }),
  bedragen: z.record(
    z.string(),
    z.strictObject({
      titel: z.string().min(1),
      per: z.array(z.enum(PER)),
      clienten: z.enum(['geen', 'tellen']),
    }),
  ),
});

type Content = z.infer<typeof schema>;

/** The closed list of amounts that may be published exactly, and who has to be behind them. */
export interface ExactList {
  minimum: Content['minimum'];
  bedragen: ReadonlyMap<string, Content['bedragen'][string]>;
}

/** The list does not hold together. */
export class ExacteLijstOngeldig extends Error {
  readonly code = 'EXACTE_LIJST_ONGELDIG';
  override readonly name = 'ExacteLijstOngeldig';

  constructor(faults: readonly string[]) {
    super(`queries/cube/exact-list.yaml: verbeter dit. ${faults.join('; ')}`);
  }
}

/** Reads `exact-list.yaml`; throws `ExacteLijstOngeldig` naming every fault. */
export function readExactList(): ExactList {
  return parseExactList(readFileSync(join(import.meta.dirname, 'exact-list.yaml'), 'utf8'));
}

/** Reads the text of a list; throws `ExacteLijstOngeldig` naming every fault. */
export function parseExactList(text: string): ExactList {
  const outcome = schema.safeParse(parse(text));
  if (!outcome.success) {
    throw new ExacteLijstOngeldig(
      outcome.error.issues.map(({path, message}) => `${path.join('.')}: ${message}`),
    );
  }
  const {minimum, bedragen} = outcome.data;
  const faults = Object.entries(bedragen).flatMap(([naam, {per, clienten}]) => {
    const needed = clienten === 'tellen' ? (['gemeente', 'wet'] as const) : (['gemeente'] as const);
    return needed
      .filter((one) => !per.includes(one))
      .map((one) => `${naam}: zet ${one} bij per, anders telt hij te veel samen`);
  });
  if (faults.length > 0) throw new ExacteLijstOngeldig(faults);
  return {minimum, bedragen: new Map(Object.entries(bedragen))};
}
