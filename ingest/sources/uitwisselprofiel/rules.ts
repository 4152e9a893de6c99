/** Pairs of dates of which the second may not lie before the first, per table. */
export const DATE_ORDER: Readonly<Record<string, readonly (readonly [string, string])[]>> = {
  team: [['startdatum', 'einddatum']],
  team_gebied: [['geldig_van', 'geldig_tot']],
  formatie: [['geldig_van', 'geldig_tot']],
  client_gebied: [['geldig_van', 'geldig_tot']],
  aanmelding: [
    ['datum_aanmelding', 'datum_eerste_contact'],
    ['datum_aanmelding', 'datum_afgesloten'],
  ],
  casus: [['datum_start', 'datum_einde']],
  toewijzing: [['ingangsdatum', 'einddatum']],
  levering: [['begindatum', 'einddatum']],
  prestatie: [['periode_begin', 'periode_eind']],
  nulmeting: [['periode_van', 'periode_tot']],
  gebeurtenis: [['datum', 'datum_tot']],
  extern_cijfer: [['periode_van', 'periode_tot']],
};

/** Dates of something that happened: they can't lie after the moment the delivery was made. */
export const EVENT_DATES: Readonly<Record<string, readonly string[]>> = {
  aanmelding: ['datum_aanmelding', 'datum_eerste_contact', 'datum_afgesloten'],
  casus: ['datum_start', 'datum_einde'],
  contactmoment: ['datum'],
  meting: ['datum'],
  verwijzing: ['datum'],
  levering: ['begindatum'],
  prestatie: ['periode_begin', 'datum_ingediend'],
  wachtlijst_stand: ['peildatum'],
};

/** Columns that hold a pseudonym, and the kind under which it is hashed again. */
export const PSEUDONYMS = {client_id: 'pseudoniem', huishouden_id: 'huishouden'} as const;

/** Texts that people write; short and scanned for identifiers. */
export const TEXTS: ReadonlySet<string> = new Set(['omschrijving', 'naam', 'locatie', 'bron']);

/** Longest text that a delivery may hold (decided-details, Deliveries 8). */
export const MAX_TEXT = 80;

/** Highest score per instrument; the profile allows 1-6 for both. */
export const MAX_ZRM_SCORE = 5;
