import type {Gebied} from '../contract/area.ts';
import type {Indicator} from '../contract/indicator.ts';
import type {Signaalpunt} from '../contract/signal.ts';
import {periodInDutch} from './dutch.ts';
import {firstDay} from './period-days.ts';

/** What stands out since the start, in short sentences. A signal is a question, never a finding. */
export function signalSentence({
  indicator,
  gebied,
  punten,
}: {
  indicator: Indicator;
  gebied: Gebied;
  punten: readonly Signaalpunt[];
}): string {
  const subject = `${indicator.titel} in ${gebied.naam}`;
  const since = punten.filter(
    ({periode, signaal}) => signaal !== null && firstDay(periode) >= (gebied.startdatum ?? ''),
  );
  const last = since.at(-1);
  if (last === undefined) {
    return `${subject}: sinds de start springt niets eruit. Schommelingen horen bij toeval.`;
  }
  const count = since.length === 1 ? 'één signaal' : `${since.length} signalen`;
  return (
    `${subject}: sinds de start ${count}, het laatste ${periodInDutch(last.periode)}. ` +
    'Zoek uit wat er toen gebeurde. Een signaal bewijst niet dat iets werkt.'
  );
}
