/** An Iv3 report as our own fictional gemeente would send it to CBS. */
export interface TestReport {
  metadata: Record<string, unknown>;
  contact?: unknown;
  opmerkingen?: unknown;
  data: Record<string, unknown>;
}

export const CONTACT = {
  naam: 'Piet Afzender',
  email: 'p.afzender@gemeente.example',
  telefoon: '0612345678',
};

/** A report with these lines; `metadata` overrides. */
export function report(
  data: {lasten?: unknown[]; baten?: unknown[]},
  metadata: Record<string, unknown> = {},
): TestReport {
  return {
    metadata: {
      overheidslaag: 'Gemeente',
      overheidsnummer: '0400',
      overheidsnaam: 'Den Helder',
      boekjaar: 2024,
      periode: 0,
      status: 'Begroting',
      datum: '2023-11-10T09:30:00+01:00',
      details_openbaar: false,
      financieel_pakket: 'fictief',
      export_software: 'fictief',
      ...metadata,
    },
    contact: CONTACT,
    data: {lasten: [], baten: [], balans_lasten: [], balans_baten: [], balans_standen: [], ...data},
  };
}

export const line = (taakveld: string, bedrag: unknown, categorie = '3.8'): object => ({
  taakveld,
  categorie,
  bedrag,
});
