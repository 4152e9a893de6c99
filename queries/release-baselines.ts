import type {Row} from '../warehouse/open.ts';
import type {Definition} from './catalogue.ts';
import type {Maten} from './contract/figure.ts';
import type {Nulmeting} from './contract/verdict.ts';
import type {IndicatorCube} from './cube/build.ts';
import {STANDAARD, VARIANT} from './cube/lattice.ts';
import {Noise} from './cube/noise.ts';
import {protectDelivered} from './cube/protect.ts';
import type {ReleaseOptions} from './release-options.ts';

/** A baseline of today, before it is stamped with its publication. */
export type Baseline = Omit<Nulmeting, 'publicatie' | 'vastgelegd_op'>;

/**
 * The 0-meting of every area: for the total, and for each node of the dimensions that the main cell
 * names (every domain of the ZRM, every variant).
 */
export function baselinesOf({
  definition,
  cells,
}: Pick<IndicatorCube, 'definition' | 'cells'>): Baseline[] {
  return cells.flatMap(({place, maten}): Baseline[] => {
    const {dimensies, code, niveau, van, tot} = place;
    const isMain = Object.keys(dimensies).every(
      (name) => name === VARIANT || name in definition.hoofdcel,
    );
    if (place.periodesoort !== 'nulmeting' || !isMain) return [];
    const plain: Maten = maten;
    return [
      {
        indicator: definition.id,
        gebied: code,
        niveau,
        dimensies,
        periode_van: van,
        periode_tot: tot,
        versie: definition.versie,
        herkomst: 'registratie',
        hash: '',
        herzien: null,
        ...plain,
      },
    ];
  });
}

/** Baselines that a gemeente delivered, for the main cell of their indicator. */
export async function deliveredBaselines(
  {warehouse, salts}: Pick<ReleaseOptions, 'warehouse' | 'salts'>,
  definitions: readonly Definition[],
): Promise<Baseline[]> {
  const noise = new Noise(salts);
  const rows = await warehouse.rows(
    `select nulmeting.*, boom.niveau, nulmeting.periode_van::varchar as van,
       nulmeting.periode_tot::varchar as tot
     from kern.nulmeting
     join ref.gebied_boom as boom using (gemeente_code, gebied_code)`,
  );
  return rows.flatMap((row): Baseline[] => {
    const definition = definitions.find(({id}) => id === String(row['indicator']));
    return definition === undefined ? [] : [deliveredBaseline(noise, row, definition)];
  });
}

function deliveredBaseline(
  noise: Noise,
  row: Row,
  {id, hoofdcel, uitsplitsingen}: Definition,
): Baseline {
  const variant = uitsplitsingen.includes(VARIANT) ? {[VARIANT]: STANDAARD} : {};
  return {
    indicator: id,
    gebied: String(row['gebied_code']),
    niveau: row['niveau'] === 'wijk' ? 'wijk' : 'gemeente',
    dimensies: {...variant, ...hoofdcel},
    periode_van: String(row['van']),
    periode_tot: String(row['tot']),
    versie: 'geleverd',
    herkomst: 'geleverd',
    hash: '',
    herzien: null,
    ...deliveredFigure(noise, row),
  };
}

function deliveredFigure(noise: Noise, row: Row): Maten {
  const label = `geleverd ${String(row['indicator'])}|gebied=${String(row['gebied_code'])}`;
  const waarde = numberOrNull(row, 'waarde');
  const teller = numberOrNull(row, 'teller');
  return protectDelivered(noise, label, {waarde, teller, noemer: numberOrNull(row, 'noemer')});
}

function numberOrNull(row: Row, name: string): number | null {
  return row[name] === null || row[name] === undefined ? null : Number(row[name]);
}
