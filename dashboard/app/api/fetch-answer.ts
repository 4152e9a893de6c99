import {asProblem, problemFrom} from './problem.ts';

export type Guard<T> = (value: unknown) => value is T;

/**
 * Whether a value has these fields. The server checks its answers against a schema and comes from
 * the same release; this catches a proxy or an old server that answers something else.
 */
export function withFields<T>(...names: (keyof T & string)[]): Guard<T> {
  return (value): value is T =>
    typeof value === 'object' && value !== null && names.every((name) => name in value);
}

/** The address of a question to the API. Absent and empty parameters are left out. */
export function apiAddress(
  path: string,
  query: Readonly<Record<string, string | null | undefined>>,
): string {
  const asked = Object.entries(query).flatMap(([name, value]) =>
    value === null || value === undefined || value === '' ? [] : [[name, value] as const],
  );
  const text = new URLSearchParams(Object.fromEntries(asked)).toString();
  return `/api/v1${path}${text === '' ? '' : `?${text}`}`;
}

/** Asks the API; throws AntwoordMislukt with words for the reader. */
export async function fetchAnswer<T>(
  address: string,
  isAnswer: Guard<T>,
  signal?: AbortSignal,
): Promise<T> {
  try {
    const response = await ask(address, 'application/json', signal);
    const body: unknown = JSON.parse(unbroken(await response.text()));
    if (!isAnswer(body)) throw new SyntaxError(`unexpected answer of ${address}`);
    return body;
  } catch (error) {
    throw asProblem(error);
  }
}

/** Asks for a picture as SVG text; throws AntwoordMislukt. */
export async function fetchSvg(address: string, signal?: AbortSignal): Promise<string> {
  try {
    return unbroken(await (await ask(address, 'image/svg+xml', signal)).text());
  } catch (error) {
    throw asProblem(error);
  }
}

/** No line ends in the middle of "0-meting": a word joiner after its hyphen, which nobody sees. */
function unbroken(text: string): string {
  return text.replaceAll('0-meting', '0-\u2060meting');
}

async function ask(address: string, accept: string, signal?: AbortSignal): Promise<Response> {
  const response = await fetch(address, {headers: {Accept: accept}, signal: signal ?? null});
  if (response.ok) return response;
  const problem: unknown = await response.json();
  throw problemFrom(problem);
}
