import {describe, expect, it} from 'vitest';
import {BSN, claim, client, message, product} from './message-text.ts';
import {pseudonym, read, refusal} from './read.ts';

describe('a message is known by the namespace of its root', () => {
  it.each([
    ['the usual prefix', 'wmo301'],
    ['another prefix', 'ns1'],
    ['a default namespace', null],
  ])('with %s it is read', async (_what, prefix) => {
    const bericht = await read(product({}, {prefix}));
    expect(bericht).toMatchObject({soort: 'wmo301', gemeente_code: 'GM0400', gelezen: 1});
    expect(bericht.waarschuwingen).toEqual([]);
  });

  it('two prefixes for message and basisschema are read', async () => {
    const text = product({}, {prefix: 'a'})
      .replace(
        'xmlns:a',
        'xmlns:b="http://www.istandaarden.nl/iwmo/3_2/basisschema/schema" xmlns:a',
      )
      .replaceAll(/<(\/?)a:(Identificatie|Dagtekening|Datum)>/g, '<$1b:$2>');
    expect((await read(text)).gelezen).toBe(1);
  });

  it.each([
    ['an unknown namespace', 'http://www.istandaarden.nl/iwmo', 'http://example.org/iwmo'],
    ['the standard of the other law', '/iwmo/', '/ijw/'],
    ['no namespace', / xmlns="[^"]*"/, ''],
  ])('with %s it is no message', async (_what, from, to) => {
    const {reden} = await refusal(product().replace(from, to));
    expect(reden).toBe('dit is geen iWmo- of iJw-bericht. Haal het uit de levering.');
  });

  it('another version is told apart', async () => {
    const {reden} = await refusal(product().replace('/3_2/', '/3_1/'));
    expect(reden).toBe('versie 3.1 wordt niet gelezen. Lever versie 3.2.');
  });

  it('elements of another namespace are passed over with a warning', async () => {
    const foreign = '<x:Bsn xmlns:x="urn:x">123<x:y/></x:Bsn>';
    const bericht = await read(product().replace('<Bsn>', `${foreign}<Bsn>`));
    expect(bericht.gelezen).toBe(1);
    expect(bericht.waarschuwingen).toMatchObject([{code: 'ONBEKEND_ELEMENT', regel: 3}]);
  });
});

describe('the pseudonym is made with the gemeente of the Header', () => {
  it('a Header after the Client is refused', async () => {
    const [, header = ''] = /(<Header>.*<\/Header>)/s.exec(product()) ?? [];
    const late = product().replace(header, '').replace('</Bericht>', `${header}</Bericht>`);
    expect(await refusal(late)).toEqual({
      regel: 3,
      pad: 'Bericht/Client',
      reden: 'de Header staat niet vooraan. Maak het bericht opnieuw.',
    });
  });

  it('a second Header is refused', async () => {
    const [header = ''] = /<Header>.*<\/Header>/s.exec(product()) ?? [];
    const {reden} = await refusal(product().replace(header, header + header));
    expect(reden).toBe('dit element staat er twee keer. Maak het bericht opnieuw.');
  });

  it('the client of a message has that pseudonym', async () => {
    const {rijen} = await read(product({}, {gemeente: '0498'}));
    expect(rijen[0]?.rij['client_id']).toBe(pseudonym('GM0498', 'bsn', BSN.a));
  });
});

