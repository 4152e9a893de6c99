import {describe, expect, it} from 'vitest';
import {testServer, type WireAnswer} from '../../support/server.ts';

interface Problem {
  title: string;
  status: number;
  code: string;
  detail: string;
  fouten?: {veld: string; melding: string}[];
}

function problem(answer: WireAnswer): Problem {
  expect(answer.headers['content-type']).toBe('application/problem+json; charset=utf-8');
  expect(answer.headers['cache-control']).toBe('no-store');
  const body = JSON.parse(answer.text) as Problem;
  expect(body.status).toBe(answer.status);
  return body;
}

const GOOD = 'indicator=verwijzingen_tweede_lijn&gemeente=0400&niveau=wijk&periodesoort=kwartaal';

describe('a wrong question about figures', () => {
  it('hears everything that is wrong at once, in Dutch', async () => {
    const server = await testServer();
    const answer = await server.get(
      '/api/v1/cijfers?indicator=verwijzingen_tweede_lijn&niveau=buurt&periodesoort=week' +
        '&wet=wlz&kleur=rood&uitsplitsen=vraagtype,maat&vorm=pdf',
    );

    expect(answer.status).toBe(400);
    const {fouten, detail, code} = problem(answer);
    expect([code, detail]).toEqual(['VRAAG_ONGELDIG', 'Er zijn 7 fouten.']);
    expect(Object.fromEntries(fouten!.map(({veld, melding}) => [veld, melding]))).toEqual({
      niveau: '“buurt” kan hier niet. Kies uit: gemeente, team, wijk.',
      periodesoort: '“week” kan hier niet. Kies uit: maand, kwartaal, halfjaar, jaar.',
      gemeente: 'Deze parameter is verplicht. Kies uit: 0400, 0453.',
      wet: '“wlz” kan hier niet. Kies uit: wmo, jeugdwet, onbekend.',
      kleur: expect.stringContaining('Deze parameter bestaat niet. Kies uit:') as string,
      uitsplitsen: '“maat” kan hier niet. Kies uit: wet, vraagtype, meervoudig.',
      vorm: '“pdf” kan hier niet. Kies uit: json, csv, csv-excel, arrow.',
    });
  });

  it.each([
    ['van=2021-01', 'van', 'Schrijf een kwartaal als 2021-K1.'],
    ['tot=2021-K5', 'tot', 'Schrijf een kwartaal als 2021-K1.'],
    ['van=2021-K3&tot=2021-K1', 'tot', 'De laatste periode ligt voor de eerste.'],
    ['gebied=WK045301', 'gebied', 'kan hier niet'],
    ['gebied=DH-1', 'gebied', 'kan hier niet'],
    ['wet=wmo&uitsplitsen=wet', 'wet', 'Kies één waarde, of splits uit.'],
    ['uitsplitsen=wet,vraagtype,meervoudig', 'uitsplitsen', 'Gebruik hooguit 2 uitsplitsingen'],
    ['uitsplitsen=wet,wet', 'uitsplitsen', 'kan hier niet'],
    ['wet=wmo&wet=jeugdwet', 'wet', 'Deze parameter staat er meer dan één keer.'],
    ["wet=' or 1=1 --", 'wet', 'kan hier niet'],
    ['wet=!wmo', 'wet', 'kan hier niet'],
  ])('%s', async (extra, veld, melding) => {
    const server = await testServer();
    const answer = await server.get(`/api/v1/cijfers?${GOOD}&${encodeURI(extra)}`);

    expect(answer.status).toBe(400);
    const {fouten} = problem(answer);
    expect(fouten!.map((fout) => fout.veld)).toContain(veld);
    expect(fouten!.find((fout) => fout.veld === veld)!.melding).toContain(melding);
    expect(server.opened.get('2022-11-a')!.asked).toBe(0);
  });

  it('hears the same of an empty and a small area: an error never depends on a figure', async () => {
    const server = await testServer();
    const ask = (gebied: string) => server.get(`/api/v1/cijfers?${GOOD}&gebied=${gebied}&wet=wmo`);
    const [hidden, shown] = [await ask('WK040001'), await ask('WK040002')];

    expect([hidden.status, shown.status]).toEqual([200, 200]);
    const keys = ({text}: WireAnswer) =>
      (JSON.parse(text) as {cijfers: object[]}).cijfers.map((cijfer) => Object.keys(cijfer).join());
    expect(keys(hidden)).toEqual(keys(shown));
  });
});

