import {describe, expect, it} from 'vitest';
import {mayRelease} from '../../commands/release-rhythm.ts';

const night = (day: string): Date => new Date(`${day}T02:00:00Z`);

describe('the rhythm of releases', () => {
  it('always allows the first release of a warehouse', () => {
    expect(mayRelease({ritme: 'kwartaal'}, null, night('2026-11-22'))).toEqual({mag: true});
  });

  it('waits until the next calendar month, and says why', () => {
    const last = night('2026-10-01');
    expect(mayRelease({ritme: 'maand'}, last, night('2026-10-31'))).toMatchObject({mag: false});
    expect(mayRelease({ritme: 'maand'}, last, night('2026-11-01'))).toEqual({mag: true});
  });

  it('counts a quarter as three months, also over new year', () => {
    const last = night('2026-11-22');
    expect(mayRelease({ritme: 'kwartaal'}, last, night('2027-01-31'))).toMatchObject({mag: false});
    expect(mayRelease({ritme: 'kwartaal'}, last, night('2027-02-01'))).toEqual({mag: true});
  });

  it('releases each night only when the configuration says nacht', () => {
    const last = night('2026-11-22');
    expect(mayRelease({ritme: 'nacht', akkoord_fg: 'akkoord'}, last, last)).toEqual({mag: true});
  });
});
