import type {Database} from '../../warehouse/open.ts';
import type {Gebiedskosten, Verdeelsleutel} from '../contract/finance.ts';
import type {People} from '../cube/people.ts';
import {enoughWorkers, significant} from '../cube/protect.ts';
import {estimate, type Amount} from '../cube/protect-amount.ts';
import type {CostFacts} from './cost-facts.ts';
import {protectCosts, type ProtectedCosts, type Protection} from './protect-costs.ts';
import type {Sealed} from './sealed.ts';

/** Costs per age of each gemeente, what a need is estimated from: `gemeente jaar leeftijdsgroep`. */
export function costsPerAge(
  protection: Protection,
  facts: readonly CostFacts[],
): ReadonlyMap<string, ProtectedCosts> {
  const ages = facts.filter(
    ({periodesoort, leeftijdsgroep}) => periodesoort === 'jaar' && leeftijdsgroep !== 'onbekend',
  );
  return new Map(
    ages.map((one) => [
      `${one.gemeente} ${one.periode} ${one.leeftijdsgroep}`,
      protectCosts(protection, one),
    ]),
  );
}

/** An area that a budget can be divided over. */
export interface KeyArea {
  gemeente: string;
  niveau: 'team' | 'wijk';
  code: string;
}

/**
 * What each team and wijk has of each way of dividing, in a year. Everything is public (inhabitants) or
 * protected (costs, fte of at least five workers), so dividing tells nothing new.
 */
export function divisionKeys(
  area: KeyArea,
  boekjaar: number,
  known: {
    people: People;
    fte: ReadonlyMap<string, number | null>;
    costs: readonly Sealed<Gebiedskosten>[];
    perLeeftijd: ReadonlyMap<string, ProtectedCosts>;
  },
): Sealed<Verdeelsleutel> {
  const {gemeente, niveau, code} = area;
  const newYear = `${boekjaar}-01-01`;
  const costs = known.costs.find(
    (one) =>
      one.gebied === code &&
      one.niveau === niveau &&
      one.onderdeel === 'alle' &&
      one.periode === String(boekjaar),
  );
  return {
    boekjaar,
    gebied: code,
    niveau,
    functie: niveau === 'team' ? (known.fte.get(`${gemeente} ${code} ${boekjaar}`) ?? null) : null,
    populatie: known.people.inhabitants(area, newYear, []),
    productie: costs?.kosten_cent ?? null,
    behoefte: need(area, boekjaar, known),
  };
}

const AGES = ['0-17', '18-26', '27-64', '65-79', '80+'];

/** Costs of these inhabitants at the costs per inhabitant of their ages in the whole gemeente. */
function need(
  area: KeyArea,
  boekjaar: number,
  {people, perLeeftijd}: {people: People; perLeeftijd: ReadonlyMap<string, ProtectedCosts>},
): Amount | null {
  const newYear = `${boekjaar}-01-01`;
  const whole = {gemeente: area.gemeente, niveau: 'gemeente', code: area.gemeente};
  let cents = 0;
  let counted = 0;
  for (const age of AGES) {
    const here = people.inhabitants(area, newYear, [age]);
    const all = people.inhabitants(whole, newYear, [age]);
    const costs = perLeeftijd.get(`${area.gemeente} ${boekjaar} ${age}`)?.kosten_cent.cent ?? null;
    // An age whose costs are withheld has few clients: it weighs nothing anywhere.
    if (here === null || all === null || all === 0 || costs === null) continue;
    cents += (costs * here) / all;
    counted += 1;
  }
  // What is worked out of protected costs needs no noise of its own.
  return counted === 0 ? null : estimate(significant(cents, 4), 'beschermd', 1);
}

/** Mean fte per team and year where at least five people work: `gemeente team jaar`. */
export async function readFte(warehouse: Database): Promise<Map<string, number | null>> {
  const rows = await warehouse.rows(
    `select formatie.gemeente_code, formatie.team_id, year(formatie.maand)::integer as jaar,
       min(personeel.medewerkers) as medewerkers,
       avg(formatie.fte_dagen_milli / 1000 / day(last_day(formatie.maand)))::double as fte
     from kern.formatie_maand as formatie
     join kern.medewerkers_maand as personeel on personeel.gemeente_code = formatie.gemeente_code
       and personeel.team_id = formatie.team_id and personeel.maand = formatie.maand
       and personeel.discipline is null
     group by formatie.gemeente_code, formatie.team_id, jaar`,
  );
  return new Map(
    rows.map((row) => [
      [row['gemeente_code'], row['team_id'], row['jaar']].map(String).join(' '),
      enoughWorkers(Number(row['medewerkers'])) ? significant(Number(row['fte']), 3) : null,
    ]),
  );
}
