import {createHash} from 'node:crypto';
import {Database, type Row} from '../warehouse/open.ts';
import type {Publications} from '../warehouse/publications.ts';
import type {Catalogue} from './catalogue.ts';
import type {Keuring, Manifest} from './contract/publication.ts';
import type {LeveringSamenvatting} from './contract/quality.ts';
import {BASE, MAX_HIDDEN, MIN_CLIENTS, MIN_MUTATIONS, MIN_WIJK_MUTATIONS} from './cube/protect.ts';
import type {HeldWijk} from './mutations.ts';
import {readParts} from './publication-file.ts';
import type {ReleaseOptions} from './release-options.ts';

/** Parameters of the protection, as a publication and its attestation tell them. */
export const PARAMETERS = {
  afrondbasis: BASE,
  drempel_van: MIN_CLIENTS,
  drempel_tot: MAX_HIDDEN + 1,
  noemer_aandeel: 30,
  mutaties_gemeente: MIN_MUTATIONS,
  mutaties_wijk: MIN_WIJK_MUTATIONS,
};

/** What the publication says of itself. */
export async function manifestOf(
  {warehouse, catalogue, now, codeVersion, publications, held = []}: ReleaseOptions,
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
    definities: definitionHashes(catalogue),
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
      bevindingen: inTens(Number(bevindingen)),
    })),
    cellen: facts.cellen,
    cellen_sha256: facts.hash,
    herzieningen: [],
    parameters: PARAMETERS,
    wachtend: await waitingWijken(publications, held),
  };
}

/** Findings are about people too: everybody may know how many there are at most, in tens. */
function inTens(bevindingen: number): number {
  return 10 * Math.ceil(bevindingen / 10);
}

/** Held wijken, each with the last day that the previous publication shows of its gemeente. */
async function waitingWijken(
  publications: Publications,
  held: readonly HeldWijk[],
): Promise<NonNullable<Manifest['wachtend']>> {
  const previous = publications.current();
  if (previous === null || held.length === 0) return [];
  const database = await Database.open(previous.path, {access_mode: 'READ_ONLY'});
  try {
    const {gemeenten} = (await readParts(database)).manifest;
    return held.map(({gemeente, gebied}) => ({
      gemeente,
      gebied,
      na: gemeenten.find(({code}) => code === gemeente)?.data_tot ?? '',
    }));
  } finally {
    database.close();
  }
}

/** Which text of which definition was used. */
export function definitionHashes(catalogue: Catalogue): Manifest['definities'] {
  return catalogue.all().map(({id, versie, sql}) => ({
    indicator: id,
    versie,
    sha256: createHash('sha256').update(sql).digest('hex'),
  }));
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
