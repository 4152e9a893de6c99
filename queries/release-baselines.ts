import type {Row} from '../warehouse/open.ts';
import type {Maten, Nulmeting} from './contract.ts';
import type {IndicatorCube} from './cube/build.ts';
import {Noise} from './cube/noise.ts';
import {protectDelivered} from './cube/protect.ts';
import type {ReleaseOptions} from './release-options.ts';

/** A baseline before it is known in which publication it is frozen. */
export type Unstamped = Omit<Nulmeting, 'publicatie' | 'vastgelegd_op' | 'hash'>;

/** The 0-meting of every area, for the total and for the main cell of the indicator. */
export function baselinesOf({definition, cells}: IndicatorCube): Unstamped[] {
  const main = JSON.stringify(definition.hoofdcel);
  return cells.flatMap(({place, maten}): Unstamped[] => {
    const {dimensies} = place;
    const wanted = [JSON.stringify({}), main].includes(JSON.stringify(dimensies));
    if (place.periodesoort !== 'nulmeting' || !wanted) return [];
    const {code, niveau, van, tot} = place;
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
        herzien: null,
        ...plain,
      },
    ];
  });
}

/** A baseline of this publication. */
export function stamp(baseline: Unstamped, publicatie: string, now: Date): Nulmeting {
  return {...baseline, publicatie, vastgelegd_op: now.toISOString(), hash: ''};
}

/** Baselines that a gemeente delivered take precedence: they are frozen first. */
export async function delivered(
  {warehouse, salts, now}: ReleaseOptions,
  publicatie: string,
): Promise<Nulmeting[]> {
  const noise = new Noise(salts);
  const rows = await warehouse.rows(
    `select nulmeting.*, boom.niveau, nulmeting.periode_van::varchar as van,
       nulmeting.periode_tot::varchar as tot
     from kern.nulmeting
     join ref.gebied_boom as boom using (gemeente_code, gebied_code)`,
  );
  return rows.map((row) => ({
    indicator: String(row['indicator']),
    gebied: String(row['gebied_code']),
    niveau: row['niveau'] === 'wijk' ? 'wijk' : 'gemeente',
    dimensies: {},
    periode_van: String(row['van']),
    periode_tot: String(row['tot']),
    versie: 'geleverd',
    publicatie,
    vastgelegd_op: now.toISOString(),
    herkomst: 'geleverd',
    hash: '',
    herzien: null,
    ...deliveredFigure(noise, row),
  }));
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
