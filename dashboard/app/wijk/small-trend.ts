import {html, nothing, svg, type TemplateResult} from 'lit';
import {formatNumber} from '../../charts/figure-text.ts';
import {dayStart, periodEnd, periodMiddle, periodStart} from '../../charts/period.ts';
import {scaleFromZero} from '../../charts/scale.ts';
import {COLORS} from '../../charts/theme.ts';
import type {Gebeurtenis, Gebied} from '../../../queries/contract/area.ts';
import type {ProfielRij} from '../api/answers.ts';

// The picture is drawn in these units and grows with its column.
const WIDTH = 340;
const TOP = 14;
const BOTTOM = 96;
const LEFT = 34;
const RIGHT = 334;

interface Place {
  x: (moment: number) => number;
  y: (value: number) => number;
}

/** The figure through time: phases as bands, events as bars, the 0-meting as a dashed line. */
export function smallTrend(
  rij: ProfielRij,
  {gebied, gebeurtenissen}: {gebied: Gebied; gebeurtenissen: readonly Gebeurtenis[]},
): TemplateResult | typeof nothing {
  const {trend, oordeel, decimalen} = rij;
  const [first, last] = [trend[0], trend.at(-1)];
  if (!first || !last || trend.every(({waarde}) => waarde === null)) return nothing;
  const was = oordeel.nulmeting?.waarde ?? null;
  const values = [...trend.map(({waarde}) => waarde), was].filter((value) => value !== null);
  const scale = scaleFromZero(values, 2);
  const [van, tot] = [periodStart(first.periode), periodEnd(last.periode)];
  const place: Place = {
    x: (moment) => LEFT + ((moment - van) / (tot - van)) * (RIGHT - LEFT),
    y: (value) => TOP + scale.y(value, BOTTOM - TOP),
  };
  const decimals = scale.ticks.every(Number.isInteger) ? 0 : Math.max(1, decimalen);
  return html`<svg class="wm-trendje" viewBox="0 0 ${WIDTH} 116" aria-hidden="true">
    ${bands(gebied, place, tot)}
    ${scale.ticks.map(
      (tick) =>
        svg`<line x1=${LEFT} x2=${RIGHT} y1=${place.y(tick)} y2=${place.y(tick)} stroke=${COLORS.grid}/>
        <text class="wm-trendje__tekst" x=${LEFT - 5} y=${place.y(tick) + 3.5} text-anchor="end">${formatNumber(tick, decimals)}</text>`,
    )}
    ${years(van, tot, place)} ${eventBars(gebeurtenissen, place)}
    ${was === null ? nothing : svg`<line x1=${LEFT} x2=${RIGHT} y1=${place.y(was)} y2=${place.y(was)} stroke=${COLORS.ink} stroke-dasharray="2 3"/>`}
    ${line(rij, place)}
  </svg>`;
}

function bands({fasen}: Gebied, {x}: Place, tot: number): (TemplateResult | typeof nothing)[] {
  return fasen.map(({fase, van}, index) => {
    const from = Math.max(LEFT, x(dayStart(van)));
    const next = fasen[index + 1];
    const to = Math.min(RIGHT, x(next ? dayStart(next.van) : tot));
    if (to <= from) return nothing;
    const fill = COLORS.phase[Math.min(index, COLORS.phase.length - 1)] ?? '';
    const name = to - from < 14 ? '' : index === 0 && to - from > 44 ? `fase ${fase}` : fase;
    return html`${svg`<rect x=${from} y=${TOP} width=${to - from} height=${BOTTOM - TOP} fill=${fill}/>
      <line x1=${from} x2=${from} y1=${TOP} y2=${BOTTOM} stroke=${COLORS.context}/>
      <text class="wm-trendje__tekst" x=${from + 3} y="10">${name}</text>`}`;
  });
}

function years(van: number, tot: number, {x}: Place): ReturnType<typeof svg>[] {
  const first = new Date(van).getUTCFullYear();
  const last = new Date(tot - 1).getUTCFullYear();
  return Array.from({length: last - first + 1}, (_, index) => {
    const at = x(Date.UTC(first + index, 0, 1));
    return svg`<line x1=${at} x2=${at} y1=${BOTTOM} y2=${BOTTOM + 4} stroke=${COLORS.context}/>
      <text class="wm-trendje__tekst" x=${at + 2} y="111">${first + index}</text>`;
  });
}

/** Their names are in the list at the top of the page; here is when. */
function eventBars(events: readonly Gebeurtenis[], {x}: Place): ReturnType<typeof svg>[] {
  return events.flatMap(({datum, datum_tot}) => {
    const from = Math.max(LEFT, x(dayStart(datum)));
    const to = Math.min(RIGHT, Math.max(from + 3, x(dayStart(datum_tot ?? datum))));
    if (from >= RIGHT || to <= LEFT) return [];
    return [
      svg`<rect x=${from} y=${BOTTOM - 4} width=${to - from} height="4" fill=${COLORS.muted}/>`,
    ];
  });
}

/** A gap stays a gap; a provisional figure is an open dot. */
function line({trend}: ProfielRij, {x, y}: Place): ReturnType<typeof svg> {
  const path = trend
    .map(({periode, waarde}, index) => {
      if (waarde === null) return '';
      const isFirst = typeof trend[index - 1]?.waarde !== 'number';
      const isAlone = isFirst && typeof trend[index + 1]?.waarde !== 'number';
      const at = `${x(periodMiddle(periode)).toFixed(1)} ${y(waarde).toFixed(1)}`;
      return `${isFirst ? 'M' : 'L'}${at}${isAlone ? 'h.1' : ''}`;
    })
    .join('');
  const open = trend.filter(({voorlopig, waarde}) => voorlopig && waarde !== null);
  return svg`<path d=${path} fill="none" stroke=${COLORS.accent} stroke-width="2" stroke-linecap="round"/>
    ${open.map(
      ({periode, waarde}) =>
        svg`<circle cx=${x(periodMiddle(periode))} cy=${y(waarde ?? 0)} r="3" fill=${COLORS.paper} stroke=${COLORS.accent} stroke-width="1.5"/>`,
    )}`;
}
