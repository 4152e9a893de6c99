import fc from 'fast-check';
import {describe, expect, it} from 'vitest';
import {readBericht} from '../../../ingest/sources/istandaarden/adapter.ts';
import {BerichtGeweigerd} from '../../../ingest/sources/istandaarden/errors.ts';
import {answer, BSN, claim, client, envelope, message, product} from './message-text.ts';
import {mutantsOf} from '../../support/mutant.ts';
import {pseudonym, read} from './read.ts';

const SAMPLES = [
  product({Einddatum: '2024-05-01'}),
  product({}, {soort: 'jw305', prefix: 'jw305'}),
  product({}, {soort: 'wmo307'}),
  claim([{referentie: 'R1'}, {referentie: 'R2', credit: true}]),
  answer([{referentie: 'R2', retour: '9307'}], {over: '100'}),
  envelope(`<GGK:xmlBestand>${Buffer.from(product()).toString('base64')}</GGK:xmlBestand>`),
];

/** Text that matters to XML or to a value. Half of it does no harm. */
const mutant = mutantsOf(
  SAMPLES,
  ['', '', '0', '9', ' ', '\n', 'Z', '<!--a-->', '<?a b?>', '&#48;'],
  [
    '<',
    '>',
    '&',
    '"',
    '/',
    ':',
    '\0',
    '<!--',
    ']]>',
    '<![CDATA[',
    '&lt;',
    '</Client>',
    '<Bsn>',
    'é',
  ],
);

/** How many messages: small in the suite; `test/README.md` says how to run the long campaign. */
const RUNS = Number(process.env['WIJKMONITOR_FUZZ_XML'] ?? 2000);

describe('a message that was damaged anywhere', () => {
  it('is read or refused with line and reason, never a crash', async () => {
    const outcomes = {read: 0, refused: 0};
    await fc.assert(
      fc.asyncProperty(mutant, fc.integer({min: 1, max: 5000}), async (source, chunk) => {
        try {
          const {gelezen, rijen, afgewezen, dubbel} = await read(source, chunk);
          const records = rijen.filter(({rij}) => rij['geslacht'] === undefined).length;
          expect(records + afgewezen.length + dubbel).toBeGreaterThanOrEqual(gelezen);
          outcomes.read += 1;
        } catch (error) {
          expect(error).toBeInstanceOf(BerichtGeweigerd);
          expect(error).toMatchObject({code: 'BERICHT_GEWEIGERD'});
          outcomes.refused += 1;
        }
      }),
      {numRuns: RUNS},
    );
    // Both must happen, or the mutations are too weak or too strong to say anything.
    expect(outcomes.read).toBeGreaterThan(10);
    expect(outcomes.refused).toBeGreaterThan(10);
  });

  it('means the same however it is cut into chunks', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...SAMPLES),
        fc.integer({min: 1, max: 999}),
        async (text, n) => {
          expect(await read(text, n)).toEqual(await read(text, 1_000_000));
        },
      ),
      {numRuns: 100},
    );
  });
});

/** Everything that leaves the reader, for a message that is read and for one that is refused. */
async function everything(text: string): Promise<string> {
  const source = (async function* () {
    yield await Promise.resolve(Buffer.from(text));
  })();
  try {
    return JSON.stringify(await readBericht(source, {pseudonym, vandaag: '2026-11-24'}));
  } catch (error) {
    if (!(error instanceof BerichtGeweigerd)) throw error;
    return `${error.message} ${error.pad} ${String(error.stack)} ${JSON.stringify(error)}`;
  }
}

describe('no output ever contains a BSN or a name', () => {
  const NAMES = ['Zwaluwstaart', 'Klaproos', 'Meerkoet'];
  /** A BSN or a name, put where it belongs and where it does not. */
  const place = fc.constantFrom<(text: string, value: string) => string>(
    (text) => text,
    (text, value) => text.replace('</Geslacht>', `</Geslacht><Commentaar>${value}</Commentaar>`),
    (text, value) => text.replace('<Geslacht>', `<${value}/><Geslacht>`),
    (text, value) => text.replace('<Bsn>', `<Onbekend a="${value}">${value}</Onbekend><Bsn>`),
    (text, value) => text.replace('<Geslacht>2', `<Geslacht>${value}`),
    (text, value) => text.replace(/<Ingangsdatum>[^<]*/, `<Ingangsdatum>${value}`),
    (text, value) => text.replace(/<BerichtCode>[^<]*/, `<BerichtCode>${value}`),
    (text, value) => text.replace('</Client>', `</${value}>`),
    (text, value) => text.replace('<Datum>', `<!--${value}--><?${value} x?><Datum>`),
    (text, value) => text.replace('<Bericht ', `<${value} `),
    (text, value) => text.replace('<Geslacht>', `&${value};<Geslacht>`),
  );

  it('whatever is wrong with the message', async () => {
    await fc.assert(
      fc.asyncProperty(
        place,
        fc.constantFrom(...NAMES, ...Object.values(BSN), 'x999900006'),
        fc.constantFrom('wmo301', 'jw305', 'wmo307'),
        async (put, value, soort) => {
          const output = await everything(put(product({}, {soort}), value));
          for (const secret of [...NAMES, ...Object.values(BSN)]) {
            expect(output).not.toContain(secret);
          }
        },
      ),
      {numRuns: 500},
    );
  });

  it('nor of a client whose BSN stands in a reference', async () => {
    const texts = [
      claim([{referentie: `X${BSN.a}`}]),
      claim([{referentie: 'R1', toewijzing: BSN.a}]),
      claim([{referentie: 'R1'}], {nummer: BSN.a}),
      message(client('301', [{ReferentieAanbieder: BSN.a}])),
    ];
    for (const text of texts) expect(await everything(text)).not.toContain(BSN.a);
  });
});
