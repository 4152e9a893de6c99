import {describe, expect, it} from 'vitest';
import {SETTINGS, tallyOf} from '../../../../bench/effect.ts';

// The long campaign is `npm run bench -- effect`: 200 worlds of each of 14 settings. Here a few worlds
// guard against a method that broke: a coverage of 95% falls under these bounds once in 10.000 runs.
const WORLDS = Number(process.env['WERELDEN'] ?? 16);

const setting = (waar: 'fixtures' | 'geen') =>
  SETTINGS.find((one) => one.waar === waar && one.buren === 2 && one.phi === 1)!;

describe('over worlds drawn with the rates, season, shock and rounding of the fixtures', () => {
  it('the interval holds the effect that was built in', async () => {
    const {geschat, dekking, dekkingTeams} = await tallyOf(setting('fixtures'), WORLDS);
    expect(geschat).toBe(1);
    expect(dekking).toBeGreaterThanOrEqual(0.7);
    expect(dekkingTeams).toBeGreaterThanOrEqual(0.8);
  });

  it('where no team has an effect hardly any is said', async () => {
    const {alarm, alarmTeams, waarheid} = await tallyOf(setting('geen'), WORLDS);
    expect(waarheid).toBe(0);
    expect(alarm).toBeLessThanOrEqual(0.3);
    expect(alarmTeams).toBeLessThanOrEqual(0.3);
  });
});
