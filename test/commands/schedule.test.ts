import {pino} from 'pino';
import {afterEach, beforeEach, describe, expect, it, vi} from 'vitest';
import {GebruikOnjuist} from '../../commands/errors.ts';
import {scheduleNight} from '../../commands/schedule.ts';
import {nightly} from '../../commands/serveer.ts';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

/** The moments (UTC) at which a schedule ran while the clock went from one moment to another. */
async function runsBetween(time: string, from: string, to: string): Promise<string[]> {
  vi.setSystemTime(from);
  const ran: string[] = [];
  const schedule = scheduleNight(time, () => {
    ran.push(new Date().toISOString());
    return Promise.resolve();
  });
  await vi.advanceTimersByTimeAsync(Date.parse(to) - Date.parse(from));
  schedule.stop();
  return ran;
}

describe('the schedule of the night', () => {
  it.each([
    ['04:15', '2026-03-29T02:15'],
    // At two the clock moves to three: half past two does not exist.
    ['02:30', '2026-03-29T01:00'],
    ['02:00', '2026-03-29T01:00'],
    ['03:00', '2026-03-29T01:00'],
  ])('at %s runs once in the night in which the clock moves forward', async (time, expected) => {
    const ran = await runsBetween(time, '2026-03-28T22:30:00Z', '2026-03-29T04:30:00Z');
    expect(ran.map((moment) => moment.slice(0, 16))).toEqual([expected]);
  });

  it.each([
    ['04:15', '2026-10-25T03:15'],
    // At three the clock moves back to two: half past two comes twice.
    ['02:30', '2026-10-25T00:30'],
    ['02:00', '2026-10-25T00:00'],
    ['03:00', '2026-10-25T02:00'],
  ])('at %s runs once in the night in which the clock moves back', async (time, expected) => {
    const ran = await runsBetween(time, '2026-10-24T21:30:00Z', '2026-10-25T04:30:00Z');
    expect(ran.map((moment) => moment.slice(0, 16))).toEqual([expected]);
  });

  it.each(['02:30', '04:15'])('at %s comes on each day of a year', (time) => {
    vi.setSystemTime('2026-12-31T12:00:00Z');
    const schedule = scheduleNight(time, () => Promise.resolve());
    const days = Array.from({length: 365}, () => {
      const next = new Date(schedule.next() ?? 0);
      vi.setSystemTime(next);
      return next.toLocaleDateString('sv-SE', {timeZone: 'Europe/Amsterdam'});
    });
    schedule.stop();
    expect(new Set(days).size).toBe(365);
    expect([days[0], days.at(-1)]).toEqual(['2027-01-01', '2027-12-31']);
  });

  it.each(['25:00', '4.15', 'nacht', ''])('refuses the time "%s"', (time) => {
    expect(() => scheduleNight(time, () => Promise.resolve())).toThrow(GebruikOnjuist);
  });
});

describe('a server with a nightly run', () => {
  const log = pino({level: 'silent'});

  it('does not start a night while one runs, and stops the one that runs', async () => {
    vi.setSystemTime('2026-11-22T00:00:00Z');
    const started: string[] = [];
    let stopped = 0;
    const nights = nightly({root: '/data'}, '02:30', log, (root) => {
      started.push(root);
      return {
        done: new Promise(() => undefined),
        stop: () => {
          stopped += 1;
        },
      };
    });
    await vi.advanceTimersByTimeAsync(26 * 3_600_000);
    expect(started).toEqual(['/data']);
    nights.stop();
    expect(stopped).toBe(1);
  });

  it('runs again the next night after one that failed or could not be started', async () => {
    vi.setSystemTime('2026-11-22T00:00:00Z');
    let started = 0;
    const nights = nightly({root: '/data'}, '02:30', log, () => {
      started += 1;
      if (started === 1) throw new Error('no process to be had');
      return {done: Promise.resolve(1), stop: () => undefined};
    });
    await vi.advanceTimersByTimeAsync(26 * 3_600_000);
    nights.stop();
    expect(started).toBe(2);
  });
});
