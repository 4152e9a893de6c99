import {readCatalogue} from '../queries/catalogue.ts';
import type {
  Effectantwoord,
  Effectschatting,
  Indicator,
  Oordeelwoord,
} from '../queries/contract.ts';
import {effectAnswer} from '../queries/judgement/effect/effect.ts';
import {spanOf} from '../queries/judgement/effect/period.ts';
import {readEvaluationDays} from '../queries/judgement/effect/evaluation-day.ts';
import {randomSource} from '../queries/statistics/random.ts';
import {drawPublication, gemeentenOf, meansOf, monthsOf, type Setting} from './effect-worlds.ts';

const WORLDS = Number(process.env['WERELDEN'] ?? 200);

const DEN_HELDER = {gemeente: 'GM0400', indicator: 'verwijzingen_tweede_lijn', phi: 1} as const;
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
  const found: {truth: number; samen: Effectschatting; answer: Effectantwoord}[] = [];
  const teams: boolean[] = [];
  const truthOf = truthFor(setting);
  for (let world = 0; world < worlds; world += 1) {
    const publication = drawPublication(setting, indicator, random);
    const answer = await effectAnswer(publication, {indicator, gemeente: setting.gemeente, dagen});
    if (answer.samen === null) continue;
    found.push({truth: truthOf(answer.teams), samen: answer.samen, answer});
    for (const team of answer.teams) {
      if (team.schatting !== null) teams.push(holds(team.schatting, truthOf([team])));
    }
  }
  const share = (test: (one: (typeof found)[number]) => boolean): number =>
    found.filter(test).length / found.length;
  const mean = (value: (one: (typeof found)[number]) => number): number =>
    found.reduce((sum, one) => sum + value(one), 0) / found.length;
  return {
    setting,
    werelden: worlds,
    geschat: found.length / worlds,
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
function truthFor(setting: Setting): (teams: Effectantwoord['teams']) => number {
  const [own] = gemeentenOf(setting);
  if (own === undefined) throw new Error('a setting without gemeente');
  const first = monthsOf(own)[0] ?? 0;
  const means = new Map(own.wijken.map((wijk) => [wijk.code, meansOf(setting, own, wijk)]));
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

/** Runs every setting and answers the table. */
export async function measureEffect(): Promise<string> {
  const tallies: Tally[] = [];
  for (const setting of SETTINGS) {
    const tally = await tallyOf(setting);
    console.error(effectTable([tally]).split('\n').at(-1));
    tallies.push(tally);
  }
  return effectTable(tallies);
}
