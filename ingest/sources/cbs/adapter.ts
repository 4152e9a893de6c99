import type {UnpackedFile} from '../../delivery.ts';
import type {UnpackedFiles} from '../../unpacked-files.ts';
import {LeveringGeweigerd} from '../../errors.ts';
import type {TranslatedRow, TranslatedTable, Translation, Translator} from '../translation.ts';
import {readHead} from '../whole-file.ts';
import {parseArea, yearOf, type Area} from './area.ts';
import {readFeatures} from './geojson.ts';
import {bevolkingRows, isKerncijfers, readKerncijfers} from './kerncijfers.ts';
import {readSideFile, SIDE_FILE} from './side-file.ts';

/** A record of a CBS file: the area it is about, and what it becomes once the gemeente is known. */
interface AreaRecord {
  regel: number;
  area: Area | null;
  rows: () => TranslatedRow[] | 'onbekend';
}

interface AreaFile {
  file: UnpackedFile;
  tabel: 'gebied' | 'bevolking';
  jaar: number;
  records: AreaRecord[];
}

const COLUMNS = {
  gebied: ['gebied_code', 'jaar', 'niveau', 'naam', 'ouder_code'],
  bevolking: ['gebied_code', 'jaar', 'leeftijdsgroep', 'aantal'],
} as const;

/** CBS reference data: areas (GeoJSON) and inhabitants (Kerncijfers Wijken en Buurten, CSV). */
export const cbsTranslator: Translator = {
  recognises: (files) =>
    files.some(({naam}) => naam !== SIDE_FILE) &&
    files.every((file) => file.naam === SIDE_FILE || kindOf(file) !== null),
  translate: (files, now) => Promise.resolve().then(() => translate(files, now)),
};

function kindOf(file: UnpackedFile): AreaFile['tabel'] | null {
  if (/\.geojson$/i.test(file.naam)) return 'gebied';
  if (/\.json$/i.test(file.naam) && /"statcode"\s*:/.test(readHead(file))) return 'gebied';
  return /\.csv$/i.test(file.naam) && isKerncijfers(readHead(file)) ? 'bevolking' : null;
}

function translate(files: UnpackedFiles, now: Date): Translation {
  const side = readSideFile(files);
  const read = files
    .filter(({naam}) => naam !== SIDE_FILE)
    .map((file) =>
      kindOf(file) === 'gebied' ? readAreas(file, side.jaar) : readInhabitants(file, side.jaar),
    );
  const gemeente_code = side.gemeente_code ?? onlyGemeente(read);
  const years = read.map(({jaar}) => jaar);
  return {
    feiten: {
      gemeente_code,
      bron: 'cbs',
      soort: 'aanvulling',
      // CBS files carry no moment: the newest download counts.
      aangemaakt_op: side.aangemaakt_op ?? now.toISOString(),
      periode_van: `${Math.min(...years)}-01-01`,
      periode_tot: `${Math.max(...years)}-01-01`,
      synthetisch: side.synthetisch,
    },
    tabellen: read.map((areas) => tableOf(areas, gemeente_code)),
  };
}

function readAreas(file: UnpackedFile, sideYear: number | null): AreaFile {
  const {jaar, features} = readFeatures(file, sideYear);
  const records = features.map(({regel, kenmerken}): AreaRecord => {
    const area = kenmerken && parseArea(kenmerken.statcode);
    return {
      regel,
      area,
      rows: () => {
        if (kenmerken === null || area === null) {
          const reden = 'statcode: code of naam van het gebied ontbreekt. Vul beide in.';
          return [{regel, kolom: 'gebied_code', code: 'REGEL_STUK', reden}];
        }
        const {gebied_code, niveau, ouder_code} = area;
        return [{regel, cellen: [gebied_code, String(jaar), niveau, kenmerken.naam, ouder_code]}];
      },
    };
  });
  return {file, tabel: 'gebied', jaar, records};
}

function readInhabitants(file: UnpackedFile, sideYear: number | null): AreaFile {
  const jaar = yearOf(file.naam, null, sideYear);
  const records = readKerncijfers(file)
    // No figure is about a buurt, and the country is not an area of a gemeente.
    .filter(({area}) => area !== null && area.niveau !== 'buurt')
    .map((line): AreaRecord => ({
      regel: line.regel,
      area: line.area,
      rows: () => (line.area === null ? [] : bevolkingRows(line, line.area, jaar)),
    }));
  return {file, tabel: 'bevolking', jaar, records};
}

function onlyGemeente(read: readonly AreaFile[]): string {
  const areas = read.flatMap(({records}) => records.map(({area}) => area));
  const [code, ...others] = new Set(areas.flatMap((area) => area?.gemeente_code ?? []));
  if (code !== undefined && others.length === 0) return code;
  throw new LeveringGeweigerd(
    read[0]?.file.naam ?? SIDE_FILE,
    'de levering gaat niet over precies één gemeente. Voeg cbs.json toe met gemeente_code.',
  );
}

function tableOf({file, tabel, records}: AreaFile, gemeente_code: string): TranslatedTable {
  const own = records.filter(({area}) => area === null || area.gemeente_code === gemeente_code);
  const outcomes = own.map(({regel, rows}) => ({regel, rijen: rows()}));
  const others = records.length - own.length;
  return {
    tabel,
    bestand: file.naam,
    sha256: file.sha256,
    kolommen: COLUMNS[tabel],
    kolomnaam: (kolom) => SOURCE_NAMES[kolom] ?? kolom,
    rijen: outcomes.flatMap(({rijen}) => (rijen === 'onbekend' ? [] : rijen)),
    waarschuwingen: [
      ...(others === 0 ? [] : [notice('ANDERE_GEMEENTE', `${others} ${OTHER_AREAS}`)]),
      ...(tabel === 'gebied' ? [] : [notice('LEEFTIJD_GESCHAT', ESTIMATED)]),
      ...outcomes
        .filter(({rijen}) => rijen === 'onbekend')
        .map(({regel}) => ({regel, code: 'GEEN_CIJFER', reden: UNKNOWN})),
    ],
  };
}

const SOURCE_NAMES: Readonly<Record<string, string>> = {gebied_code: 'statcode', naam: 'statnaam'};
const OTHER_AREAS = 'gebieden liggen in een andere gemeente. Ze zijn niet overgenomen.';
const UNKNOWN = 'aantal: het CBS geeft hier geen aantal. Dit gebied is niet overgenomen.';
const ESTIMATED =
  'het CBS telt in andere leeftijdsgroepen. De aantallen per leeftijdsgroep zijn geschat.';
const notice = (code: string, reden: string): {regel: null; code: string; reden: string} => ({
  regel: null,
  code,
  reden,
});
