import type {Row} from '../../../warehouse/open.ts';
import {openAfter, reaches, survivalCurve, type Spell} from '../../statistics/survival.ts';
import {
  crossed,
  isProvisional,
  isSeen,
  labelOf,
  placeOf,
  type CountedCell,
  type CubeContext,
} from '../cell.ts';
import {
  coarse,
  enoughForDuration,
  protectQuantile,
  rankNoise,
  roundCount,
  shown,
  withheld,
} from '../protect.ts';
import {dimensionSql} from '../windows.ts';

/** The curve starts where this many are at risk: before it, one person is the curve. */
const MIN_AT_RISK = 10;

/**
 * Cells of a duration in a period view: spells that began before the period enter late, what is open
 * at its end is censored there. Median and 80th percentile of the end that counts, with competing
 * ends (Aalen-Johansen); the share still open after the norm.
 */
export async function durationCells(
  context: CubeContext,
  dimensions: readonly string[],
): Promise<CountedCell[]> {
  const rows = await context.database.rows(durationSql(dimensions));
  const cells: CountedCell[] = [];
  for (const group of withSpells(rows)) cells.push(...durationCell(context, group, dimensions));
  return cells;
}

function durationSql(dimensions: readonly string[]): string {
  const dims = dimensions.map((id) => `, ${dimensionSql(id, 'lang.start')} as ${id}`).join('');
  const names = dimensions.map((id) => `, ${id}`).join('');
  const known = dimensions.map((id) => ` and ${id} is not null`).join('');
  return `
    with spel as (
      select venster.venster${dims}, lang.client_id, lang.huishouden, lang.ck,
        greatest(0, venster.van - lang.start) as vanaf,
        least(lang.einde, lang.gevolgd_tot, venster.tot) - lang.start as duur,
        case when lang.einde <= venster.tot then lang.uitkomst end as soort
      from lang
      join venster on venster.plek = lang.plek
        and lang.start <= venster.tot
        and coalesce(lang.einde, lang.gevolgd_tot) >= venster.van
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
  const ends = steps.flatMap(({dag, einden}) => Array.from({length: einden}, () => dag));
  if (!enoughForDuration(spells.length, ends.length)) return [];
  const shift = rankNoise(noise, 'q', label, String(row['ck']));
  const before = endsBefore(steps.map(({einden}) => einden));
  const quantile = (step: number | null, round?: (weeks: number) => number): number | null =>
    step === null ? null : protectQuantile(ends, before[step] ?? 0, shift, spells.length, round);
  const median = reaches(steps, 0.5);
  const waarde = quantile(median.stap);
  if (waarde === null) return [{place, maten: withheld('nvt', 'kaplan-meier'), clienten}];
  const aantal = roundCount(noise, label, spells.length);
  const norm = definition.norm;
  const open = norm === null ? null : 100 * openAfter(steps, norm) + (100 * shift) / spells.length;
  return [
    {
      place,
      clienten,
      maten: shown('kaplan-meier', {
        waarde,
        ondergrens: Math.min(waarde, quantile(median.eerder, Math.floor) ?? waarde),
        bovengrens:
          median.later === null
            ? null
            : Math.max(waarde, quantile(median.later, Math.ceil) ?? waarde),
        aantal,
        p80: quantile(reaches(steps, 0.8).stap),
        boven_norm: open === null ? null : Math.min(100, Math.max(0, coarse(open, aantal))) / 100,
        voorlopig: isProvisional(context, place),
      }),
    },
  ];
}

/** How many ends lie before each step. */
function endsBefore(counts: readonly number[]): number[] {
  let sum = 0;
  return counts.map((count) => {
    const before = sum;
    sum += count;
    return before;
  });
}
