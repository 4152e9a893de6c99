import {z} from 'zod';
import type {UnpackedFile} from '../../delivery.ts';
import {LeveringGeweigerd} from '../../errors.ts';
import {readJson} from '../whole-file.ts';
import type {Iv3Line, Iv3Report} from './matrix.ts';

const metadata = z.strictObject({
  overheidslaag: z.enum(['Gemeente', 'Provincie', 'GR']),
  overheidsnummer: z.string().regex(/^\s*[0-9]{1,4}\s*$/),
  overheidsnaam: z.string(),
  boekjaar: z.number().int(),
  periode: z.number().int().min(0).max(5),
  status: z.enum(['Begroting', 'Realisatie']),
  datum: z.string(),
  details_openbaar: z.boolean(),
  financieel_pakket: z.string(),
  export_software: z.string(),
});

/**
 * Schema 2.0 and 2.1. `contact` and `opmerkingen` hold names, addresses and free text of people:
 * they are turned into nothing, whatever they hold. 2.0 may leave out the balance sheet.
 */
const nothing = z
  .unknown()
  .transform(() => null)
  .optional();
const delivered = z.strictObject({
  metadata,
  contact: nothing,
  opmerkingen: nothing,
  data: z.strictObject({
    lasten: z.array(z.unknown()),
    baten: z.array(z.unknown()),
    balans_lasten: nothing,
    balans_baten: nothing,
    balans_standen: nothing,
    kengetallen: nothing,
    beleidsindicatoren: nothing,
  }),
});

const line = z.object({taakveld: z.string(), categorie: z.string(), bedrag: z.number()});

/** Reads a report in the JSON that gemeenten send to CBS. Throws `LeveringGeweigerd`. */
export function readDelivered(file: UnpackedFile): {report: Iv3Report; lines: Iv3Line[]} {
  const outcome = delivered.safeParse(readJson(file));
  if (!outcome.success) {
    const places = outcome.error.issues.map(({path}) => path.join('.') || 'bovenste niveau');
    throw new LeveringGeweigerd(
      file.naam,
      `deze velden kloppen niet: ${[...new Set(places)].slice(0, 10).join(', ')}. ` +
        'Volg het Iv3-schema 2.1 van het CBS.',
    );
  }
  const {overheidslaag, overheidsnummer, boekjaar, status, periode, datum} = outcome.data.metadata;
  if (overheidslaag !== 'Gemeente') {
    throw new LeveringGeweigerd(
      file.naam,
      'overheidslaag: dit verslag is niet van een gemeente. Lever dat van de gemeente.',
    );
  }
  const {lasten, baten} = outcome.data.data;
  return {
    report: {
      gemeente_code: `GM${overheidsnummer.trim().padStart(4, '0')}`,
      boekjaar,
      status,
      periode,
      datum,
      synthetisch: false,
    },
    lines: [
      ...lasten.map((record, index) => readLine(record, 'lasten', index + 1)),
      ...baten.map((record, index) => readLine(record, 'baten', lasten.length + index + 1)),
    ],
  };
}

function readLine(record: unknown, kant: Iv3Line['kant'], regel: number): Iv3Line {
  const outcome = line.safeParse(record);
  if (outcome.success) {
    const {taakveld, categorie, bedrag} = outcome.data;
    return {
      regel,
      kant,
      taakveld: taakveld.trim(),
      categorie: categorie.trim(),
      bedrag_duizend: bedrag,
      fout: null,
    };
  }
  const kolom = String(outcome.error.issues[0]?.path[0] ?? 'regel');
  const reden = `${kolom}: dit veld ontbreekt of heeft het verkeerde type. Vul het in.`;
  return {regel, kant, taakveld: '', categorie: '', bedrag_duizend: null, fout: {kolom, reden}};
}
