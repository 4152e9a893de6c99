import {describe, expect, it} from 'vitest';
import type {Maten} from '../../../queries/contract/figure.ts';
import {withheld} from '../../../queries/cube/protect.ts';
import {netChange} from '../../../queries/judgement/net-change.ts';

const EMPTY: Maten = withheld('ok', 'wilson');
const share = (teller: number | null, noemer: number | null): Maten => ({
  ...EMPTY,
  waarde: 1,
  teller,
  noemer,
});

describe('the net change of pairs', () => {
  it('is who rose less who fell, of all pairs, in whole percentage points', () => {
    const net = netChange(share(170, 200), share(80, 160));
    expect(net).toMatchObject({beter: 80, slechter: 30, aantal: 200, waarde: 25});
    expect(net!.ondergrens).toBeGreaterThan(14);
    expect(net!.bovengrens).toBeLessThan(36);
    expect(net!.zin).toBe(
      `Netto ging 25 procentpunt meer omhoog dan omlaag. De marge is +${net!.ondergrens} tot +${net!.bovengrens}.`,
    );
  });

  it('goes in steps of five where there are few pairs, and says what may be chance', () => {
    const net = netChange(share(40, 60), share(15, 50));
    expect([net!.waarde % 5, net!.ondergrens % 5, net!.bovengrens % 5].map(Math.abs)).toEqual([
      0, 0, 0,
    ]);
    expect(net!.zin).toContain('meer omlaag dan omhoog');
    expect(net!.zin).toContain('Dat kan toeval zijn.');
  });

  it('never counts more who rose than who rose or stayed', () => {
    expect(netChange(share(30, 40), share(35, 40))).toMatchObject({beter: 30, slechter: 10});
  });

  it.each([
    ['the share is withheld', withheld('te_klein'), share(10, 30)],
    ['who rose are too few to tell', share(30, 40), share(null, 40)],
    ['who stayed are too few to tell', share(null, 40), share(30, 40)],
  ])('is not told when %s', (_, stable, risen) => {
    expect(netChange(stable, risen)).toBeNull();
  });
});
