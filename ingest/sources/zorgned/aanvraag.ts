import {REGELINGEN} from './codes.ts';
import {holdsBsn} from './number.ts';
import {broken, nothingYet, rejected, type AanvraagOutcome} from './outcome.ts';
import {addProduct} from './product.ts';
import {aanvraag, beschiktProduct, type Aanvraag} from './schema.ts';
import {pseudonym, type SideFile} from './side-file.ts';

/** What the delivery says of an aanvraag that the aanvraag does not. */
export interface AanvraagContext {
  /** The number of the aanvraag in the file, from 1. */
  regel: number;
  /** The pseudonym of the file, or null when each aanvraag has to have its own. */
  client_id: string | null;
  aanmeldingen: SideFile['aanmeldingen'];
}

/** Translates one aanvraag: every part becomes a row, a rejection or a warning. */
export function translateAanvraag(record: unknown, context: AanvraagContext): AanvraagOutcome {
  const {regel, aanmeldingen} = context;
  const outcome = nothingYet();
  const reject = (kolom: string, code: string, reden: string): AanvraagOutcome => {
    outcome.toewijzing.push(rejected(regel, kolom, code, reden));
    return outcome;
  };
  const parsed = aanvraag.safeParse(record);
  if (!parsed.success) {
    outcome.toewijzing.push(broken(regel, parsed.error.issues));
    return outcome;
  }
  const {client_id: own, regeling, identificatie, beschikking} = parsed.data;
  const client_id = own ?? context.client_id;
  if (client_id === null) {
    return reject('client_id', 'VERPLICHT', 'zet een pseudoniem bij de aanvraag of het bestand.');
  }
  if (!pseudonym.safeParse(client_id).success) {
    return reject('client_id', 'PSEUDONIEM', 'dit is geen pseudoniem. Gebruik 8 tot 64 tekens.');
  }
  const wet = REGELINGEN[regeling.identificatie.toUpperCase()];
  if (wet === undefined) {
    return reject('regeling', 'CODELIJST', 'deze regeling is onbekend. Gebruik WMO of JW.');
  }
  if (holdsBsn(identificatie)) {
    return reject('identificatie', 'BSN', 'dit nummer bevat een BSN. Geef een ander nummer.');
  }
  const products = beschikking?.beschikteProducten ?? [];
  // The time to decide runs from the melding; some were written down after the aanvraag.
  const [datum_aanvraag = null] = [parsed.data.datumAanmelding, parsed.data.datumAanvraag]
    .filter((datum) => datum !== null)
    .sort();
  const datum_besluit = beschikking?.datumAfgifte ?? null;
  if (products.length === 0) {
    const reden = 'over deze aanvraag is nog niet besloten. Er is geen toewijzing.';
    outcome.waarschuwingen.push({regel, code: 'ZONDER_BESLUIT', reden});
  }
  for (const product of products) {
    addProduct(product, {regel, wet, client_id, datum_aanvraag, datum_besluit}, outcome);
  }
  if (aanmeldingen !== null) {
    const cells = {regel, wet, client_id, datum_aanvraag, datum_besluit, ...aanmeldingen};
    addAanmelding(parsed.data, cells, outcome);
  }
  return outcome;
}

/** An aanvraag as a question to the team that the delivery names; the besluit closes it. */
function addAanmelding(
  {identificatie, beschikking}: Aanvraag,
  context: NonNullable<SideFile['aanmeldingen']> & {
    regel: number;
    wet: string;
    client_id: string;
    datum_aanvraag: string | null;
    datum_besluit: string | null;
  },
  outcome: AanvraagOutcome,
): void {
  const {regel, wet, client_id, team_id, vraagtypen, datum_aanvraag, datum_besluit} = context;
  const product = beschiktProduct.safeParse(beschikking?.beschikteProducten?.[0]);
  const categorie = product.data?.productCategorie.code ?? '';
  const vraagtype = vraagtypen[categorie] ?? vraagtypen['overig'];
  if (vraagtype === undefined || datum_aanvraag === null) {
    const kolom = vraagtype === undefined ? 'productCategorie' : 'datumAanmelding';
    const reden =
      vraagtype === undefined
        ? 'zorgned.json noemt hier geen vraagtype voor. Voeg het toe.'
        : 'dit veld ontbreekt. Vul het in.';
    outcome.aanmelding.push(rejected(regel, kolom, 'VERPLICHT', reden));
    return;
  }
  outcome.aanmelding.push({
    regel,
    cellen: [identificatie, client_id, team_id, datum_aanvraag, vraagtype, wet, datum_besluit],
  });
}
