/** Why an answer did not come, as the reader sees it. Thrown by `fetchAnswer`. */
export class AntwoordMislukt extends Error {
  readonly code: string;
  override readonly name = 'AntwoordMislukt';
  readonly titel: string;
  readonly fouten: readonly string[];

  constructor({titel, detail, code, fouten = []}: ProblemText) {
    super(detail);
    this.titel = titel;
    this.code = code;
    this.fouten = fouten;
  }
}

export interface ProblemText {
  titel: string;
  detail: string;
  code: string;
  fouten?: readonly string[];
}

const NO_CONNECTION: ProblemText = {
  titel: 'Geen verbinding',
  detail: 'We kunnen de server niet bereiken. Controleer uw verbinding en probeer het opnieuw.',
  code: 'GEEN_VERBINDING',
};

const UNREADABLE: ProblemText = {
  titel: 'Er ging iets mis',
  detail: 'Het antwoord is niet te lezen. Probeer het later opnieuw.',
  code: 'ANTWOORD_ONLEESBAAR',
};

/** Any error as one that can be shown. */
export function asProblem(error: unknown): AntwoordMislukt {
  if (error instanceof AntwoordMislukt) return error;
  return new AntwoordMislukt(error instanceof TypeError ? NO_CONNECTION : UNREADABLE);
}

/** Reads the problem that the server wrote (RFC 9457). */
export function problemFrom(body: unknown): AntwoordMislukt {
  if (typeof body !== 'object' || body === null) return new AntwoordMislukt(UNREADABLE);
  const titel = 'title' in body ? String(body.title) : UNREADABLE.titel;
  const detail = 'detail' in body ? String(body.detail) : UNREADABLE.detail;
  const code = 'code' in body ? String(body.code) : UNREADABLE.code;
  const list: unknown[] = 'fouten' in body && Array.isArray(body.fouten) ? body.fouten : [];
  const fouten = list.flatMap((one) =>
    typeof one === 'object' && one !== null && 'melding' in one && 'veld' in one
      ? [`${String(one.veld)}: ${String(one.melding)}`]
      : [],
  );
  return new AntwoordMislukt({titel, detail, code, fouten});
}
