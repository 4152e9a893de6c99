import type {Database, Row} from '../warehouse/open.ts';
import type {Middel} from './contract/area.ts';
import type {Niveau} from './contract/figure.ts';
import type {Beleid, Doelenboom} from './contract/goal.ts';
import {readGoalTrees} from './doelenboom.ts';

/**
 * What a gemeente wants and what others know, for the publication. Goals, targets, the begroting and
 * inhabitants are public: no client is behind any of it.
 */
export async function policyOf(warehouse: Database): Promise<Beleid> {
  return {
    doelenbomen: await treesOf(warehouse),
    streefwaarden: (
      await warehouse.rows('select indicator, gebied_code, jaar, waarde from kern.streefwaarde')
    ).map((row) => ({
      indicator: String(row['indicator']),
      gebied: String(row['gebied_code']),
      jaar: Number(row['jaar']),
      waarde: Number(row['waarde']),
    })),
    externe_cijfers: await othersOf(warehouse),
    bevolking: await populationOf(warehouse),
  };
}

async function treesOf(warehouse: Database): Promise<Doelenboom[]> {
  const present = await warehouse.rows('select distinct gemeente_code from ref.gebied_boom');
  const codes = new Set(present.map(({gemeente_code}) => String(gemeente_code)));
  const money = await moneyOf(warehouse);
  return [...readGoalTrees()].flatMap(([gemeente, tree]): Doelenboom[] => {
    if (!codes.has(gemeente)) return [];
    const themas = tree.themas.map(({middelen, ...thema}) => ({
      ...thema,
      middelen: middelen.flatMap((regel) => money.get(`${gemeente} ${regel}`) ?? []),
    }));
    return [{gemeente, ...tree, themas}];
  });
}

/** Each line of the begroting in its latest version per boekjaar. */
async function moneyOf(warehouse: Database): Promise<Map<string, Middel>> {
  const rows = await warehouse.rows(
    `select gemeente_code, regel, omschrijving, boekjaar, bedrag_cent from kern.begroting_stand
     qualify versie = max(versie) over (partition by gemeente_code, boekjaar)
     order by boekjaar`,
  );
  const lines = new Map<string, Middel>();
  for (const row of rows) {
    const regel = String(row['regel']);
    const key = `${String(row['gemeente_code'])} ${regel}`;
    const bedrag = {boekjaar: Number(row['boekjaar']), bedrag_cent: Number(row['bedrag_cent'])};
    const bedragen = [...(lines.get(key)?.bedragen ?? []), bedrag];
    lines.set(key, {regel, omschrijving: String(row['omschrijving']), bedragen});
  }
  return lines;
}

async function othersOf(warehouse: Database): Promise<Beleid['externe_cijfers']> {
  const rows = await warehouse.rows(
    `select * replace (periode_van::varchar as periode_van, periode_tot::varchar as periode_tot)
     from kern.extern_cijfer order by all`,
  );
  return rows.map((row) => ({
    gemeente: String(row['gemeente_code']),
    bron: String(row['cijfer_bron']),
    indicator: String(row['indicator']),
    gebied: String(row['gebied_code']),
    periode_van: String(row['periode_van']),
    periode_tot: String(row['periode_tot']),
    waarde: Number(row['waarde']),
    ondergrens: numberOrNull(row, 'ondergrens'),
    bovengrens: numberOrNull(row, 'bovengrens'),
    eenheid: String(row['eenheid']),
    voorlopig: row['voorlopig'] === true,
  }));
}

async function populationOf(warehouse: Database): Promise<Beleid['bevolking']> {
  const rows = await warehouse.rows(
    `select niveau, gebied_code, jaar, sum(aantal) as aantal,
       case when leeftijdsgroep = '0-17' then '0-17'
         when leeftijdsgroep in ('18-26', '27-64') then '18-64' else '65+' end as leeftijd
     from ref.inwoners where van = make_date(jaar, 1, 1)
     group by niveau, gebied_code, jaar, leeftijd order by all`,
  );
  return rows.map((row) => ({
    gebied: String(row['gebied_code']),
    niveau: levelOf(row),
    jaar: Number(row['jaar']),
    leeftijd: String(row['leeftijd']),
    aantal: Number(row['aantal']),
  }));
}

function levelOf({niveau}: Row): Niveau {
  if (niveau === 'team') return 'team';
  return niveau === 'wijk' ? 'wijk' : 'gemeente';
}

function numberOrNull(row: Row, name: string): number | null {
  return row[name] === null || row[name] === undefined ? null : Number(row[name]);
}
