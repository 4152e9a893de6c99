import type {RejectedRow} from '../../outcome.ts';
import type {TranslatedRow} from '../translation.ts';

/** The canonical tables that aanvragen fill, with their columns in the order of the cells. */
export const COLUMNS = {
  client: ['client_id', 'geboortejaar', 'geslacht'],
  aanmelding: [
    'aanmelding_id',
    'client_id',
    'team_id',
    'datum_aanmelding',
    'vraagtype',
    'wet',
    'datum_afgesloten',
  ],
  toewijzing: [
    'wet',
    'toewijzingnummer',
    'client_id',
    'aanbieder_id',
    'productcategorie',
    'productcode',
    'datum_aanvraag',
    'datum_besluit',
    'ingangsdatum',
    'einddatum',
    'volume',
    'eenheid',
    'frequentie',
    'budget',
  ],
  levering: ['wet', 'toewijzingnummer', 'begindatum', 'einddatum', 'reden_einde'],
} as const;

/** What an aanvraag becomes. */
export interface AanvraagOutcome {
  aanmelding: TranslatedRow[];
  toewijzing: TranslatedRow[];
  levering: TranslatedRow[];
  waarschuwingen: {regel: number; code: string; reden: string}[];
}

/** Nothing yet; each call a new one. */
export const nothingYet = (): AanvraagOutcome => ({
  aanmelding: [],
  toewijzing: [],
  levering: [],
  waarschuwingen: [],
});

/** A record that is not loaded. `reden` starts with the name of the field and holds no value. */
export function rejected(regel: number, kolom: string, code: string, reden: string): RejectedRow {
  return {regel, kolom, code, reden: `${kolom}: ${reden}`};
}

/** A record that breaks the schema: the place of the first finding. */
export function broken(
  regel: number,
  issues: readonly {path: readonly PropertyKey[]}[],
): RejectedRow {
  const names = (issues[0]?.path ?? []).filter((part) => typeof part === 'string');
  const kolom = names.join('.') || 'aanvraag';
  return rejected(regel, kolom, 'REGEL_STUK', 'dit veld ontbreekt of klopt niet. Vul het in.');
}

/** A record with a code that no list has. */
export function unknownCode(regel: number, kolom: string): RejectedRow {
  const reden = 'deze code staat niet in de lijst. Meld haar bij de beheerder.';
  return rejected(regel, kolom, 'CODELIJST', reden);
}
