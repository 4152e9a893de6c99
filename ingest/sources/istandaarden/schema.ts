import {
  CATEGORIEEN,
  DEBET_CREDIT,
  EENHEDEN,
  FREQUENTIES,
  GESLACHTEN,
  REDENEN_EINDE,
  REDENEN_WIJZIGING,
  STATUS_AANLEVERING,
  type Wet,
} from './codes.ts';

/** What a leaf element may hold. A set or function lists the codes that exist (per law: R9). */
export type LeafType =
  | 'tekst'
  | 'datum'
  | 'tijd'
  | 'getal'
  | 'bedrag'
  | 'bsn'
  | 'weg'
  | ReadonlySet<string>
  | ((wet: Wet) => ReadonlySet<string>);

/** A leaf of a record: its type, and whether the record may lack it. */
export interface Leaf {
  soort: LeafType;
  verplicht: boolean;
}

/** What the parser gathers under one element, by the path below it. */
export type RecordSchema = Readonly<Record<string, Leaf>>;

const must = (soort: LeafType): Leaf => ({soort, verplicht: true});
const may = (soort: LeafType): Leaf => ({soort, verplicht: false});
const keys = (codes: Readonly<Record<string, string>>): ReadonlySet<string> =>
  new Set(Object.keys(codes));

const categorie = (wet: Wet): ReadonlySet<string> => CATEGORIEEN[wet];
const redenEinde = (wet: Wet): ReadonlySet<string> => keys(REDENEN_EINDE[wet]);

/** Header of every message; `Afzender` and `Ontvanger` tell gemeente and aanbieder. */
export const HEADER: RecordSchema = {
  BerichtCode: must('tekst'),
  BerichtVersie: must(new Set(['3'])),
  BerichtSubversie: must(new Set(['2'])),
  Afzender: must('tekst'),
  Ontvanger: must('tekst'),
  'BerichtIdentificatie/Identificatie': must('tekst'),
  'BerichtIdentificatie/Dagtekening': must('datum'),
  // A 325 names the 323 that it answers.
  'DeclaratieIdentificatie/Identificatie': may('tekst'),
  'DeclaratieIdentificatie/Dagtekening': may('datum'),
};

/** The client: only what the warehouse keeps; the rest of the person is skipped unread. */
export const CLIENT: RecordSchema = {
  Bsn: must('bsn'),
  'Geboortedatum/Datum': may('datum'),
  'Geboortedatum/DatumGebruik': may(new Set(['1', '2', '3'])),
  Geslacht: may(keys(GESLACHTEN)),
};

/** A claim client has a BSN only. */
export const CLAIM_CLIENT: RecordSchema = {Bsn: must('bsn')};

/** Subtrees that hold names, addresses or free text: passed over without keeping a character. */
export const SKIPPED: ReadonlySet<string> = new Set([
  'Naam',
  'Communicatie',
  'JuridischeStatus',
  'WettelijkeVertegenwoordiging',
  'GezagsdragerBekend',
  'Commentaar',
  'Relaties',
  'Contactgegevens',
  'XsdVersie',
  'XsltVersie',
  'XsdVersieDeclaratie',
]);

/** Elements that only hold others. */
export const CONTAINERS: ReadonlySet<string> = new Set([
  'ToegewezenProducten',
  'StartProducten',
  'StopProducten',
  'Clienten',
  'Prestaties',
  'RetourCodes',
]);

const product = {
  'Product/Categorie': may(categorie),
  'Product/Code': may('tekst'),
};

export const TOEGEWEZEN_PRODUCT: RecordSchema = {
  ToewijzingNummer: must('tekst'),
  ReferentieAanbieder: may('tekst'),
  ...product,
  Toewijzingsdatum: must('datum'),
  Toewijzingstijd: must('tijd'),
  Ingangsdatum: must('datum'),
  Einddatum: may('datum'),
  RedenWijziging: may(REDENEN_WIJZIGING),
  'Omvang/Volume': may('getal'),
  'Omvang/Eenheid': may(keys(EENHEDEN)),
  'Omvang/Frequentie': may(keys(FREQUENTIES)),
  Budget: may('bedrag'),
  'Verwijzer/Type': may(new Set(['01', '02', '03', '04', '05', '06', '08'])),
  'Verwijzer/Naam': may('weg'),
  'Verwijzer/ZorgverlenerCode': may('weg'),
  Raamcontract: may('tekst'),
};

