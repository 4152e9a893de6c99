import type {ErrorRequestHandler, Response} from 'express';
import type {Logger} from 'pino';
import {IndicatorOnbekend, VraagOngeldig} from '../../queries/errors.ts';
import {
  AdresOnbekend,
  GeenPublicatie,
  GeenToegang,
  HostNietToegestaan,
  MethodeNietMogelijk,
  PublicatieNietGetoetst,
  PublicatieOnbekend,
  VormNietMogelijk,
} from './errors.ts';

/** An error as the caller reads it (RFC 9457). `fouten` lists everything wrong with a question. */
export interface Problem {
  type: string;
  title: string;
  status: number;
  detail: string;
  code: string;
  fouten?: readonly {veld: string; melding: string}[];
}

/** The errors a caller can cause or must know. Any other is ours and says nothing to the outside. */
const KNOWN_ERRORS = [
  [VraagOngeldig, 400, 'De vraag klopt niet'],
  [GeenToegang, 403, 'Geen toegang'],
  [IndicatorOnbekend, 404, 'Indicator onbekend'],
  [PublicatieOnbekend, 404, 'Publicatie onbekend'],
  [PublicatieNietGetoetst, 404, 'Publicatie niet getoetst'],
  [AdresOnbekend, 404, 'Niet gevonden'],
  [MethodeNietMogelijk, 405, 'Alleen lezen'],
  [VormNietMogelijk, 406, 'Deze vorm kan niet'],
  [HostNietToegestaan, 421, 'Verkeerd adres'],
  [GeenPublicatie, 503, 'Nog geen publicatie'],
] as const;

const UNKNOWN: Problem = {
  type: 'urn:wijkmonitor:probleem:fout',
  title: 'Er ging iets mis',
  status: 500,
  detail:
    'Dit ligt aan ons. Probeer het later opnieuw. De beheerder vindt de oorzaak in het logboek.',
  code: 'FOUT',
};

const UNREADABLE: Problem = {
  type: 'urn:wijkmonitor:probleem:adres-onleesbaar',
  title: 'De vraag klopt niet',
  status: 400,
  detail: 'We kunnen dit adres niet lezen. Controleer de tekens na het procentteken.',
  code: 'ADRES_ONLEESBAAR',
};

/** What the outside may know of an error. */
export function problemOf(error: unknown): Problem {
  for (const [kind, status, title] of KNOWN_ERRORS) {
    if (!(error instanceof kind)) continue;
    const type = `urn:wijkmonitor:probleem:${error.code.toLowerCase().replaceAll('_', '-')}`;
    if (error instanceof VraagOngeldig) {
      const count = error.fouten.length;
      const detail = count === 1 ? 'Er is 1 fout.' : `Er zijn ${count} fouten.`;
      return {type, title, status, detail, code: error.code, fouten: error.fouten};
    }
    return {type, title, status, detail: error.message, code: error.code};
  }
  return error instanceof URIError ? UNREADABLE : UNKNOWN;
}

/** Writes the problem as answer; a problem is never cached. */
export function sendProblem(response: Response, problem: Problem): void {
  if (problem.status === 405) response.set('Allow', 'GET, HEAD');
  if (problem.status === 503) response.set('Retry-After', '30');
  response
    .status(problem.status)
    .set('Cache-Control', 'no-store')
    .type('application/problem+json')
    .send(JSON.stringify(problem));
}

/** The one place where an error becomes an answer; our own errors go to the log with their stack. */
export function problemHandler(log: Logger): ErrorRequestHandler {
  return (error: unknown, request, response, next) => {
    const problem = problemOf(error);
    if (problem.status === 500) log.error({err: error, pad: request.path}, 'onverwachte fout');
    if (response.headersSent) {
      next(error);
      return;
    }
    sendProblem(response, problem);
  };
}
