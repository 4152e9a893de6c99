import type {Effectantwoord} from '../../contract/effect.ts';
import type {Indicator} from '../../contract/indicator.ts';
import type {Oordeelwoord} from '../../contract/verdict.ts';
import {at} from '../../statistics/at.ts';
import {estimate, type Uitkomst} from './estimate.ts';
import {evaluationDay, type Evaluatiedagen} from './evaluation-day.ts';
import {allowedPlan, registrationChange, type ToegestaanPlan} from './gates.ts';
import {firstStart, type Panel} from './panel.ts';
import {lastWholeMonth, type Stap} from './period.ts';
import {published, share} from './publish.ts';
import {isProvisional, readPanel, type EffectBron, type GelezenPanel} from './read-panel.ts';
import {isTelbaar, NIET_VOOR_VORM, REDEN} from './reasons.ts';
import {finding, remarks} from './sentences.ts';
import {teamEffects} from './team-effects.ts';
import {halfYears} from './half-years.ts';
import {judgeTogether} from './verdict.ts';

/** Which effect is asked for. */
export interface EffectVraag {
  indicator: Indicator;
  gemeente: string;
  dagen: Evaluatiedagen;
}

const STEPS: readonly Stap[] = ['kwartaal', 'halfjaar'];

/**
 * The effect of the teams of a gemeente on an indicator, with its uncertainty and the reasons where it
 * can't be said. Only from protected figures; the same publication gives the same answer.
 */
export async function effectAnswer(
  bron: EffectBron,
  {indicator, gemeente, dagen}: EffectVraag,
): Promise<Effectantwoord> {
  const empty = emptyAnswer(indicator.id, gemeente);
  if (!isTelbaar(indicator.vorm)) {
    return {...empty, status: 'nvt', ...refusal(NIET_VOOR_VORM[indicator.vorm], 'geen oordeel')};
  }
  const {vorm} = indicator;
  const steps = STEPS.filter((stap) => indicator.periodesoorten.includes(stap));
  if (steps.length === 0)
    return {...empty, status: 'nvt', ...refusal(REDEN.te_grof, 'geen oordeel')};
  const read = await Promise.all(
    steps.map((stap) => readPanel(bron, {indicator, vorm, gemeente, stap})),
  );
  const panels = read.filter((panel) => panel !== null);
  const start = panels[0] === undefined ? null : firstStart(panels[0].eenheden);
  if (start === null) return {...empty, ...refusal(REDEN.geen_team)};
  const dataTot = bron.manifest.gemeenten.find(({code}) => code === gemeente)?.data_tot ?? '';
  const dag = evaluationDay(dagen, {gemeente, start, dataTot});
  const dated = {...empty, evaluatiedatum: dag};
  if (dag > dataTot) {
    const when = 'Die dag ligt vast, zodat toeval geen kans krijgt.';
    const reden = `De cijfers lopen nog niet tot de dag waarop we kijken. ${when}`;
    return {...dated, status: 'onvolledig', ...refusal(reden)};
  }
  const panel = mostTeams(panels, lastWholeMonth(dag));
  if (panel === null) return {...dated, ...refusal(REDEN.te_kort)};
  return answerOf(bron, {indicator, panel, empty: dated, dag});
}

/** The step in which most teams can be compared; the finer one when it makes no difference. */
function mostTeams(
  panels: readonly GelezenPanel[],
  tot: number,
): (GelezenPanel & {toegestaan: ToegestaanPlan}) | null {
  const found = panels.flatMap((panel) => {
    const toegestaan = allowedPlan(panel, tot);
    return toegestaan === null ? [] : [{...panel, toegestaan}];
  });
  const teams = ({toegestaan}: {toegestaan: ToegestaanPlan}): number =>
    new Set(toegestaan.plan.vergelijkingen.map(({eenheid}) => eenheid)).size;
  return found.toSorted((a, b) => teams(b) - teams(a))[0] ?? null;
}

