import {Database, type Parameters, type Row} from '../warehouse/open.ts';
import type {Gebeurtenis, Gebied} from './contract/area.ts';
import type {Effectantwoord} from './contract/effect.ts';
import {
  STATUSSEN,
  type Cijfer,
  type CijferAntwoord,
  type CijferVraag,
  type Maten,
  type Overlevingscurve,
  type OverlevingVraag,
} from './contract/figure.ts';
import type {GemeenteFinancien} from './contract/finance.ts';
import type {Beleid} from './contract/goal.ts';
import type {Indicator} from './contract/indicator.ts';
import type {Bereik, Manifest} from './contract/publication.ts';
import type {Nulmeting} from './contract/verdict.ts';
import {ALLE, GESTANDAARDISEERD, OTHER_COUNTS, VARIANT} from './cube/lattice.ts';
import {withheld} from './cube/protect.ts';
import {IndicatorOnbekend, VraagOngeldig} from './errors.ts';
import {checkQuestion} from './question.ts';
import {readParts, type GridPeriod, type PublicationParts} from './publication-file.ts';

/** An opened publication: protected figures that never change. */
export interface Publication {
  readonly manifest: Manifest;
  readonly gebieden: readonly Gebied[];
  readonly indicatoren: readonly Indicator[];
  readonly gebeurtenissen: readonly Gebeurtenis[];
  readonly nulmetingen: readonly Nulmeting[];
  readonly bereiken: readonly Bereik[];
  readonly beleid: Beleid;
  /** What the teams changed, per indicator and gemeente; empty in an older publication. */
  readonly effecten: readonly Effectantwoord[];
  readonly financien: readonly GemeenteFinancien[];
  /** The full grid of the question. Throws `VraagOngeldig` or `IndicatorOnbekend`. */
  cijfers(vraag: CijferVraag): Promise<CijferAntwoord>;
  /** The survival curves of a duration that are large enough to show; none of another form. */
  overleving(vraag: OverlevingVraag): Promise<Overlevingscurve[]>;
  close(): void;
}

/**
 * Opens a publication file read-only: no other file, no extension, no setting can be reached from it,
 * whatever SQL would ever be run.
 */
export async function openPublication(path: string): Promise<Publication> {
  const database = await Database.open(path, {
    access_mode: 'READ_ONLY',
    enable_external_access: 'false',
    lock_configuration: 'true',
  });
  return publicationIn(database, await readParts(database));
}

/** A publication whose figures are written and whose parts are known: what release can ask of it. */
export function publicationIn(database: Database, parts: PublicationParts): Publication {
  return new OpenPublication(database, parts);
}

class OpenPublication implements Publication {
  readonly #database: Database;
  readonly #parts: PublicationParts;

  constructor(database: Database, parts: PublicationParts) {
    this.#database = database;
    this.#parts = parts;
  }

  get manifest(): Manifest {
    return this.#parts.manifest;
  }

  get gebieden(): readonly Gebied[] {
    return this.#parts.gebieden;
  }

  get indicatoren(): readonly Indicator[] {
    return this.#parts.indicatoren;
  }

  get gebeurtenissen(): readonly Gebeurtenis[] {
    return this.#parts.gebeurtenissen;
  }

  get nulmetingen(): readonly Nulmeting[] {
    return this.#parts.nulmetingen;
  }

  get bereiken(): readonly Bereik[] {
    return this.#parts.bereiken;
  }

  get beleid(): Beleid {
    return this.#parts.beleid;
  }

  get effecten(): readonly Effectantwoord[] {
    return this.#parts.effecten;
  }

  get financien(): readonly GemeenteFinancien[] {
    return this.#parts.financien;
  }

