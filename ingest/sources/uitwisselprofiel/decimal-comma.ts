import type {Database} from '../../../warehouse/open.ts';
import {LeveringGeweigerd} from '../../errors.ts';
import type {Warning} from '../../outcome.ts';
import {isMoney, type Tabel} from './profile.ts';
import type {RawTable} from './read-csv.ts';

/**
 * Beside a decimal comma the point in 1.250 may stand for thousands; alone it is that of the profile.
 * Of an amount no doubt is left: it has two decimals, so that row is rejected.
 */
const MAYBE_THOUSANDS = '-?[1-9][0-9]{0,2}([.][0-9]{3})+';

/**
 * Warns about the decimal comma, which is accepted although the profile has a point. Throws
 * `LeveringGeweigerd` when a column has both, so that nobody can tell how large its numbers are.
 */
export async function decimalCommas(
  database: Database,
  bestand: string,
  tabel: Tabel,
  {rijen, kolommen}: RawTable,
): Promise<Warning[]> {
  const numbers = tabel.velden.filter(
    ({name, type}) => type === 'number' && kolommen.includes(name),
  );
  if (numbers.length === 0) return [];
  const counts = numbers.flatMap((veld, at) => [
    `count_if(contains("${veld.name}", ',')) as komma_${at}`,
    ...(isMoney(veld)
      ? []
      : [`count_if(regexp_full_match("${veld.name}", '${MAYBE_THOUSANDS}')) as punt_${at}`]),
  ]);
  const [row] = await database.rows(`select ${counts.join(', ')} from ${rijen}`);
  const found = (what: string, at: number): boolean => Number(row?.[`${what}_${at}`] ?? 0) > 0;
  return numbers.flatMap(({name: naam}, at) => {
    if (!found('komma', at)) return [];
    if (found('punt', at)) {
      throw new LeveringGeweigerd(
        bestand,
        `kolom "${naam}" heeft komma's en punten door elkaar. Schrijf overal een decimale punt.`,
      );
    }
    const reden = `kolom "${naam}" heeft decimale komma's. Ze zijn gelezen. Lever liever punten.`;
    return [{regel: null, code: 'DECIMALE_KOMMA', reden}];
  });
}
