import type {Teameffect} from '../../contract/effect.ts';
import type {Indicator} from '../../contract/indicator.ts';
import {at} from '../../statistics/at.ts';
import type {Uitkomst} from './estimate.ts';
import type {ToegestaanPlan} from './gates.ts';
import {isAfter, type Panel} from './panel.ts';
import {published} from './publish.ts';
import {REDEN_TEAM} from './reasons.ts';
import {judgeTeam, judgeTogether} from './verdict.ts';

interface Bron {
  panel: Panel;
  toegestaan: ToegestaanPlan;
  /** Null when nothing could be estimated. */
  uitkomst: Uitkomst | null;
  tot: number;
}

/** Each own team with its estimate or the reason for none, in the order of their starts. */
export function teamEffects(indicator: Indicator, bron: Bron): Teameffect[] {
  const {panel, toegestaan, uitkomst} = bron;
  const twijfel = uitkomst === null ? null : judgeTogether(indicator, uitkomst).twijfel;
  return panel.eenheden
    .flatMap((unit, index): Teameffect[] => {
      if (!unit.eigen || unit.start === null) return [];
      const schatting = uitkomst?.teams.get(index) ?? null;
      const halfjaren = toegestaan.plan.vergelijkingen
        .filter(({eenheid}) => eenheid === index)
        .map(({halfjaar}) => halfjaar);
      const reason = toegestaan.uitgesloten.get(index) ?? 'geen_vergelijking';
      return [
        {
          team: unit.code,
          naam: unit.naam,
          startdatum: unit.start,
          schatting: schatting === null ? null : published(schatting),
          woord:
            schatting === null
              ? 'nog niet te beoordelen'
              : judgeTeam(indicator, schatting, {halfjaren, twijfel}),
          reden: schatting === null ? REDEN_TEAM[reason] : null,
          perioden: periodsOf(bron, index),
          fasen: [...unit.fasen],
        },
      ];
    })
    .sort((a, b) => (a.startdatum < b.startdatum ? -1 : 1));
}

/** What was observed from the baseline on, and what was expected after the start where it can be said. */
function periodsOf(
  {panel, toegestaan, uitkomst, tot}: Bron,
  index: number,
): Teameffect['perioden'] {
  const {aantallen, start} = at(panel.eenheden, index);
  const {vergelijkingen, basis} = toegestaan.plan;
  return panel.perioden.flatMap((span, t) => {
    if (t < at(basis, 0) || span.laatste > tot) return [];
    const one = vergelijkingen.findIndex(
      ({eenheid, periode}) => eenheid === index && periode === t,
    );
    const verwacht = uitkomst?.verwachting.verwacht[one];
    return [
      {
        periode: span.periode,
        waargenomen: at(aantallen, t),
        na: isAfter(span, start),
        verwacht: verwacht === undefined ? null : Math.round(10 * verwacht) / 10,
      },
    ];
  });
}
