import type {Pseudonymizer} from '../../gate/pseudonym.ts';
import type {RejectedRow, Warning} from '../../outcome.ts';
import type {Wet} from './codes.ts';
import {BerichtGeweigerd} from './errors.ts';
import {parseMessage, type Gathered} from './parse.ts';
import {
  antwoordRow,
  clientRow,
  leveringRow,
  prestatieRow,
  toewijzingRow,
  type BerichtTabel,
  type MessageRow,
  type RowContext,
} from './rows.ts';
import {MESSAGES} from './schema.ts';

/** A row and the line of its element. */
export interface PlacedRow {
  tabel: BerichtTabel;
  regel: number;
  rij: MessageRow;
}

/** What one message brought: gelezen = records in `rijen` + afgewezen. */
export interface Bericht {
  soort: string;
  gemeente_code: string;
  identificatie: string;
  dagtekening: string;
  gelezen: number;
  rijen: PlacedRow[];
  afgewezen: RejectedRow[];
  waarschuwingen: Warning[];
}

/**
 * Reads one message. Its rows are held until the end: a message that breaks on its last line brings
 * nothing. Throws `BerichtGeweigerd`; never tells a value.
 */
export async function readBericht(
  source: AsyncIterable<Uint8Array>,
  pseudonym: Pseudonymizer,
): Promise<Bericht> {
  const builder = new BerichtBuilder(pseudonym);
  await parseMessage(source, builder);
  return builder.finish();
}

class BerichtBuilder {
  readonly #pseudonym: Pseudonymizer;
  #wet: Wet = 'wmo';
  #nummer = '';
  #gemeente = '';
  #aanbieder = '';
  #header: Gathered | null = null;
  #declaratie: Gathered | null = null;
  readonly #records: {record: Gathered; client_id: string}[] = [];
  readonly #clients: PlacedRow[] = [];
  readonly #waarschuwingen: Warning[] = [];

  constructor(pseudonym: Pseudonymizer) {
    this.#pseudonym = pseudonym;
  }

  readonly soort = (wet: Wet, nummer: string): void => {
    this.#wet = wet;
    this.#nummer = nummer;
  };