  async cijfers(vraag: CijferVraag): Promise<CijferAntwoord> {
    const indicator = this.indicatoren.find(({id}) => id === vraag.indicator);
    if (indicator === undefined) throw new IndicatorOnbekend(vraag.indicator);
    const fouten = checkQuestion(vraag, indicator, this.gebieden);
    if (fouten.length > 0) throw new VraagOngeldig(fouten);
    const found = new Map<string, Maten>();
    for (const row of await this.#rows(vraag, indicator)) {
      found.set(rowKey(row, indicator), matenOf(row));
    }
    const {manifest} = this;
    return {
      publicatie: manifest.id,
      indicator: indicator.id,
      filters: vraag.filters,
      cijfers: [...this.#grid(vraag, indicator, found)],
    };
  }

  async overleving(vraag: OverlevingVraag): Promise<Overlevingscurve[]> {
    const {indicator, gemeente, niveau, gebied, periodesoort} = vraag;
    if (!(await this.#hasCurves())) return [];
    const rows = await this.#database.rows(
      `select gebied_code, periode, dag, open from overleving
       where indicator = $indicator and gemeente_code = $gemeente and niveau = $niveau
         and periodesoort in ($periodesoort, 'nulmeting')
       order by gebied_code, periode, dag`,
      {indicator, gemeente, niveau, periodesoort},
    );
    const curves = new Map<string, Overlevingscurve>();
    for (const row of rows) {
      const code = String(row['gebied_code']);
      if (gebied !== undefined && gebied !== code) continue;
      const periode = String(row['periode']);
      const key = `${code} ${periode}`;
      const curve = curves.get(key) ?? {gebied: code, niveau, periode, punten: []};
      curves.set(key, curve);
      curve.punten.push({dag: Number(row['dag']), open: Number(row['open'])});
    }
    return [...curves.values()];
  }

  /** A publication of before the curves is still kept, and has none. */
  async #hasCurves(): Promise<boolean> {
    const sql = "select 1 as een from duckdb_tables() where table_name = 'overleving'";
    return (await this.#database.rows(sql)).length > 0;
  }

  close(): void {
    this.#database.close();
  }

  #rows(vraag: CijferVraag, indicator: Indicator): Promise<Row[]> {
    const parameters: Parameters = {
      gemeente: vraag.gemeente,
      niveau: vraag.niveau,
      periodesoort: vraag.periodesoort,
    };
    const conditions = indicator.uitsplitsingen.map(({id}, index) => {
      if (vraag.uitsplitsen.includes(id)) return `${id} <> '${ALLE}'`;
      parameters[`knoop${index}`] = nodeOf(vraag, id);
      return `${id} = $knoop${index}`;
    });
    return this.#database.rows(
      `select * from cijfer_${indicator.id}
       where gemeente_code = $gemeente and niveau = $niveau and periodesoort = $periodesoort
         ${conditions.map((condition) => `and ${condition}`).join(' ')}`,
      parameters,
    );
  }

  *#grid(
    vraag: CijferVraag,
    indicator: Indicator,
    found: ReadonlyMap<string, Maten>,
  ): Generator<Cijfer> {
    const areas = this.gebieden.filter(
      ({niveau, gemeente, code}) =>
        niveau === vraag.niveau &&
        gemeente === vraag.gemeente &&
        (vraag.gebied === undefined || code === vraag.gebied),
    );
    const periods = this.#parts.perioden.filter(
      ({gemeente, periodesoort, periode}) =>
        gemeente === vraag.gemeente &&
        periodesoort === vraag.periodesoort &&
        periode >= (vraag.van ?? periode) &&
        periode <= (vraag.tot ?? periode),
    );
    const nodes = combinations(vraag, indicator);
    for (const {code} of areas) {
      for (const period of periods) {
        for (const dimensies of nodes) {
          const key = cellKey(code, period.periode, indicator, dimensies);
          const maten = found.get(key) ?? this.#absent(vraag, indicator, {period, code, dimensies});
          yield {
            gebied: code,
            niveau: vraag.niveau,
            periode: period.periode,
            dimensies: shown(vraag, dimensies),
            ...maten,
          };
        }
      }
    }
  }

  /** A cell that is not stored: the period tells why, else the group is too small (or empty). */
  #absent(
    {niveau}: CijferVraag,
    indicator: Indicator,
    {
      period,
      code,
      dimensies,
    }: {period: GridPeriod; code: string; dimensies: Readonly<Record<string, string>>},
  ): Maten {
    const {id, vorm, niveaus} = indicator;
    const {gemeente, van, tot} = period;
    if (!niveaus.includes(niveau)) return withheld('nvt');
    if (cannotExist(indicator, dimensies)) return withheld('nvt');
    const ranges = this.#parts.bereiken.filter(
      ({indicator: one, gemeente: where, variant}) =>
        one === id &&
        where === gemeente &&
        (variant === undefined || variant === dimensies[VARIANT]),
    );
    if (vorm === 'per_fte' && niveau === 'wijk') return withheld('nvt');
    if (ranges.length === 0 || ranges.some((range) => van < range.van))
      return withheld('ontbreekt');
    if (ranges.some((range) => tot > range.tot)) return withheld('onvolledig');
    const isSplit = Object.entries(dimensies).some(
      ([one, node]) => !OTHER_COUNTS.has(one) && node !== ALLE,
    );
    const waits = (this.manifest.wachtend ?? []).some(
      (wijk) => wijk.gemeente === gemeente && wijk.gebied === code && tot > wijk.na,
    );
    if (niveau === 'wijk' && isSplit && waits) return withheld('wacht');
    return withheld(vorm === 'per_fte' ? 'ontbreekt' : 'te_klein');
  }
}

