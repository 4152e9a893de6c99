import {parse} from 'csv-parse/sync';
import {z} from 'zod';
import type {UnpackedFile} from '../../delivery.ts';
import {LeveringGeweigerd} from '../../errors.ts';
import {readJson, readWhole} from '../whole-file.ts';
import type {Iv3Line, Iv3Report} from './matrix.ts';

/** StatLine writes "no figure" as this number; real amounts lie on both sides of it. */
const NO_FIGURE = -99998;

const amount = z
  .union([z.number(), z.string(), z.null()])
  .optional()
  .transform((value) => {
    const text = String(value ?? '').trim();
    return text === '' || text === '.' ? null : Number(text);
  })
  .refine((value) => value === null || Number.isFinite(value));
const padded = z.string().transform((text) => text.trim());

/** A row of the TypedDataSet: keys are padded with spaces, amounts are in thousands of euros. */
const row = z.object({
  TaakveldBalanspost: padded,
  Categorie: padded,
  Gemeenten: padded.pipe(z.string().regex(/^GM[0-9]{4}$/)),
  Verslagsoort: padded.pipe(z.string().regex(/^20[0-9]{2}X00[0-5]$/)),
  k_1ePlaatsing_1: amount,
  k_2ePlaatsing_2: amount,
});
type Row = z.infer<typeof row>;

/**
 * Reads published Iv3 (StatLine): JSON of the OData feed or CSV with the same columns. The second
 * publication corrects the first. Published rows carry no date: the moment of loading is theirs.
 */
export function readPublished(
  file: UnpackedFile,
  now: Date,
): {report: Iv3Report; lines: Iv3Line[]} {
  const json = /\.json$/i.test(file.naam);
  const rows = (json ? odataRows(file) : csvRows(file)).map((record, index) =>
    readRow(file.naam, record, index + (json ? 1 : 2)),
  );
  const gemeente_code = single(file.naam, rows, 'Gemeenten');
  const verslag = single(file.naam, rows, 'Verslagsoort');
  const periode = Number(verslag.slice(-1));
  return {
    report: {
      gemeente_code,
      boekjaar: Number(verslag.slice(0, 4)),
      status: periode === 0 ? 'Begroting' : 'Realisatie',
      periode,
      datum: now.toISOString(),
      synthetisch: false,
    },
    lines: rows.map(({regel, ...record}) => toLine(record, regel)),
  };
}

function toLine(record: Row, regel: number): Iv3Line {
  const {Categorie: categorie, TaakveldBalanspost: taakveld} = record;
  const figures = [record.k_2ePlaatsing_2, record.k_1ePlaatsing_1];
  return {
    regel,
    kant: categorie.startsWith('B') ? 'baten' : 'lasten',
    taakveld,
    categorie: categorie.replace(/^[LB]/, ''),
    bedrag_duizend: figures.find((figure) => figure !== null && figure !== NO_FIGURE) ?? null,
    fout: null,
  };
}

function readRow(naam: string, record: unknown, regel: number): Row & {regel: number} {
  const outcome = row.safeParse(record);
  if (outcome.success) return {...outcome.data, regel};
  const kolom = outcome.error.issues[0]?.path.join('.') ?? '';
  throw new LeveringGeweigerd(
    naam,
    `regel ${regel}, kolom ${kolom}: dit klopt niet met StatLine. Haal de tabel opnieuw op.`,
  );
}

function single(naam: string, rows: readonly Row[], kolom: 'Gemeenten' | 'Verslagsoort'): string {
  const [value, ...others] = new Set(rows.map((record) => record[kolom]));
  if (value !== undefined && others.length === 0) return value;
  throw new LeveringGeweigerd(
    naam,
    `${kolom}: het bestand heeft er ${others.length === 0 ? 'geen' : 'meer dan één'}. ` +
      'Kies er in StatLine precies één.',
  );
}

function odataRows(file: UnpackedFile): unknown[] {
  const feed = z.union([
    z.object({value: z.array(z.unknown())}).transform(({value}) => value),
    z.array(z.unknown()),
  ]);
  const outcome = feed.safeParse(readJson(file));
  if (outcome.success) return outcome.data;
  throw new LeveringGeweigerd(file.naam, 'de lijst "value" ontbreekt. Haal de tabel opnieuw op.');
}

function csvRows(file: UnpackedFile): unknown[] {
  const bytes = readWhole(file);
  try {
    return parse(bytes, {columns: true, delimiter: [';', ',', '\t'], bom: true});
  } catch {
    // The error of the parser quotes the line.
    throw new LeveringGeweigerd(file.naam, 'deze CSV is niet heel. Haal de tabel opnieuw op.');
  }
}
