import type {UnpackedFile} from '../../delivery.ts';
import type {UnpackedFiles} from '../../unpacked-files.ts';
import {LeveringGeweigerd} from '../../errors.ts';
import type {TranslatedTable, Translation, Translator} from '../translation.ts';
import {readHead, readJson} from '../whole-file.ts';
import {translateAanvraag} from './aanvraag.ts';
import {COLUMNS, type AanvraagOutcome} from './outcome.ts';
import {answer} from './schema.ts';
import {readSideFile, SIDE_FILE, type SideFile} from './side-file.ts';

/** Zorgned: the chain aanvraag, beschikking, toewijzing, levering, as JSON with a `zorgned.json`. */
export const zorgnedTranslator: Translator = {
  recognises: (files) =>
    files.some(({naam}) => naam === SIDE_FILE) || (files.length > 0 && files.every(isAnswer)),
  translate: (files) => Promise.resolve().then(() => translate(files)),
};

function isAnswer(file: UnpackedFile): boolean {
  return /\.json$/i.test(file.naam) && /"_embedded"\s*:\s*\{\s*"aanvraag"/.test(readHead(file));
}

function translate(files: UnpackedFiles): Translation {
  const {bestanden, aanmeldingen, ...feiten} = readSideFile(files);
  const answers = files.filter(({naam}) => naam !== SIDE_FILE);
  if (answers.length === 0) {
    throw new LeveringGeweigerd(SIDE_FILE, 'er is geen bestand met aanvragen. Voeg het toe.');
  }
  const sha256 = files.find(({naam}) => naam === SIDE_FILE)?.sha256 ?? '';
  return {
    feiten,
    tabellen: [
      ...clientTable(bestanden, sha256),
      ...answers.flatMap((file) => tablesOf(file, {bestanden, aanmeldingen})),
    ],
  };
}

function tablesOf(
  file: UnpackedFile,
  {bestanden, aanmeldingen}: Pick<SideFile, 'bestanden' | 'aanmeldingen'>,
): TranslatedTable[] {
  const client_id = bestanden.find(({naam}) => naam === file.naam)?.client_id ?? null;
  const outcomes = readAanvragen(file).map((record, index) =>
    translateAanvraag(record, {regel: index + 1, client_id, aanmeldingen}),
  );
  const names: (keyof Omit<AanvraagOutcome, 'waarschuwingen'>)[] = ['toewijzing', 'levering'];
  if (aanmeldingen !== null) names.unshift('aanmelding');
  return names.map((tabel) => ({
    tabel,
    bestand: file.naam,
    sha256: file.sha256,
    kolommen: COLUMNS[tabel],
    kolomnaam: (kolom) => SOURCE_NAMES[kolom] ?? kolom,
    rijen: outcomes.flatMap((outcome) => outcome[tabel]),
    waarschuwingen:
      tabel === 'toewijzing' ? outcomes.flatMap(({waarschuwingen}) => waarschuwingen) : [],
  }));
}

/** What Zorgned calls our columns. */
const SOURCE_NAMES: Readonly<Record<string, string>> = {
  aanmelding_id: 'identificatie',
  toewijzingnummer: 'toewijzingNummer',
  aanbieder_id: 'leverancier',
  productcategorie: 'productCategorie',
  productcode: 'productCode',
  datum_aanmelding: 'datumAanmelding',
  datum_aanvraag: 'datumAanvraag',
  datum_afgesloten: 'datumAfgifte',
  datum_besluit: 'datumAfgifte',
  reden_einde: 'redenBeeindiging',
};

/** Clients of whom the delivery tells something; the others come from another source. */
function clientTable(bestanden: SideFile['bestanden'], sha256: string): TranslatedTable[] {
  const rijen = bestanden.flatMap(({client_id, geboortejaar, geslacht}, index) => {
    if (geboortejaar === null && geslacht === null) return [];
    const jaar = geboortejaar === null ? null : String(geboortejaar);
    return [{regel: index + 1, cellen: [client_id, jaar, geslacht]}];
  });
  if (rijen.length === 0) return [];
  return [
    {
      tabel: 'client',
      bestand: SIDE_FILE,
      sha256,
      kolommen: COLUMNS.client,
      kolomnaam: (kolom) => kolom,
      rijen,
      waarschuwingen: [],
    },
  ];
}

function readAanvragen(file: UnpackedFile): unknown[] {
  const outcome = answer.safeParse(readJson(file));
  if (outcome.success) return outcome.data;
  throw new LeveringGeweigerd(
    file.naam,
    'de lijst "_embedded.aanvraag" ontbreekt. Lever het antwoord van Zorgned.',
  );
}