describe('a wrong address', () => {
  it.each([
    ['/api/v1/cijfer', 'ADRES_ONBEKEND'],
    ['/api/v2/cijfers', 'ADRES_ONBEKEND'],
    ['/api/v1/CIJFERS', 'ADRES_ONBEKEND'],
    ['/onzin', 'ADRES_ONBEKEND'],
    ['/api/v1/indicatoren/geluk', 'INDICATOR_ONBEKEND'],
    ['/api/v1/cijfers?indicator=geluk', 'INDICATOR_ONBEKEND'],
    ['/api/v1/publicatie?publicatie=1999-01', 'PUBLICATIE_ONBEKEND'],
    ['/api/v1/publicatie?publicatie=../warehouse/wijkmonitor.duckdb', 'PUBLICATIE_ONBEKEND'],
  ])('%s', async (path, code) => {
    const server = await testServer();
    const answer = await server.get(path);
    expect(answer.status).toBe(404);
    expect(problem(answer).code).toBe(code);
  });

  it('is readable, or is called unreadable', async () => {
    const server = await testServer();
    const answer = await server.get('/api/v1/indicatoren/%E0%A4%A');
    expect(answer.status).toBe(400);
    expect(problem(answer).code).toBe('ADRES_ONLEESBAAR');
  });

  it('can only be read', async () => {
    const server = await testServer();
    const answer = await server.get('/api/v1/publicatie', {method: 'POST'});
    expect([answer.status, answer.headers.allow]).toEqual([405, 'GET, HEAD']);
    expect(problem(answer).code).toBe('METHODE_NIET_MOGELIJK');
  });

  it('has no form that nobody can make', async () => {
    const server = await testServer();
    const answer = await server.get('/api/v1/publicatie', {accept: 'application/pdf'});
    expect(answer.status).toBe(406);
    expect(problem(answer).detail).toContain('Kies uit: json.');
  });
});

describe('without a publication', () => {
  it('says so kindly, and the status still answers', async () => {
    const server = await testServer({current: null});
    const answer = await server.get('/api/v1/publicatie');

    expect([answer.status, answer.headers['retry-after']]).toEqual([503, '30']);
    expect(problem(answer).detail).toBe(
      'Er is nog geen publicatie. Na de eerste nacht staan de cijfers hier.',
    );
    const status = await server.get('/api/v1/status');
    expect(JSON.parse(status.text)).toMatchObject({publicatie: null, nacht: null});
  });
});

describe('an error of our own', () => {
  it('says nothing outside and everything in the log', async () => {
    const server = await testServer();
    server.opened.get('2022-11-a')!.cijfers = () =>
      Promise.reject(new Error('Binder Error: select * from /var/secret.duckdb'));
    const answer = await server.get(`/api/v1/cijfers?${GOOD}`);

    expect(answer.status).toBe(500);
    expect(problem(answer)).toMatchObject({title: 'Er ging iets mis', code: 'FOUT'});
    expect(answer.text).not.toMatch(/secret|Binder|select|\.ts|Error/);
    expect(server.log.join('\n')).toContain('Binder Error');
  });

  it('is not kept: the next one who asks gets the answer', async () => {
    const server = await testServer();
    const publication = server.opened.get('2022-11-a')!;
    const working = publication.cijfers;
    publication.cijfers = () => Promise.reject(new Error('once'));
    expect((await server.get(`/api/v1/cijfers?${GOOD}`)).status).toBe(500);
    publication.cijfers = working;
    expect((await server.get(`/api/v1/cijfers?${GOOD}`)).status).toBe(200);
  });
});
