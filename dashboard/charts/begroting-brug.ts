import type {Chart} from './chart.ts';
import type {FinanceChartData, FinanceChartOptions} from './finance-chart.ts';
import {euro, euroShort, ONDERDEEL_TITELS, signedEuro, versionTitle} from './finance-words.ts';
import {moneyRows, type MoneyRow} from './money-rows.ts';
import {dayTitle} from './period.ts';

/** From the primitieve begroting to the one that holds now: what each wijziging added or took away. */
export function begrotingBrug(data: FinanceChartData, {breedte, kop}: FinanceChartOptions): Chart {
  const {versies, gemeente, boekjaar, onderdeel} = data;
  const titel = 'Hoe veranderde de begroting?';
  const rows = versies.map(({versie, datum, lasten_cent}, index): MoneyRow => {
    const before = versies[index - 1]?.lasten_cent ?? null;
    const kept = before === null ? lasten_cent : Math.min(before, lasten_cent);
    const step = before === null ? '' : ` (${stepText(lasten_cent - before)})`;
    return {
      naam: breedte < 640 ? versionTitle(versie) : `${versionTitle(versie)}, ${dayTitle(datum)}`,
      delen: [
        {van: 0, tot: kept, soort: 'licht'},
        ...(lasten_cent > kept ? [{van: kept, tot: lasten_cent, soort: 'vol' as const}] : []),
        ...(before !== null && before > kept
          ? [{van: kept, tot: before, soort: 'arcering' as const}]
          : []),
      ],
      label: `${euroShort(lasten_cent)}${step}`,
    };
  });
  const omschrijving = describe(data);
  return {
    titel,
    omschrijving,
    spec: moneyRows(rows, {
      breedte,
      heading: kop
        ? {
            titel,
            onder: `Lasten, ${ONDERDEEL_TITELS[onderdeel]}, ${gemeente} ${boekjaar} · euro`,
          }
        : null,
      omschrijving,
      sleutel: 'Licht: zoals het was. Donker: erbij. Arcering: eraf.',
    }),
  };
}

function stepText(cent: number): string {
  return cent === 0 ? 'gelijk' : signedEuro(cent);
}

function describe({versies, boekjaar, onderdeel}: FinanceChartData): string {
  const [first, last] = [versies[0], versies.at(-1)];
  if (first === undefined || last === undefined) {
    return `Voor ${boekjaar} is er geen begroting geleverd.`;
  }
  const about = `${ONDERDEEL_TITELS[onderdeel]}: de raad begrootte eerst ${euro(first.lasten_cent)}.`;
  const now = `Nu is dat ${euro(last.lasten_cent)}.`;
  const cover =
    last.baten_cent === last.lasten_cent
      ? 'De dekking is even hoog.'
      : `De dekking is ${euro(last.baten_cent)}.`;
  return `${about} ${now} ${cover}`;
}
