import {mkdtempSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {afterAll, describe, expect, it} from 'vitest';
import {propose} from '../../commands/profiel.ts';
import {closeInboxes, offerExport} from '../ingest/csv-profiel/sample.ts';

afterAll(closeInboxes);

const EXPORT = [
  'Meldingnummer;Cliëntnummer;Wijkteam;Datum melding;Hoofdvraag;Regeling;Spoed;Behandelaar;Saldo',
  'M1;persoon-aaaa;T1;05-01-2022;ADL;Wmo;Nee;Geheime Naam;12,50',
  'M2;persoon-bbbb;T1;06-01-2022;Financiën;Jeugdwet;Ja;Geheime Naam;3,25',
  'M3;persoon-bbbb;T1;07-01-2022;Verborgen vraag;Jeugdwet;Ja;Geheime Naam;3,25',
].join('\n');

function write(naam: string, text: string): string {
  const path = join(mkdtempSync(join(tmpdir(), 'profiel-test-')), naam);
  writeFileSync(path, text);
  return path;
}

describe('profiel maak', () => {
  it('places columns by name and synonym, and says what it could not place', async () => {
    const {profiel, ...findings} = await propose(write('meldingen.csv', EXPORT));
    expect(findings).toEqual({
      tabel: 'aanmelding',
      niet_geplaatst: ['Behandelaar', 'Saldo'],
      ontbreekt: [],
      te_vertalen: [{kolom: 'Hoofdvraag', aantal: 1}],
    });
    expect(profiel).toEqual({
      naam: 'meldingen_csv',
      bestanden: [
        {
          bestand: 'meldingen.csv',
          decimaal: ',',
          negeer: ['Behandelaar', 'Saldo'],
          tabellen: [
            {
              tabel: 'aanmelding',
              kolommen: {
                aanmelding_id: 'Meldingnummer',
                client_id: 'Cliëntnummer',
                team_id: 'Wijkteam',
                datum_aanmelding: 'Datum melding',
                vraagtype: {kolom: 'Hoofdvraag', waarden: {ADL: 'adl', Financiën: 'financien'}},
                wet: {kolom: 'Regeling', waarden: {Wmo: 'wmo', Jeugdwet: 'jeugdwet'}},
                crisis: 'Spoed',
              },
            },
          ],
        },
      ],
    });
  });

  it('never tells a value that is not a code of the profile', async () => {
    const proposal = JSON.stringify(await propose(write('meldingen.csv', EXPORT)));
    for (const value of ['Geheime', 'Verborgen', 'persoon', 'M1', '05-01-2022', '12,50']) {
      expect(proposal).not.toContain(value);
    }
  });

  it('proposes a profile that loads the file, but for what is left to translate', async () => {
    const {profiel} = await propose(write('meldingen.csv', EXPORT));
    const {bestanden} = profiel as {bestanden: unknown[]};
    const {outcome} = await offerExport([{naam: 'meldingen.csv', tekst: EXPORT}], bestanden);
    expect(outcome.bestanden).toMatchObject([
      {gelezen: 3, geladen: 2, afgewezen: [{regel: 4, code: 'WAARDE_ONBEKEND'}]},
    ]);
  });

  it('says which required columns the file does not have, and sees a decimal point', async () => {
    const proposal = await propose(
      write('x.csv', 'contactnummer,datum,duur,prijs\n1,2022-01-01,30,1.5\n'),
    );
    expect(proposal).toMatchObject({
      tabel: 'contactmoment',
      ontbreekt: ['team_id', 'soort'],
      niet_geplaatst: ['prijs'],
      profiel: {bestanden: [{decimaal: '.'}]},
    });
  });

  it('names a file that is not there', async () => {
    await expect(propose('/nergens/x.csv')).rejects.toThrow('dit bestand is er niet');
  });
});
