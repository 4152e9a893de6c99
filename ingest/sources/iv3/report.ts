import {z} from 'zod';
import type {UnpackedFile} from '../../delivery.ts';
import {LeveringGeweigerd} from '../../errors.ts';
import type {DeliveryFacts} from '../../source-format.ts';
import type {TranslatedTable} from '../translation.ts';
import {translateLine} from './line.ts';
import {lastDay, type Iv3Line, type Iv3Report} from './matrix.ts';
import {taakveldenVan} from './taakvelden.ts';

const FIRST_YEAR = 2017;
/** Well above what the largest gemeente spends in a year: then the amounts are whole euros. */
const MAX_DUIZENDEN = 20_000_000;

/** Facts and table of one report. A report is a full state: it replaces the one before it. */
export function translateReport(
  {naam, sha256}: UnpackedFile,
  report: Iv3Report,
  lines: readonly Iv3Line[],
): {feiten: DeliveryFacts; tabel: TranslatedTable} {
  judge(naam, report, lines);
  const translated = lines.map((line) => translateLine(report, line));
  const count = (what: 'buiten' | 'leeg'): number =>
    translated.filter((outcome) => outcome === what).length;
  const budget = report.status === 'Begroting';
  return {
    feiten: {
      gemeente_code: report.gemeente_code,
      bron: `iv3_${report.status.toLowerCase()}_${report.boekjaar}`,
      soort: 'volledig',
      aangemaakt_op: report.datum,
      periode_van: `${report.boekjaar}-01-01`,
      periode_tot: lastDay(report),
      synthetisch: report.synthetisch,
    },
    tabel: {
      tabel: budget ? 'begroting' : 'realisatie',
      bestand: naam,
      sha256,
      kolommen: budget ? BEGROTING : REALISATIE,
      kolomnaam: (kolom) => kolom,
      rijen: translated.filter((outcome) => typeof outcome !== 'string'),
      waarschuwingen: [
        ...told(count('buiten'), 'BUITEN_SOCIAAL_DOMEIN', 'gaan niet over taakveld 6'),
        ...told(count('leeg'), 'GEEN_CIJFER', 'hebben geen cijfer'),
      ],
    },
  };
}

const BEGROTING = [
  'gemeente_code',
  'boekjaar',
  'versie',
  'datum_vaststelling',
  'regel',
  'omschrijving',
  'kant',
  'taakveld',
  'wet',
  'bedrag',
] as const;
const REALISATIE = [
  'gemeente_code',
  'boeking_id',
  'boekjaar',
  'maand',
  'regel',
  'kant',
  'bedrag',
] as const;

function told(aantal: number, code: string, wat: string): TranslatedTable['waarschuwingen'] {
  if (aantal === 0) return [];
  return [{regel: null, code, reden: `${aantal} regels ${wat}. Ze zijn niet overgenomen.`}];
}

function judge(naam: string, report: Iv3Report, lines: readonly Iv3Line[]): void {
  const refuse = (reden: string): never => {
    throw new LeveringGeweigerd(naam, reden);
  };
  if (!z.iso.datetime({offset: true, local: true}).safeParse(report.datum).success) {
    refuse('metadata.datum: schrijf jjjj-mm-ddTuu:mm:ss en de tijdzone.');
  }
  if (taakveldenVan(report.boekjaar).length === 0) {
    refuse(`boekjaar: taakvelden bestaan sinds ${FIRST_YEAR}. Lever een later boekjaar.`);
  }
  if ((report.status === 'Begroting') !== (report.periode === 0)) {
    refuse('periode: een begroting heeft periode 0, een realisatie 1 tot en met 5.');
  }
  for (const kant of ['lasten', 'baten'] as const) {
    const totaal = lines
      .filter((line) => line.kant === kant)
      .reduce((sum, line) => sum + (line.bedrag_duizend ?? 0), 0);
    if (totaal <= MAX_DUIZENDEN) continue;
    refuse(`de ${kant} zijn samen te hoog. Lever de bedragen in duizenden euro's.`);
  }
}
