import type {Gebeurtenis, Gebied} from '../../contract/area.ts';
import type {Cijfer, CijferAntwoord, CijferVraag} from '../../contract/figure.ts';
import type {Indicator} from '../../contract/indicator.ts';
import type {Manifest} from '../../contract/publication.ts';
import {externUnits, type ExternCijfer} from './extern.ts';
import {firstStart, type Eenheid, type Panel, type Reeks, type TelbareVorm} from './panel.ts';
import {monthOf, spanOf, type Span, type Stap} from './period.ts';

/** A publication as far as an effect looks at it. */
export interface EffectBron {
  readonly manifest: Manifest;
  readonly gebieden: readonly Gebied[];
  readonly indicatoren: readonly Indicator[];
  readonly gebeurtenissen: readonly Gebeurtenis[];
  /** Public figures of others; those of this indicator can be compared with. */
  readonly beleid?: {readonly externe_cijfers: readonly ExternCijfer[]};
  cijfers(vraag: CijferVraag): Promise<CijferAntwoord>;
}

/** A panel with whether any of its figures can still change. */
export interface GelezenPanel extends Panel {
  voorlopigVanaf: number | null;
}

interface Vraag {
  indicator: Indicator;
  vorm: TelbareVorm;
  gemeente: string;
  stap: Stap;
}

/**
 * Reads the main cell of an indicator: own teams with their wijken, the teams of the other gemeenten in
 * the publication (a gemeente without teams as a whole) and areas of others. Null without own teams.
 */
export async function readPanel(bron: EffectBron, vraag: Vraag): Promise<GelezenPanel | null> {
  const {gemeente, stap, vorm} = vraag;
  const [teams, wijken] = await Promise.all([
    figures(bron, vraag, {gemeente, niveau: 'team'}),
    figures(bron, vraag, {gemeente, niveau: 'wijk'}),
  ]);
  const perioden = completePeriods(teams, stap);
  const own = unitsOf(bron, {gemeente, teams, wijken}, perioden);
  if (firstStart(own) === null) return null;
  const codes = bron.manifest.gemeenten.map(({code}) => code).filter((code) => code !== gemeente);
  const others = await Promise.all(
    codes.map((code) => unitsOfOther(bron, vraag, {code, perioden})),
  );
  // figures of others about our own areas are no comparison: a team works there, or they are in already
  const inside = new Set(bron.gebieden.map(({code}) => code));
  const outside = (bron.beleid?.externe_cijfers ?? []).filter(({gebied}) => !inside.has(gebied));
  const eenheden = [
    ...own,
    ...others.flat(),
    ...externUnits(outside, {indicator: vraag.indicator.id, stap, perioden}),
  ].filter(({eigen, aantallen}) => eigen || aantallen.some((count) => count !== null));
  const voorlopig = teams.filter((cijfer) => cijfer.voorlopig).map(({periode}) => periode);
  const [first] = voorlopig.sort();
  return {
    vorm,
    stap,
    perioden,
    eenheden,
    voorlopigVanaf: first === undefined ? null : spanOf(first, stap).eerste,
  };
}

async function figures(
  bron: EffectBron,
  {indicator, stap}: Vraag,
  place: Pick<CijferVraag, 'gemeente' | 'niveau'>,
): Promise<Cijfer[]> {
  const {cijfers} = await bron.cijfers({
    ...place,
    indicator: indicator.id,
    periodesoort: stap,
    filters: indicator.hoofdcel,
    uitsplitsen: [],
  });
  return cijfers;
}

/** The periods in which the registration ran. */
function completePeriods(teams: readonly Cijfer[], stap: Stap): Span[] {
  const running = teams.filter(({status}) => status !== 'ontbreekt' && status !== 'onvolledig');
  const codes = [...new Set(running.map(({periode}) => periode))].sort();
  return codes.map((periode) => spanOf(periode, stap));
}

function unitsOf(
  {gebieden}: EffectBron,
  {
    gemeente,
    teams,
    wijken,
  }: {gemeente: string; teams: readonly Cijfer[]; wijken: readonly Cijfer[]},
  perioden: readonly Span[],
): Eenheid[] {
  const areas = gebieden.filter((area) => area.gemeente === gemeente);
  return areas
    .filter(({niveau}) => niveau === 'team')
    .map((team) => {
      const inside = areas.filter(({niveau, ouder}) => niveau === 'wijk' && ouder === team.code);
      return {
        code: team.code,
        naam: team.naam,
        start: team.startdatum,
        eigen: true,
        wijken: inside.length,
        wijkreeksen: inside.map(({code, naam}) => ({
          code,
          naam,
          ...series(wijken, code, perioden),
        })),
        fasen: team.fasen,
        ...series(teams, team.code, perioden),
      };
    });
}

async function unitsOfOther(
  bron: EffectBron,
  vraag: Vraag,
  {code, perioden}: {code: string; perioden: readonly Span[]},
): Promise<Eenheid[]> {
  const teams = await figures(bron, vraag, {gemeente: code, niveau: 'team'});
  const units = unitsOf(bron, {gemeente: code, teams, wijken: []}, perioden);
  if (units.length > 0) return units.map((unit) => ({...unit, eigen: false}));
  const whole = bron.gebieden.find((area) => area.code === code && area.niveau === 'gemeente');
  if (whole === undefined) return [];
  const cijfers = await figures(bron, vraag, {gemeente: code, niveau: 'gemeente'});
  const wijken = bron.gebieden.filter(
    ({gemeente, niveau}) => gemeente === code && niveau === 'wijk',
  ).length;
  return [
    {
      code,
      naam: whole.naam,
      start: null,
      eigen: false,
      wijken,
      wijkreeksen: [],
      fasen: [],
      ...series(cijfers, code, perioden),
    },
  ];
}

function series(cijfers: readonly Cijfer[], code: string, perioden: readonly Span[]): Reeks {
  const found = new Map(
    cijfers.filter(({gebied}) => gebied === code).map((cijfer) => [cijfer.periode, cijfer]),
  );
  return {
    aantallen: perioden.map(({periode}) => found.get(periode)?.teller ?? null),
    noemers: perioden.map(({periode}) => found.get(periode)?.noemer ?? null),
  };
}

/** Whether a figure up to this day can still change. */
export function isProvisional({voorlopigVanaf}: GelezenPanel, dag: string): boolean {
  return voorlopigVanaf !== null && voorlopigVanaf <= monthOf(dag);
}
