import {REDENEN_WIJZIGING, type Wet} from '../istandaarden/codes.ts';
import {reasonOf, type Omvang} from './codes.ts';
import {holdsBsn, withoutOud} from './number.ts';
import {broken, rejected, unknownCode, type AanvraagOutcome} from './outcome.ts';
import {
  levering,
  toewijzing,
  type Product,
  type ToegewezenProduct,
  type Toewijzing,
} from './schema.ts';

/** R2: this toewijzing never existed. */
const VERWIJDERD = '13';
/** A national product code has five characters; other codes are a gemeente's own. */
const PRODUCTCODE = /^[0-9A-Z]{5}$/;

/** What a product needs to know of its aanvraag. */
export interface ProductContext {
  regel: number;
  wet: Wet;
  client_id: string;
  datum_aanvraag: string | null;
  datum_besluit: string | null;
}

type GrantedContext = ProductContext & {
  product: Product;
  granted: ToegewezenProduct;
  omvang: Omvang;
};

/** A toewijzing with what happened to it before: the versions of one number, the latest first. */
interface Versions {
  latest: Toewijzing;
  all: readonly Toewijzing[];
}

/** Adds the toewijzingen of a granted product, and their leveringen, to `outcome`. */
export function addToewijzingen(context: GrantedContext, outcome: AanvraagOutcome): void {
  const {regel, product, granted} = context;
  const records = granted.toewijzingen ?? [];
  if (records.length === 0) {
    // A PGB or a one-off provision is granted without an order to a provider.
    addRow(context, `P${product.identificatie}`, null, outcome);
    return;
  }
  const read: Toewijzing[] = [];
  for (const record of records) {
    const parsed = toewijzing.safeParse(record);
    const reason = parsed.data?.redenWijziging?.code ?? null;
    if (!parsed.success) outcome.toewijzing.push(broken(regel, parsed.error.issues));
    else if (reason !== null && !REDENEN_WIJZIGING.has(reason)) {
      outcome.toewijzing.push(unknownCode(regel, 'redenWijziging'));
    } else read.push(parsed.data);
  }
  for (const [index, versions] of byNumber(read).entries()) {
    addVersions(context, versions, index, outcome);
  }
}

/**
 * Versions by number, in the order of the file. A number that ends in _OUD is the same toewijzing
 * before a migration. R1: the latest toewijzingsDatumTijd holds.
 */
function byNumber(toewijzingen: readonly Toewijzing[]): Versions[] {
  const groups = new Map<string, Toewijzing[]>();
  for (const version of toewijzingen) {
    const number = withoutOud(version.toewijzingNummer);
    groups.set(number, [...(groups.get(number) ?? []), version]);
  }
  const moment = ({toewijzingsDatumTijd}: Toewijzing): string => toewijzingsDatumTijd ?? '';
  return [...groups.values()].flatMap((all) => {
    const [latest] = all.toSorted((a, b) => (moment(a) < moment(b) ? 1 : -1));
    return latest === undefined ? [] : [{latest, all}];
  });
}

function addVersions(
  context: GrantedContext,
  {latest, all}: Versions,
  index: number,
  outcome: AanvraagOutcome,
): void {
  const {regel, wet, product} = context;
  const note = (code: string, reden: string): void => {
    outcome.waarschuwingen.push({regel, code, reden});
  };
  if (latest.redenWijziging?.code === VERWIJDERD) {
    note('VERWIJDERD', 'deze toewijzing is verwijderd. Ze telt niet mee.');
    return;
  }
  if (all.length > 1) note('OUDE_VERSIE', 'van deze toewijzing geldt de laatste versie.');
  let number = withoutOud(latest.toewijzingNummer);
  if (holdsBsn(number)) {
    number = `P${product.identificatie}${index === 0 ? '' : `-${index + 1}`}`;
    note('BSN_IN_NUMMER', 'toewijzingNummer bevat een BSN. Het nummer is vervangen.');
  }
  if (!addRow(context, number, latest, outcome)) return;
  for (const record of all.flatMap(({leveringen}) => leveringen ?? [])) {
    const parsed = levering.safeParse(record);
    if (!parsed.success) {
      outcome.levering.push(broken(regel, parsed.error.issues));
      continue;
    }
    const {begindatum, einddatum, redenBeeindiging: reden} = parsed.data;
    const why = reden && reasonOf(wet, {code: reden.code, omschrijving: reden.omschrijving ?? ''});
    outcome.levering.push(
      why === undefined
        ? unknownCode(regel, 'redenBeeindiging')
        : {regel, cellen: [wet, number, begindatum, einddatum, why]},
    );
  }
}

/** Adds the row of a toewijzing; false when it lacks a provider or a first day. */
function addRow(
  {regel, wet, client_id, datum_aanvraag, datum_besluit, product, granted, omvang}: GrantedContext,
  number: string,
  latest: Toewijzing | null,
  outcome: AanvraagOutcome,
): boolean {
  const missing = (kolom: string): boolean => {
    const reden = 'dit veld ontbreekt. Vul het in.';
    outcome.toewijzing.push(rejected(regel, kolom, 'VERPLICHT', reden));
    return false;
  };
  const supplier = latest?.leverancier ?? granted.leverancier;
  const pgb = granted.leveringsvorm?.toLowerCase() === 'pgb' ? 'pgb' : null;
  const aanbieder = supplier?.agbcode ?? supplier?.identificatie ?? pgb;
  if (aanbieder === null) return missing('leverancier');
  const ingang = latest?.ingangsdatum ?? granted.datumIngangGeldigheid;
  if (ingang === null) return missing('datumIngangGeldigheid');
  const {productCode, identificatie} = product.product;
  const code = [productCode, identificatie].find((text) => PRODUCTCODE.test(text ?? '')) ?? null;
  outcome.toewijzing.push({
    regel,
    cellen: [
      wet,
      number,
      client_id,
      aanbieder,
      product.productCategorie.code,
      code,
      datum_aanvraag,
      datum_besluit,
      ingang,
      latest?.einddatum ?? granted.datumEindeGeldigheid,
      omvang.volume,
      omvang.eenheid,
      omvang.frequentie,
      omvang.budget,
    ],
  });
  return true;
}
