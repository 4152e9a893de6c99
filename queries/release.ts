import {Database} from '../warehouse/open.ts';
import {attest, PrivacytoetsNietGehaald} from './attack/attestation.ts';
import type {Definition} from './catalogue.ts';
import type {Manifest, Privacytoets} from './contract/publication.ts';
import type {Nulmeting} from './contract/verdict.ts';
import {CubeBuilder, type IndicatorCube} from './cube/build.ts';
import {namedNodes} from './cube/delivered-nodes.ts';
import {checkDefinitions, readLattice} from './cube/lattice.ts';
import {IndicatorMislukt} from './errors.ts';
import {freeze} from './judgement/nulmeting.ts';
import {keepPublished, type KeptPeriods} from './keep-published.ts';
import {publicationIn} from './publication.ts';
import {effectsOf} from './release-effects.ts';
import {
  figuresHash,
  writeCurves,
  writeFigures,
  writeParts,
  type GridPeriod,
  type PublicationParts,
} from './publication-file.ts';
import {areasOf} from './release-areas.ts';
import {publicIndicator} from './public-indicator.ts';
import {baselinesOf, deliveredBaselines, type Baseline} from './release-baselines.ts';
import {isPublicAmount, releaseMoney} from './release-money.ts';
import {policyOf} from './release-policy.ts';
import {definitionHashes, manifestOf, PARAMETERS} from './release-manifest.ts';
import type {ReleaseOptions} from './release-options.ts';
import {countRestatements} from './restatements.ts';

/** The manifest of what was published, its attestation, and the baselines frozen by now. */
export interface ReleaseOutcome {
  manifest: Manifest;
  /** Null when the attestation still has to follow. */
  toets: Privacytoets | null;
  baselines: Nulmeting[];
}

/**
 * Builds the cube, protects it, attacks the result, and only then publishes: the pointer is switched as
 * the last step. A crash before that leaves the previous publication serving. Throws
 * `PrivacytoetsNietGehaald` when an attack succeeds, `IndicatorMislukt` when one can't be made.
 */
export async function release(options: ReleaseOptions): Promise<ReleaseOutcome> {
  const {warehouse, catalogue, publications, salts, onProgress = () => undefined} = options;
  const draft = publications.draft();
  const target = await Database.open(draft);
  try {
    const builder = await CubeBuilder.open(warehouse, salts);
    const definitions = catalogue.all();
    checkDefinitions(definitions, readLattice());
    const cubes: Omit<IndicatorCube, 'cells'>[] = [];
    const today: Baseline[] = [];
    let cellen = 0;
    for (const [done, definition] of definitions.entries()) {
      if (isPublicAmount(definition)) continue;
      onProgress({done, total: definitions.length, what: definition.titel});
      const {cells, ...cube} = await buildNamed(builder, definition);
      await writeFigures(target, {...cube, cells});
      await writeCurves(target, {...cube, cells});
      today.push(...baselinesOf({...cube, cells}));
      cubes.push(cube);
      cellen += cells.length;
    }
    const previous = publications.current()?.path ?? null;
    const kept =
      previous === null
        ? new Set<string>()
        : await keepPublished({
            publication: target,
            previous,
            cubes,
            held: options.held ?? [],
            parameters: PARAMETERS,
            definitions: definitionHashes(catalogue),
          });
    const money = await releaseMoney({warehouse, publication: target}, builder, {
      definitions,
      previous,
    });
    for (const {cells, ...cube} of money.cubes) {
      cubes.push(cube);
      cellen += cells.length;
    }
    const {financien} = money;
    const hash = await figuresHash(
      target,
      cubes.map(({definition}) => definition.id),
      financien,
    );
    const {now} = options;
    const id = publicationId(now, hash);
    const known = [...(await deliveredBaselines(options, definitions)), ...today];
    const {frozen: baselines, open} = freeze(
      options.frozen,
      known.map((one) => ({...one, publicatie: id, vastgelegd_op: now.toISOString()})),
    );
    const manifest = await manifestOf(options, {id, cellen, hash});
    manifest.herzieningen = await countRestatements(target, previous, definitions);
    const parts = await partsOf(options, {
      manifest,
      cubes,
      baselines: [...baselines, ...open],
    });
    onProgress({done: definitions.length, total: definitions.length, what: 'Effecten'});
    const effecten = await effectsOf(publicationIn(target, parts));
    await writeParts(target, {...parts, effecten, financien});
    await target.run('force checkpoint');
    target.close();
    const isFirst = previous === null && publications.list().length === 0;
    const later = options.attestLater === true && manifest.synthetisch && isFirst;
    const toets = later
      ? null
      : await attestDraft(options, {
          draft,
          manifest,
          kept: new Set([...kept, ...money.kept]),
        });
    if (toets?.geslaagd === false) throw new PrivacytoetsNietGehaald(toets);
    publications.publish(draft, id, manifest, toets);
    return {manifest, baselines, toets};
  } catch (error) {
    publications.draft();
    throw error;
  }
}

function attestDraft(
  {warehouse, catalogue, salts, now, onProgress = () => undefined}: ReleaseOptions,
  {draft, manifest, kept}: {draft: string; manifest: Manifest; kept: KeptPeriods},
): Promise<Privacytoets> {
  return attest({
    warehouse,
    publicatie: draft,
    definitions: catalogue.all(),
    salts,
    kept,
    now,
    id: manifest.id,
    cellenSha256: manifest.cellen_sha256,
    parameters: manifest.parameters,
    onProgress: (what) => {
      onProgress({done: 1, total: 1, what: `privacytoets ${what}`});
    },
  });
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

async function partsOf(
  {warehouse}: ReleaseOptions,
  {
    manifest,
    cubes,
    baselines,
  }: {
    manifest: Manifest;
    cubes: Omit<IndicatorCube, 'cells'>[];
    baselines: Nulmeting[];
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
    effecten: [],
    financien: [],
  };
}
