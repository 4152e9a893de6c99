import type {Database} from '../warehouse/open.ts';
import type {Fase, Gebied} from './contract/area.ts';
import type {Niveau} from './contract/figure.ts';

/** Columns of the tile map; wijken fill it in the order of their code. */
const TILE_COLUMNS = 4;

/** All areas as the publication tells them, in natural Dutch order. */
export async function areasOf(warehouse: Database): Promise<Gebied[]> {
  const rows = await warehouse.rows(
    `select boom.*, boom.startdatum::varchar as start, inwoners.aantal as inwoners,
       row_number() over (
         partition by boom.gemeente_code, boom.niveau order by boom.gebied_code
       ) - 1 as plaats
     from ref.gebied_boom as boom
     left join (
       select gemeente_code, niveau, gebied_code, jaar, sum(aantal) as aantal
       from ref.inwoners where tot = make_date(jaar, 12, 31)
       group by gemeente_code, niveau, gebied_code, jaar
       qualify row_number() over (
         partition by gemeente_code, niveau, gebied_code order by jaar desc
       ) = 1
     ) as inwoners using (gemeente_code, niveau, gebied_code)`,
  );
  const phases = await phasesByTeam(warehouse);
  const areas = rows.map((row): Gebied => {
    const niveau = levelOf(String(row['niveau']));
    const gemeente = String(row['gemeente_code']);
    const ouder = row['ouder_code'] === null ? null : String(row['ouder_code']);
    const team = niveau === 'team' ? String(row['gebied_code']) : ouder;
    const plaats = Number(row['plaats']);
    return {
      code: String(row['gebied_code']),
      naam: String(row['naam']),
      niveau,
      gemeente,
      ouder,
      sorteersleutel: sortKey(String(row['naam'])),
      inwoners: row['inwoners'] === null ? null : Number(row['inwoners']),
      startdatum: row['start'] === null ? null : String(row['start']),
      fasen: niveau === 'gemeente' ? [] : (phases.get(`${gemeente} ${team ?? ''}`) ?? []),
      tegel:
        niveau === 'wijk'
          ? {kolom: plaats % TILE_COLUMNS, rij: Math.floor(plaats / TILE_COLUMNS)}
          : null,
    };
  });
  return areas.sort((a, b) => a.sorteersleutel.localeCompare(b.sorteersleutel, 'nl'));
}

async function phasesByTeam(warehouse: Database): Promise<Map<string, Fase[]>> {
  const rows = await warehouse.rows(
    'select gemeente_code, team_id, fase, geldig_van::varchar as van from kern.team_fase order by van',
  );
  const phases = new Map<string, Fase[]>();
  for (const {gemeente_code, team_id, fase, van} of rows) {
    const key = `${String(gemeente_code)} ${String(team_id)}`;
    phases.set(key, [...(phases.get(key) ?? []), {fase: String(fase), van: String(van)}]);
  }
  return phases;
}

function levelOf(text: string): Niveau {
  if (text === 'team') return 'team';
  return text === 'wijk' ? 'wijk' : 'gemeente';
}

/** 't Zand sorts under Z, De Schooten under S, Het Koegras under K: leading articles don't count. */
function sortKey(naam: string): string {
  return naam
    .toLowerCase()
    .replace(/^('t|'s|de|het|den)[ -]/, '')
    .replace(/^['’]/, '');
}
