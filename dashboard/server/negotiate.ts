import type {Request} from 'express';
import type {AnswerVorm} from './answer.ts';
import {VormNietMogelijk} from './errors.ts';

const MEDIA: Readonly<Record<AnswerVorm, string>> = {
  json: 'application/json',
  csv: 'text/csv',
  'csv-excel': 'application/vnd.ms-excel',
  arrow: 'application/vnd.apache.arrow.stream',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  svg: 'image/svg+xml',
};

/**
 * The format: `?vorm=` goes before Accept. An unknown `vorm` falls back to the first here, so that
 * the route can report it together with all else that is wrong.
 */
export function chooseVorm(request: Request, vormen: readonly AnswerVorm[]): AnswerVorm {
  const first = vormen[0] ?? 'json';
  const asked = request.query['vorm'];
  if (asked !== undefined) return vormen.find((vorm) => vorm === asked) ?? first;
  const accept = request.headers.accept;
  if (accept === undefined || accept === '*/*') return first;
  const best = request.accepts(vormen.map((vorm) => MEDIA[vorm]));
  const vorm = vormen.find((candidate) => MEDIA[candidate] === best);
  // A browser that opens the address asks for HTML first; it gets our own form.
  if (vorm === undefined && request.accepts('text/html')) return first;
  if (vorm === undefined) throw new VormNietMogelijk(vormen);
  return vorm;
}
