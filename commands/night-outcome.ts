import {addUp, type DeliveryOutcome} from '../ingest/outcome.ts';
import type {CheckOutcome} from '../warehouse/run-checks.ts';
import type {PublishOutcome} from './night-publish.ts';

/** What a night did, for people (`samenvatting`, Dutch) and for schedulers. */
export interface NightOutcome {
  /** False when a delivery was refused or figures that were due could not be published. */
  gelukt: boolean;
  geladen: number;
  geweigerd: number;
  bekend: number;
  rijen: number;
  afgewezen: number;
  publicatie: string | null;
  /** Why there is no new publication; empty when there is. */
  reden: string;
  /** What the checks found that stops nothing, each with what to do about it. */
  meldingen: string[];
  samenvatting: string;
}

/** Counts what became of the deliveries and what the checks found, and says it in Dutch. */
export function outcomeOf(
  deliveries: readonly DeliveryOutcome[],
  {id, reden, gelukt}: PublishOutcome,
  checks: readonly CheckOutcome[],
): NightOutcome {
  const count = (status: string): number =>
    deliveries.filter((one) => one.status === status).length;
  const {gelezen, afgewezen} = addUp(deliveries);
  const refusals = deliveries
    .filter(({status}) => status === 'geweigerd')
    .map(({bestandsnaam, reden: why}) => `Geweigerd: ${bestandsnaam}. ${why}`);
  const meldingen = checks
    .filter(({gevolg, bevindingen}) => gevolg === 'melding' && bevindingen > 0)
    .map(({uitleg, bevindingen, actie}) => `${uitleg} Niet zo: ${bevindingen} keer. ${actie}`);
  const samenvatting = [
    `Geladen: ${count('geladen')} leveringen, ${gelezen} rijen, ${afgewezen} afgewezen.`,
    ...refusals,
    ...meldingen.map((melding) => `Let op: ${melding}`),
    id === null ? `Niet gepubliceerd. ${reden}` : `Gepubliceerd: ${id}.`,
  ].join('\n');
  return {
    gelukt: gelukt && refusals.length === 0,
    geladen: count('geladen'),
    geweigerd: count('geweigerd'),
    bekend: count('bekend'),
    rijen: gelezen,
    afgewezen,
    publicatie: id,
    reden,
    meldingen,
    samenvatting,
  };
}

/** What the status page says of the night, or null when there is nothing to say. */
export function messageOf({geweigerd, reden}: NightOutcome): string | null {
  const refused =
    geweigerd === 0 ? [] : [`${geweigerd} levering(en) geweigerd. De beheerder ziet waarom.`];
  const message = [...refused, reden].filter((text) => text !== '').join(' ');
  return message === '' ? null : message;
}
