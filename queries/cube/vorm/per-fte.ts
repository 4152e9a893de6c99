import type {Row} from '../../../warehouse/open.ts';
import {poissonInterval} from '../../statistics/poisson-interval.ts';
import {
  isProvisional,
  isSeen,
  labelOf,
  placeOf,
  type CountedCell,
  type CubeContext,
} from '../cell.ts';
import {enoughWorkers, roundCount, shown, significant, withheld} from '../protect.ts';

/**
 * Cells of a figure per fte over the months that have staff: Σ open days / Σ fte-days, or events per
 * fte-month (mean fte × months). Only gemeente and team: fte belong to a team.
 */
export async function perFteCells(context: CubeContext): Promise<CountedCell[]> {
  const counted = countsEvents(context) ? 'aantal' : 'open_dagen';
  const rows = await context.database.rows(`
    with formatie as (
      select maand.*, personeel.medewerkers
      from kern.formatie_maand as maand
      join kern.medewerkers_maand as personeel on personeel.gemeente_code = maand.gemeente_code
        and personeel.team_id = maand.team_id and personeel.maand = maand.maand
        and personeel.discipline is null
    ),
    team_maand as (
      select plek.plek, formatie.maand, formatie.fte_dagen_milli, formatie.medewerkers
      from formatie
      join plek on plek.gemeente_code = formatie.gemeente_code
        and plek.niveau = 'team' and plek.gebied_code = formatie.team_id
      union all
      select plek.plek, formatie.maand, sum(fte_dagen_milli), sum(medewerkers)
      from formatie
      join plek on plek.gemeente_code = formatie.gemeente_code and plek.niveau = 'gemeente'
      group by plek.plek, formatie.maand
    ),
    bezetting as (
      select venster, sum(fte_dagen_milli) / 1000 as fte_dagen, min(medewerkers) as medewerkers,
        sum(day(last_day(maand))) as dagen, count(*) as maanden
      from team_maand
      join venster_maand using (plek, maand)
      group by venster
    ),
    geteld as (
      select venster, sum(${counted}) as geteld, count(distinct client_id) as clienten,
        count(distinct huishouden) as huishoudens
      from lang
      join venster_maand using (plek, maand)
      group by venster
    )
    select bezetting.*, geteld, clienten, huishoudens
    from bezetting
    join geteld using (venster)
    where fte_dagen > 0`);
  return rows.flatMap((row) => perFteCell(context, row));
}

function countsEvents({definition}: CubeContext): boolean {
  return definition.telt === 'gebeurtenissen';
}

function perFteCell(context: CubeContext, row: Row): CountedCell[] {
  const {noise} = context;
  const place = placeOf(context, row, []);
  const label = labelOf(context, place);
  const clienten = Number(row['clienten']);
  const visible =
    isSeen(context, place, {clienten, huishoudens: Number(row['huishoudens'])}) &&
    enoughWorkers(Number(row['medewerkers']));
  if (!visible) return [{place, maten: withheld('te_klein'), clienten}];
  const dagen = Number(row['dagen']);
  const events = countsEvents(context);
  const fte = (Number(row['fte_dagen']) / dagen) * (events ? Number(row['maanden']) : 1);
  const count = roundCount(noise, label, Number(row['geteld']) / (events ? 1 : dagen));
  const {ondergrens, bovengrens, methode} = poissonInterval(count);
  const perFte = (value: number): number => significant(value / fte, 3);
  return [
    {
      place,
      clienten,
      maten: shown(methode, {
        waarde: perFte(count),
        ondergrens: perFte(ondergrens),
        bovengrens: perFte(bovengrens),
        teller: count,
        noemer: significant(fte, 4),
        aantal: count,
        voorlopig: isProvisional(context, place),
      }),
    },
  ];
}
