/** A text as SQL literal. */
export function literal(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}

/** A list of texts as SQL literals, in lower case. */
export function lowerList(texts: readonly string[]): string {
  return texts.map((text) => literal(text.trim().toLowerCase())).join(', ');
}
