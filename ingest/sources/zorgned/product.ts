import {CATEGORIEEN} from '../istandaarden/codes.ts';
import {omvangOf, ZONDER_OMVANG, type Omvang} from './codes.ts';
import {broken, unknownCode, type AanvraagOutcome} from './outcome.ts';
import {beschiktProduct, toegewezenProduct, type ToegewezenProduct} from './schema.ts';
import {addToewijzingen, type ProductContext} from './toewijzing.ts';

/** Adds the toewijzingen and leveringen of one product of a beschikking to `outcome`. */
export function addProduct(
  record: unknown,
  context: ProductContext,
  outcome: AanvraagOutcome,
): void {
  const {regel, wet} = context;
  const product = beschiktProduct.safeParse(record);
  if (!product.success) {
    outcome.toewijzing.push(broken(regel, product.error.issues));
    return;
  }
  const {resultaat, productCategorie} = product.data;
  if (resultaat === 'afgewezen') {
    const reden = 'dit product is afgewezen. Er is geen toewijzing.';
    outcome.waarschuwingen.push({regel, code: 'AFGEWEZEN', reden});
    return;
  }
  if (resultaat !== 'toegewezen') {
    outcome.toewijzing.push(unknownCode(regel, 'resultaat'));
    return;
  }
  if (!CATEGORIEEN[wet].has(productCategorie.code)) {
    outcome.toewijzing.push(unknownCode(regel, 'productCategorie'));
    return;
  }
  const granted = toegewezenProduct.safeParse(product.data.toegewezenProduct);
  if (!granted.success) {
    outcome.toewijzing.push(broken(regel, granted.error.issues));
    return;
  }
  const omvang = readOmvang(granted.data, regel, outcome);
  if (omvang === null) return;
  addToewijzingen({...context, product: product.data, granted: granted.data, omvang}, outcome);
}

function readOmvang(
  {omvang}: ToegewezenProduct,
  regel: number,
  outcome: AanvraagOutcome,
): Omvang | null {
  if (omvang === null) return ZONDER_OMVANG;
  const size = omvangOf(omvang.volume, omvang.eenheid.code, omvang.frequentie.code);
  if (size === 'vier_weken') {
    const reden = 'een omvang per vier weken kent het profiel niet. De omvang is leeg gelaten.';
    outcome.waarschuwingen.push({regel, code: 'OMVANG_VIER_WEKEN', reden});
    return ZONDER_OMVANG;
  }
  if (!('onbekend' in size)) return size;
  outcome.toewijzing.push(unknownCode(regel, `omvang.${size.onbekend}`));
  return null;
}
