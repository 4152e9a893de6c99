import type {UnpackedFile} from '../../delivery.ts';
import type {UnpackedFiles} from '../../unpacked-files.ts';
import {LeveringGeweigerd} from '../../errors.ts';
import {readHead} from '../whole-file.ts';
import type {Translation, Translator} from '../translation.ts';
import {readDelivered} from './delivered.ts';
import {translateReport} from './report.ts';
import {readPublished} from './published.ts';

/** A report as the gemeente sends it to CBS, or rows as StatLine publishes them. */
const DELIVERED = /"overheidslaag"\s*:|"taakveld"\s*:\s*"/;
const PUBLISHED = /TaakveldBalanspost/;

/** Iv3: budget and accounts of a gemeente per taakveld, one report per delivery. */
export const iv3Translator: Translator = {
  recognises: (files) =>
    files.length > 0 && files.every((file) => isIv3(file.naam) && kindOf(file) !== null),
  translate: (files, now) => Promise.resolve().then(() => translate(files, now)),
};

const isIv3 = (naam: string): boolean => /\.(json|csv)$/i.test(naam);

function kindOf(file: UnpackedFile): 'delivered' | 'published' | null {
  const head = readHead(file);
  if (PUBLISHED.test(head)) return 'published';
  return DELIVERED.test(head) && /\.json$/i.test(file.naam) ? 'delivered' : null;
}

function translate(files: UnpackedFiles, now: Date): Translation {
  const [file, ...others] = files;
  if (file === undefined || others.length > 0) {
    throw new LeveringGeweigerd(
      others[0]?.naam ?? 'de levering',
      'een Iv3-levering heeft één bestand. Lever elk verslag apart.',
    );
  }
  const {report, lines} =
    kindOf(file) === 'published' ? readPublished(file, now) : readDelivered(file);
  const {feiten, tabel} = translateReport(file, report, lines);
  return {feiten, tabellen: [tabel]};
}
