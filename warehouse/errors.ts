/** Another process has the database file open for writing. */
export class MagazijnBezet extends Error {
  readonly code = 'MAGAZIJN_BEZET';
  override readonly name = 'MagazijnBezet';
}
