/** Another process has the database file open for writing. */
export class MagazijnBezet extends Error {
  readonly code = 'MAGAZIJN_BEZET';
  override readonly name = 'MagazijnBezet';
}

/** Another transaction changed the same rows meanwhile. This one was rolled back, and can be run again. */
export class GelijktijdigGewijzigd extends Error {
  readonly code = 'GELIJKTIJDIG_GEWIJZIGD';
  override readonly name = 'GelijktijdigGewijzigd';
}
