import {readFileSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {beforeEach, describe, expect, it} from 'vitest';
import {writeZip} from '../../fixtures/zip.ts';
import {CLIENT, manifestOf, TEAM, TestInbox} from '../support/delivery.ts';

let inbox: TestInbox;
beforeEach(async () => {
  inbox = await TestInbox.open();
});

/** Refused whole: nothing in the warehouse, the delivery kept, the reason beside it. */
async function expectRefused(reden: string | RegExp, name = 'levering.zip'): Promise<void> {
  const [outcome] = await inbox.load();
  expect(outcome?.status).toBe('geweigerd');
  if (typeof reden === 'string') expect(outcome?.reden).toBe(reden);
  else expect(outcome?.reden).toMatch(reden);
  expect(inbox.names('inbox')).toEqual([]);
  expect(inbox.names('quarantaine')).toContain(name);
  const report: unknown = JSON.parse(
    readFileSync(join(inbox.data, 'quarantaine', `${name}.reden.json`), 'utf8'),
  );
  expect(report).toMatchObject({reden: outcome?.reden});
  for (const table of ['stg.team', 'stg.client', 'meta.bestand']) {
    expect(await inbox.count(table)).toBe(0);
  }
}

describe('a delivery is refused whole, with file, line and cure, when', () => {
  it('the zip is empty', async () => {
    await writeZip(inbox.path('levering.zip'), []);
    await expectRefused(
      'levering.zip: de levering is leeg. Voeg levering.json en de CSV-bestanden toe.',
    );
  });

  it('the zip was cut off', async () => {
    await inbox.put('levering.zip', [TEAM, CLIENT]);
    const whole = readFileSync(inbox.path('levering.zip'));
    writeFileSync(inbox.path('levering.zip'), whole.subarray(0, whole.length / 2));
    await expectRefused(
      'levering.zip: dit zip-bestand is kapot of niet compleet. Maak de zip opnieuw en lever hem nog eens.',
    );
  });

  it('a message in the zip is not what the zip says', async () => {
    const bericht = Buffer.from('<Bericht/>'.repeat(200));
    await writeZip(inbox.path('levering.zip'), [{naam: 'bericht.xml', tekst: bericht}]);
    const bytes = readFileSync(inbox.path('levering.zip'));
    // The CRC in the list of contents, 16 bytes after its signature.
    const at = bytes.indexOf(Buffer.from('PK\u0001\u0002', 'latin1')) + 16;
    bytes.writeUInt8(bytes.readUInt8(at) ^ 1, at);
    writeFileSync(inbox.path('levering.zip'), bytes);
    await expectRefused(
      'levering.zip: dit zip-bestand is kapot of niet compleet. Maak de zip opnieuw en lever hem nog eens.',
    );
  });

  it('a hash differs from levering.json', async () => {
    const manifest = manifestOf([TEAM]);
    const changed = {...TEAM, tekst: `${TEAM.tekst.toString()}T2;GM0400;Zuid;2020-11-01\n`};
    await writeZip(inbox.path('levering.zip'), [manifest, changed]);
    await expectRefused(
      'team.csv: de controlegetallen (sha256) verschillen. Het bestand is veranderd of kapot. Lever opnieuw.',
    );
  });

  it('the number of rows differs from levering.json', async () => {
    const {tekst} = manifestOf([TEAM]);
    const manifest = {
      naam: 'levering.json',
      tekst: tekst.toString().replace('"rijen":1', '"rijen":9'),
    };
    await writeZip(inbox.path('levering.zip'), [manifest, TEAM]);
    await expectRefused(
      'team.csv: het bestand heeft 1 rijen, levering.json zegt 9. Maak de levering opnieuw.',
    );
  });

  it('a column is unknown; its name may be a person, so only its place is told', async () => {
    await inbox.put('levering.zip', [
      {naam: 'team.csv', tekst: 'team_id;gemeente_code;naam;startdatum;Jansen\n'},
    ]);
    await expectRefused(
      'team.csv: regel 1: onbekende kolom (kolom 5). Haal kolommen weg die niet in het profiel staan.',
    );
  });

  it('a column holds BSNs, under whatever name; the number itself is never told', async () => {
    const bsns = ['999900006', '999900018', '999990019', '999990020', '999990032'];
    const rows = bsns.map((bsn) => `${bsn};1980;v`).join('\n');
    await inbox.put('levering.zip', [
      {naam: 'client.csv', tekst: `client_id;geboortejaar;geslacht\n${rows}\n`},
    ]);
    await expectRefused(
      /^client\.csv: kolom "client_id" bevat \d keer een BSN \(patroon #+, onder meer regel 2, 3.*\)\. Haal dit weg/,
    );
    const [report] = await inbox.warehouse.rows('select * from meta.levering');
    expect(JSON.stringify(report)).not.toMatch(/9999\d{5}/);
  });

  it('a text column holds an e-mail address', async () => {
    await inbox.put('levering.zip', [
      {
        naam: 'gebeurtenis.csv',
        tekst: 'datum;omschrijving\n2021-01-01;bel j.jansen@voorbeeld.nl\n',
      },
    ]);
    await expectRefused(
      /kolom "omschrijving" bevat 1 keer een e-mailadres \(patroon x\.x@x\.x, onder meer regel 2\)/,
    );
  });

  it('a file is UTF-16', async () => {
    await inbox.put('levering.zip', [
      {naam: 'team.csv', tekst: Buffer.from(`\uFEFF${TEAM.tekst.toString()}`, 'utf16le')},
    ]);
    await expectRefused(
      'team.csv: het bestand heeft codering UTF-16. Bewaar het als "CSV UTF-8" en lever opnieuw.',
    );
  });

  it('the columns are separated by commas', async () => {
    await inbox.put('levering.zip', [
      {naam: 'team.csv', tekst: TEAM.tekst.toString().replaceAll(';', ',')},
    ]);
    await expectRefused(/regel 1: de kolommen zijn niet gescheiden met een puntkomma/);
  });

  it('the version of the profile is unknown', async () => {
    await inbox.put('levering.zip', [TEAM], {versie: '9.0.0'});
    await expectRefused(
      /profiel of versie is onbekend\. Gebruik "wijkteam-uitwisselprofiel" versie "1\.0\.0"/,
    );
  });

  it('levering.json is wrong: every field is named', async () => {
    await inbox.put('levering.zip', [TEAM], {gemeente_code: 'Den Helder', periode_tot: 'gisteren'});
    await expectRefused(
      /gemeente_code: schrijf GM en vier cijfers; periode_tot: schrijf de dag als jjjj-mm-dd/,
    );
  });

  it('levering.json is missing', async () => {
    await writeZip(inbox.path('levering.zip'), [TEAM]);
    await expectRefused('levering.json: dit bestand ontbreekt. Voeg het toe aan de zip.');
  });

  it('a message is broken XML', async () => {
    writeFileSync(inbox.path('bericht.xml'), '<?xml version="1.0"?>\n<wmo301:Bericht>\n<a></b>');
    await expectRefused(/regel [123]: .*(XML is kapot|geen iWmo- of iJw-bericht)/, 'bericht.xml');
  });

  it('more than 5% of the rows of a table are wrong', async () => {
    const rows = Array.from(
      {length: 100},
      (_, index) => `client-${1000 + index};${index < 6 ? 'jong' : 1980};v`,
    );
    await inbox.put('levering.zip', [
      {naam: 'client.csv', tekst: `client_id;geboortejaar;geslacht\n${rows.join('\n')}\n`},
    ]);
    await expectRefused(/6 van de 100 rijen zijn fout\. Dat is meer dan 5%/);
  });
});

describe('a row is set aside with its line and reason, and the rest is loaded, when', () => {
  const aanmelding = (rows: string): {naam: string; tekst: string} => ({
    naam: 'aanmelding.csv',
    tekst: `aanmelding_id;client_id;team_id;datum_aanmelding;vraagtype;datum_eerste_contact\n${rows}`,
  });

  it.each([
    [
      'a date does not exist',
      'A1;;T1;2022-02-30;adl;',
      'DATUM',
      'datum_aanmelding: dit is geen bestaande datum. Schrijf jjjj-mm-dd.',
    ],
    [
      'a code is not in the list',
      'A1;;T1;2022-01-10;dansen;',
      'CODELIJST',
      'vraagtype: deze code staat niet in de codelijst.',
    ],
    [
      'a required cell is empty',
      'A1;;;2022-01-10;adl;',
      'VERPLICHT',
      'team_id: dit veld is verplicht. Vul het in.',
    ],
    [
      'the end lies before the start',
      'A1;;T1;2022-01-10;adl;2022-01-09',
      'DATUM_VOLGORDE',
      'datum_eerste_contact ligt voor datum_aanmelding. Controleer beide datums.',
    ],
    [
      'an event lies in the future',
      'A1;;T1;2022-02-05;adl;',
      'DATUM_TOEKOMST',
      'datum_aanmelding ligt na de dag waarop de levering is gemaakt. Controleer de datum.',
    ],
    [
      'a record was cut off',
      'A1;;T1',
      'REGEL_STUK',
      'deze regel is niet compleet of heeft te veel kolommen. Lever de regel opnieuw.',
    ],
  ])('%s', async (_why, row, code, reden) => {
    const outcome = await inbox.offer([TEAM, aanmelding(`A0;;T1;2022-01-05;adl;\n${row}\n`)]);
    expect(outcome.status).toBe('geladen');
    const file = outcome.bestanden.find(({naam}) => naam === 'aanmelding.csv');
    expect(file).toMatchObject({gelezen: 2, geladen: 1});
    expect(file?.afgewezen).toMatchObject([{regel: 3, code, reden}]);
    const folder = inbox.names('quarantaine')[0] ?? '';
    const kept = readFileSync(join(inbox.data, 'quarantaine', folder, 'aanmelding.csv'), 'utf8');
    expect(kept).toContain(`3;"${reden}";${row}`);
  });

  it('one key stands twice: identical rows are one, different rows are both set aside', async () => {
    const outcome = await inbox.offer([
      TEAM,
      aanmelding(
        'A1;;T1;2022-01-05;adl;\nA1;;T1;2022-01-05;adl;\nA2;;T1;2022-01-05;adl;\nA2;;T1;2022-01-06;adl;\n',
      ),
    ]);
    const file = outcome.bestanden.find(({naam}) => naam === 'aanmelding.csv');
    expect(file).toMatchObject({gelezen: 4, geladen: 1, dubbel: 1});
    expect(file?.afgewezen.map(({regel}) => regel)).toEqual([4, 5]);
  });

  it('the line number counts line breaks inside quotes', async () => {
    const outcome = await inbox.offer([
      {
        naam: 'gebeurtenis.csv',
        tekst: 'datum;omschrijving\n2021-01-01;"twee\nregels"\n2021-13-01;fout\n',
      },
    ]);
    expect(outcome.bestanden[0]?.afgewezen).toMatchObject([{regel: 4, kolom: 'datum'}]);
  });
});

describe('a delivery is accepted although', () => {
  it('it is Windows-1252: converted, with a warning', async () => {
    const tekst = Buffer.from('datum;omschrijving\n2021-01-01;Geëscaleerde zaken\n', 'latin1');
    const outcome = await inbox.offer([{naam: 'gebeurtenis.csv', tekst}]);
    expect(outcome.bestanden[0]?.waarschuwingen).toMatchObject([{code: 'CODERING'}]);
    const [row] = await inbox.warehouse.rows('select omschrijving from stg.gebeurtenis');
    expect(row).toEqual({omschrijving: 'Geëscaleerde zaken'});
  });

  it('its lines end in two ways: made one, with a warning', async () => {
    const tekst =
      'datum;omschrijving\n2021-01-01;een\r\n2021-01-02;"a\r\nb"\n2021-13-01;fout\r\n2021-01-03\n';
    const outcome = await inbox.offer([{naam: 'gebeurtenis.csv', tekst}]);
    const [file] = outcome.bestanden;
    expect(file).toMatchObject({gelezen: 4, geladen: 2, waarschuwingen: [{code: 'REGELEINDEN'}]});
    expect(file?.afgewezen.map(({regel, code}) => [regel, code])).toEqual([
      [6, 'REGEL_STUK'],
      [5, 'DATUM'],
    ]);
  });

  it('line breaks inside its cells are of another kind than its line ends: no warning', async () => {
    const tekst = 'datum;omschrijving\r\n2021-01-01;"twee\nregels"\r\n';
    const outcome = await inbox.offer([{naam: 'gebeurtenis.csv', tekst}]);
    expect(outcome.bestanden).toMatchObject([{geladen: 1, waarschuwingen: []}]);
  });

  it('it has a byte order mark, CRLF, another order of columns and no optional ones', async () => {
    const tekst = '\uFEFFstartdatum;naam;team_id;gemeente_code\r\n2020-11-01;Centrum;T1;GM0400\r\n';
    const outcome = await inbox.offer([{naam: 'team.csv', tekst}]);
    expect(outcome.bestanden).toMatchObject([{gelezen: 1, geladen: 1, afgewezen: []}]);
  });

  it('a file has a header only', async () => {
    const outcome = await inbox.offer([
      {naam: 'team.csv', tekst: 'team_id;gemeente_code;naam;startdatum\n'},
    ]);
    expect(outcome).toMatchObject({status: 'geladen', bestanden: [{gelezen: 0, geladen: 0}]});
  });

  it('another delivery in the inbox is refused', async () => {
    await writeZip(inbox.path('a-leeg.zip'), []);
    await inbox.put('b-goed.zip', [TEAM]);
    const outcomes = await inbox.load();
    expect(outcomes.map(({status}) => status)).toEqual(['geweigerd', 'geladen']);
    expect(await inbox.count('stg.team')).toBe(1);
  });
});
