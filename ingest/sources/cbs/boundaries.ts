import {basename} from 'node:path';
import {z} from 'zod';
import {LeveringGeweigerd} from '../../errors.ts';
import {parseArea} from './area.ts';
import {readFeatures} from './geojson.ts';

const position = z.array(z.number()).min(2);
const ring = z.array(position).min(4);
const geometry = z.discriminatedUnion('type', [
  z.object({type: z.literal('Polygon'), coordinates: z.array(ring).min(1)}),
  z.object({type: z.literal('MultiPolygon'), coordinates: z.array(z.array(ring).min(1)).min(1)}),
]);

type Position = readonly number[];
type Ring = readonly Position[];

/** The outline of an area in longitude and latitude, ready to be drawn by d3. */
export interface Boundary {
  gebied_code: string;
  jaar: number;
  naam: string;
  /** A polygon is its outer ring and its holes; an area can have several (islands). */
  polygonen: readonly (readonly Ring[])[];
}

/**
 * The boundaries in a GeoJSON file with areas of one year. Outer rings go clockwise and holes the
 * other way: d3 takes a ring the other way for all of the earth but the area, and CBS files have
 * them counter-clockwise. Throws `LeveringGeweigerd`.
 */
export function readBoundaries(pad: string): Boundary[] {
  const naam = basename(pad);
  const {jaar, features} = readFeatures({naam, pad, sha256: ''}, null);
  return features.map(({regel, kenmerken, geometry: source}) => {
    const area = kenmerken && parseArea(kenmerken.statcode);
    const shape = geometry.safeParse(source);
    if (area === null || kenmerken === null || !shape.success) {
      throw new LeveringGeweigerd(
        naam,
        `gebied ${regel}: code, naam of omtrek ontbreekt of is stuk. Haal het bestand opnieuw op.`,
      );
    }
    const {type, coordinates} = shape.data;
    const polygons = type === 'Polygon' ? [coordinates] : coordinates;
    if (!polygons.flat(2).every(inNederland)) {
      throw new LeveringGeweigerd(
        naam,
        `gebied ${regel}: dit zijn geen graden (WGS84) in Nederland. Zet het bestand om.`,
      );
    }
    return {
      gebied_code: area.gebied_code,
      jaar,
      naam: kenmerken.naam,
      polygonen: polygons.map((rings) =>
        rings.map((points, index) => turn(points, index === 0 ? 'clockwise' : 'counter')),
      ),
    };
  });
}

function turn(points: Ring, direction: 'clockwise' | 'counter'): Ring {
  return signedArea(points) < 0 === (direction === 'clockwise') ? points : points.toReversed();
}

/** Twice the area, positive when the ring goes counter-clockwise (shoelace formula). */
function signedArea(points: Ring): number {
  return points.reduce((sum, [x = 0, y = 0], index) => {
    const [nextX = 0, nextY = 0] = points[(index + 1) % points.length] ?? [];
    return sum + (x * nextY - nextX * y);
  }, 0);
}

/** Coordinates of the national grid (RD) are metres and fall far outside. */
function inNederland([longitude = 0, latitude = 0]: Position): boolean {
  return longitude > 2 && longitude < 8 && latitude > 50 && latitude < 54.5;
}
