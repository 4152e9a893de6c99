import {z} from 'zod';
import type {UnpackedFile} from '../../delivery.ts';
import {LeveringGeweigerd} from '../../errors.ts';
import {readJson} from '../whole-file.ts';
import {yearOf} from './area.ts';

const feature = z.object({
  properties: z.object({
    statcode: z.string(),
    statnaam: z.string(),
    jrstatcode: z.string().optional(),
  }),
  geometry: z.unknown(),
});

/** A feature of a file with areas. `geometry` is not judged yet. */
export interface AreaFeature {
  /** Number of the feature in the file, from 1. */
  regel: number;
  /** Null: the feature lacks code or name. */
  kenmerken: {statcode: string; naam: string} | null;
  geometry: unknown;
}

/** Reads a CBS gebiedsindeling (GeoJSON). Throws `LeveringGeweigerd`. */
export function readFeatures(
  file: UnpackedFile,
  sideYear: number | null,
): {jaar: number; features: AreaFeature[]} {
  const outcome = z.object({features: z.array(z.unknown())}).safeParse(readJson(file));
  if (!outcome.success) {
    throw new LeveringGeweigerd(
      file.naam,
      'de lijst "features" ontbreekt. Lever een GeoJSON met gebieden.',
    );
  }
  const parsed = outcome.data.features.map((record) => feature.safeParse(record).data ?? null);
  const years = parsed.flatMap((record) => yearInCode(record?.properties.jrstatcode));
  if (new Set(years).size > 1) {
    throw new LeveringGeweigerd(
      file.naam,
      'het bestand heeft gebieden van meer dan één jaar. Lever elk jaar apart.',
    );
  }
  return {
    jaar: yearOf(file.naam, years[0] ?? null, sideYear),
    features: parsed.map((record, index) => ({
      regel: index + 1,
      kenmerken: record && {
        statcode: record.properties.statcode,
        naam: withoutPrefix(record.properties.statnaam),
      },
      geometry: record?.geometry,
    })),
  };
}

/** A year stands before the code: 2024WK040001. */
function yearInCode(jrstatcode: string | undefined): number[] {
  const year = /^(20[1-9][0-9])[A-Z]/.exec(jrstatcode ?? '')?.[1];
  return year === undefined ? [] : [Number(year)];
}

/** CBS puts the number of the wijk before its name: "Wijk 01 Stad binnen de Linie-Oost". */
function withoutPrefix(statnaam: string): string {
  const naam = statnaam.trim();
  return naam.replace(/^Wijk [0-9A-Z]{2} +/, '');
}
