import {revealsGroup} from '../cube/protect.ts';
import type {Database} from '../../warehouse/open.ts';
import type {Definition} from '../catalogue.ts';
import {OTHER_COUNTS, type Lattice} from '../cube/lattice.ts';
import {dimensionSql} from '../cube/windows.ts';
import {usualCount, type Slice} from './release-table.ts';
import type {AttackResult} from './result.ts';

const MIN_HOUSEHOLDS = 5;

/**
 * A16: groups in which nearly everyone shares one sensitive feature, and one household that counts as
 * many clients. Neither may be shown in the publication.
 */
export async function homogeneousGroups(
  {database, publicatie, lattice}: {database: Database; publicatie: string; lattice: Lattice},
  cases: readonly {definition: Definition; slice: Slice}[],
): Promise<AttackResult> {
  let checked = 0;
  let homogeneous = 0;
  let household = 0;
  for (const {definition, slice} of cases) {
    const plain = definition.uitsplitsingen.filter((id) => !OTHER_COUNTS.has(id));
    for (const dimension of plain) {
      const rows = await database.rows(
        shownWithTruth(publicatie, definition, dimension, plain),
        parametersOf(definition, slice),
      );
      checked += rows.length;
      for (const {clienten, huishoudens, groep} of rows) {
        if (Number(huishoudens) < MIN_HOUSEHOLDS) household += 1;
        const isSensitive = lattice.gevoelig.has(dimension);
        if (isSensitive && revealsGroup(Number(clienten), Number(groep))) homogeneous += 1;
      }
    }
  }
  return {
    id: 'A16',
    poging: 'Groepen met één gevoelig kenmerk, en één huishouden als veel cliënten',
    geslaagd: homogeneous === 0 && household === 0,
    gemeten: {cellen: checked, eenvormig_getoond: homogeneous, huishouden_getoond: household},
    grens: 'geen enkele getoond',
  };
}

function parametersOf({vorm}: Definition, slice: Slice): Record<string, string> {
  const {gemeente, periodesoort, periode, van, tot} = slice;
  return {gemeente, periodesoort, periode, tot, ...(vorm === 'stand' ? {} : {van})};
}

/** One row per shown cell of one dimension: its exact clients and households, and its group's. */
function shownWithTruth(
  publicatie: string,
  {id, vorm, sql, uitsplitsingen}: Definition,
  dimension: string,
  plain: readonly string[],
): string {
  const date = vorm === 'stand' ? '$tot::date' : 'datum';
  const within =
    vorm === 'stand'
      ? '$tot::date between rij.van and rij.tot'
      : 'rij.datum between $van::date and $tot::date';
  const others = plain.filter((one) => one !== dimension);
  return `
    with exact as (
      select rij.gemeente_code, rij.team_id, rij.wijk_code, rij.client_id,
        ${dimensionSql(dimension, date)} as knoop,
        coalesce(client.huishouden_id, rij.client_id) as huishouden
      from (${sql}) as rij
      left join (select gemeente_code, client_id, huishouden_id from kern.client) as client
        on client.gemeente_code = rij.gemeente_code and client.client_id = rij.client_id
      where rij.gemeente_code = $gemeente and ${within}${usualCount(uitsplitsingen, 'rij.')}
    ),
    lang as (
      select 'gemeente' as niveau, gemeente_code as gebied, * from exact
      union all select 'team' as niveau, team_id as gebied, * from exact
      union all select 'wijk' as niveau, wijk_code as gebied, * from exact
    ),
    groep as (
      select niveau, gebied, count(distinct client_id) as groep
      from lang group by niveau, gebied
    ),
    cel as (
      select niveau, gebied, knoop, count(distinct client_id) as clienten,
        count(distinct huishouden) as huishoudens
      from lang group by niveau, gebied, knoop
    )
    select cel.clienten, cel.huishoudens, groep.groep
    from ${publicatie}.cijfer_${id} as cijfer
    join cel on cel.niveau = cijfer.niveau and cel.gebied = cijfer.gebied_code
      and cel.knoop = cijfer.${dimension}
    join groep on groep.niveau = cel.niveau and groep.gebied = cel.gebied
    where cijfer.status = 'ok' and cijfer.gemeente_code = $gemeente
      and cijfer.periodesoort = $periodesoort and cijfer.periode = $periode${usualCount(uitsplitsingen, 'cijfer.')}
      ${others.map((one) => `and cijfer.${one} = 'alle'`).join(' ')}`;
}
