import {describe, expect, it} from 'vitest';
import {cellText, unitAndCell} from '../../../dashboard/charts/cell-text.ts';
import {CHART_NAMES, CHARTS} from '../../../dashboard/charts/catalogue.ts';
import {chartData} from '../../support/chart-data.ts';
import {INDICATOREN} from '../../support/publication-catalogue.ts';

const find = (id: string) => INDICATOREN.find((one) => one.id === id)!;

describe('the part that is looked at', () => {
  it('says of what a share is', () => {
    const indicator = find('type_vragen');
    const text = cellText(indicator, indicator.hoofdcel);
    expect(text).toMatch(/^.+ \(.+\), van .+$/);
    expect(text).toContain(`van ${indicator.noemer}`);
    expect(unitAndCell(indicator, indicator.hoofdcel)).toBe(`procent, ${text}`);
  });

  it('is a dimension and its value elsewhere, and nothing for the standard variant', () => {
    const indicator = find('wachtlijst');
    expect(cellText(indicator, {variant: 'standaard'})).toBe('');
    expect(unitAndCell(indicator, {variant: 'standaard'})).toBe(indicator.eenheid);
    expect(cellText(indicator, {variant: 'standaard', wet: 'wmo'})).toBe('wet: Wmo');
  });

  it.each(CHART_NAMES)('stands in the sentence of %s', async (name) => {
    const data = await chartData('type_vragen');
    const {omschrijving} = CHARTS[name](data, {
      breedte: 768,
      gebied: null,
      periode: null,
      kop: true,
      interactief: false,
    });
    expect(omschrijving).toContain(`van ${data.indicator.noemer}`);
  });
});
