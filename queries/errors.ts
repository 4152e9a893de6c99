/** One thing that is wrong with a question: the parameter, and in Dutch what to do about it. */
export interface VraagFout {
  veld: string;
  melding: string;
}

/** The question can't be answered as asked; `fouten` lists everything that is wrong with it. */
export class VraagOngeldig extends Error {
  readonly code = 'VRAAG_ONGELDIG';
  override readonly name = 'VraagOngeldig';
  readonly fouten: readonly VraagFout[];

  constructor(fouten: readonly VraagFout[]) {
    super(fouten.map((fout) => `${fout.veld}: ${fout.melding}`).join(' '));
    this.fouten = fouten;
  }
}

/** No indicator has this id in this publication. */
export class IndicatorOnbekend extends Error {
  readonly code = 'INDICATOR_ONBEKEND';
  override readonly name = 'IndicatorOnbekend';

  constructor(id: string) {
    super(`Indicator ${id} bestaat niet. Kijk bij /indicatoren welke er zijn.`);
  }
}

/** The query or the arithmetic of an indicator failed; nothing can be published then. */
export class IndicatorMislukt extends Error {
  readonly code = 'INDICATOR_MISLUKT';
  override readonly name = 'IndicatorMislukt';

  constructor(id: string, options: ErrorOptions) {
    super(
      `Indicator ${id} is niet te berekenen. Meld dit bij de beheerder van Wijkmonitor.`,
      options,
    );
  }
}
