import type {Answer, AnswerVorm} from '../answer.ts';
import {VormNietMogelijk} from '../errors.ts';
import {arrowStream} from './arrow.ts';
import {excelCsv, openCsv} from './csv.ts';
import {workbook} from './xlsx.ts';

/** An answer as bytes, with the headers that say what they are. */
export interface Body {
  type: string;
  bytes: Buffer;
  /** File name when a person downloads it, or null. */
  bestandsnaam: string | null;
}

/** Media type per format, in the order in which we prefer them. */
export const MEDIA_TYPES = {
  json: 'application/json; charset=utf-8',
  csv: 'text/csv; charset=utf-8; header=present',
  'csv-excel': 'text/csv; charset=utf-8; header=present',
  arrow: 'application/vnd.apache.arrow.stream',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  svg: 'image/svg+xml; charset=utf-8',
} as const satisfies Record<AnswerVorm, string>;

/** Writes the answer in the format; throws VormNietMogelijk where that can't be. */
export async function writeAnswer(answer: Answer, vorm: AnswerVorm): Promise<Body> {
  const type = MEDIA_TYPES[vorm];
  if (answer.soort === 'svg') {
    if (vorm !== 'svg') throw new VormNietMogelijk(['svg']);
    return {type, bytes: Buffer.from(answer.svg), bestandsnaam: null};
  }
  if (vorm === 'json') {
    return {type, bytes: Buffer.from(JSON.stringify(answer.inhoud)), bestandsnaam: null};
  }
  if (answer.soort !== 'tabel') throw new VormNietMogelijk(['json']);
  if (vorm === 'arrow') {
    return {type, bytes: arrowStream(answer.tabel), bestandsnaam: `${answer.naam}.arrows`};
  }
  if (vorm === 'xlsx') {
    const bytes = await workbook(answer.tabel, answer.toelichting ?? []);
    return {type, bytes, bestandsnaam: `${answer.naam}.xlsx`};
  }
  const text = vorm === 'csv' ? openCsv(answer.tabel) : excelCsv(answer.tabel);
  return {type, bytes: Buffer.from(text), bestandsnaam: `${answer.naam}.csv`};
}
