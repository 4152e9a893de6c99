import type {Row} from '../../../warehouse/open.ts';
import type {Definition} from '../../catalogue.ts';
import {survivalCurve, type Spell, type SurvivalStep} from '../../statistics/survival.ts';
import {
  crossed,
  isProvisional,
  isSeen,
  labelOf,
  placeOf,
  type CountedCell,
  type CubeContext,
} from '../cell.ts';
import {protectCurve} from '../protect-curve.ts';
import {enoughForDuration, roundCount, shown, withheld} from '../protect.ts';
import {dimensionSql} from '../windows.ts';
import {medianFigure} from './duration-median.ts';
import {shareFigure} from './duration-share.ts';

/** The curve starts where this many are at risk: before it, one person is the curve. */
const MIN_AT_RISK = 10;

/**
 * Cells of a duration. In a period view spells that began before the period enter late, and what is
 * open at its end is censored there; a cohort is followed from its start to the end of the data. The
 * figure is a median, or a share at the day of the norm.
 */
export async function durationCells(
  context: CubeContext,
  dimensions: readonly string[],
): Promise<CountedCell[]> {
  const rows = await context.database.rows(durationSql(context, dimensions));
  const cells: CountedCell[] = [];
  for (const group of withSpells(rows)) cells.push(...durationCell(context, group, dimensions));
  return cells;
}

function durationSql({definition}: CubeContext, dimensions: readonly string[]): string {
  const dims = dimensions.map((id) => `, ${dimensionSql(id, 'lang.start')} as ${id}`).join('');
  const names = dimensions.map((id) => `, ${id}`).join('');
  const known = dimensions.map((id) => ` and ${id} is not null`).join('');
  const seen = definition.cohort ? COHORT : PERIOD_VIEW;
  return `
    with spel as (
      select venster.venster${dims}, lang.client_id, lang.huishouden, lang.ck, ${seen.columns}
      from lang
      join venster on venster.plek = lang.plek and ${seen.within}
      where venster.gekruist >= ${crossed(dimensions)}
    )
    select venster${names},
      count(distinct client_id) as clienten, count(distinct huishouden) as huishoudens,
      bit_xor(ck)::varchar as ck, count(*) as aantal,
      string_agg(chr(least(vanaf, ${MOST_DAYS})::integer + 1)
        || chr(least(duur, ${MOST_DAYS})::integer + 1)
        || coalesce(soort[1], '-'), '') as spellen
    from spel
    where true${known}
    group by venster${names}
    having count(*) >= 20 and count(distinct client_id) >= 10 and count_if(soort = 'einde') >= 10`;
}

/** Days travel as one character each, which is several times as fast as numbers in text. */
const MOST_DAYS = 50_000;

/** Which spells belong to a window, and what is seen of them in it. */
const PERIOD_VIEW = {
  columns: `greatest(0, venster.van - lang.start) as vanaf,
        least(lang.einde, lang.gevolgd_tot, venster.tot) - lang.start as duur,
        case when lang.einde <= venster.tot then lang.uitkomst end as soort`,
  within: `lang.start <= venster.tot
        and coalesce(lang.einde, lang.gevolgd_tot) >= venster.van`,
};
const COHORT = {
  columns: `0 as vanaf, coalesce(lang.einde, lang.gevolgd_tot) - lang.start as duur,
        lang.uitkomst as soort`,
  within: 'lang.start between venster.van and venster.tot',
};

interface SpellGroup {
  row: Row;
  spells: Spell[];
}

function* withSpells(rows: readonly Row[]): Generator<SpellGroup> {
  for (const row of rows) {
    const text = String(row['spellen']);
    const spells: Spell[] = [];
    for (let at = 0; at < text.length; at += 3) {
      const soort = text[at + 2];
      spells.push({
        vanaf: text.charCodeAt(at) - 1,
        tot: text.charCodeAt(at + 1) - 1,
        soort: soort === 'e' ? 'einde' : soort === 'c' ? 'concurrent' : null,
      });
    }
    yield {row, spells};
  }
}

function durationCell(
  context: CubeContext,
  {row, spells}: SpellGroup,
  dimensions: readonly string[],
): CountedCell[] {
  const {noise, definition} = context;
  const place = placeOf(context, row, dimensions);
  const label = labelOf(context, place);
  const clienten = Number(row['clienten']);
  if (!isSeen(context, place, {clienten, huishoudens: Number(row['huishoudens'])})) return [];
  const steps = survivalCurve(spells, MIN_AT_RISK);
  const einden = steps.reduce((sum, step) => sum + step.einden, 0);
  if (!enoughForDuration(spells.length, einden)) return [];
  const facts = {steps, spells: spells.length, noise, label, ck: String(row['ck'])};
  const figure =
    definition.maat === 'mediaan'
      ? medianFigure(facts, definition.norm)
      : isFollowed(spells, steps, definition)
        ? shareFigure(facts, definition)
        : null;
  const curve =
    dimensions.length === 0 ? {curve: protectCurve(noise, label, steps, definition.norm)} : {};
  if (figure === null) {
    return [{place, maten: withheld('nvt', 'kaplan-meier'), clienten, ...curve}];
  }
  const {methode, ...values} = figure;
  const aantal = roundCount(noise, label, spells.length);
  const voorlopig = isProvisional(context, place);
  return [
    {
      place,
      clienten,
      maten: shown(methode, {...values, aantal, voorlopig}),
      ...curve,
    },
  ];
}

/**
 * A share at the norm can be told when somebody was followed so long, or when all had ended. In a
 * cohort the end of the data cuts everybody off at about the same time: then ten must be left.
 */
function isFollowed(
  spells: readonly Spell[],
  steps: readonly SurvivalStep[],
  {norm, cohort}: Definition,
): boolean {
  const followed = spells.filter(({tot}) => tot >= (norm ?? 0)).length;
  return steps.at(-1)?.open === 0 || followed >= (cohort ? MIN_AT_RISK : 1);
}