/** A total of what does not add up, or a part of a figure that only exists as a total. */
function cannotExist(
  {zonder_totaal}: Indicator,
  dimensies: Readonly<Record<string, string>>,
): boolean {
  const {[VARIANT]: variant, ...parts} = dimensies;
  const isSplit = Object.values(parts).some((node) => node !== ALLE);
  return (
    zonder_totaal.some((id) => dimensies[id] === ALLE) || (variant === GESTANDAARDISEERD && isSplit)
  );
}

/** The node of a dimension that is not split: what was asked, or all of it. */
function nodeOf({filters}: CijferVraag, id: string): string {
  return filters[id] ?? OTHER_COUNTS.get(id) ?? ALLE;
}

function combinations(
  vraag: CijferVraag,
  {uitsplitsingen}: Indicator,
): Readonly<Record<string, string>>[] {
  let nodes: Readonly<Record<string, string>>[] = [{}];
  for (const {id, knopen} of uitsplitsingen) {
    const options = vraag.uitsplitsen.includes(id)
      ? knopen.map((knoop) => knoop.id)
      : [nodeOf(vraag, id)];
    nodes = nodes.flatMap((node) => options.map((option) => ({...node, [id]: option})));
  }
  return nodes;
}

/** Only what was asked for stands in the answer. */
function shown(
  {filters, uitsplitsen}: CijferVraag,
  dimensies: Readonly<Record<string, string>>,
): Record<string, string> {
  return Object.fromEntries(
    Object.entries(dimensies).filter(([id]) => id in filters || uitsplitsen.includes(id)),
  );
}

function rowKey(row: Row, indicator: Indicator): string {
  const nodes = Object.fromEntries(indicator.uitsplitsingen.map(({id}) => [id, String(row[id])]));
  return cellKey(String(row['gebied_code']), String(row['periode']), indicator, nodes);
}

function cellKey(
  code: string,
  periode: string,
  {uitsplitsingen}: Indicator,
  nodes: Readonly<Record<string, string>>,
): string {
  return [code, periode, ...uitsplitsingen.map(({id}) => nodes[id])].join('|');
}

function matenOf(row: Row): Maten {
  const number = (name: string): number | null =>
    typeof row[name] === 'number' ? row[name] : null;
  const status = STATUSSEN.find((one) => one === row['status']);
  if (status === undefined) throw new TypeError('this publication has a status we do not know');
  return {
    status,
    waarde: number('waarde'),
    ondergrens: number('ondergrens'),
    bovengrens: number('bovengrens'),
    teller: number('teller'),
    noemer: number('noemer'),
    aantal: number('aantal'),
    methode: String(row['methode']),
    voorlopig: row['voorlopig'] === true,
    dekking: number('dekking'),
    p80: number('p80'),
    boven_norm: number('boven_norm'),
  };
}
