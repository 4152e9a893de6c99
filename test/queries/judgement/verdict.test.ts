import fc from 'fast-check';
import {describe, expect, it} from 'vitest';
import type {
  Cijfer,
  Gebied,
  Indicator,
  Manifest,
  Nulmeting,
  Maten,
  Status,
} from '../../../queries/contract.ts';
import {withheld} from '../../../queries/cube/protect.ts';
import {judge} from '../../../queries/judgement/verdict.ts';

/** A figure without numbers, to fill in. */
const empty = (status: Status, methode = ''): Maten => withheld(status, methode);

const indicator: Indicator = {
  id: 'verwijzingen_tweede_lijn',
  titel: 'Verwijzingen',
  vraag: 'Hoe vaak?',
  vorm: 'aantal',
  eenheid: 'per 1.000 inwoners',
  decimalen: 1,
  teller: '',
  noemer: '',
  richting: 'lager',
  delta: 0.1,
  norm: null,
  periodesoorten: ['jaar'],
  uitsplitsingen: [],
  hoofdcel: {},
  thema: '',
  doel: [],
  bron: '',
  auteur: '',
  gecontroleerd_door: '',
  versie: '1',
  geldig_vanaf: '2012-01-01',
  herzien_voor: '2028-01-01',
  verwacht_maanden: 12,
  wat_meten_we: '',
  wat_zegt_dit_niet: '',
  rekenvoorbeeld: '',
  sql: '',
};
const gebied: Gebied = {
  code: 'T1',
  naam: 'Centrum',
  niveau: 'team',
  gemeente: 'GM0400',
  ouder: 'GM0400',
  sorteersleutel: 'centrum',
  inwoners: 15_000,
  startdatum: '2020-11-01',
  fasen: [],
  tegel: null,
};
const manifest: Manifest = {
  id: 'p',
  gemaakt_op: '',
  versie_code: '',
  synthetisch: true,
  definities: [],
  gemeenten: [],
  leveringen: [],
  keuringen: [],
  cellen: 0,
  cellen_sha256: '',
  herzieningen: [],
  parameters: {},
};

type Bounds = readonly [number, number, number | null];

function verdictOf(
  [waarde, ondergrens, bovengrens]: Bounds,
  was: Bounds,
  over: Partial<Indicator> = {},
  periode = '2022',
) {
  const cijfer: Cijfer = {
    ...empty('ok', 'byar'),
    gebied: 'T1',
    niveau: 'team',
    periode,
    dimensies: {},
    waarde,
    ondergrens,
    bovengrens,
    teller: 100,
  };
  const nulmeting: Nulmeting = {
    ...empty('ok', 'byar'),
    indicator: indicator.id,
    gebied: 'T1',
    niveau: 'team',
    dimensies: {},
    periode_van: '2019-11-01',
    periode_tot: '2020-10-31',
    versie: '1',
    publicatie: 'p',
    vastgelegd_op: '',
    herkomst: 'registratie',
    hash: 'x',
    herzien: null,
    waarde: was[0],
    ondergrens: was[1],
    bovengrens: was[2],
  };
  return judge({indicator: {...indicator, ...over}, gebied, cijfer, nulmeting, manifest});
}

describe('the verdict', () => {
  it.each([
    ['beter', [10, 9.5, 10.5], [15, 14.5, 15.5]],
    ['slechter', [15, 14.5, 15.5], [10, 9.5, 10.5]],
    ['geen relevant verschil', [10, 9.8, 10.2], [10, 9.8, 10.2]],
    ['niet te zeggen', [12, 8, 17], [10, 7, 14]],
  ] as const)('is %s for %j against %j', (woord, now, then) => {
    expect(verdictOf(now, then).woord).toBe(woord);
  });

  it('turns round with the direction that is wished for', () => {
    expect(verdictOf([15, 14.5, 15.5], [10, 9.5, 10.5], {richting: 'hoger'}).woord).toBe('beter');
  });

  it('is as expected for a rise in the first months after a start', () => {
    expect(verdictOf([15, 14.5, 15.5], [10, 9.5, 10.5], {}, '2021').woord).toBe('zoals verwacht');
    expect(verdictOf([15, 14.5, 15.5], [10, 9.5, 10.5], {}, '2022').woord).toBe('slechter');
  });

  it('is not given away by a bound that is unknown', () => {
    const open = verdictOf([42, 35, null], [63, 56, 70]);
    expect(open.woord).toBe('niet te zeggen');
    expect(open.verschil_bovengrens).toBeNull();
    expect(verdictOf([63, 56, 70], [42, 35, null]).woord).toBe('niet te zeggen');
  });

  it('is not passed on a period that begins before the team', () => {
    expect(verdictOf([10, 9.5, 10.5], [15, 14.5, 15.5], {}, '2020').woord).toBe(
      'nog niet te beoordelen',
    );
  });

  it('is not passed on a neutral indicator', () => {
    expect(verdictOf([15, 14.5, 15.5], [10, 9.5, 10.5], {richting: 'neutraal'}).woord).toBe(
      'geen oordeel',
    );
  });

  it('is never beter or slechter while the interval of the difference holds zero', () => {
    const bounds = fc
      .tuple(fc.integer({min: 10, max: 100}), fc.integer({min: 1, max: 40}))
      .map(([value, half]): Bounds => [value, Math.max(0, value - half), value + half]);
    fc.assert(
      fc.property(bounds, bounds, (now, then) => {
        const {woord, verschil_ondergrens: low, verschil_bovengrens: high} = verdictOf(now, then);
        if ((low ?? 0) <= 0 && (high ?? 0) >= 0) expect(['beter', 'slechter']).not.toContain(woord);
      }),
    );
  });

  it('says value, unit, period, difference and interval in short sentences', () => {
    const {zin} = verdictOf([15, 14.5, 15.5], [10, 9.5, 10.5]);
    expect(zin).toBe(
      'Centrum, in 2022: 15,0 per 1.000 inwoners. Dat is slechter dan bij de nulmeting: 50% hoger, tussen +43% en +57%.',
    );
    for (const sentence of zin.split('. '))
      expect(sentence.split(' ').length).toBeLessThanOrEqual(15);
  });
});

describe('no verdict is passed yet', () => {
  it('without a 0-meting, and the sentence says so', () => {
    const cijfer: Cijfer = {
      ...empty('ok'),
      gebied: 'T1',
      niveau: 'team',
      periode: '2022',
      dimensies: {},
      waarde: 3,
    };
    const oordeel = judge({indicator, gebied, cijfer, nulmeting: null, manifest});
    expect(oordeel.woord).toBe('nog niet te beoordelen');
    expect(oordeel.zin).toBe('Centrum, verwijzingen in 2022: er is geen nulmeting.');
  });

  it.each([
    ['te_klein', 'de groep is te klein om te tonen'],
    ['onvolledig', 'de periode is nog niet compleet'],
  ] as const)('on a figure that is %s', (status, reason) => {
    const cijfer: Cijfer = {
      ...empty(status),
      gebied: 'T1',
      niveau: 'team',
      periode: '2022',
      dimensies: {},
    };
    expect(judge({indicator, gebied, cijfer, nulmeting: null, manifest}).zin).toContain(reason);
  });
});