  readonly header = (header: Gathered): void => {
    const schema = MESSAGES[this.#nummer];
    const gemeente = header.waarden.get(schema?.gemeente ?? 'Afzender') ?? '';
    if (!/^[0-9]{4}$/.test(gemeente)) {
      const reden = 'de gemeentecode in de Header heeft geen vier cijfers. Herstel het bericht.';
      throw new BerichtGeweigerd(header.regel, 'Bericht/Header', reden);
    }
    const other = schema?.gemeente === 'Afzender' ? 'Ontvanger' : 'Afzender';
    this.#header = header;
    this.#gemeente = `GM${gemeente}`;
    this.#aanbieder = header.waarden.get(other) ?? '';
  };

  readonly pseudonym = (bsn: string): string => this.#pseudonym(this.#gemeente, 'bsn', bsn);

  readonly client = (client: Gathered): void => {
    if (this.#nummer === '323' || this.#nummer === '325') return;
    const rij = clientRow(client, this.#context(client.waarden.get('Bsn') ?? ''));
    this.#clients.push({tabel: 'bericht_client', regel: client.regel, rij});
  };

  readonly record = (record: Gathered, client: Gathered): void => {
    this.#records.push({record, client_id: client.waarden.get('Bsn') ?? ''});
  };

  readonly declaratie = (declaratie: Gathered): void => {
    this.#declaratie = declaratie;
  };

  readonly onbekend = (regel: number, pad: string): void => {
    const reden = `element ${pad} staat niet in de standaard en is overgeslagen.`;
    this.#waarschuwingen.push({regel, code: 'ONBEKEND_ELEMENT', reden});
  };

  finish(): Bericht {
    const header = this.#header;
    if (header === null) {
      throw new BerichtGeweigerd(1, 'Bericht', 'de Header ontbreekt. Lever het bericht opnieuw.');
    }
    const {good, afgewezen} = this.#judgeReferences();
    this.#warn();
    return {
      soort: `${this.#wet === 'wmo' ? 'wmo' : 'jw'}${this.#nummer}`,
      gemeente_code: this.#gemeente,
      identificatie: header.waarden.get('BerichtIdentificatie/Identificatie') ?? '',
      dagtekening: header.waarden.get('BerichtIdentificatie/Dagtekening') ?? '',
      gelezen: this.#records.length,
      rijen: [...this.#clients, ...this.#answerRow(), ...good.map((entry) => this.#row(entry))],
      afgewezen,
      waarschuwingen: this.#waarschuwingen,
    };
  }

  #context(client_id: string): RowContext {
    return {wet: this.#wet, client_id, aanbieder_id: this.#aanbieder};
  }

  #row({record, client_id}: {record: Gathered; client_id: string}): PlacedRow {
    const context = this.#context(client_id);
    const {regel} = record;
    if (this.#nummer === '301') {
      return {tabel: 'bericht_toewijzing', regel, rij: toewijzingRow(record, context)};
    }
    if (this.#nummer === '323') {
      const rij = prestatieRow(record, context, this.#claim());
      return {tabel: 'bericht_prestatie', regel, rij};
    }
    if (this.#nummer === '325') {
      const rij = antwoordRow(record, context, this.#claim().declaratienummer);
      return {tabel: 'bericht_antwoord', regel, rij};
    }
    return {tabel: 'bericht_levering', regel, rij: leveringRow(record, context)};
  }

  /** A 325 lists rejected lines only, so that it came is a fact of its own. */
  #answerRow(): PlacedRow[] {
    if (this.#nummer !== '325' || this.#declaratie === null) return [];
    const {declaratienummer} = this.#claim();
    const {wet, aanbieder_id} = this.#context('');
    const rij = {wet, aanbieder_id, declaratienummer, referentie: null, afgekeurd: false};
    return [{tabel: 'bericht_antwoord', regel: this.#declaratie.regel, rij}];
  }

  #claim(): {declaratienummer: string; datum_ingediend: string} {
    const dagtekening = this.#header?.waarden.get('BerichtIdentificatie/Dagtekening') ?? '';
    return {
      declaratienummer: this.#declaratie?.waarden.get('DeclaratieNummer') ?? '',
      datum_ingediend: this.#declaratie?.waarden.get('DeclaratieDagtekening') ?? dagtekening,
    };
  }

  /** R6: a reference names one line. Twice with other content: none of them can be trusted. */
  #judgeReferences(): {good: {record: Gathered; client_id: string}[]; afgewezen: RejectedRow[]} {
    if (this.#nummer !== '323') return {good: this.#records, afgewezen: []};
    const reference = ({record}: {record: Gathered}): string =>
      record.waarden.get('ProductReferentie/ReferentieNummer') ?? '';
    const seen = new Map<string, number>();
    for (const entry of this.#records) {
      seen.set(reference(entry), (seen.get(reference(entry)) ?? 0) + 1);
    }
    const double = this.#records.filter((entry) => (seen.get(reference(entry)) ?? 0) > 1);
    const doubles = new Set(double);
    return {
      good: this.#records.filter((entry) => !doubles.has(entry)),
      afgewezen: double.map(({record}) => ({
        regel: record.regel,
        kolom: 'ProductReferentie',
        code: 'SLEUTEL_DUBBEL',
        reden:
          'dit ReferentieNummer staat meer dan één keer in het bericht. Geef elke regel een eigen nummer.',
      })),
    };
  }

  #warn(): void {
    if (this.#declaratie === null) return;
    const add = (regel: number, code: string, reden: string): void => {
      this.#waarschuwingen.push({regel, code, reden});
    };
    for (const {record} of this.#records) {
      for (const [code, reden] of claimFindings(record)) add(record.regel, code, reden);
    }
    const owners = new Map<string, string>();
    for (const {record, client_id} of this.#records) {
      const nummer = record.waarden.get('ToewijzingNummer');
      if (nummer === undefined) continue;
      if ((owners.get(nummer) ?? client_id) !== client_id) {
        const reden = 'dit ToewijzingNummer hoort in hetzelfde bericht ook bij een andere cliënt.';
        add(record.regel, 'TOEWIJZING_TWEE_CLIENTEN', reden);
      }
      owners.set(nummer, client_id);
    }
    const total = Number(this.#declaratie.waarden.get('TotaalIngediendBedrag/TotaalBedrag'));
    const sum = this.#records.reduce((cents, {record}) => cents + signedCents(record), 0);
    if (Math.abs(sum) !== total) {
      const reden =
        this.#nummer === '325'
          ? 'het totaal is niet de som van de regels. In een 325 staan alleen de afgekeurde regels.'
          : 'het totaal van de declaratie is niet de som van de regels. Controleer de bedragen.';
      add(this.#declaratie.regel, 'TOTAAL_WIJKT_AF', reden);
    }
  }
}

function signedCents(line: Gathered): number {
  const cents = Number(line.waarden.get('IngediendBedrag/Bedrag'));
  return line.waarden.get('IngediendBedrag/DebetCredit') === 'C' ? -cents : cents;
}

/** R7: volume × tariff = amount unless the unit is euros, and one calendar month per line. */
function claimFindings(line: Gathered): [string, string][] {
  const findings: [string, string][] = [];
  const get = (pad: string): string => line.waarden.get(pad) ?? '';
  const tarief = get('ProductTarief');
  const expected = Number(get('GeleverdVolume')) * Number(tarief);
  if (
    get('Eenheid') !== '83' &&
    tarief !== '' &&
    expected !== Number(get('IngediendBedrag/Bedrag'))
  ) {
    findings.push(['BEDRAG_WIJKT_AF', 'volume maal tarief is niet het ingediende bedrag.']);
  }
  if (
    get('ProductPeriode/Begindatum').slice(0, 7) !== get('ProductPeriode/Einddatum').slice(0, 7)
  ) {
    findings.push(['PERIODE_TE_LANG', 'de periode valt niet binnen één kalendermaand.']);
  }
  return findings;
}
