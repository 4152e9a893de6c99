import type {Status} from '../../queries/contract/figure.ts';
import type {
  Begrotingspost,
  Financienstand,
  Gebiedskosten,
  GemeenteFinancien,
  Onderdeel,
  Verschil,
} from '../../queries/contract/finance.ts';
import {BEGROTING} from '../../fixtures/finance.ts';
import {GEBIEDEN} from './publication-areas.ts';

// The money of the publication in memory: the plan of Den Helder as it was, and two posts for care of
// which one is withheld. Velsen has no begroting.

const YEARS = [2020, 2021, 2022];
const EURO = 100;

/** Care: begroot per year, and how far above it the year comes out. */
const CARE = [
  {regel: 'wmo-huishouden', omschrijving: 'hulp bij het huishouden', euro: 4_500_000, boven: 0.06},
  {regel: 'wmo-beschermd', omschrijving: 'beschermd wonen', euro: 2_500_000, boven: -0.02},
];

const careBudget = (euro: number, versie: number): number =>
  EURO * (euro + (versie > 0 ? 45_000 : 0));

function posts(boekjaar: number): Begrotingspost[] {
  const none = {taakveld: '6.2', groep: 'toegang'};
  const plan = (BEGROTING['GM0400'] ?? []).map(({regel, omschrijving, kant, bedragen}) => {
    const cent = EURO * (bedragen[boekjaar] ?? 0);
    return {
      regel,
      omschrijving,
      kant,
      onderdeel: 'geen' as const,
      ...none,
      standen_cent: [cent, cent],
    };
  });
  const care = CARE.map(({regel, omschrijving, euro}) => ({
    regel,
    omschrijving,
    kant: 'lasten' as const,
    onderdeel: 'wmo' as const,
    taakveld: '6.71',
    groep: 'wmo_maatwerk',
    standen_cent: [0, 1].map((versie) => careBudget(euro, versie)),
  }));
  const cover = {
    regel: 'uitkering-wmo',
    omschrijving: 'algemene middelen Wmo',
    kant: 'baten' as const,
    onderdeel: 'wmo' as const,
    taakveld: null,
    groep: null,
    standen_cent: [0, 1].map((versie) =>
      CARE.reduce((sum, {euro}) => sum + careBudget(euro, versie), 0),
    ),
  };
  return [...plan, ...care, cover];
}

interface Facts {
  onderdeel: Onderdeel;
  regel: string | null;
  omschrijving: string;
  begroot: number;
  verwacht: number;
  status?: Status;
}

function stand(boekjaar: number, peilmaand: number, facts: Facts): Financienstand {
  const {onderdeel, regel, omschrijving, begroot, verwacht, status = 'ok'} = facts;
  const shown = (cent: number): number | null => (status === 'ok' ? Math.round(cent) : null);
  const care = onderdeel !== 'geen';
  const part = peilmaand / 12;
  return {
    boekjaar,
    peilmaand,
    onderdeel,
    regel,
    omschrijving,
    begroot_cent: begroot,
    verplicht_cent: shown(care ? verwacht * (1 - part) : 0),
    gedeclareerd_cent: shown(care ? verwacht * part * 0.85 : 0),
    toegekend_cent: shown(care ? verwacht * part * 0.83 : 0),
    realisatie_cent: shown(verwacht * part * 0.9),
    realisatie_herkomst: boekjaar === 2022 && care ? 'beschermd' : 'grootboek, exact',
    prognose:
      status === 'ok'
        ? {
            verwacht_cent: verwacht,
            band80: care ? [Math.round(verwacht * 0.98), Math.round(verwacht * 1.02)] : null,
            band95: care ? [Math.round(verwacht * 0.97), Math.round(verwacht * 1.03)] : null,
            methode: care ? 'model' : 'begroting',
            voorlopig: care && boekjaar < 2022,
          }
        : null,
    status,
  };
}

function look(
  boekjaar: number,
  peilmaand: number,
): {standen: Financienstand[]; verschillen: Verschil[]} {
  const versie = peilmaand >= 6 ? 1 : 0;
  const care = CARE.map(({regel, omschrijving, euro, boven}): Facts => {
    const begroot = careBudget(euro, versie);
    return {
      onderdeel: 'wmo',
      regel,
      omschrijving,
      begroot,
      verwacht: Math.round(begroot * (1 + boven)),
    };
  });
  const plan = (BEGROTING['GM0400'] ?? [])
    .filter(({kant}) => kant === 'lasten')
    .map(({regel, omschrijving, bedragen}): Facts => {
      const cent = EURO * (bedragen[boekjaar] ?? 0);
      return {onderdeel: 'geen', regel, omschrijving, begroot: cent, verwacht: cent};
    });
  const total = (onderdeel: Onderdeel, all: readonly Facts[]): Facts => ({
    onderdeel,
    regel: null,
    omschrijving: '',
    begroot: all.reduce((sum, {begroot}) => sum + begroot, 0),
    verwacht: all.reduce((sum, {verwacht}) => sum + verwacht, 0),
  });
  const totals = [total('alle', [...care, ...plan]), total('geen', plan), total('wmo', care)];
  const rows = [
    totals[0]!,
    totals[1]!,
    ...plan,
    totals[2]!,
    ...care.map((one, index): Facts => (index === 1 ? {...one, status: 'te_klein'} : one)),
  ];
  return {
    standen: rows.map((one) => stand(boekjaar, peilmaand, one)),
    verschillen: totals.map(({onderdeel, begroot, verwacht}): Verschil => {
      const left = verwacht - begroot;
      const [volume, mix, intensiteit] = [0.5, -0.2, 0.1].map((part) => Math.round(part * left));
      return {
        boekjaar,
        peilmaand,
        onderdeel,
        begroot_cent: begroot,
        verwacht_cent: verwacht,
        volume_cent: volume!,
        mix_cent: mix!,
        intensiteit_cent: intensiteit!,
        prijs_cent: left - volume! - mix! - intensiteit!,
        overig_cent: 0,
      };
    }),
  };
}

