// The worked examples against every slip at every place, in the queries from question to return. A mutant that the engine
// refuses is noticed too.
import {expect, it} from 'vitest';
import {readCatalogue} from '../../queries/catalogue.ts';
import {CHAIN} from '../support/chain-indicators.ts';
import {mutantsOf} from '../support/sql-mutants.ts';
import {agrees, openExample, readExample} from '../support/worked-example.ts';

/** Slips that change no answer to any question, and why: they say nothing about the examples. */
const HARMLESS: readonly [RegExp, string][] = [
  [/a filter dropped .*<= (dataeinde|gevolgd)\.data_tot/, 'who starts after the data was not seen'],
  [/a filter dropped .*is not null/, 'what has no date is in no period'],
  [/^(crisis|wachtlijst|zorguren_per_client): union/, 'every row has a key of its own'],
  [/^zelf_opgelost: union/, 'of the second line only the first day counts'],
  [/^(caseload|instroom_per_fte|inzet_per_client): outer join/, 'a filter below drops the rest'],
  [/^(inzet|zorguren)_per_client: least → greatest/, 'days outside are cut off afterwards'],
  [
    /^(inzet|zorguren)_per_client: one less \(line \d+: 1/,
    'a mask moved by a bit has as many bits',
  ],
  [/^wachtlijst: one (more|less) .*2000000/, 'any day beyond a lifetime will do'],
];

/** By default one in three, so that the suite stays quick; `MUTANTS=all` tries all and tells. */
const TELLS = process.env['MUTANTS'] === 'all';
const STEP = TELLS ? 1 : 3;

it('at least 95% of all broken queries are noticed by the worked examples', async () => {
  const survivors: string[] = [];
  let count = 0;
  const catalogue = readCatalogue('queries/indicators');
  for (const definition of CHAIN.map((id) => catalogue.get(id))) {
    const example = readExample(definition.rekenvoorbeeld);
    const database = await openExample(example);
    const mutants = mutantsOf(definition.sql)
      .map(({name, sql}) => ({name: `${definition.id}: ${name}`, sql}))
      .filter(({name}) => !HARMLESS.some(([slip]) => slip.test(name)))
      .filter((_, index) => index % STEP === 0);
    for (const {name, sql} of mutants) {
      count += 1;
      const survives = await agrees(database, {...definition, sql}, example).catch(() => false);
      if (survives) survivors.push(name);
    }
    database.close();
  }
  const noticed = 1 - survivors.length / count;
  if (TELLS) console.log([...survivors, `${count} broken, ${noticed} noticed`].join('\n'));
  expect(count).toBeGreaterThan(100);
  expect({noticed: noticed >= 0.95, survivors}).toMatchObject({noticed: true});
}, 240_000);