const start = {
  ToewijzingNummer: must('tekst'),
  ...product,
  ToewijzingIngangsdatum: must('datum'),
  Begindatum: must('datum'),
  StatusAanlevering: must(STATUS_AANLEVERING),
};

export const START_PRODUCT: RecordSchema = start;

export const STOP_PRODUCT: RecordSchema = {
  ...start,
  RedenBeeindiging: must(redenEinde),
  Einddatum: must('datum'),
};

export const DECLARATIE: RecordSchema = {
  DeclaratieNummer: must('tekst'),
  'DeclaratiePeriode/Begindatum': may('datum'),
  'DeclaratiePeriode/Einddatum': may('datum'),
  DeclaratieDagtekening: may('datum'),
  'TotaalIngediendBedrag/TotaalBedrag': must('bedrag'),
  'TotaalIngediendBedrag/DebetCredit': must(DEBET_CREDIT),
  'TotaalToegekendBedrag/TotaalBedrag': may('bedrag'),
  'TotaalToegekendBedrag/DebetCredit': may(DEBET_CREDIT),
};

export const PRESTATIE: RecordSchema = {
  'ProductReferentie/ReferentieNummer': must('tekst'),
  'ProductReferentie/VorigReferentieNummer': may('tekst'),
  ToewijzingNummer: may('tekst'),
  ProductCategorie: must(categorie),
  ProductCode: may('tekst'),
  'ProductPeriode/Begindatum': must('datum'),
  'ProductPeriode/Einddatum': must('datum'),
  GeleverdVolume: must('getal'),
  Eenheid: must(keys(EENHEDEN)),
  ProductTarief: may('bedrag'),
  'IngediendBedrag/Bedrag': must('bedrag'),
  'IngediendBedrag/DebetCredit': must(DEBET_CREDIT),
};

/** A kind of message: where its records are, and which of the two parties is the gemeente. */
export interface MessageSchema {
  /** `BerichtCode` per law. */
  code: Readonly<Record<Wet, string>>;
  gemeente: 'Afzender' | 'Ontvanger';
  client: RecordSchema;
  record: {element: string; schema: RecordSchema};
  declaratie: {element: string; schema: RecordSchema} | null;
}

const product301 = {element: 'ToegewezenProduct', schema: TOEGEWEZEN_PRODUCT};
const claim = {element: 'Prestatie', schema: PRESTATIE};

/** The messages that are read, by number; the prefix of the root tells the law. */
export const MESSAGES: Readonly<Record<string, MessageSchema>> = {
  '301': {
    code: {wmo: '414', jeugdwet: '436'},
    gemeente: 'Afzender',
    client: CLIENT,
    record: product301,
    declaratie: null,
  },
  '305': {
    code: {wmo: '418', jeugdwet: '438'},
    gemeente: 'Ontvanger',
    client: CLIENT,
    record: {element: 'StartProduct', schema: START_PRODUCT},
    declaratie: null,
  },
  '307': {
    code: {wmo: '420', jeugdwet: '440'},
    gemeente: 'Ontvanger',
    client: CLIENT,
    record: {element: 'StopProduct', schema: STOP_PRODUCT},
    declaratie: null,
  },
  '323': {
    code: {wmo: '484', jeugdwet: '490'},
    gemeente: 'Ontvanger',
    client: CLAIM_CLIENT,
    record: claim,
    declaratie: {element: 'Declaratie', schema: DECLARATIE},
  },
  '325': {
    code: {wmo: '485', jeugdwet: '491'},
    gemeente: 'Afzender',
    client: CLAIM_CLIENT,
    record: claim,
    declaratie: {element: 'DeclaratieAntwoord', schema: DECLARATIE},
  },
};
