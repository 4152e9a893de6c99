import {pathOf, type UnpackedFile} from '../../delivery.ts';
import {LeveringGeweigerd} from '../../errors.ts';
import type {LoadedFile, Warning} from '../../outcome.ts';
import type {DeliveryFacts, DeliveryTask, LoadContext, SourceFormat} from '../../source-format.ts';
import {loadFile} from '../uitwisselprofiel/load-file.ts';
import {replaceOlder} from '../uitwisselprofiel/replace.ts';
import {chosen, fillTable} from './fill.ts';
import {readMapping, type FileMapping, type Mapping} from './mapping.ts';
import {readSideFile, SIDE_FILE} from './side-file.ts';
import {readSource, type Source} from './source.ts';
import {sheetAsCsv} from './workbook.ts';

/** CSV and XLSX of a case-management system, read by a mapping profile. */
export const csvProfiel: SourceFormat = {
  naam: 'csv-profiel',
  noemt: {bestand: /^csv-profiel\.json$/, gemeente: /"gemeente_code"\s*:\s*"GM(\d{4})"/},
  recognises: (files) => files.some(({naam}) => naam === SIDE_FILE),
  load: async (context, task) => {
    const side = task.bestanden.find(({naam}) => naam === SIDE_FILE);
    if (side === undefined) throw new LeveringGeweigerd(SIDE_FILE, 'dit bestand ontbreekt.');
    const {profiel, ...feiten} = readSideFile(side);
    const {mapping, file} = readMapping(task.bestanden, profiel, context);
    const exports = task.bestanden.filter((one) => one !== side && one !== file);
    const bestanden: LoadedFile[] = [];
    for (const pair of match(exports, mapping)) {
      bestanden.push(...(await loadExport(context, task, feiten, pair)));
    }
    await replaceOlder(context, task, feiten, bestanden);
    return feiten;
  },
};

interface Pair {
  file: UnpackedFile;
  mapping: FileMapping;
}

/** Every export with what the mapping says of it; a workbook once per sheet. */
function match(files: readonly UnpackedFile[], {bestanden}: Mapping): Pair[] {
  const pairs = bestanden.flatMap((mapping) => {
    const name = nameLike(mapping.bestand);
    const found = files.filter(({naam}) => name.test(naam));
    if (found.length === 0 && !mapping.optioneel) {
      throw new LeveringGeweigerd(
        mapping.bestand,
        'dit bestand staat in het profiel, maar niet in de levering. Voeg het toe.',
      );
    }
    return found.map((file) => ({file, mapping}));
  });
  const extra = files.find((file) => !pairs.some((pair) => pair.file === file));
  if (extra === undefined) return pairs;
  throw new LeveringGeweigerd(
    extra.naam,
    'dit bestand staat niet in het profiel. Voeg het daar toe of haal het uit de levering.',
  );
}

/** A name in which * stands for any text, in any case. */
function nameLike(pattern: string): RegExp {
  const exact = pattern.replaceAll(/[\\^$.+?()[\]{}|]/g, '\\$&');
  return new RegExp(`^${exact.replaceAll('*', '.*')}$`, 'i');
}

async function loadExport(
  context: LoadContext,
  task: DeliveryTask,
  feiten: DeliveryFacts,
  {file, mapping}: Pair,
): Promise<LoadedFile[]> {
  const workbook = /\.xlsx$/i.test(file.naam);
  const bestand =
    workbook && mapping.blad !== undefined ? `${file.naam}#${mapping.blad}` : file.naam;
  const pad = workbook ? await sheetAsCsv(file, mapping) : pathOf(file);
  await context.gate.open(feiten);
  const source = await readSource(context, {bestand, pad}, mapping);
  // Records that never became a row, and remarks on the file, are told once: with its first table.
  let {afgewezen} = source;
  let waarschuwingen = [...source.waarschuwingen, ...(await leftOut(context, source, mapping))];
  const outcomes: LoadedFile[] = [];
  for (const table of mapping.tabellen) {
    const tabel = context.profile.tabellen.get(table.tabel);
    if (tabel === undefined) throw new RangeError('the mapping was not checked');
    const raw = await fillTable(context.warehouse, source, {mapping, table, tabel});
    const whole = {
      ...raw,
      gelezen: raw.gelezen + afgewezen.length,
      afgewezen: [...afgewezen, ...raw.afgewezen],
      waarschuwingen,
    };
    const origin = {levering_id: task.levering_id, bestand, sha256: file.sha256, feiten};
    outcomes.push(await loadFile(context, tabel, whole, origin));
    afgewezen = [];
    waarschuwingen = [];
  }
  return outcomes;
}

/** Records that the mapping puts in no table: its own choice, told so that it is one. */
async function leftOut(
  {warehouse}: LoadContext,
  source: Source,
  {tabellen}: FileMapping,
): Promise<Warning[]> {
  const any = tabellen.map((table) => chosen(source, table)).join(' or ');
  const [row] = await warehouse.rows(
    `select count(*) as aantal from ${source.rijen} where not (${any})`,
  );
  const aantal = Number(row?.['aantal'] ?? 0);
  if (aantal === 0) return [];
  const reden = `${aantal} rijen horen volgens het profiel bij geen tabel. Ze zijn niet geladen.`;
  return [{regel: null, code: 'NIET_GEKOZEN', reden}];
}
