// Messages as a gemeente or an aanbieder would send them: iWmo and iJw 3.2, written for the tests.

const CODES: Readonly<Record<string, string>> = {
  wmo301: '414',
  jw301: '436',
  wmo305: '418',
  jw305: '438',
  wmo307: '420',
  jw307: '440',
  wmo323: '484',
  jw323: '490',
  wmo325: '485',
  jw325: '491',
  wmo315: '444',
  jw315: '446',
  wmo317: '480',
  jw317: '486',
  wmo319: '482',
  jw319: '488',
  wmo302: '415',
  jw302: '437',
  wmo306: '419',
  jw306: '439',
  wmo308: '421',
  jw308: '441',
  wmo316: '445',
  jw316: '447',
  wmo318: '481',
  jw318: '487',
  wmo320: '483',
  jw320: '489',
};

/** Test BSNs that pass the elfproef. */
export const BSN = {a: '999900006', b: '999900018'} as const;

/** What a test says of a message; the rest has a default. */
export interface MessageOptions {
  soort?: string;
  dagtekening?: string;
  identificatie?: string;
  gemeente?: string;
  aanbieder?: string;
  prefix?: string | null;
  code?: string;
  header?: string;
}

const el = (name: string, content: string | number): string => `<${name}>${content}</${name}>`;

/** Elements in order; what is undefined is left out. */
export function elements(fields: Readonly<Record<string, string | number | undefined>>): string {
  return Object.entries(fields)
    .map(([name, content]) => (content === undefined ? '' : el(name, content)))
    .join('');
}

/** Element names without prefix become the namespace of the message. */
export function message(body: string, options: MessageOptions = {}): string {
  const {soort = 'wmo301', dagtekening = '2024-03-10', identificatie = '100'} = options;
  const {gemeente = '0400', aanbieder = '41000001', header = ''} = options;
  const standaard = soort.startsWith('wmo') ? 'iwmo' : 'ijw';
  const fromGemeente = /(301|302|319|320|325)$/.test(soort);
  const [afzender, ontvanger] = fromGemeente ? [gemeente, aanbieder] : [aanbieder, gemeente];
  const head = elements({
    BerichtCode: options.code ?? CODES[soort],
    BerichtVersie: 3,
    BerichtSubversie: 2,
    Afzender: afzender,
    Ontvanger: ontvanger,
    BerichtIdentificatie: elements({Identificatie: identificatie, Dagtekening: dagtekening}),
  });
  const uri = `http://www.istandaarden.nl/${standaard}/3_2/${soort}/schema`;
  const inner = `\n<Header>${head}${header}</Header>\n${body}\n`;
  const {prefix = null} = options;
  if (prefix === null) return `<Bericht xmlns="${uri}">${inner}</Bericht>\n`;
  const prefixed = inner.replaceAll(/<(\/?)([A-Z])/g, `<$1${prefix}:$2`);
  return `<${prefix}:Bericht xmlns:${prefix}="${uri}">${prefixed}</${prefix}:Bericht>\n`;
}

const LISTS: Readonly<Record<string, readonly [string, string]>> = {
  '301': ['ToegewezenProducten', 'ToegewezenProduct'],
  '305': ['StartProducten', 'StartProduct'],
  '307': ['StopProducten', 'StopProduct'],
};

type Fields = Readonly<Record<string, string | number | undefined>>;

const DEFAULTS: Readonly<Record<string, Fields>> = {
  '301': {
    ToewijzingNummer: '7001',
    Toewijzingsdatum: '2024-03-01',
    Toewijzingstijd: '10:00:00',
    Ingangsdatum: '2024-03-01',
  },
  '305': {
    ToewijzingNummer: '7001',
    ToewijzingIngangsdatum: '2024-03-01',
    Begindatum: '2024-03-04',
    StatusAanlevering: 1,
  },
  '307': {
    ToewijzingNummer: '7001',
    ToewijzingIngangsdatum: '2024-03-01',
    Begindatum: '2024-03-04',
    RedenBeeindiging: '20',
    Einddatum: '2024-05-31',
    StatusAanlevering: 1,
  },
};

/** A client with a list of products of a 301, 305 or 307. */
export function client(nummer: string, products: readonly Fields[], bsn: string = BSN.a): string {
  const [list, item] = LISTS[nummer]!;
  const content = products
    .map((fields) => `\n${el(item, elements({...DEFAULTS[nummer], ...fields}))}`)
    .join('');
  const person = {
    Geboortedatum: el('Datum', '1950-02-03'),
    Geslacht: 2,
    Naam: '<Achternaam>Zwaluwstaart</Achternaam>',
  };
  return el('Client', `${el('Bsn', bsn)}${elements(person)}${el(list, content)}`);
}

/** A 301, 305 or 307 with one client. */
export function product(fields: Fields = {}, options: MessageOptions = {}): string {
  const nummer = (options.soort ?? 'wmo301').slice(-3);
  return message(client(nummer, [fields]), options);
}

/** A line of a claim; `retour` makes it a line of an answer. */
export interface Line {
  referentie: string;
  vorige?: string;
  cent?: number;
  credit?: boolean;
  tarief?: number;
  volume?: number | string;
  eenheid?: string;
  van?: string;
  tot?: string;
  retour?: string;
  toewijzing?: string;
}

