import {mkdtempSync, readFileSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {describe, expect, it} from 'vitest';
import {readCatalogue} from '../../queries/catalogue.ts';
import {lintGoals, readGoalTrees, type GoalTree} from '../../queries/doelenboom.ts';

const FOLDER = join(import.meta.dirname, '../../queries');
const catalogue = readCatalogue(join(FOLDER, 'indicators')).all();
const trees = readGoalTrees();

/** The whole catalogue of the design; the finance indicators are made in queries/finance. */
const CATALOGUE =
  `wachtlijst wachtlijst_verloop wachttijd wachttijd_hulp besluit_op_tijd doorlooptijd
  doorlooptijd_zorg langer_dan_drie_maanden zorguren_per_client inzet_per_client
  verwijzingen_tweede_lijn verwijzingen_jeugdzorg schuldhulp zelf_opgelost crisis collectief
  eigen_kracht wmo_maatwerk huishoudelijke_hulp jeugdhulp zelfredzaamheid_verbeterd
  zelfredzaamheid_op_peil participatie tevredenheid type_vragen bereik caseload instroom_per_fte
  terugkeer lasten_begroting prognose_jaareinde kosten_per_client`.split(/\s+/);

const known = (ids: readonly string[], doel: readonly string[] = []) =>
  ids.map((id) => ({id, doel}));

describe('the doelenboom of both gemeenten', () => {
  it('names indicators of the catalogue only, and every one of the catalogue has a goal', () => {
    const {fouten, indicatoren_zonder_doel} = lintGoals(trees, known(CATALOGUE));
    expect(fouten).toEqual([]);
    expect(indicatoren_zonder_doel).toEqual([]);
  });

  it('each indicator that exists is in the catalogue and names goals that exist', () => {
    expect(catalogue.map(({id}) => id).filter((id) => !CATALOGUE.includes(id))).toEqual([]);
    const own = catalogue.map(({id, doel}) => ({id, doel}));
    const {fouten} = lintGoals(trees, [
      ...own,
      ...known(CATALOGUE.filter((id) => !own.some((one) => one.id === id))),
    ]);
    expect(fouten).toEqual([]);
  });

  it('each indicator that exists says which goals it serves, as the doelenboom has it', () => {
    const serving = (id: string) =>
      [...trees.values()]
        .flatMap(({themas}) => themas.flatMap(({effecten}) => effecten))
        .filter(({indicatoren}) => indicatoren.includes(id))
        .map((effect) => effect.id);
    for (const {id, doel} of catalogue)
      for (const goal of doel) expect(serving(id), `${id} serves ${goal}`).toContain(goal);
  });

  it('has the six themes of Velsen with all effects, and what it says of monitoring', () => {
    const {themas} = trees.get('GM0453')!;
    expect(themas.map(({titel}) => titel)).toEqual([
      'Eigen kracht en zelfredzaamheid',
      'Buurtkracht',
      'Werk en onderwijs',
      'Schulden en inkomen',
      'Gezondheid',
      'Ondersteuning',
      'Zicht op het werk',
    ]);
    expect(themas.map(({effecten}) => effecten.length)).toEqual([3, 6, 3, 3, 4, 7, 1]);
  });

  it('tells which effects nothing measures', () => {
    const {effecten_zonder_indicator} = lintGoals(trees, known(CATALOGUE));
    expect(effecten_zonder_indicator).toContain('GM0453: Bewoners zijn betrokken.');
    expect(effecten_zonder_indicator).toHaveLength(8);
  });

  it('names lines of the begroting that the fixtures really have', () => {
    const finance = readFileSync(join(FOLDER, '../fixtures/finance.ts'), 'utf8');
    const lines = [...trees.values()].flatMap(({themas}) => themas.flatMap((one) => one.middelen));
    for (const line of lines) expect(finance).toContain(`'${line}'`);
  });
});

describe('the lint', () => {
  const tree: GoalTree = {
    doel: 'd',
    bron: 'b',
    overzicht: ['b'],
    themas: [
      {
        id: 't',
        titel: 'T',
        middelen: [],
        effecten: [
          {id: 'e', citaat: 'E.', indicatoren: ['a'], extern: []},
          {id: 'e', citaat: 'F.', indicatoren: [], extern: []},
        ],
      },
    ],
  };

  it('finds an unknown indicator, an unknown goal, a double effect and a loose row', () => {
    const found = lintGoals(new Map([['GM1', tree]]), known(['c'], ['nergens']));
    expect(found.fouten).toEqual([
      'De doelenboom noemt a, maar die indicator is er niet.',
      'c noemt het doel nergens, maar dat staat in geen doelenboom.',
      'GM1: b staat op het overzicht maar bij geen effect.',
      'GM1: het effect e staat er twee keer.',
    ]);
    expect(found.indicatoren_zonder_doel).toEqual(['c']);
    expect(found.effecten_zonder_indicator).toEqual(['GM1: F.']);
  });

  it('a file that is not complete says where', () => {
    const file = join(mkdtempSync(join(tmpdir(), 'doelenboom-')), 'doelenboom.yaml');
    writeFileSync(file, 'GM0400: {doel: x, bron: y, overzicht: [], themas: []}');
    expect(() => readGoalTrees(file)).toThrow(/GM0400\.themas/);
  });
});
