import type {Database, Row} from '../warehouse/open.ts';
import type {Definition} from './catalogue.ts';
import type {Nulmeting} from './contract.ts';
import type {IndicatorCube} from './cube/build.ts';
import {STANDAARD, VARIANT} from './cube/lattice.ts';

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
        ...maten,
      },
    ];
  });
}

/** Baselines that a gemeente delivered, for the main cell of their indicator. */
export async function deliveredBaselines(
  warehouse: Database,
  definitions: readonly Definition[],
): Promise<Baseline[]> {
  const rows = await warehouse.rows(
    `select nulmeting.*, boom.niveau, nulmeting.periode_van::varchar as van,
       nulmeting.periode_tot::varchar as tot
     from kern.nulmeting
     join ref.gebied_boom as boom using (gemeente_code, gebied_code)`,
  );
  return rows.flatMap((row): Baseline[] => {
    const definition = definitions.find(({id}) => id === String(row['indicator']));
    return definition === undefined ? [] : [deliveredBaseline(row, definition)];
  });
}

function deliveredBaseline(row: Row, {id, hoofdcel, uitsplitsingen}: Definition): Baseline {
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
    waarde: numberOrNull(row, 'waarde'),
    ondergrens: null,
    bovengrens: null,
    teller: numberOrNull(row, 'teller'),
    noemer: numberOrNull(row, 'noemer'),
    aantal: null,
    methode: 'geleverd',
    status: 'ok',
    voorlopig: false,
    dekking: null,
    p80: null,
    boven_norm: null,
  };
}

function numberOrNull(row: Row, name: string): number | null {
  return row[name] === null || row[name] === undefined ? null : Number(row[name]);
}
