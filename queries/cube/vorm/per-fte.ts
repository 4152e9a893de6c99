import type {Row} from '../../../warehouse/open.ts';
import {poissonInterval} from '../../statistics/poisson-interval.ts';
import {
  isProvisional,
  labelOf,
  PLACE_COLUMNS,
  placeOf,
  type Cell,
  type CubeContext,
} from '../cell.ts';
import {enoughWorkers, isVisible, roundCount, significant, withheld} from '../protect.ts';

/**
 * Cells of a figure per fte: Σ open days / Σ fte-days over the months that have staff. Only gemeente
 * and team: fte belong to a team.
 */
export async function perFteCells(context: CubeContext): Promise<Cell[]> {
  const rows = await context.database.rows(`
    with bezetting as (
      select ${PLACE_COLUMNS}, sum(fte_dagen_milli) / 1000 as fte_dagen,
        min(medewerkers) as medewerkers, sum(dagen) as dagen
      from (
        select gemeente_code, 'team' as niveau, team_id as gebied_code, maand, fte_dagen_milli,
          medewerkers, day(last_day(maand)) as dagen
        from kern.formatie_maand
        union all
        select gemeente_code, 'gemeente' as niveau, gemeente_code as gebied_code, maand,
          sum(fte_dagen_milli), sum(medewerkers), day(last_day(maand))
        from kern.formatie_maand group by gemeente_code, maand
      )
      join venster_maand using (gemeente_code, niveau, gebied_code, maand)
      group by ${PLACE_COLUMNS}
    ),
    geteld as (
      select ${PLACE_COLUMNS}, sum(open_dagen) as open_dagen, count(distinct client_id) as clienten,
        count(distinct huishouden) as huishoudens
      from lang
      join venster_maand using (gemeente_code, niveau, gebied_code, maand)
      group by ${PLACE_COLUMNS}
    )
    select bezetting.*, open_dagen, clienten, huishoudens,
      venster.van::varchar as van, venster.tot::varchar as tot
    from bezetting
    join venster using (${PLACE_COLUMNS})
    join geteld using (${PLACE_COLUMNS})
    where fte_dagen > 0`);
  return rows.flatMap((row) => perFteCell(context, row));
}

function perFteCell(context: CubeContext, row: Row): Cell[] {
  const {noise} = context;
  const place = placeOf(row, []);
  const label = labelOf(context, place);
  const group = {
    clienten: Number(row['clienten']),
    huishoudens: Number(row['huishoudens']),
    inwoners: null,
  };
  const visible = isVisible(noise, label, group) && enoughWorkers(Number(row['medewerkers']));
  if (!visible) return [{place, maten: withheld('te_klein')}];
  const dagen = Number(row['dagen']);
  const fte = Number(row['fte_dagen']) / dagen;
  const count = roundCount(noise, label, Number(row['open_dagen']) / dagen);
  const {ondergrens, bovengrens, methode} = poissonInterval(count);
  const perFte = (value: number): number => significant(value / fte, 3);
  return [
    {
      place,
      maten: {
        ...withheld('ok', methode),
        waarde: perFte(count),
        ondergrens: perFte(ondergrens),
        bovengrens: perFte(bovengrens),
        teller: count,
        noemer: significant(fte, 4),
        aantal: count,
        voorlopig: isProvisional(context, place),
      },
    },
  ];
}
