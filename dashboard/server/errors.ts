/** There is no publication to answer from yet. */
export class GeenPublicatie extends Error {
  readonly code = 'GEEN_PUBLICATIE';
  override readonly name = 'GeenPublicatie';

  constructor() {
    super('Er is nog geen publicatie. Na de eerste nacht staan de cijfers hier.');
  }
}

/** The publication asked for is not kept (any more), or never was. */
export class PublicatieOnbekend extends Error {
  readonly code = 'PUBLICATIE_ONBEKEND';
  override readonly name = 'PublicatieOnbekend';

  constructor() {
    super('Deze publicatie bestaat niet of is opgeruimd. Kijk bij /publicaties welke er zijn.');
  }
}

/** Figures of real people whose attestation is missing, failed, or is about other figures. */
export class PublicatieNietGetoetst extends Error {
  readonly code = 'PUBLICATIE_NIET_GETOETST';
  override readonly name = 'PublicatieNietGetoetst';

  constructor(id: string) {
    super(
      `Publicatie ${id} heeft geen geldige privacytoets en komt niet online. Vraag de beheerder om de toets opnieuw te draaien.`,
    );
  }
}

/** No page, route or chart has this address. */
export class AdresOnbekend extends Error {
  readonly code = 'ADRES_ONBEKEND';
  override readonly name = 'AdresOnbekend';

  constructor(melding = 'Dit adres bestaat niet. Alle adressen staan in /api/v1/openapi.json.') {
    super(melding);
  }
}

/** The role that asks may not see this. The message says what it may not, never what there is. */
export class GeenToegang extends Error {
  readonly code = 'GEEN_TOEGANG';
  override readonly name = 'GeenToegang';
}

/** None of the formats that the caller accepts can be made of this answer. */
export class VormNietMogelijk extends Error {
  readonly code = 'VORM_NIET_MOGELIJK';
  override readonly name = 'VormNietMogelijk';

  constructor(vormen: readonly string[]) {
    super(
      `We kunnen dit antwoord niet in de gevraagde vorm geven. Kies uit: ${vormen.join(', ')}.`,
    );
  }
}

/** Only reading is possible. */
export class MethodeNietMogelijk extends Error {
  readonly code = 'METHODE_NIET_MOGELIJK';
  override readonly name = 'MethodeNietMogelijk';

  constructor() {
    super('Dit adres kun je alleen lezen. Gebruik GET.');
  }
}

/** The Host header names a server that we are not (DNS rebinding). */
export class HostNietToegestaan extends Error {
  readonly code = 'HOST_NIET_TOEGESTAAN';
  override readonly name = 'HostNietToegestaan';

  constructor() {
    super('De demo is alleen bereikbaar via localhost of 127.0.0.1.');
  }
}

/** The demo was asked to do what only a real installation may. The message names the cure. */
export class DemoNietToegestaan extends Error {
  readonly code = 'DEMO_NIET_TOEGESTAAN';
  override readonly name = 'DemoNietToegestaan';
}
