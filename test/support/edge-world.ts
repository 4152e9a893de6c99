import {mkdtempSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {randomSource, type RandomSource} from '../../queries/statistics/random.ts';
import {buildModels} from '../../warehouse/build.ts';
import {Database} from '../../warehouse/open.ts';
import {applySchema} from '../../warehouse/schema.ts';

type Value = string | number | boolean | null;
type Line = Record<string, Value>;

/** The gemeente of an edge world, and the years of its registration. */
export const EDGE = {
  gemeente: 'GM9999',
  jaren: [2018, 2019, 2020, 2021],
  discipline: 'consulent',
} as const;

const FIRST = '2018-01-01';
const LAST = '2021-12-31';
const DAY = 86_400_000;
const CLIENTS = 260;
const WIJKEN = ['WK999900', 'WK999901', 'WK999902', 'WK999903', 'WK999904', 'WK999905'];

/**
 * A registration made to trip whoever counts it, in a warehouse of its own with its models built:
 * most dates lie on the first or last day of a month or beside it, people move on such days and back,
 * have cases and provisions side by side, lose a wijk, have no year of birth, are asked about
 * anonymously; staff changes halfway a month; sources contradict each other; parents never came.
 * The same seed gives the same world.
 */
export async function edgeWorld(seed: number): Promise<Database> {
  const database = await Database.open(':memory:');
  await applySchema(database);
  const folder = mkdtempSync(join(tmpdir(), 'randwereld-'));
  for (const [table, lines] of Object.entries(new EdgeWorld(seed).tables())) {
    const columns = [...new Set(lines.flatMap((line) => Object.keys(line)))];
    const text = lines.map((line) => columns.map((name) => line[name] ?? '').join(';'));
    const file = join(folder, `${table}.csv`);
    writeFileSync(file, [columns.join(';'), ...text].join('\n'));
    await database.run(
      `insert into stg.${table} by name
       select 'GM9999' as gemeente_code, coalesce(bron, 'wijkteam') as bron, 'L1' as levering_id,
         coalesce(gemaakt, '2022-01-04')::timestamp as aangemaakt_op, 'x.csv' as bestand,
         row_number() over () as bronregel, * exclude (bron, gemaakt)
       from read_csv('${file}', delim = ';', header = true, all_varchar = true)`,
    );
  }
  rmSync(folder, {recursive: true});
  await database.run(
    `insert into meta.levering by name select 'L1' as levering_id, 'x' as sha256,
       'GM9999' as gemeente_code, unnest(['wijkteam', 'ouder']) as bron, 'volledig' as soort,
       'x' as bestandsnaam, 'geladen' as status, true as synthetisch,
       timestamp '2022-01-04' as aangemaakt_op, date '${FIRST}' as periode_van,
       date '${LAST}' as periode_tot, timestamp '2022-01-04' as geladen_op, 1 as gelezen,
       1 as geladen, 0 as afgewezen`,
  );
  await buildModels(database);
  return database;
}

const day = (text: string): number => Date.parse(`${text}T00:00:00Z`) / DAY;
const iso = (number: number): string => new Date(number * DAY).toISOString().slice(0, 10);

class EdgeWorld {
  readonly #random: RandomSource;
  readonly #tables: Record<string, Line[]> = {};
  #number = 0;

  constructor(seed: number) {
    this.#random = randomSource(seed);
  }

  /** The rows of every delivered table. */
  tables(): Record<string, Line[]> {
    this.#areas();
    this.#staff();
    this.#survey();
    this.#bareCounts();
    for (let at = 0; at < CLIENTS; at += 1) this.#client(`client_${at}`);
    for (let at = 0; at < 60; at += 1) this.#question(null);
    // Of somebody who was never delivered, nothing counts.
    this.#question('nobody');
    this.#case('nobody', null);
    this.#help('nobody');
    return this.#tables;
  }

  #put(table: string, line: Line): void {
    const rows = (this.#tables[table] ??= []);
    rows.push({bron: null, gemaakt: null, ...line});
    // Another source, older and wrong: it has nothing to say.
    if (this.#chance(0.03) && table in CONTRADICTED)
      rows.push({...line, ...CONTRADICTED[table], bron: 'ouder', gemaakt: '2021-06-01'});
  }

  #chance(share: number): boolean {
    return this.#random() < share;
  }

  #pick<T>(values: readonly T[]): T {
    const found = values[Math.floor(this.#random() * values.length)];
    if (found === undefined) throw new RangeError('nothing to pick from');
    return found;
  }

  /** Mostly the first or last day of a month, or one beside it. */
  #day(from = FIRST, to = LAST): number {
    const [first, last] = [day(from), day(to)];
    const any = first + Math.floor(this.#random() * (last - first + 1));
    if (this.#chance(0.4)) return any;
    const [year = 0, month = 1] = iso(any).split('-').map(Number);
    const months = this.#chance(0.5) ? month - 1 : Math.floor((month - 1) / 3) * 3;
    const edge = Date.UTC(year, months, 1) / DAY + this.#pick([-2, -1, -1, 0, 0, 1]);
    return Math.min(last, Math.max(first, edge));
  }

  #after(start: number, lengths: readonly number[], open: number): string | null {
    if (this.#chance(open)) return null;
    const end = this.#chance(0.5) ? start + this.#pick(lengths) : this.#day(iso(start), LAST);
    return iso(Math.min(end, day(LAST)));
  }

  #next(prefix: string): string {
    this.#number += 1;
    return `${prefix}${this.#number}`;
  }

  #areas(): void {
    for (const code of ['GM9999', ...WIJKEN]) {
      const niveau = code === 'GM9999' ? 'gemeente' : 'wijk';
      this.#put('gebied', {gebied_code: code, jaar: 2018, niveau, naam: code, ouder_code: null});
      for (const jaar of [2017, 2018, 2019, 2021]) {
        for (const leeftijdsgroep of ['0-17', '18-26', '27-64', '65-79', '80+'])
          this.#put('bevolking', {
            gebied_code: code,
            jaar,
            leeftijdsgroep,
            aantal: niveau === 'gemeente' ? 6000 : 900 + jaar - 2000,
          });
      }
    }
    for (const [team_id, startdatum] of [
      ['T1', '2020-04-01'],
      ['T2', '2020-06-15'],
      ['T3', '2021-01-01'],
      ['T4', '2021-10-01'],
    ] as const)
      this.#put('team', {team_id, naam: team_id, locatie: null, startdatum, einddatum: null});
    const map = (team_id: string, gebied_code: string, van: string, tot: string | null): void => {
      this.#put('team_gebied', {team_id, gebied_code, geldig_van: van, geldig_tot: tot});
    };
    map('T1', 'WK999900', '2016-01-01', null);
    map('T1', 'WK999901', '2019-07-01', '2020-12-31');
    map('T3', 'WK999901', '2021-01-01', null);
    map('T2', 'WK999902', '2016-01-01', '2021-03-31');
    map('T3', 'WK999903', '2016-01-01', null);
    map('T3', 'WK999904', '2016-01-01', '2019-12-31');
    map('T2', 'WK999904', '2020-02-01', null);
    map('T4', 'WK999905', '2016-01-01', null);
  }

  #staff(): void {
    const staff = (line: Line): void => {
      this.#put('formatie', {organisatie: 'o', geldig_tot: null, medewerkers: null, ...line});
    };
    for (const team_id of ['T1', 'T2', 'T3']) {
      for (const discipline of ['consulent', 'coach']) {
        staff({team_id, discipline, fte: 2.4, geldig_van: '2018-06-16', geldig_tot: '2020-03-15'});
        staff({team_id, discipline, fte: 3.1, geldig_van: '2020-03-16', medewerkers: 6});
      }
    }
  }

  #survey(): void {
    for (const jaar of EDGE.jaren) {
      // A buurt is no area of the survey.
      for (const gebied_code of ['GM9999', ...WIJKEN, 'BU99990001']) {
        for (const antwoord of ['helemaal_eens', 'eens', 'oneens', 'nvt'])
          this.#put('tevredenheid', {
            jaar,
            wet: 'wmo',
            gebied_code,
            vraag: 'snel_geholpen',
            antwoord,
            aantal: 10 + Math.floor(this.#random() * 40),
          });
      }
    }
  }

  /** A team that starts to register halfway a month; what it counted by hand then ends. */
  #bareCounts(): void {
    for (const jaar of EDGE.jaren) {
      for (const month of ['03-31', '06-30', '12-15', '12-31'])
        this.#put('wachtlijst_stand', {
          peildatum: `${jaar}-${month}`,
          team_id: 'T4',
          soort: 'eerste_contact',
          aantal: 30 + Math.floor(this.#random() * 20),
        });
    }
    this.#put('wachtlijst_stand', {
      peildatum: '2020-09-01',
      team_id: 'T4',
      soort: 'eerste_contact',
      aantal: 99,
    });
    this.#put('aanmelding', {
      aanmelding_id: 'T4-1',
      client_id: null,
      team_id: 'T4',
      datum_aanmelding: '2020-09-15',
      vraagtype: 'adl',
      datum_eerste_contact: '2020-10-20',
    });
  }

  #client(client_id: string): void {
    const geboortejaar = this.#chance(0.3) ? null : 1930 + Math.floor(this.#random() * 90);
    const huishouden_id = this.#chance(0.5) ? `huis_${Math.floor(this.#random() * 90)}` : null;
    this.#put('client', {client_id, geboortejaar, geslacht: null, huishouden_id});
    this.#moves(client_id);
    const questions = [0, 1, 1, 2, 3].slice(0, 1 + Math.floor(this.#random() * 5));
    const asked = questions.map(() => this.#question(client_id));
    for (let at = this.#pick([0, 1, 1, 2]); at > 0; at -= 1)
      this.#case(client_id, this.#chance(0.8) ? this.#pick(asked) : null);
    for (let at = this.#pick([0, 0, 1, 2]); at > 0; at -= 1) this.#referral(client_id);
    for (let at = this.#pick([0, 1, 1, 2, 3]); at > 0; at -= 1) this.#help(client_id);
  }

  #moves(client_id: string): void {
    if (this.#chance(0.04)) return;
    let van = this.#chance(0.7) ? day('2010-01-01') : this.#day('2017-06-01');
    for (let left = this.#pick([1, 1, 2, 3]); left > 0 && van <= day(LAST); left -= 1) {
      const wijk = this.#pick(WIJKEN);
      const gebied_code = this.#chance(0.5) ? wijk : `BU${wijk.slice(2)}01`;
      const tot = left === 1 && this.#chance(0.8) ? null : Math.max(van, this.#day('2018-01-01'));
      this.#put('client_gebied', {
        client_id,
        gebied_code,
        geldig_van: iso(van),
        geldig_tot: tot === null ? null : iso(tot),
      });
      // The next day, after a gap, or before the end that was told.
      van = (tot ?? day(LAST)) + this.#pick([1, 1, 1, 40, -3]);
      van = Math.max(van, (tot ?? van) - 3, day('2010-01-02'));
    }
  }

  #question(client_id: string | null): string {
    const aanmelding_id = this.#next('a');
    const start = this.#day();
    const lengths = [0, 1, 28, 29, 56, 57];
    this.#put('aanmelding', {
      aanmelding_id,
      client_id,
      team_id: this.#pick(['T1', 'T2', 'T3']),
      datum_aanmelding: iso(start),
      toegangspoort: this.#pick(['kcc', 'huisarts', null]),
      vraagtype: this.#pick(['financien', 'adl', 'anders']),
      meervoudig: this.#pick(['true', 'false', null]),
      wet: this.#pick(['wmo', 'jeugdwet', null]),
      crisis: this.#pick(['true', 'false', 'false', null]),
      datum_eerste_contact: this.#after(start, lengths, 0.3),
      datum_afgesloten: this.#after(start, lengths, 0.5),
      uitkomst: null,
    });
    return aanmelding_id;
  }

  #case(client_id: string, aanmelding_id: string | null): void {
    const casus_id = this.#next('c');
    const start = this.#day();
    this.#put('casus', {
      casus_id,
      client_id,
      team_id: this.#pick(['T1', 'T2', 'T3']),
      // One question that never came.
      aanmelding_id: this.#chance(0.03) ? 'weg' : aanmelding_id,
      datum_start: iso(start),
      datum_einde: this.#after(start, [0, 30, 90, 91, 92, 183, 400], 0.25),
      reden_einde: this.#pick(['doelen_bereikt', 'verhuisd', 'overleden', null]),
      uitkomst_lijn: null,
      voorziening: this.#pick([
        'eigen_kracht',
        'netwerk',
        'algemeen',
        'collectief',
        'maatwerk',
        null,
      ]),
    });
    for (let at = this.#pick([0, 1, 3, 5]); at > 0; at -= 1)
      this.#put('contactmoment', {
        contact_id: this.#next('m'),
        casus_id,
        team_id: 'T1',
        datum: iso(this.#day()),
        soort: this.#pick(['individueel', 'huisbezoek', 'groep', 'overleg']),
        discipline: this.#pick(['consulent', 'coach', null]),
        minuten: 5 * Math.floor(this.#random() * 30),
        deelnemers: null,
      });
    for (const [instrument, domein] of [
      ['zrm', 'financien'],
      ['zrm', 'justitie'],
      ['participatieladder', 'trede'],
    ] as const)
      this.#scores(
        {client_id, casus_id: this.#chance(0.9) ? casus_id : null, instrument, domein},
        start,
      );
  }

  #scores(line: Line, start: number): void {
    for (const moment of ['start', 'start', 'tussen', 'eind', 'eind']) {
      if (this.#chance(0.4)) continue;
      const datum = iso(this.#day(iso(start), LAST));
      const key = [line['client_id'], line['instrument'], moment, datum, line['domein']].join(' ');
      if (this.#seen.has(key)) continue;
      this.#seen.add(key);
      const score = 1 + Math.floor(this.#random() * 5);
      this.#put('meting', {
        ...line,
        versie: this.#pick(['2013', '2017', '2017']),
        moment,
        datum,
        score,
      });
    }
  }
  readonly #seen = new Set<string>();

  #referral(client_id: string): void {
    this.#put('verwijzing', {
      verwijzing_id: this.#next('v'),
      client_id,
      casus_id: this.#chance(0.05) ? 'weg' : null,
      datum: iso(this.#day()),
      verwijzer: this.#pick(['wijkteam', 'huisarts']),
      naar_lijn: this.#pick(['eerste', 'tweede', 'tweede']),
      wet: this.#pick(['wmo', 'jeugdwet']),
      bestemming: this.#pick(['jeugdhulp', 'schuldhulp', 'ggz']),
      productcategorie: null,
      crisis: this.#pick(['true', 'false', null]),
    });
  }

  #help(client_id: string): void {
    const [wet = '', productcategorie = ''] = this.#pick([
      ['wmo', '01'],
      ['wmo', '01'],
      ['wmo', '17'],
      ['jeugdwet', '45'],
      ['jeugdwet', '46'],
      ['participatiewet', '99'],
    ]);
    const toewijzingnummer = this.#next('');
    const from = this.#day();
    const asked = from - this.#pick([0, 10, 56, 57, 80]);
    const einddatum = this.#after(from, [0, 30, 31, 365], 0.3);
    this.#put('toewijzing', {
      wet,
      toewijzingnummer,
      client_id,
      aanbieder_id: 'A',
      productcategorie,
      soort: this.#pick(['individueel', 'collectief', null]),
      datum_aanvraag: this.#chance(0.2) ? null : iso(asked),
      datum_besluit: this.#chance(0.2) ? null : iso(asked + this.#pick([0, 55, 56, 57])),
      ingangsdatum: iso(from),
      einddatum,
    });
    this.#deliveries(wet, toewijzingnummer, from);
    for (let at = this.#pick([0, 1, 2, 3]); at > 0; at -= 1)
      this.#claim({wet, client_id, toewijzingnummer, productcategorie}, iso(this.#day(iso(from))));
  }

  #deliveries(wet: string, toewijzingnummer: string, from: number): void {
    let begin = from + this.#pick([-3, 0, 0, 5]);
    for (let left = this.#pick([0, 1, 1, 2, 3]); left > 0 && begin < day(LAST); left -= 1) {
      const einddatum = this.#after(begin, [0, 29, 30, 31], left === 1 ? 0.4 : 0);
      const reden_einde =
        einddatum === null
          ? null
          : this.#pick(['tijdelijk', 'volgens_plan', 'verhuizing', 'overlijden']);
      this.#put('levering', {
        wet,
        toewijzingnummer,
        begindatum: iso(begin),
        einddatum,
        reden_einde,
      });
      begin = day(einddatum ?? LAST) + this.#pick([1, 1, 2, 20]);
    }
  }

  #claim(line: Line, date: string): void {
    const [year = 0, month = 1, date0 = 1] = date.split('-').map(Number);
    const last = new Date(Date.UTC(year, month, 0)).getUTCDate();
    const until = this.#pick([date0, last, Math.min(last, date0 + 6)]);
    this.#put('prestatie', {
      ...line,
      aanbieder_id: 'A',
      referentie: this.#next('r'),
      periode_begin: date,
      periode_eind: iso(Date.UTC(year, month - 1, until) / DAY),
      volume: 1 + Math.floor(this.#random() * 900),
      eenheid: this.#pick(['minuut', 'minuut', 'uur', 'dagdeel', 'stuks']),
      bedrag_cent: this.#chance(0.08) ? -5000 : 7000,
      datum_ingediend: LAST,
      status: this.#pick(['toegekend', 'toegekend', 'ingediend', 'afgekeurd']),
    });
  }
}

/** What an older source says instead. */
const CONTRADICTED: Readonly<Record<string, Line>> = {
  client: {geboortejaar: 2000},
  aanmelding: {datum_aanmelding: '2018-02-01', crisis: 'true'},
  casus: {datum_start: '2018-02-01', datum_einde: null},
  verwijzing: {naar_lijn: 'tweede', datum: '2019-01-01'},
  toewijzing: {ingangsdatum: '2018-01-01', einddatum: null},
  prestatie: {volume: 90_000, status: 'toegekend'},
};
