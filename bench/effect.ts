import {readCatalogue} from '../queries/catalogue.ts';
import type {Effectantwoord, Effectschatting} from '../queries/contract/effect.ts';
import type {Indicator} from '../queries/contract/indicator.ts';
import type {Oordeelwoord} from '../queries/contract/verdict.ts';
import {effectAnswer} from '../queries/judgement/effect/effect.ts';
import {spanOf} from '../queries/judgement/effect/period.ts';
import {readEvaluationDays} from '../queries/judgement/effect/evaluation-day.ts';
import {openPublication} from '../queries/publication.ts';
import {randomSource} from '../queries/statistics/random.ts';
import {monthsOf, prepare, type Prepared, type Setting} from './effect-means.ts';
import {drawPublication} from './effect-worlds.ts';

const WORLDS = Number(process.env['WERELDEN'] ?? 200);

const DEN_HELDER = {
  gemeente: 'GM0400',
  indicator: 'verwijzingen_tweede_lijn',
  phi: 1,
  dagen: 19,
} as const;
/** A stock of people who stay for a year and a half, as in individual provisions. */
const SLOW = {
  ...DEN_HELDER,
  naam: 'Den Helder, a slow stock',
  indicator: 'wachtlijst',
  dagen: 540,
} as const;
const VELSEN = {...DEN_HELDER, gemeente: 'GM0453'} as const;

/** Every kind of world: with the effects of the fixtures and without any, alone and with neighbours. */
export const SETTINGS: readonly Setting[] = (['fixtures', 'geen'] as const).flatMap((waar) => [
  {...DEN_HELDER, naam: 'Den Helder, verwijzingen', waar, buren: 0},
  {...DEN_HELDER, naam: 'Den Helder, verwijzingen', waar, buren: 2},
  {...DEN_HELDER, naam: 'Den Helder, verwijzingen', waar, buren: 2, phi: 1.5},
  {...VELSEN, naam: 'Velsen, verwijzingen', waar, buren: 0},
  {...VELSEN, naam: 'Velsen, verwijzingen', waar, buren: 2},
  {...DEN_HELDER, naam: 'Den Helder, wachtlijst', indicator: 'wachtlijst', waar, buren: 0},
  {...DEN_HELDER, naam: 'Den Helder, wachtlijst', indicator: 'wachtlijst', waar, buren: 2},
  {...SLOW, waar, buren: 2},
]);

/** What the worlds of a setting came to; shares of the worlds or of the teams in them. */
export interface Tally {
  setting: Setting;
  werelden: number;
  geschat: number;
  waarheid: number;
  gemiddeld: number;
  dekking: number;
  dekkingTeams: number;
  alarm: number;
  alarmTeams: number;
  buitenNul: number;
}

const SURE: readonly Oordeelwoord[] = ['beter', 'slechter', 'zoals verwacht'];

/** Draws the worlds of a setting and holds every estimate against the truth that was built in. */
export async function tallyOf(setting: Setting, worlds = WORLDS): Promise<Tally> {
  const random = randomSource(setting.buren * 1000 + setting.phi * 10 + setting.naam.length);
  const indicator = indicatorOf(setting.indicator);
  const dagen = readEvaluationDays();
  const answers: Effectantwoord[] = [];
  const prepared = prepare(setting);
  for (let world = 0; world < worlds; world += 1) {
    const publication = drawPublication(prepared, indicator, random);
    answers.push(await effectAnswer(publication, {indicator, gemeente: setting.gemeente, dagen}));
  }
  return tallyAnswers(setting, prepared, answers);
}

/** Holds what was answered in each world of a setting against the truth that was built in. */
export function tallyAnswers(
  setting: Setting,
  prepared: Prepared,
  answers: readonly Effectantwoord[],
): Tally {
  const truthOf = truthFor(prepared);
  const found = answers.flatMap((answer) => {
    const {samen, teams} = answer;
    return samen === null ? [] : [{truth: truthOf(teams), samen, answer}];
  });
  const teams = found.flatMap(({answer}) =>
    answer.teams.flatMap((team) =>
      team.schatting === null ? [] : [holds(team.schatting, truthOf([team]))],
    ),
  );
  const share = (test: (one: (typeof found)[number]) => boolean): number =>
    found.filter(test).length / found.length;
  const mean = (value: (one: (typeof found)[number]) => number): number =>
    found.reduce((sum, one) => sum + value(one), 0) / found.length;
  return {
    setting,
    werelden: answers.length,
    geschat: found.length / answers.length,
    waarheid: mean(({truth}) => truth),
    gemiddeld: mean(({samen}) => samen.effect),
    dekking: share(({samen, truth}) => holds(samen, truth)),
    dekkingTeams: teams.filter(Boolean).length / teams.length,
    alarm: share(({answer}) => SURE.includes(answer.woord)),
    alarmTeams: share(({answer}) => answer.teams.some(({woord}) => SURE.includes(woord))),
    buitenNul: share(({samen}) => !holds(samen, 0)),
  };
}

function holds({ondergrens, bovengrens}: Effectschatting, truth: number): boolean {
  return ondergrens <= truth && truth <= bovengrens;
}

