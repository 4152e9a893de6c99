import type {Wet} from './codes.ts';
import {
  AANGEVRAAGD_PRODUCT,
  ANTWOORD,
  CLAIM_CLIENT,
  CLIENT,
  DECLARATIE,
  NIEUW_PRODUCT,
  ONGEWIJZIGD_PRODUCT,
  PRESTATIE,
  START_PRODUCT,
  STOP_PRODUCT,
  TE_WIJZIGEN_PRODUCT,
  TOEGEWEZEN_PRODUCT,
  VERZOEK_CLIENT,
  type RecordSchema,
} from './elements.ts';

/** A kind of message: where its records are, and which of the two parties is the gemeente. */
export interface MessageSchema {
  /** `BerichtCode` per law. */
  code: Readonly<Record<Wet, string>>;
  gemeente: 'Afzender' | 'Ontvanger';
  /** Null when records stand under the root, without a client. */
  client: RecordSchema | null;
  /** Schema per element that is a record. */
  records: Readonly<Record<string, RecordSchema>>;
  /** Elements below the client in which records may stand. */
  onder: ReadonlySet<string>;
  declaratie: {element: string; schema: RecordSchema} | null;
  /** Number of the message that a retour answers; null for a message with records. */
  retourVan: string | null;
}

const plain = {onder: new Set<string>(), declaratie: null, retourVan: null};

const OUTWARD: Readonly<Record<string, MessageSchema>> = {
  '301': {
    ...plain,
    code: {wmo: '414', jeugdwet: '436'},
    gemeente: 'Afzender',
    client: CLIENT,
    records: {ToegewezenProduct: TOEGEWEZEN_PRODUCT},
  },
  '305': {
    ...plain,
    code: {wmo: '418', jeugdwet: '438'},
    gemeente: 'Ontvanger',
    client: CLIENT,
    records: {StartProduct: START_PRODUCT},
  },
  '307': {
    ...plain,
    code: {wmo: '420', jeugdwet: '440'},
    gemeente: 'Ontvanger',
    client: CLIENT,
    records: {StopProduct: STOP_PRODUCT},
  },
  '315': {
    ...plain,
    code: {wmo: '444', jeugdwet: '446'},
    gemeente: 'Ontvanger',
    client: CLIENT,
    records: {AangevraagdProduct: AANGEVRAAGD_PRODUCT},
  },
  '317': {
    ...plain,
    code: {wmo: '480', jeugdwet: '486'},
    gemeente: 'Ontvanger',
    client: VERZOEK_CLIENT,
    onder: new Set(['Verzoek']),
    records: {
      OngewijzigdProduct: ONGEWIJZIGD_PRODUCT,
      TeWijzigenProduct: TE_WIJZIGEN_PRODUCT,
      NieuwProduct: NIEUW_PRODUCT,
    },
  },
  '319': {
    ...plain,
    code: {wmo: '482', jeugdwet: '488'},
    gemeente: 'Afzender',
    client: null,
    records: {Antwoord: ANTWOORD},
  },
  '323': {
    ...plain,
    code: {wmo: '484', jeugdwet: '490'},
    gemeente: 'Ontvanger',
    client: CLAIM_CLIENT,
    records: {Prestatie: PRESTATIE},
    declaratie: {element: 'Declaratie', schema: DECLARATIE},
  },
  '325': {
    ...plain,
    code: {wmo: '485', jeugdwet: '491'},
    gemeente: 'Afzender',
    client: CLAIM_CLIENT,
    records: {Prestatie: PRESTATIE},
    declaratie: {element: 'DeclaratieAntwoord', schema: DECLARATIE},
  },
};

/** `BerichtCode` of each retour, and the message that it answers (a 323 is answered by a 325). */
const RETOUR: Readonly<Record<string, {van: string; code: Readonly<Record<Wet, string>>}>> = {
  '302': {van: '301', code: {wmo: '415', jeugdwet: '437'}},
  '306': {van: '305', code: {wmo: '419', jeugdwet: '439'}},
  '308': {van: '307', code: {wmo: '421', jeugdwet: '441'}},
  '316': {van: '315', code: {wmo: '445', jeugdwet: '447'}},
  '318': {van: '317', code: {wmo: '481', jeugdwet: '487'}},
  '320': {van: '319', code: {wmo: '483', jeugdwet: '489'}},
};

/**
 * The messages that are read, by number; the prefix of the root tells the law. A retour keeps
 * Afzender and Ontvanger of the message that it answers (iStandaarden, IV031).
 */
export const MESSAGES: Readonly<Record<string, MessageSchema>> = {
  ...OUTWARD,
  ...Object.fromEntries(
    Object.entries(RETOUR).map(([nummer, {van, code}]): [string, MessageSchema] => [
      nummer,
      {
        ...plain,
        code,
        gemeente: OUTWARD[van]?.gemeente ?? 'Afzender',
        client: null,
        records: {},
        retourVan: van,
      },
    ]),
  ),
};