function answerOf(
  bron: EffectBron,
  {
    indicator,
    panel,
    empty,
    dag,
  }: {
    indicator: Indicator;
    panel: GelezenPanel & {toegestaan: ToegestaanPlan};
    empty: Effectantwoord;
    dag: string;
  },
): Effectantwoord {
  const tot = lastWholeMonth(dag);
  const {toegestaan} = panel;
  const known = {
    ...empty,
    periodesoort: panel.stap,
    basis: baseOf(panel, toegestaan),
    voorlopig: isProvisional(panel, dag),
    teams: teamEffects(indicator, {panel, toegestaan, uitkomst: null, tot}),
  };
  const changed = changeOf(bron, {panel, gemeente: empty.gemeente, tot});
  if (changed !== null) return {...known, ...refusal(changed)};
  const uitkomst = estimate(panel, tot);
  if (uitkomst === null) {
    const compared = toegestaan.plan.vergelijkingen.length > 0;
    return {...known, ...refusal(compared ? REDEN.spreiding : REDEN.geen_vergelijking)};
  }
  const oordeel = judgeTogether(indicator, uitkomst);
  const eigen = panel.eenheden.filter((unit) => unit.eigen).length;
  const {placebo, volgordes, weglaten, controle, att, aantoonbaar} = uitkomst;
  return {
    ...known,
    status: 'ok',
    reden: null,
    woord: oordeel.woord,
    zin: finding(oordeel.woord, uitkomst.samen),
    toelichting: remarks(oordeel, uitkomst, {
      eigen,
      verwachtMaanden: indicator.richting === 'lager' ? indicator.verwacht_maanden : 0,
    }),
    aantoonbaar,
    samen: published(uitkomst.samen),
    teams: teamEffects(indicator, {panel, toegestaan, uitkomst, tot}),
    halfjaren: halfYears(panel, uitkomst),
    extern: externNames(panel, uitkomst),
    placebo: placebo === null ? null : share(placebo),
    volgordes,
    weglaten,
    controle,
    att,
  };
}

function changeOf(
  {gebeurtenissen}: EffectBron,
  {
    panel,
    gemeente,
    tot,
  }: {panel: Panel & {toegestaan: ToegestaanPlan}; gemeente: string; tot: number},
): string | null {
  const [first = 0] = panel.toegestaan.plan.basis;
  const change = registrationChange(gebeurtenissen, {
    gemeente,
    gebieden: new Set(
      panel.eenheden.flatMap(({code, wijkreeksen}) => [
        code,
        ...wijkreeksen.map((one) => one.code),
      ]),
    ),
    van: at(panel.perioden, first).eerste,
    tot,
  });
  if (change === null) return null;
  return `De registratie veranderde: ${change.omschrijving}. Voor en na zijn niet te vergelijken.`;
}

function baseOf(
  {perioden}: Panel,
  {plan: {basis}}: ToegestaanPlan,
): {van: string; tot: string} | null {
  const [first, last] = [basis[0], basis.at(-1)];
  if (first === undefined || last === undefined) return null;
  return {van: at(perioden, first).periode, tot: at(perioden, last).periode};
}

function externNames({eenheden}: Panel, {plan}: Uitkomst): string[] {
  const used = new Set(plan.vergelijkingen.flatMap(({anderen}) => anderen));
  return [...used].flatMap((index) => {
    const unit = at(eenheden, index);
    return unit.eigen ? [] : [unit.naam];
  });
}

function refusal(
  reden: string,
  woord: Oordeelwoord = 'nog niet te beoordelen',
): Pick<Effectantwoord, 'reden' | 'zin' | 'woord'> {
  return {reden, zin: reden, woord};
}

function emptyAnswer(indicator: string, gemeente: string): Effectantwoord {
  return {
    indicator,
    gemeente,
    status: 'niet_vergelijkbaar',
    reden: null,
    woord: 'nog niet te beoordelen',
    zin: '',
    toelichting: [],
    evaluatiedatum: null,
    basis: null,
    periodesoort: null,
    voorlopig: false,
    aantoonbaar: null,
    samen: null,
    teams: [],
    halfjaren: [],
    extern: [],
    placebo: null,
    volgordes: null,
    weglaten: null,
    controle: null,
    att: null,
  };
}
