import {createHash} from 'node:crypto';
import {Database, type Row} from '../warehouse/open.ts';
import type {Publications} from '../warehouse/publications.ts';
import type {Catalogue, Definition} from './catalogue.ts';
import type {
  GemeenteFinancien,
  Keuring,
  LeveringSamenvatting,
  Manifest,
  Nulmeting,
} from './contract.ts';
import {CubeBuilder, type IndicatorCube} from './cube/build.ts';
import {namedNodes} from './cube/delivered-nodes.ts';
import type {Salts} from './cube/noise.ts';
import {IndicatorMislukt} from './errors.ts';
import {financeOf} from './finance/finance-of.ts';
import {freeze} from './judgement/nulmeting.ts';
import {publicIndicator} from './public-indicator.ts';
import {areasOf} from './release-areas.ts';
import {baselinesOf, deliveredBaselines, type Baseline} from './release-baselines.ts';
import {policyOf} from './release-policy.ts';
import {countRestatements} from './restatements.ts';
import {
  figuresHash,
  writeCurves,
  writeFigures,
  writeParts,
  type GridPeriod,
  type PublicationParts,
} from './publication-file.ts';

/** What a release needs. The warehouse is open and its models are built. */
export interface ReleaseOptions {
  warehouse: Database;
  catalogue: Catalogue;
  publications: Publications;
  salts: Salts;
  now: Date;
  codeVersion: string;
  frozen: readonly Nulmeting[];
  onProgress?: (progress: {done: number; total: number; what: string}) => void;
}

/** The manifest of what was published, and the baselines frozen by now. */
export interface ReleaseOutcome {
  manifest: Manifest;
  baselines: Nulmeting[];
}

/**
 * Builds the cube, protects it, writes the publication and switches the pointer as the last step.
 * A crash before that leaves the previous publication serving. Throws `IndicatorMislukt`.
 */
export async function release(options: ReleaseOptions): Promise<ReleaseOutcome> {
  const {warehouse, catalogue, publications, salts, onProgress = () => undefined} = options;
  const draft = publications.draft();
  const target = await Database.open(draft);
  try {
    const builder = await CubeBuilder.open(warehouse, salts);
    const definitions = catalogue.all();
    const cubes: Omit<IndicatorCube, 'cells'>[] = [];
    const today: Baseline[] = [];
    let cellen = 0;
    for (const [done, definition] of definitions.entries()) {
      onProgress({done, total: definitions.length, what: definition.titel});
      const {cells, ...cube} = await buildNamed(builder, definition);
      await writeFigures(target, {...cube, cells});
      await writeCurves(target, {...cube, cells});
      today.push(...baselinesOf({...cube, cells}));
      cubes.push(cube);
      cellen += cells.length;
    }
    const hash = await figuresHash(
      target,
      definitions.map(({id}) => id),
    );
    const financien = await financeOf(warehouse, builder.protection);
    const {now} = options;
    const id = publicationId(now, hash);
    const known = [...(await deliveredBaselines(warehouse, definitions)), ...today];
    const {frozen: baselines, open} = freeze(
      options.frozen,
      known.map((one) => ({...one, publicatie: id, vastgelegd_op: now.toISOString()})),
    );
    const manifest = await manifestOf(options, {id, cellen, hash});
    manifest.herzieningen = await countRestatements(
      target,
      publications.current()?.path ?? null,
      definitions,
    );
    await writeParts(
      target,
      await partsOf(options, {manifest, cubes, baselines: [...baselines, ...open], financien}),
    );
    await target.run('force checkpoint');
    target.close();
    publications.publish(draft, id, manifest);
    return {manifest, baselines};
  } catch (error) {
    publications.draft();
    throw error;
  }
}

/** Throws `IndicatorMislukt`: whoever runs the night has to know which one. */
async function buildNamed(builder: CubeBuilder, definition: Definition): Promise<IndicatorCube> {
  try {
    return await builder.build(definition);
  } catch (error) {
    throw new IndicatorMislukt(definition.id, {cause: error});
  }
}

function publicationId(now: Date, hash: string): string {
  const [day = '', time = ''] = now.toISOString().split('T');
  return `${day}-${time.slice(0, 8).replaceAll(':', '')}-${hash.slice(0, 6)}`;
}

