import type {RequestHandler} from 'express';
import {VraagOngeldig} from '../../queries/errors.ts';
import {refusal, ROLLEN} from '../../queries/role-policy.ts';
import {unknownValue} from './check-query.ts';
import {GeenToegang} from './errors.ts';

/** Names the role of whoever asks, until there is a login that knows it. */
export const ROLE_HEADER = 'Wijkmonitor-Rol';

/**
 * Holds each question against the role that asks it, before anything is looked up: a role can only
 * open less, so every answer stays the same for all. Without the header the demo shows everything.
 */
export function onlyForRole(): RequestHandler {
  return (request, _response, next) => {
    const asked = request.get(ROLE_HEADER);
    if (asked === undefined) {
      next();
      return;
    }
    const rol = ROLLEN.find((one) => one === asked);
    if (rol === undefined) {
      throw new VraagOngeldig([{veld: ROLE_HEADER, melding: unknownValue(asked, ROLLEN)}]);
    }
    const parameters = Object.fromEntries(
      Object.entries(request.query).filter(
        (entry): entry is [string, string] => typeof entry[1] === 'string',
      ),
    );
    const reden = refusal(rol, {pad: request.path, parameters});
    if (reden !== null) throw new GeenToegang(reden);
    next();
  };
}