function prestatie(line: Line): string {
  const {cent = 5000, volume = 4, tarief = 1250, eenheid = '04', credit = false} = line;
  const reference = {ReferentieNummer: line.referentie, VorigReferentieNummer: line.vorige};
  return `\n${el(
    'Prestatie',
    elements({
      ProductReferentie: elements(reference),
      ToewijzingNummer: line.toewijzing ?? '7001',
      ProductCategorie: '01',
      ProductPeriode: elements({
        Begindatum: line.van ?? '2024-04-01',
        Einddatum: line.tot ?? '2024-04-30',
      }),
      GeleverdVolume: volume,
      Eenheid: eenheid,
      ProductTarief: tarief,
      IngediendBedrag: elements({Bedrag: cent, DebetCredit: credit ? 'C' : 'D'}),
      RetourCodes: line.retour === undefined ? undefined : el('RetourCode', line.retour),
    }),
  )}`;
}

/** What a claim or an answer says besides its lines. */
export interface ClaimOptions extends MessageOptions {
  nummer?: string;
  ingediend?: number;
  toegekend?: number;
  /** Retourcode of the answer as a whole, and of its Header. */
  retour?: string;
  retourHeader?: string;
  /** The 323 that an answer is about. */
  over?: string;
  bsn?: string;
}

const amount = (cent: number): string =>
  elements({TotaalBedrag: Math.abs(cent), DebetCredit: cent < 0 ? 'C' : 'D'});

const lineSum = (lines: readonly Line[]): number =>
  lines.reduce((sum, {cent = 5000, credit}) => sum + (credit === true ? -cent : cent), 0);

const clients = (lines: readonly Line[], bsn: string, retour?: string): string | undefined =>
  lines.length === 0
    ? undefined
    : el(
        'Client',
        `${el('Bsn', bsn)}${el('Prestaties', lines.map(prestatie).join(''))}` +
          (retour === undefined ? '' : el('RetourCodes', el('RetourCode', retour))),
      );

/** A 323. */
export function claim(lines: readonly Line[], options: ClaimOptions = {}): string {
  const {nummer = 'D1', bsn = BSN.a, ingediend = lineSum(lines)} = options;
  const body = elements({
    DeclaratieNummer: nummer,
    TotaalIngediendBedrag: amount(ingediend),
    Clienten: clients(lines, bsn),
  });
  return message(el('Declaratie', body), {soort: 'wmo323', ...options});
}

/** A 325: its lines are those that were not granted. */
export function answer(lines: readonly Line[], options: ClaimOptions = {}): string {
  const {nummer = 'D1', bsn = BSN.a, retour = '0200', toegekend = 0} = options;
  const {ingediend = toegekend + lineSum(lines), over, retourHeader = '0200'} = options;
  const body = elements({
    DeclaratieNummer: nummer,
    TotaalIngediendBedrag: amount(ingediend),
    TotaalToegekendBedrag: amount(toegekend),
    Clienten: clients(lines, bsn, '0200'),
    RetourCodes: el('RetourCode', retour),
  });
  const header =
    (over === undefined ? '' : el('DeclaratieIdentificatie', el('Identificatie', over))) +
    el('RetourCodes', el('RetourCode', retourHeader));
  const defaults = {soort: 'wmo325', dagtekening: '2024-05-20', identificatie: '900'};
  return message(el('DeclaratieAntwoord', body), {...defaults, ...options, header});
}

/** A 315 with one product that is asked for. */
export function request(fields: Fields = {}, options: MessageOptions = {}): string {
  const defaults = {
    ReferentieAanbieder: 'R1',
    Product: '<Categorie>01</Categorie>',
    ToewijzingIngangsdatum: '2024-03-01',
  };
  const list = el(
    'AangevraagdeProducten',
    el('AangevraagdProduct', elements({...defaults, ...fields})),
  );
  const body = el('Client', el('Bsn', BSN.a) + list);
  return message(body, {soort: 'wmo315', dagtekening: '2024-02-12', ...options});
}

/** A retour: the Header of the message that it answers, with retourcodes there and at a client. */
export function retour(
  soort: string,
  {code, van = '100', op = '2024-03-12'}: {code: string; van?: string; op?: string},
): string {
  const header =
    elements({IdentificatieRetour: '700', DagtekeningRetour: op}) +
    el('RetourCodes', el('RetourCode', '0200'));
  const body = el(
    'Client',
    el('Bsn', BSN.a) +
      el('StartProducten', el('StartProduct', el('RetourCodes', el('RetourCode', code)))),
  );
  return message(body, {soort, identificatie: van, header});
}

/** A StUF envelope around a payload, as the GGK delivers it. */
export function envelope(payload: string, prefix = 'GGK'): string {
  const [p, end] = [`<${prefix}:`, `</${prefix}:`];
  return (
    `<?xml version="1.0" encoding="UTF-8"?>\n<!-- post -->\n` +
    `${p}envelopHeenbericht-ggk_Di01 xmlns:${prefix}="http://www.stufstandaarden.nl/koppelvlak/ggk0210">` +
    `${p}stuurgegevens>${p}functie>WMO301${end}functie>${end}stuurgegevens>${payload}` +
    `${end}envelopHeenbericht-ggk_Di01>`
  );
}
