import {
  ANTWOORDEN,
  CATEGORIEEN,
  DEBET_CREDIT,
  EENHEDEN,
  FREQUENTIES,
  GESLACHTEN,
  REDENEN_AFWIJZING,
  REDENEN_EINDE,
  REDENEN_VERZOEK,
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

/** A retour repeats the Header of the message that it answers, and adds its own name and date. */
export const HEADER_RETOUR: RecordSchema = {
  ...HEADER,
  IdentificatieRetour: must('tekst'),
  DagtekeningRetour: must('datum'),
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
  'AangevraagdeProducten',
  'OngewijzigdeProducten',
  'TeWijzigenProducten',
  'NieuweProducten',
  'Clienten',
  'Prestaties',
  'RetourCodes',
]);

const product = {
  'Product/Categorie': may(categorie),
  'Product/Code': may('tekst'),
};

const omvang = {
  'Omvang/Volume': may('getal'),
  'Omvang/Eenheid': may(keys(EENHEDEN)),
  'Omvang/Frequentie': may(keys(FREQUENTIES)),
  Budget: may('bedrag'),
};

const verwijzer = {
  'Verwijzer/Type': may(new Set(['01', '02', '03', '04', '05', '06', '08'])),
  'Verwijzer/Naam': may('weg'),
  'Verwijzer/ZorgverlenerCode': may('weg'),
  Raamcontract: may('tekst'),
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
  ...omvang,
  ...verwijzer,
};

/** 315: what an aanbieder asks for a client. */
export const AANGEVRAAGD_PRODUCT: RecordSchema = {
  ReferentieAanbieder: must('tekst'),
  BeschikkingNummer: may('weg'),
  ...product,
  BeschikkingIngangsdatum: may('datum'),
  ToewijzingIngangsdatum: must('datum'),
  ToewijzingEinddatum: may('datum'),
  ...omvang,
  ...verwijzer,
};

/** 317: a request to change; its reference and reason stand at the Verzoek, one per client. */
export const VERZOEK_CLIENT: RecordSchema = {
  ...{Bsn: must('bsn')},
  'Verzoek/ReferentieAanbieder': must('tekst'),
  'Verzoek/RedenVerzoek': must(REDENEN_VERZOEK),
};
export const ONGEWIJZIGD_PRODUCT: RecordSchema = {ToewijzingNummer: must('tekst')};
export const TE_WIJZIGEN_PRODUCT: RecordSchema = {
  ToewijzingNummer: must('tekst'),
  GewensteIngangsdatum: may('datum'),
  Einddatum: may('datum'),
  ...omvang,
  ...verwijzer,
};
export const NIEUW_PRODUCT: RecordSchema = {
  ...product,
  GewensteIngangsdatum: must('datum'),
  Einddatum: may('datum'),
  ...omvang,
  ...verwijzer,
};

/** 319: what the gemeente answers; a granted request is a 301. */
export const ANTWOORD: RecordSchema = {
  ReferentieAanbieder: must('tekst'),
  VerzoekAntwoord: must(keys(ANTWOORDEN)),
  RedenAfwijzingVerzoek: may(REDENEN_AFWIJZING),
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
