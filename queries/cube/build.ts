import type {Database} from '../../warehouse/open.ts';
import type {Definition} from '../catalogue.ts';
import {readAreaLabels} from './areas.ts';
import type {Cell, CountedCell, CubeContext} from './cell.ts';
import {withGroupDisclosure} from './group-disclosure.ts';
import {
  dimensionSets,
  GESTANDAARDISEERD,
  OTHER_COUNTS,
  populationOf,
  readLattice,
  type Lattice,
} from './lattice.ts';
import {Noise, type Salts} from './noise.ts';
import {People} from './people.ts';
import {amountCells} from './vorm/amounts.ts';
import {countCells} from './vorm/counts.ts';
import {durationCells} from './vorm/durations.ts';
import {pairCells} from './vorm/pairs.ts';
import {perFteCells} from './vorm/per-fte.ts';
import {ratioCells} from './vorm/ratios.ts';
import {shareCells} from './vorm/shares.ts';
import {standardisedCells} from './vorm/standardised.ts';
import type {DataRange} from './ranges.ts';
import {prepareWindows} from './windows.ts';

/** All protected cells of one indicator, and where its registration begins and ends. */
export interface IndicatorCube {
  definition: Definition;
  cells: Cell[];
  ranges: DataRange[];
  codes: Codes;
}

/** Per dimension without total the nodes that have a cell: a supplier may use codes of his own. */
export type Codes = ReadonlyMap<string, readonly string[]>;

/** Makes protected cells from the exact warehouse. The only way out of it. */
export class CubeBuilder {
  readonly #database: Database;
  readonly #lattice: Lattice;
  readonly #noise: Noise;
  readonly #people: People;
  readonly #areas: CubeContext['areas'];

  private constructor(
    database: Database,
    noise: Noise,
    people: People,
    areas: CubeContext['areas'],
  ) {
    this.#database = database;
    this.#lattice = readLattice();
    this.#noise = noise;
    this.#people = people;
    this.#areas = areas;
  }

  /** Reads what all indicators share: areas, population, record keys. */
  static async open(database: Database, salts: Salts): Promise<CubeBuilder> {
    const noise = new Noise(salts);
    await writeNumbers(database, noise);
    const areas = await readAreaLabels(database);
    return new CubeBuilder(database, noise, await People.read(database), areas);
  }

  /** What protects figures that are no indicator: those of finance. */
  get protection(): Pick<CubeContext, 'noise' | 'people' | 'areas'> {
    return {noise: this.#noise, people: this.#people, areas: this.#areas};
  }

  /** All cells of the lattice that may be seen, or that say why not. */
  async build(definition: Definition): Promise<IndicatorCube> {
    const {ranges, byNumber} = await prepareWindows(this.#database, definition, this.#lattice);
    const context: CubeContext = {
      database: this.#database,
      definition,
      noise: this.#noise,
      areas: this.#areas,
      people: this.#people,
      windows: byNumber,
      population: populationOf(definition, this.#lattice),
      definitiefTot: new Map(
        ranges
          .filter(({variant}) => variant === undefined)
          .map(({gemeente, tot}) => [gemeente, monthsEarlier(tot, definition.voorlopigMaanden)]),
      ),
    };
    const cells: CountedCell[] = [];
    const {maxGekruist} = this.#lattice;
    const most = Math.max(...definition.periodesoorten.map((soort) => maxGekruist[soort]));
    const always = definition.uitsplitsingen.filter((id) => OTHER_COUNTS.has(id));
    for (const set of dimensionSets(definition, this.#lattice, most)) {
      cells.push(...(await cellsOf(context, [...always, ...set])));
    }
    if (GESTANDAARDISEERD in definition.varianten) cells.push(...standardisedCells(context, cells));
    const safe = withGroupDisclosure(cells, this.#lattice);
    // The exact number of clients of a cell stays behind here.
    return {
      definition,
      ranges,
      codes: codesOf(definition, safe),
      cells: safe.map(({place, maten, curve}) => ({place, maten, ...(curve && {curve})})),
    };
  }
}

function codesOf({zonder_totaal}: Definition, cells: readonly Cell[]): Codes {
  return new Map(
    zonder_totaal.map((id) => {
      const nodes = cells.flatMap(({place}) => place.dimensies[id] ?? []);
      return [id, [...new Set(nodes)].sort()];
    }),
  );
}

function cellsOf(context: CubeContext, dimensions: readonly string[]): Promise<CountedCell[]> {
  const {vorm, id, bedrag} = context.definition;
  if (vorm === 'aantal' || vorm === 'stand') return countCells(context, dimensions);
  if (vorm === 'aandeel') return shareCells(context, dimensions);
  if (vorm === 'verhouding') return ratioCells(context, dimensions);
  if (vorm === 'duur') return durationCells(context, dimensions);
  if (vorm === 'paren') return pairCells(context, dimensions);
  if (vorm === 'per_fte') return perFteCells(context);
  if (bedrag === 'per_client') return amountCells(context, dimensions);
  throw new RangeError(`${id}: an amount of nobody is made in queries/finance`);
}

/**
 * Numbers areas (`plek`), clients and households (`klant`, with the record key of each client). A
 * number says nothing outside this run: it is not kept.
 */
async function writeNumbers(database: Database, noise: Noise): Promise<void> {
  await database.run(
    `create or replace temp table plek as
     select row_number() over ()::integer as plek, gemeente_code, niveau, gebied_code
     from ref.gebied_boom`,
  );
  await database.run('create or replace temp table sleutel (client_id varchar, ck ubigint)');
  const clients = await database.rows('select distinct client_id from kern.client');
  const appender = await database.connection.createAppender('sleutel', 'main', 'temp');
  for (const {client_id} of clients) {
    appender.appendVarchar(String(client_id));
    appender.appendUBigInt(noise.recordKey(String(client_id)));
    appender.endRow();
  }
  appender.closeSync();
  await database.run(
    `create or replace temp table klant as
     select client.gemeente_code, client.client_id, sleutel.ck,
       row_number() over ()::integer as client_nr,
       dense_rank() over (
         order by client.gemeente_code, coalesce(client.huishouden_id, client.client_id)
       )::integer as huishouden_nr
     from kern.client as client join sleutel using (client_id)`,
  );
}

function monthsEarlier(date: string, months: number): string {
  const [year = 0, month = 1] = date.split('-').map(Number);
  return new Date(Date.UTC(year, month - months, 0)).toISOString().slice(0, 10);
}
