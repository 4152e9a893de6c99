import type {Verschil} from '../../queries/contract/finance.ts';
import type {Chart} from './chart.ts';
import type {FinanceChartData, FinanceChartOptions} from './finance-chart.ts';
import {euroShort, lookTitle, ONDERDEEL_TITELS, signedEuro} from './finance-words.ts';
import {moneyRows, type MoneyRow} from './money-rows.ts';

/** The parts of a difference, with what each means to a reader. */
export const OORZAKEN = [
  {
    veld: 'volume_cent',
    titel: 'Aantal cliënten',
    zin: 'het aantal cliënten',
    uitleg: 'Meer of minder cliënten dan begroot.',
  },
  {
    veld: 'mix_cent',
    titel: 'Soort hulp',
    zin: 'de soort hulp',
    uitleg: 'Duurdere of goedkopere soorten hulp dan begroot.',
  },
  {
    veld: 'intensiteit_cent',
    titel: 'Hulp per cliënt',
    zin: 'de hulp per cliënt',
    uitleg: 'Meer of minder hulp per cliënt dan vorig jaar.',
  },
  {
    veld: 'prijs_cent',
    titel: 'Tarief',
    zin: 'het tarief',
    uitleg: 'Een ander tarief dan vorig jaar.',
  },
  {
    veld: 'overig_cent',
    titel: 'Overig',
    zin: 'wat bij posten zonder cliënten gebeurt',
    uitleg: 'Posten waar geen cliënten achter zitten.',
  },
] as const;

type Oorzaak = (typeof OORZAKEN)[number];

/** Why the outcome strays from the begroting: each part begins where the one before ended. */
export function verschilVerklaard(
  data: FinanceChartData,
  {breedte, kop}: FinanceChartOptions,
): Chart {
  const {gemeente, boekjaar, peilmaand, onderdeel, verschil} = data;
  const titel = 'Waardoor wijkt de uitkomst af?';
  const rows = verschil === null ? [] : steps(verschil);
  const omschrijving = describe(data);
  return {
    titel,
    omschrijving,
    spec: moneyRows(rows, {
      breedte,
      heading: kop
        ? {
            titel,
            onder: `${ONDERDEEL_TITELS[onderdeel]}, ${gemeente}, tot en met ${lookTitle(boekjaar, peilmaand)} · euro verschil met de begroting`,
          }
        : null,
      omschrijving,
      sleutel: 'Nul is de begroting. Elke balk begint waar de vorige ophield.',
    }),
  };
}

function steps(verschil: Verschil): MoneyRow[] {
  let at = 0;
  const parts = OORZAKEN.map(({veld, titel: naam}): MoneyRow => {
    const van = at;
    at += verschil[veld];
    return {naam, delen: [{van, tot: at, soort: 'licht'}], label: signedEuro(verschil[veld])};
  });
  const whole: MoneyRow = {
    naam: 'Samen',
    delen: [{van: 0, tot: at, soort: 'vol'}],
    label: signedEuro(at),
  };
  return [...parts, whole];
}

function describe({verschil, boekjaar}: FinanceChartData): string {
  if (verschil === null) return `Voor ${boekjaar} is er geen verschil te verklaren.`;
  const {begroot_cent, verwacht_cent} = verschil;
  const left = verwacht_cent - begroot_cent;
  const about = `Begroot is ${euroShort(begroot_cent)}, verwacht ${euroShort(verwacht_cent)}.`;
  const {zin} = largestCause(verschil, left);
  return left === 0 ? `${about} Dat is gelijk.` : `${about} De grootste oorzaak is ${zin}.`;
}

/** The part that pushes most in the direction of the whole difference. */
export function largestCause(verschil: Verschil, left: number): Oorzaak {
  const push = ({veld}: Oorzaak): number => Math.sign(left) * verschil[veld];
  return OORZAKEN.reduce((most, one) => (push(one) > push(most) ? one : most));
}
