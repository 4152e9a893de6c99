import {describe, expect, it} from 'vitest';
import {EFFECT_CHART_NAMES, EFFECT_CHARTS} from '../../../dashboard/charts/effect-catalogue.ts';
import {
  effectSpan,
  effectUnit,
  signedPercent,
  type EffectChartData,
} from '../../../dashboard/charts/effect-chart.ts';
import {renderChart} from '../../../dashboard/server/render-chart.ts';
import {effectAnswer} from '../../../queries/judgement/effect/effect.ts';
import {fakePublication} from '../../support/publication.ts';

const WIDTHS = [390, 768, 1440];

async function data(id = 'verwijzingen_tweede_lijn', gemeente = '0400'): Promise<EffectChartData> {
  const publication = fakePublication();
  const indicator = publication.indicatoren.find((one) => one.id === id)!;
  const effect = await effectAnswer(publication, {indicator, gemeente, dagen: new Map()});
  return {indicator, gemeente: 'Den Helder', effect};
}

describe('a chart of an effect', () => {
  it.each(EFFECT_CHART_NAMES.flatMap((name) => WIDTHS.map((width) => [name, width] as const)))(
    '%s draws the same picture each time at %i pixels',
    async (name, breedte) => {
      const {spec, omschrijving} = EFFECT_CHARTS[name](await data(), {breedte, kop: true});
      const svg = await renderChart(spec, omschrijving);
      await expect(svg.replaceAll('><', '>\n<')).toMatchFileSnapshot(
        `../../golden/charts/${name}-${breedte}.svg`,
      );
      expect(await renderChart(spec, omschrijving)).toBe(svg);
    },
  );

  it('says what is seen: the figures, the unit and the period', async () => {
    const given = await data();
    const options = {breedte: 768, kop: true};
    const teams = EFFECT_CHARTS['waargenomen-verwacht'](given, options);
    const [centrum] = given.effect.teams;
    const {waargenomen, verwacht} = centrum!.schatting!;
    expect(teams.omschrijving).toContain(
      `Team Centrum: ${waargenomen} waargenomen, ${verwacht} verwacht.`,
    );
    const svg = await renderChart(teams.spec, teams.omschrijving);
    expect(svg).toContain('aantal per kwartaal');
    expect(svg).toContain('2e kwartaal 2018');
    const halves = EFFECT_CHARTS['effect-per-halfjaar'](given, options);
    expect(halves.omschrijving).toMatch(/1e halfjaar [−+]?\d+% \([−+]?\d+% tot [−+]?\d+%\)/);
    expect(await renderChart(halves.spec, '')).toContain('7 wijken');
  });

  it('draws an empty picture in words when nothing may be compared', async () => {
    const empty = await data('verwijzingen_tweede_lijn', '0453');
    for (const name of EFFECT_CHART_NAMES) {
      const {spec, omschrijving} = EFFECT_CHARTS[name](empty, {breedte: 390, kop: true});
      expect(omschrijving).toMatch(/niets te (tonen|vergelijken)/);
      expect(await renderChart(spec, omschrijving)).not.toMatch(/NaN|Infinity|undefined/);
    }
  });
});

describe('the words of an effect', () => {
  it('have a sign, and none at zero', () => {
    expect([-0.153, 0.04, 0.004, -0.004].map(signedPercent)).toEqual(['−15%', '+4%', '0%', '0%']);
  });

  it('say when a stock was counted', async () => {
    expect(effectUnit(await data('wachtlijst'))).toBe('aantal aan het eind van elk kwartaal');
    expect(effectSpan((await data()).effect)).toBe('2e kwartaal 2018 tot en met 4e kwartaal 2020');
  });
});
