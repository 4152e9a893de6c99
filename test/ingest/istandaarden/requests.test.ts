import {describe, expect, it} from 'vitest';
import {BSN, message, request, retour} from './message-text.ts';
import {read, refusal} from './read.ts';

describe('a request (315, 317) and its answer (319)', () => {
  it('keeps what is asked for, and nothing of the person but the pseudonym', async () => {
    const bericht = await read(request({BeschikkingNummer: 'B-77'}));
    expect(bericht.rijen.map(({tabel}) => tabel)).toEqual(['bericht_client', 'bericht_verzoek']);
    expect(bericht.rijen[1]?.rij).toMatchObject({
      soort: 'nieuw',
      referentie_aanbieder: 'R1',
      productcategorie: '01',
      ingangsdatum: '2024-03-01',
    });
    expect(JSON.stringify(bericht)).not.toMatch(new RegExp(`${BSN.a}|B-77`));
  });

  it('reads the three kinds of products of a 317, with the reference of the Verzoek', async () => {
    const verzoek =
      '<ReferentieAanbieder>R9</ReferentieAanbieder><RedenVerzoek>1</RedenVerzoek>' +
      '<OngewijzigdeProducten><OngewijzigdProduct><ToewijzingNummer>1</ToewijzingNummer></OngewijzigdProduct></OngewijzigdeProducten>' +
      '<TeWijzigenProducten><TeWijzigenProduct><ToewijzingNummer>2</ToewijzingNummer></TeWijzigenProduct></TeWijzigenProducten>' +
      '<NieuweProducten><NieuwProduct><GewensteIngangsdatum>2024-04-01</GewensteIngangsdatum></NieuwProduct></NieuweProducten>';
    const body = `<Client><Bsn>${BSN.a}</Bsn><Verzoek>${verzoek}</Verzoek></Client>`;
    const {rijen, waarschuwingen} = await read(message(body, {soort: 'jw317'}));
    expect(waarschuwingen).toEqual([]);
    expect(rijen.map(({rij}) => [rij['soort'], rij['referentie_aanbieder'], rij['reden']])).toEqual(
      [
        ['ongewijzigd', 'R9', '1'],
        ['wijziging', 'R9', '1'],
        ['nieuw', 'R9', '1'],
      ],
    );
  });

  it('refuses a reason that the code list does not have', async () => {
    const body =
      '<Antwoord><ReferentieAanbieder>R1</ReferentieAanbieder><VerzoekAntwoord>3</VerzoekAntwoord></Antwoord>';
    const {pad} = await refusal(message(body, {soort: 'wmo319'}));
    expect(pad).toBe('Bericht/Antwoord/VerzoekAntwoord');
  });

  it('refuses an answer without Antwoord', async () => {
    const {reden} = await refusal(message('', {soort: 'wmo319'}));
    expect(reden).toBe('het bericht heeft geen Antwoord. Lever het bericht opnieuw.');
  });
});

describe.each(['302', '306', '308', '316', '318', '320'])('the retour %s', (nummer) => {
  it.each(['wmo', 'jw'])('of %s tells whether the message was rejected', async (standaard) => {
    const soort = `${standaard}${nummer}`;
    const bad = await read(retour(soort, {code: '9063', van: '55'}));
    expect(bad).toMatchObject({soort, identificatie: '700', dagtekening: '2024-03-12', gelezen: 1});
    expect(bad.rijen.map(({rij}) => rij)).toEqual([
      {
        wet: standaard === 'wmo' ? 'wmo' : 'jeugdwet',
        aanbieder_id: '41000001',
        nummer: String(Number(nummer) - 1),
        heen_identificatie: '55',
        oordeel: 'afgekeurd',
      },
    ]);
    expect(JSON.stringify(bad)).not.toContain(BSN.a);
    const good = await read(retour(soort, {code: '0200'}));
    expect(good.rijen[0]?.rij['oordeel']).toBe('goed');
  });
});

it('a retour without the name of its own is refused', async () => {
  const {reden} = await refusal(message('', {soort: 'wmo306'}));
  expect(reden).toBe('verplicht element IdentificatieRetour ontbreekt. Vul het aan.');
});
