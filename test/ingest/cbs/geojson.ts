/** Two squares in Noord-Holland: counter-clockwise, as CBS has them, and clockwise. */
export const LEFT = [
  [4.7, 52.9],
  [4.8, 52.9],
  [4.8, 53],
  [4.7, 53],
  [4.7, 52.9],
];
export const RIGHT = LEFT.toReversed();

/** A feature as CBS writes it; `jrstatcode` only when given. */
export function area(
  statcode: string,
  statnaam: string,
  ring: unknown,
  jrstatcode?: string,
): Record<string, unknown> {
  const properties = {statcode, statnaam, ...(jrstatcode === undefined ? {} : {jrstatcode})};
  return {type: 'Feature', properties, geometry: {type: 'Polygon', coordinates: [ring]}};
}

export const collection = (features: unknown[]): Record<string, unknown> => ({
  type: 'FeatureCollection',
  features,
});
