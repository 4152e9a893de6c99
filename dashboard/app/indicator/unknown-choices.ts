import {html, nothing, type TemplateResult} from 'lit';
import type {Gebied} from '../../../queries/contract/area.ts';
import type {Indicator} from '../../../queries/contract/indicator.ts';
import {NIVEAU, PERIODE, usual} from './options.ts';
import type {Vraag} from './question.ts';

interface Shown {
  indicator: Indicator;
  vraag: Vraag;
  /** Areas of the level; null while they are not there. */
  gebieden: readonly Gebied[] | null;
}

/** Says which choice of the address is not known, and what is shown instead. */
export function unknownChoices(
  query: URLSearchParams,
  shown: Shown,
): TemplateResult | typeof nothing {
  const sentences = unknownSentences(query, shown);
  if (sentences.length === 0) return nothing;
  return html`<div class="wm-melding" role="status">
    ${sentences.map((sentence) => html`<p>${sentence}</p>`)}
  </div>`;
}

/** One sentence or two for each choice that does not hold. */
export function unknownSentences(query: URLSearchParams, shown: Shown): string[] {
  const {indicator, vraag, gebieden} = shown;
  const {niveau, periodesoort, uitsplitsen, keuzes} = vraag;
  const {uitsplitsingen} = indicator;
  const split = uitsplitsingen.find(({id}) => id === uitsplitsen);
  const isArea = vraag.gebied === null || gebieden === null;
  const area = isArea || gebieden.some(({code}) => code === vraag.gebied);
  const rows: [string, string, string | null, string][] = [
    ['niveau', 'Gebieden', niveau, NIVEAU.find(({waarde}) => waarde === niveau)?.titel ?? niveau],
    ['periodesoort', 'Periode', periodesoort, PERIODE[periodesoort] ?? periodesoort],
    ['gebied', 'Uitlichten', area ? vraag.gebied : null, 'Geen'],
    ['uitsplitsen', 'Uitsplitsen naar', uitsplitsen, 'Niet uitsplitsen'],
    ...uitsplitsingen
      .filter(({id}) => id !== uitsplitsen)
      .map(({id, titel}): [string, string, string | null, string] => {
        return [id, titel, keuzes[id] ?? null, usual(indicator, id)];
      }),
  ];
  const unknown = rows.flatMap(([name, titel, known, instead]) => {
    const asked = query.get(name) ?? '';
    if (asked === '' || asked === known) return [];
    return [`De keuze “${asked}” bij ${titel} kennen we niet. U ziet nu: ${instead}.`];
  });
  if (!split || (query.get(split.id) ?? '') === '') return unknown;
  // one dimension can't be split and chosen from at once
  return [...unknown, `U splitst uit naar ${split.titel.toLowerCase()}. U ziet alle delen ervan.`];
}