/** The true effect over the team-periods that an answer compares: exact means with and without teams. */
function truthFor({
  setting,
  gemeenten,
  means,
}: Prepared): (teams: Effectantwoord['teams']) => number {
  const [own] = gemeenten;
  if (own === undefined) throw new Error('a setting without gemeente');
  const first = monthsOf(own)[0] ?? 0;
  return (teams) => {
    let [met, zonder] = [0, 0];
    for (const {team, perioden} of teams) {
      const wijken = own.teams.find(({id}) => id === team)?.wijken ?? [];
      for (const {periode, verwacht} of perioden) {
        if (verwacht === null) continue;
        const {eerste, laatste} = spanOf(periode, periode.includes('K') ? 'kwartaal' : 'halfjaar');
        const from = setting.indicator === 'wachtlijst' ? laatste : eerste;
        for (const code of wijken) {
          for (let month = from; month <= laatste; month += 1) {
            met += means.get(code)?.met[month - first] ?? 0;
            zonder += means.get(code)?.zonder[month - first] ?? 0;
          }
        }
      }
    }
    return met / zonder - 1;
  };
}

function indicatorOf(id: Setting['indicator']): Indicator {
  const {uitsplitsingen: _, ...rest} = readCatalogue('queries/indicators').get(id);
  return {...rest, uitsplitsingen: []};
}

const percent = (value: number): string => `${(100 * value).toFixed(1)}%`;

/** The table of docs/benchmarks.md. */
export function effectTable(tallies: readonly Tally[]): string {
  const head = [
    'worlds',
    'neighbours',
    'φ',
    'true effect',
    'mean estimate',
    'estimated',
    'covered, together',
    'covered, per team',
    'interval without 0',
    'verdict, together',
    'verdict, any team',
  ];
  const rows = tallies.map(({setting, ...tally}) =>
    [
      `${tally.werelden} × ${setting.naam}, ${setting.waar === 'geen' ? 'no effect' : 'effects of the fixtures'}`,
      setting.buren,
      setting.phi,
      percent(tally.waarheid),
      percent(tally.gemiddeld),
      percent(tally.geschat),
      percent(tally.dekking),
      percent(tally.dekkingTeams),
      percent(tally.buitenNul),
      percent(tally.alarm),
      percent(tally.alarmTeams),
    ].join(' | '),
  );
  return [
    `| ${head.join(' | ')} |`,
    `|${head.map(() => '---').join('|')}|`,
    ...rows.map((row) => `| ${row} |`),
  ].join('\n');
}

/** The gemeenten of the fixtures from a publication of a real night, against the same truth. */
async function fixtureTable(path: string): Promise<string> {
  const publication = await openPublication(path);
  const rows: string[] = [];
  for (const gemeente of [DEN_HELDER.gemeente, VELSEN.gemeente]) {
    for (const id of ['verwijzingen_tweede_lijn', 'wachtlijst'] as const) {
      const indicator = publication.indicatoren.find((one) => one.id === id);
      if (indicator === undefined) continue;
      const answer = await effectAnswer(publication, {
        indicator,
        gemeente,
        dagen: readEvaluationDays(),
      });
      const setting = {
        ...DEN_HELDER,
        naam: '',
        gemeente,
        indicator: id,
        waar: 'fixtures',
        buren: 0,
      } as const;
      const truth = truthFor(prepare(setting))(answer.teams);
      const {samen, woord} = answer;
      if (samen === null) continue;
      const {effect, ondergrens, bovengrens} = samen;
      const cells = [
        percent(truth),
        percent(effect),
        `${percent(ondergrens)} to ${percent(bovengrens)}`,
      ];
      rows.push(
        `| ${[gemeente, id, ...cells, holds(samen, truth) ? 'yes' : 'no', woord].join(' | ')} |`,
      );
    }
  }
  publication.close();
  return [
    '| gemeente | indicator | true effect | estimate | 95% interval | holds it | word |',
    '|---|---|---|---|---|---|---|',
    ...rows,
  ].join('\n');
}

/** Runs every setting and answers the section of docs/benchmarks.md; `publication` is the file of a real night. */
export async function measureEffect(publication: string | null): Promise<string> {
  const tallies: Tally[] = [];
  for (const setting of SETTINGS) {
    const tally = await tallyOf(setting);
    console.error(effectTable([tally]).split('\n').at(-1));
    tallies.push(tally);
  }
  return `
## Effect: what was built in against what is estimated

\`npm run bench -- effect\` draws ${WORLDS} seeded worlds per row, of more kinds than whole nights could:
monthly counts per wijk are drawn directly, with the rates, season, national shock and effects of
\`fixtures/\`, then added up, rounded and withheld by the product's own \`protect\` under fresh salts.
From there on it is the code that answers \`/effecten\`. φ is the variance over the mean of the monthly
counts (1 in the fixtures). Neighbours are gemeenten in the same publication that never start a team:
without them the comparison ends when the last team has started. The true effect holds the 20% more
questions in the first 24 months and the factors of \`fixtures/effects.ts\`, over the team-quarters that
are compared. Aim: covered in at least 90%; verdicts in at most 5 to 7% of worlds without an effect.

${effectTable(tallies)}
${publication === null ? '' : `\nThe gemeenten of the fixtures themselves, from the publication of a full night:\n\n${await fixtureTable(publication)}\n`}`;
}
