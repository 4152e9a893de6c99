import {Cron} from 'croner';
import {GebruikOnjuist} from './errors.ts';

const TIME_ZONE = 'Europe/Amsterdam';

/** A run each night, until it is stopped. */
export interface Schedule {
  /** ISO time of the next run. */
  next(): string | null;
  stop(): void;
}

/**
 * Runs `run` each night at `time` (hh:mm, Dutch time). In the March night a time that does not exist
 * runs when the clock has moved on; in the October night a time that comes twice runs the first time
 * only. A run that is still going is not started again. Throws `GebruikOnjuist` for another time.
 */
export function scheduleNight(time: string, run: () => Promise<void>): Schedule {
  const [, hour, minute] = /^([01]?\d|2[0-3]):([0-5]\d)$/.exec(time) ?? [];
  if (hour === undefined || minute === undefined) {
    throw new GebruikOnjuist(`"${time}" is geen tijd. Schrijf uren en minuten, zoals 04:15.`);
  }
  const pattern = `0 ${Number(minute)} ${Number(hour)} * * *`;
  const job = new Cron(pattern, {timezone: TIME_ZONE, protect: true}, run);
  return {
    next: () => job.nextRun()?.toISOString() ?? null,
    stop: () => {
      job.stop();
    },
  };
}
