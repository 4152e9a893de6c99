import type {TranslatedRow} from '../translation.ts';
import {lastMonth, type Iv3Line, type Iv3Report} from './matrix.ts';
import {findTaakveld} from './taakvelden.ts';

/** Taakvelden of other parts of the gemeente, totals and balance sheet; Wijkmonitor shows none. */
const OUTSIDE = /^([0-578](\.[0-9]*)?|[AP][0-9]+|[0-9]\.|Tot_TV)$/;
const CATEGORIE = /^[0-9](\.[0-9]+)*$/;

/** The canonical row of a line, the reason why it is none, or that it is not about our subject. */
export function translateLine(report: Iv3Report, line: Iv3Line): TranslatedRow | 'buiten' | 'leeg' {
  const {regel, kant, taakveld: code, categorie, bedrag_duizend, fout} = line;
  if (fout !== null) return {regel, kolom: fout.kolom, code: 'REGEL_STUK', reden: fout.reden};
  if (OUTSIDE.test(code)) return 'buiten';
  const {boekjaar, gemeente_code} = report;
  const found = findTaakveld(boekjaar, code);
  if (found.taakveld === null) {
    return {
      regel,
      kolom: 'taakveld',
      code: 'TAAKVELD',
      reden:
        `taakveld: dit taakveld hoort niet bij boekjaar ${boekjaar}. ` +
        `Gebruik een van deze: ${found.bedoeld.join(', ')}.`,
    };
  }
  if (!CATEGORIE.test(categorie)) {
    const reden = 'categorie: dit is geen Iv3-categorie. Schrijf bijvoorbeeld 1.1.';
    return {regel, kolom: 'categorie', code: 'CATEGORIE', reden};
  }
  if (bedrag_duizend === null) return 'leeg';
  const bedrag = (bedrag_duizend * 1000).toFixed(2);
  const post = `${code}-${kant === 'lasten' ? 'L' : 'B'}${categorie}`;
  const {naam, wet} = found.taakveld;
  if (report.status === 'Begroting') {
    const dag = report.datum.slice(0, 10);
    const omschrijving = `${naam}, categorie ${categorie}`;
    return {
      regel,
      cellen: [
        gemeente_code,
        String(boekjaar),
        '0',
        dag,
        `iv3-${post}`,
        omschrijving,
        kant,
        code,
        wet,
        bedrag,
      ],
    };
  }
  const maand = String(lastMonth(report.periode));
  const boeking = `iv3-${boekjaar}-${post}`;
  return {
    regel,
    cellen: [gemeente_code, boeking, String(boekjaar), maand, `iv3-${post}`, kant, bedrag],
  };
}
