import type {ExternCijfer as PublicExternCijfer} from '../../contract/area.ts';
import type {Eenheid} from './panel.ts';
import {firstWholeMonth, lastWholeMonth, MONTHS_IN, type Span, type Stap} from './period.ts';

/** A public figure of an area outside, as far as a comparison needs it. */
export type ExternCijfer = Omit<PublicExternCijfer, 'gemeente' | 'eenheid' | 'voorlopig'>;

const Z_BOTH = 2 * 1.96;

/**
 * Comparison areas from figures that others publish of the same indicator and the same periods. Only
 * rates with an interval: it says how many events are behind them (n = 1/se² of the logarithm). One
 * without an interval would enter as if it were exact.
 */
export function externUnits(
  cijfers: readonly ExternCijfer[],
  {indicator, stap, perioden}: {indicator: string; stap: Stap; perioden: readonly Span[]},
): Eenheid[] {
  const own = cijfers.filter((cijfer) => cijfer.indicator === indicator);
  const nameOf = ({bron, gebied}: ExternCijfer): string => `${bron} (${gebied})`;
  return [...new Set(own.map(nameOf))].map((name) => {
    const rows = own.filter((one) => nameOf(one) === name);
    const cells = perioden.map((span) => cellOf(rows, {span, stap}));
    return {
      code: name,
      naam: name,
      start: null,
      eigen: false,
      wijken: 1,
      wijkreeksen: [],
      fasen: [],
      aantallen: cells.map((cell) => cell?.aantal ?? null),
      noemers: cells.map((cell) => cell?.noemer ?? null),
    };
  });
}

function cellOf(
  rows: readonly ExternCijfer[],
  {span, stap}: {span: Span; stap: Stap},
): {aantal: number; noemer: number} | null {
  const row = rows.find(
    ({periode_van, periode_tot}) =>
      firstWholeMonth(periode_van) === span.eerste &&
      lastWholeMonth(periode_tot) === span.eerste + MONTHS_IN[stap] - 1,
  );
  if (row === undefined) return null;
  const {waarde, ondergrens, bovengrens} = row;
  if (ondergrens === null || bovengrens === null || !(waarde > 0)) return null;
  if (!(ondergrens > 0) || !(bovengrens > ondergrens)) return null;
  const error = Math.log(bovengrens / ondergrens) / Z_BOTH;
  const aantal = 1 / error ** 2;
  return {aantal, noemer: aantal / waarde};
}