function areaCosts(): Gebiedskosten[] {
  const here = GEBIEDEN.filter(({gemeente}) => gemeente === '0400');
  return here.flatMap(({code, niveau, inwoners}, index) =>
    YEARS.flatMap((jaar) =>
      [`${jaar}`, ...[1, 2, 3, 4].map((kwartaal) => `${jaar}-K${kwartaal}`)].flatMap((periode) =>
        (['alle', 'wmo'] as const).map((onderdeel): Gebiedskosten => {
          const periodesoort = periode.length === 4 ? ('jaar' as const) : ('kwartaal' as const);
          const place = {
            gebied: code,
            niveau,
            onderdeel,
            productcategorie: null,
            periodesoort,
            periode,
          };
          if (code === 'WK040007') {
            const none = {clienten: null, kosten_cent: null, per_client_cent: null};
            return {...place, ...none, status: 'te_klein'};
          }
          const clienten = 5 * Math.round((inwoners ?? 0) / 100);
          const share = periodesoort === 'jaar' ? 1 : 0.25;
          const per_client_cent = Math.round(
            (2000 + 40 * index) * EURO * share * (1 + 0.02 * (jaar - 2020)),
          );
          return {
            ...place,
            clienten,
            per_client_cent,
            kosten_cent: clienten * per_client_cent,
            status: 'ok',
          };
        }),
      ),
    ),
  );
}

const LOOKS = YEARS.flatMap((jaar) => [3, 6, 9, 12].map((maand) => [jaar, maand] as const)).filter(
  ([jaar, maand]) => jaar < 2022 || maand < 12,
);

/** What the publication in memory knows of money. */
export const FINANCIEN: readonly GemeenteFinancien[] = [
  {
    gemeente: '0400',
    definitief_tot: '2021-12-31',
    begroting: YEARS.map((boekjaar) => ({
      boekjaar,
      versies: [
        {versie: 0, datum: `${boekjaar - 1}-11-10`},
        {versie: 1, datum: `${boekjaar}-06-24`},
      ],
      posten: posts(boekjaar),
    })),
    standen: LOOKS.flatMap(([jaar, maand]) => look(jaar, maand).standen),
    verschillen: LOOKS.flatMap(([jaar, maand]) => look(jaar, maand).verschillen),
    maanden: LOOKS.flatMap(([boekjaar, peilmaand]) =>
      (['alle', 'wmo'] as const).flatMap((onderdeel) =>
        Array.from({length: 12}, (_, index) => {
          const verwacht_cent = 60_000_000;
          const known = index + 1 > peilmaand ? 0 : index + 1 > peilmaand - 2 ? 0.5 : 1;
          return {
            boekjaar,
            peilmaand,
            onderdeel,
            maand: `${boekjaar}-${String(index + 1).padStart(2, '0')}`,
            bekend_cent: verwacht_cent * known,
            verwacht_cent,
            status: 'ok' as const,
          };
        }),
      ),
    ),
    aansluiting: YEARS.flatMap((boekjaar) =>
      [1, 2, 3, 4].map((kwartaal) => ({
        boekjaar,
        kwartaal,
        onderdeel: 'wmo' as const,
        toegekend_cent: 170_000_012,
        geboekt_cent: 170_000_012 + (kwartaal === 4 ? 1_234_567 : 0),
        verschil_cent: kwartaal === 4 ? 1_234_567 : 0,
        herkomst: boekjaar === 2022 ? ('beschermd' as const) : ('grootboek, exact' as const),
        status: 'ok' as const,
      })),
    ),
    gebieden: areaCosts(),
    verzilvering: YEARS.map((boekjaar) => ({
      boekjaar,
      onderdeel: 'wmo' as const,
      productcategorie: '01',
      verzilverd: 0.89,
      status: 'ok' as const,
    })),
    sleutels: YEARS.flatMap((boekjaar) =>
      GEBIEDEN.filter(({gemeente, niveau}) => gemeente === '0400' && niveau !== 'gemeente').map(
        ({code, niveau, inwoners}, index) => ({
          boekjaar,
          gebied: code,
          niveau,
          functie: niveau === 'team' ? 5 + index / 2 : null,
          populatie: inwoners,
          productie: code === 'WK040007' ? null : 50_000_000 * (index + 2),
          behoefte: 60_000_000 + 1_000_000 * index,
        }),
      ),
    ),
    terugtoets: [3, 6, 9, 12].flatMap((peilmaand) =>
      (['model', 'kastempo', 'seizoen'] as const).map((methode, index) => ({
        peilmaand,
        methode,
        aantal: 27,
        bias: 0.002 + 0.02 * index,
        mape: 0.02 + 0.03 * index,
        dekking80: index === 0 ? 0.67 : null,
        dekking95: index === 0 ? 0.96 : null,
        dekking80_fouten: index === 0 ? 0.82 : null,
        dekking95_fouten: index === 0 ? 0.94 : null,
        wis_cent: 1_000_000 * (index + 1),
        gekozen: index === 0,
      })),
    ),
  },
];