async function manifestOf(
  {warehouse, catalogue, now, codeVersion}: ReleaseOptions,
  facts: {id: string; cellen: number; hash: string},
): Promise<Manifest> {
  const leveringen = await warehouse.rows(
    `select levering_id, gemeente_code as gemeente, bron, soort, aangemaakt_op::varchar as aangemaakt_op,
       periode_van::varchar as periode_van, periode_tot::varchar as periode_tot, sha256, gelezen,
       geladen, afgewezen, synthetisch
     from meta.levering where status = 'geladen' order by aangemaakt_op, levering_id`,
  );
  const keuringen = await warehouse.rows('select check_id, uitleg, bevindingen from meta.keuring');
  const gemeenten = await warehouse.rows(
    `select boom.gebied_code as code, boom.naam, max(dataeinde.data_tot)::varchar as tot,
       min(dataeinde.data_van)::varchar as van
     from ref.gebied_boom as boom join kern.dataeinde using (gemeente_code)
     where boom.niveau = 'gemeente' group by boom.gebied_code, boom.naam order by boom.naam`,
  );
  return {
    id: facts.id,
    gemaakt_op: now.toISOString(),
    versie_code: codeVersion,
    synthetisch: leveringen.length > 0 && leveringen.every(isSynthetic),
    definities: catalogue.all().map(({id, versie, sql}) => ({
      indicator: id,
      versie,
      sha256: createHash('sha256').update(sql).digest('hex'),
    })),
    gemeenten: gemeenten.map(({code, naam, tot, van}) => ({
      code: String(code),
      naam: String(naam),
      data_tot: String(tot),
      eerste_dag: String(van),
    })),
    leveringen: leveringen.map(summary),
    keuringen: keuringen.map(({check_id, uitleg, bevindingen}): Keuring => ({
      check: String(check_id),
      uitleg: String(uitleg),
      bevindingen: Number(bevindingen),
    })),
    cellen: facts.cellen,
    cellen_sha256: facts.hash,
    herzieningen: [],
    parameters: {afrondbasis: 5, drempel_van: 10, drempel_tot: 14, noemer_aandeel: 30},
  };
}

/** Messages carry no flag of their own: test BSNs only are loaded beside synthetic registrations. */
function isSynthetic({synthetisch, bron}: Row): boolean {
  return synthetisch === true || bron === 'berichten';
}

function summary(row: Row): LeveringSamenvatting {
  const text = (name: string): string => String(row[name]);
  return {
    levering_id: text('levering_id'),
    gemeente: text('gemeente'),
    bron: text('bron'),
    soort: text('soort'),
    aangemaakt_op: text('aangemaakt_op'),
    periode_van: text('periode_van'),
    periode_tot: text('periode_tot'),
    sha256: text('sha256'),
    gelezen: Number(row['gelezen']),
    geladen: Number(row['geladen']),
    afgewezen: Number(row['afgewezen']),
  };
}

async function partsOf(
  {warehouse}: ReleaseOptions,
  {
    manifest,
    cubes,
    baselines,
    financien,
  }: {
    manifest: Manifest;
    cubes: Omit<IndicatorCube, 'cells'>[];
    baselines: Nulmeting[];
    financien: GemeenteFinancien[];
  },
): Promise<PublicationParts> {
  const periods = await warehouse.rows(
    `select gemeente_code, periodesoort, periode, van::varchar as van, tot::varchar as tot
     from ref.periode order by gemeente_code, periodesoort, van`,
  );
  const events = await warehouse.rows(
    `select datum::varchar as datum, datum_tot::varchar as datum_tot, gebied_code, omschrijving
     from kern.gebeurtenis order by datum`,
  );
  const dimensions = await namedNodes(warehouse);
  return {
    manifest,
    gebieden: await areasOf(warehouse),
    indicatoren: cubes.map(({definition, codes}) =>
      publicIndicator(definition, {codes, dimensions}),
    ),
    gebeurtenissen: events.map(({datum, datum_tot, gebied_code, omschrijving}) => ({
      datum: String(datum),
      datum_tot: datum_tot === null ? null : String(datum_tot),
      gebied: gebied_code === null ? null : String(gebied_code),
      omschrijving: String(omschrijving),
    })),
    nulmetingen: baselines,
    perioden: periods.map((row): GridPeriod => ({
      gemeente: String(row['gemeente_code']),
      periodesoort: String(row['periodesoort']),
      periode: String(row['periode']),
      van: String(row['van']),
      tot: String(row['tot']),
    })),
    bereiken: cubes.flatMap(({definition, ranges}) =>
      ranges.map((range) => ({indicator: definition.id, ...range})),
    ),
    beleid: await policyOf(warehouse),
    financien,
  };
}
