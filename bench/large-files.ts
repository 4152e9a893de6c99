import {createHash, createHmac} from 'node:crypto';
import {createWriteStream, mkdirSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {Readable} from 'node:stream';
import {pipeline} from 'node:stream/promises';
import {testBsn} from '../fixtures/message-care.ts';
import {writeManyFiles} from './message-zip.ts';

const HEADER =
  'wet;aanbieder_id;referentie;client_id;toewijzingnummer;productcategorie;productcode;periode_begin;periode_eind;volume;eenheid;bedrag;datum_ingediend;status';
const ROWS_PER_CHUNK = 5_000;

/** Pseudonyms as `wijkmonitor pseudonimiseer` makes them. */
const PSEUDONYMS = Array.from({length: 90_000}, (_, index) =>
  createHmac('sha256', 'bench').update(String(index)).digest('base64url'),
);

/** A row of `prestatie.csv`; the amount with a point or, as exports have it, a comma. */
function claimLine(index: number, decimaal: string): string {
  const month = String((index % 12) + 1).padStart(2, '0');
  const client = PSEUDONYMS[index % PSEUDONYMS.length] ?? '';
  const amount = `${(index % 900) + 12}${decimaal}${String(index % 100).padStart(2, '0')}`;
  return `wmo;A${index % 400};R${index};${client};${index % 200_000};02;02A0${index % 9};2021-${month}-01;2021-${month}-28;${index % 160};uur;${amount};2022-01-15;toegekend\n`;
}

/** Writes claim lines of at least `bytes` together; answers their number and hash. */
export async function writeClaimLines(
  path: string,
  bytes: number,
  decimaal: string,
): Promise<{rows: number; sha256: string}> {
  const hash = createHash('sha256');
  let rows = 0;
  function* chunks(): Generator<string> {
    let written = 0;
    for (let chunk = `${HEADER}\n`; ; chunk = '') {
      for (let row = 0; row < ROWS_PER_CHUNK; row += 1) chunk += claimLine(rows++, decimaal);
      hash.update(chunk);
      written += chunk.length;
      yield chunk;
      if (written >= bytes) return;
    }
  }
  await pipeline(Readable.from(chunks()), createWriteStream(path));
  return {rows, sha256: hash.digest('hex')};
}

const FACTS = {
  gemeente_code: 'GM0400',
  bron: 'bench',
  aangemaakt_op: '2022-02-04T03:00:00Z',
  periode_van: '2021-01-01',
  periode_tot: '2022-01-31',
  soort: 'aanvulling',
};

/** A delivery in the uitwisselprofiel of claim lines; answers the path of its CSV file. */
export async function writeProfileDelivery(folder: string, bytes: number): Promise<string> {
  mkdirSync(folder, {recursive: true});
  const path = join(folder, 'prestatie.csv');
  const {rows, sha256} = await writeClaimLines(path, bytes, '.');
  const bestanden = [{naam: 'prestatie.csv', sha256, rijen: rows}];
  const head = {profiel: 'wijkteam-uitwisselprofiel', versie: '1.0.0', ...FACTS, bestanden};
  writeFileSync(join(folder, 'levering.json'), JSON.stringify(head));
  return path;
}

/** The same lines as an export with a mapping profile: dates, numbers and a list to convert. */
export async function writeExportDelivery(folder: string, bytes: number): Promise<string> {
  mkdirSync(folder, {recursive: true});
  const path = join(folder, 'prestaties.csv');
  await writeClaimLines(path, bytes, ',');
  const kolommen = Object.fromEntries(HEADER.split(';').map((kolom) => [kolom, kolom]));
  const wet = {kolom: 'wet', waarden: {Wmo: 'wmo', Jeugd: 'jeugdwet'}};
  const tabellen = [{tabel: 'prestatie', kolommen: {...kolommen, wet}}];
  const profiel = {naam: 'bench', bestanden: [{bestand: 'prestaties.csv', tabellen}]};
  writeFileSync(join(folder, 'profiel.json'), JSON.stringify(profiel));
  const side = {...FACTS, profiel: 'profiel.json'};
  writeFileSync(join(folder, 'csv-profiel.json'), JSON.stringify(side));
  return path;
}

const PRODUCTS_PER_MESSAGE = 8;

/** A 301 of about 6 kB: one client with several toegewezen producten. */
function message(index: number): string {
  const product = (at: number): string => `
      <wmo301:ToegewezenProduct>
        <wmo301:ToewijzingNummer>${index * 20 + at}</wmo301:ToewijzingNummer>
        <wmo301:Product><wmo301:Categorie>02</wmo301:Categorie><wmo301:Code>02A0${at}</wmo301:Code></wmo301:Product>
        <wmo301:Toewijzingsdatum>2021-03-0${at + 1}</wmo301:Toewijzingsdatum>
        <wmo301:Toewijzingstijd>10:00:00</wmo301:Toewijzingstijd>
        <wmo301:Ingangsdatum>2021-04-01</wmo301:Ingangsdatum>
        <wmo301:Einddatum>2021-12-31</wmo301:Einddatum>
        <wmo301:Omvang><wmo301:Volume>${at + 2}</wmo301:Volume><wmo301:Eenheid>04</wmo301:Eenheid><wmo301:Frequentie>2</wmo301:Frequentie></wmo301:Omvang>
      </wmo301:ToegewezenProduct>`;
  return `<?xml version="1.0" encoding="UTF-8"?>
<wmo301:Bericht xmlns:wmo301="http://www.istandaarden.nl/iwmo/3_2/wmo301/schema">
  <wmo301:Header>
    <wmo301:BerichtCode>414</wmo301:BerichtCode>
    <wmo301:BerichtVersie>3</wmo301:BerichtVersie>
    <wmo301:BerichtSubversie>2</wmo301:BerichtSubversie>
    <wmo301:Afzender>0400</wmo301:Afzender>
    <wmo301:Ontvanger>12345678</wmo301:Ontvanger>
    <wmo301:BerichtIdentificatie><wmo301:Identificatie>${index}</wmo301:Identificatie><wmo301:Dagtekening>2021-03-10</wmo301:Dagtekening></wmo301:BerichtIdentificatie>
  </wmo301:Header>
  <wmo301:Client>
    <wmo301:Bsn>${testBsn(String(index))}</wmo301:Bsn>
    <wmo301:Geboortedatum><wmo301:Datum>1961-02-03</wmo301:Datum></wmo301:Geboortedatum>
    <wmo301:Geslacht>2</wmo301:Geslacht>
    <wmo301:ToegewezenProducten>${Array.from({length: PRODUCTS_PER_MESSAGE}, (_, at) => product(at)).join('')}
    </wmo301:ToegewezenProducten>
  </wmo301:Client>
</wmo301:Bericht>
`;
}

/** Writes a zip of `count` messages of about 6 kB, one after the other; answers their bytes together. */
export function writeMessages(path: string, count: number): number {
  function* messages(): Generator<{naam: string; tekst: string}> {
    for (let index = 0; index < count; index += 1) {
      yield {naam: `map-${index % 10}/bericht-${index}.xml`, tekst: message(index)};
    }
  }
  return writeManyFiles(path, messages());
}
