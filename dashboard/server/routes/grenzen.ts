import {boundaryCollection, readBoundaries} from '../boundary-files.ts';
import {liveRoute} from '../route.ts';

/** The outlines of the areas, for who draws a map: GeoJSON, empty when none were loaded. */
export const grenzenRoute = liveRoute({
  path: '/gebieden.geojson',
  naam: 'grenzen',
  samenvatting: 'De omtrek van wijken of buurten (GeoJSON), als die geladen is.',
  antwoord: boundaryCollection,
  answer: async ({boundariesFolder, log}) => ({
    soort: 'json',
    inhoud: await readBoundaries(boundariesFolder, log),
  }),
});