describe('a message that breaks its schema is refused with line, path and cure:', () => {
  const omvang = (volume: string): string =>
    product({Omvang: `<Volume>${volume}</Volume><Eenheid>04</Eenheid><Frequentie>2</Frequentie>`});
  const cases: [string, string, string, string][] = [
    ['a volume of twelve digits', omvang('123456789012'), 'Omvang/Volume', 'hoogstens 8 cijfers'],
    [
      'a claimed volume of twelve digits',
      claim([{referentie: 'R1', volume: '123456789012'}]),
      'Prestatie/GeleverdVolume',
      'hoogstens 8 cijfers',
    ],
    ['two BSNs in a Client', twoBsns(), 'Client/Bsn', 'staat er twee keer'],
    [
      'a date with text behind it',
      product({Ingangsdatum: '2026-04-03rommel'}),
      'Ingangsdatum',
      'geen bestaande datum',
    ],
    [
      'a day that does not exist',
      product({Ingangsdatum: '2026-02-30'}),
      'Ingangsdatum',
      'geen bestaande datum',
    ],
    ['a year before 1900', product({Ingangsdatum: '0202-04-03'}), 'Ingangsdatum', 'voor 1900'],
    [
      'a time with text behind it',
      product({Toewijzingstijd: '10:00:00x'}),
      'Toewijzingstijd',
      'geen tijd',
    ],
    [
      'the code of another message',
      product({}, {code: '418'}),
      'Header/BerichtCode',
      'hoort niet bij',
    ],
    [
      'a reason of the other law',
      product({RedenBeeindiging: '19'}, {soort: 'jw307'}),
      'RedenBeeindiging',
      'codelijst',
    ],
    [
      'a start message without starts',
      message(client('305', []), {soort: 'wmo305'}),
      'Client',
      'geen StartProduct',
    ],
    ['a message without clients', message('', {soort: 'wmo305'}), 'Bericht', 'geen Client'],
    ['an empty element', product({ToewijzingNummer: ''}), 'ToewijzingNummer', 'leeg'],
    [
      'a missing element',
      product({ToewijzingNummer: undefined}),
      'ToegewezenProduct',
      'ToewijzingNummer ontbreekt',
    ],
    [
      'a text that does not end',
      product({ToewijzingNummer: '1'.repeat(41)}),
      'ToewijzingNummer',
      'langer dan 40',
    ],
    ['a BSN that is none', product().replace(BSN.a, '123456789'), 'Client/Bsn', 'geen geldig BSN'],
    [
      'a BSN as a number of a toewijzing',
      product({ToewijzingNummer: BSN.a}),
      'ToewijzingNummer',
      'bevat dit BSN',
    ],
    [
      'a BSN as a number of a message',
      product({}, {identificatie: BSN.a}),
      'Client/Bsn',
      'bevat dit BSN',
    ],
    [
      'a BSN with dots in a reference',
      product({ReferentieAanbieder: '9999.00.006'}),
      'ReferentieAanbieder',
      'bevat dit BSN',
    ],
    [
      'an e-mail address as a reference',
      claim([{referentie: 'k.roos@voorbeeld.nl'}]),
      'ReferentieNummer',
      'e-mailadres',
    ],
    [
      'a name as a reference',
      product({ReferentieAanbieder: 'mevr. K. Klaproos'}),
      'ReferentieAanbieder',
      'lijkt een naam',
    ],
    [
      'a BSN instead of the code of an aanbieder',
      product({}, {aanbieder: BSN.b}),
      'Header/Ontvanger',
      'geen AGB-code',
    ],
    [
      'a birth in the future',
      product().replace('1950-02-03', '2099-02-03'),
      'Client/Geboortedatum/Datum',
      'in de toekomst',
    ],
    [
      // The parser walks up all open elements for each name: 100.000 of them took three minutes.
      'elements in elements without end',
      product().replace('<Geslacht>', `${'<a>'.repeat(99)}<Geslacht>`),
      'Bericht/Client',
      'te diep in elkaar',
    ],
    [
      'an element inside a value',
      product({ToewijzingNummer: '1<b>2</b>'}),
      'ToewijzingNummer/(onbekend)',
      'mag hier niet staan',
    ],
    [
      'a Client inside a Client',
      product().replace('<Geslacht>', `${client('301', [{}])}<Geslacht>`),
      'Client/Client',
      'verkeerde plaats',
    ],
    [
      'a date in the future',
      product({}, {dagtekening: '2099-01-01'}),
      'Header/BerichtIdentificatie/Dagtekening',
      'in de toekomst',
    ],
  ];
  it.each(cases)('%s', async (_what, text, pad, reden) => {
    const found = await refusal(text);
    expect(found.pad.endsWith(pad)).toBe(true);
    expect(found.reden).toContain(reden);
    expect(found.regel).toBeGreaterThan(0);
  });

  function twoBsns(): string {
    return product().replace('</Bsn>', `</Bsn><Bsn>${BSN.b}</Bsn>`);
  }

  it('a time zone behind a date is allowed', async () => {
    const {rijen} = await read(
      product({Ingangsdatum: '2024-03-01+01:00', Einddatum: '2024-05-01Z'}),
    );
    expect(rijen.at(-1)?.rij).toMatchObject({ingangsdatum: '2024-03-01', einddatum: '2024-05-01'});
  });

  it('a message of today is no message of the future', async () => {
    expect((await read(product({}, {dagtekening: '2026-11-24'}))).gelezen).toBe(1);
    expect((await refusal(product({}, {dagtekening: '2026-11-25'}))).reden).toContain('toekomst');
  });
});

describe('what is no XML in UTF-8 is refused, and our own mistakes are not', () => {
  it.each([
    [
      'bytes of Windows-1252',
      Buffer.from(product().replace('Zwaluw', 'Zwalüw'), 'latin1'),
      'UTF-8',
    ],
    ['UTF-16', Buffer.from(`\uFEFF${product()}`, 'utf16le'), 'UTF-8'],
    ['half a message', Buffer.from(product()).subarray(0, 600), 'de XML is kapot'],
    ['nothing', Buffer.alloc(0), 'de XML is kapot'],
    ['a DOCTYPE', Buffer.from(`<!DOCTYPE x [<!ENTITY a "b">]>${product()}`), 'DOCTYPE'],
    [
      'a prefix without namespace',
      Buffer.from(product().replace('<Bsn>', '<q:Bsn>')),
      'de XML is kapot',
    ],
  ])('%s', async (_what, bytes, reden) => {
    expect((await refusal(bytes)).reden).toContain(reden);
  });

  it('a TypeError of the pseudonymizer comes out as it is', async () => {
    const {readBericht} = await import('../../../ingest/sources/istandaarden/adapter.ts');
    const broken = (): string => {
      throw new TypeError('ours');
    };
    const source = (async function* () {
      yield await Promise.resolve(Buffer.from(product()));
    })();
    const reading = {pseudonym: broken, vandaag: '2026-11-24'};
    await expect(readBericht(source, reading)).rejects.toThrow(new TypeError('ours'));
  });
});
