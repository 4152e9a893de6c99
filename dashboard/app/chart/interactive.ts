import embed, {type VisualizationSpec} from 'vega-embed';
import {expressionInterpreter} from 'vega-interpreter';
import type {GrafiekSpec} from '../api/answers.ts';
import {fetchAnswer, withFields} from '../api/fetch-answer.ts';
import {Tooltip} from './tooltip.ts';

/** Draws the chart of this address with Vega, by the interpreter: the CSP allows no generated code. */
export async function drawInteractive(place: HTMLElement, address: string): Promise<void> {
  const {spec, omschrijving} = await fetchAnswer(
    address,
    withFields<GrafiekSpec>('spec', 'omschrijving'),
  );
  if (!isSpec(spec)) throw new SyntaxError('answer is no specification');
  const tooltip = new Tooltip(place);
  await embed(place, spec, {
    mode: 'vega-lite',
    ast: true,
    expr: expressionInterpreter,
    renderer: 'svg',
    actions: false,
    defaultStyle: false,
    tooltip: (_handler, event, _item, value: unknown) => {
      tooltip.show(event, value);
    },
  });
  // Vega's own roles are English: the picture has one Dutch name, and the table has the figures
  place.setAttribute('role', 'img');
  place.setAttribute('aria-label', omschrijving);
  place.querySelector('svg')?.setAttribute('aria-hidden', 'true');
}

function isSpec(
  spec: Record<string, unknown>,
): spec is Record<string, unknown> & VisualizationSpec {
  return 'layer' in spec || 'mark' in spec || 'hconcat' in spec || 'vconcat' in spec;
}
