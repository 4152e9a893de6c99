import type {Pseudonymizer} from '../../gate/pseudonym.ts';
import type {RejectedRow, Warning} from '../../outcome.ts';
import {claimWarnings} from './claim.ts';
import {judge, type Wet} from './codes.ts';
import {unwrap} from './envelope.ts';
import {CLIENT} from './elements.ts';
import {BerichtGeweigerd} from './errors.ts';
import {judgeRecords, type Entry} from './judge.ts';
import type {Gathered} from './events.ts';
import {parseMessage} from './parse.ts';
import {
  antwoordRow,
  clientRow,
  leveringRow,
  prestatieRow,
  toewijzingRow,
  type BerichtTabel,
  type MessageRow,
  verzoekRow,
  type RowContext,
} from './rows.ts';
import {MESSAGES, type MessageSchema} from './schema.ts';

/** A row and the line of its element. */
export interface PlacedRow {
  tabel: BerichtTabel;
  regel: number;
  rij: MessageRow;
}

/** What one message brought: gelezen = records in `rijen` + afgewezen + dubbel. */
export interface Bericht {
  soort: string;
  gemeente_code: string;
  identificatie: string;
  dagtekening: string;
  gelezen: number;
  rijen: PlacedRow[];
  afgewezen: RejectedRow[];
  dubbel: number;
  waarschuwingen: Warning[];
}

/** What a reader of messages needs: the key of the pseudonyms, and today (no message is later). */
export interface Reading {
  pseudonym: Pseudonymizer;
  /** ISO day in the Netherlands. */
  vandaag: string;
}

/**
 * Reads one message, bare or in a StUF envelope. Its rows are held until the end: a message that breaks on its last line brings
 * nothing. Throws `BerichtGeweigerd`; never tells a value.
 */
export async function readBericht(
  source: AsyncIterable<Uint8Array>,
  reading: Reading,
): Promise<Bericht> {
  const builder = new BerichtBuilder(reading);
  await parseMessage(unwrap(source), builder);
  return builder.finish();
}

class BerichtBuilder {
  readonly #reading: Reading;
  #wet: Wet = 'wmo';
  #nummer = '';
  #gemeente = '';
  #aanbieder = '';
  #header: Gathered | null = null;
  #declaratie: Gathered | null = null;
  readonly #records: Entry[] = [];
  readonly #clients: PlacedRow[] = [];
  readonly #retourcodes: string[] = [];
  readonly #waarschuwingen: Warning[] = [];

  constructor(reading: Reading) {
    this.#reading = reading;
  }

  readonly soort = (wet: Wet, nummer: string): void => {
    this.#wet = wet;
    this.#nummer = nummer;
  };

  readonly header = (header: Gathered): void => {
    const refuse = (reden: string, name = ''): BerichtGeweigerd =>
      new BerichtGeweigerd(header.regel, `Bericht/Header${name}`, reden);
    const schema = this.#schema;
    const gemeente = header.waarden.get(schema?.gemeente ?? 'Afzender') ?? '';
    if (!/^[0-9]{4}$/.test(gemeente)) {
      throw refuse('de gemeentecode in de Header heeft geen vier cijfers. Herstel het bericht.');
    }
    if (header.waarden.get('BerichtCode') !== schema?.code[this.#wet]) {
      throw refuse(
        'deze code hoort niet bij de berichtsoort. Herstel het bericht.',
        '/BerichtCode',
      );
    }
    this.#refuseFuture(header, 'BerichtIdentificatie/Dagtekening', 'Bericht/Header');
    this.#refuseFuture(header, 'DagtekeningRetour', 'Bericht/Header');
    const other = schema?.gemeente === 'Afzender' ? 'Ontvanger' : 'Afzender';
    const aanbieder = header.waarden.get(other) ?? '';
    if (!/^[0-9]{8}$/.test(aanbieder)) {
      throw refuse('dit is geen AGB-code van acht cijfers. Herstel het bericht.', `/${other}`);
    }
    this.#header = header;
    this.#gemeente = `GM${gemeente}`;
    this.#aanbieder = aanbieder;
  };

  readonly pseudonym = (bsn: string): string => this.#reading.pseudonym(this.#gemeente, 'bsn', bsn);

  readonly client = (client: Gathered): void => {
    if (this.#schema?.client !== CLIENT) return;
    this.#refuseFuture(client, 'Geboortedatum/Datum', 'Bericht/Client');
    const rij = clientRow(client, this.#context(client));
    this.#clients.push({tabel: 'bericht_client', regel: client.regel, rij});
  };

  readonly record = (record: Gathered, client: Gathered): void => {
    this.#records.push({record, client});
  };

  readonly retourcode = (code: string): void => {
    this.#retourcodes.push(code);
  };

  readonly declaratie = (declaratie: Gathered): void => {
    this.#refuseFuture(declaratie, 'DeclaratieDagtekening', 'Bericht/Declaratie');
    this.#declaratie = declaratie;
  };

  readonly onbekend = (regel: number, pad: string): void => {
    const reden = `element ${pad} staat niet in de standaard en is overgeslagen.`;
    this.#waarschuwingen.push({regel, code: 'ONBEKEND_ELEMENT', reden});
  };

  finish(): Bericht {
    const header = this.#complete();
    if (this.#schema?.retourVan != null) return this.#retour(header, this.#schema.retourVan);
    const {vandaag} = this.#reading;
    const {good, afgewezen, dubbel} = judgeRecords(this.#nummer, this.#records, vandaag);
    if (this.#declaratie !== null) {
      this.#waarschuwingen.push(...claimWarnings(this.#nummer, this.#declaratie, this.#records));
    }
    const answer = this.#nummer === '325' ? [this.#answerRow(header)] : [];
    return {
      soort: `${this.#wet === 'wmo' ? 'wmo' : 'jw'}${this.#nummer}`,
      gemeente_code: this.#gemeente,
      identificatie: header.waarden.get('BerichtIdentificatie/Identificatie') ?? '',
      dagtekening: header.waarden.get('BerichtIdentificatie/Dagtekening') ?? '',
      gelezen: this.#records.length,
      rijen: [...this.#clients, ...answer, ...good.map((entry) => this.#row(entry))],
      afgewezen,
      dubbel,
      waarschuwingen: this.#waarschuwingen,
    };
  }

  get #schema(): MessageSchema | undefined {
    return MESSAGES[this.#nummer];
  }

  /** A retour is one fact: whether the message that it answers was rejected. */
  #retour(header: Gathered, nummer: string): Bericht {
    const get = (pad: string): string => header.waarden.get(pad) ?? '';
    const rij = {
      wet: this.#wet,
      aanbieder_id: this.#aanbieder,
      nummer,
      heen_identificatie: get('BerichtIdentificatie/Identificatie'),
      oordeel: judge([...header.retourcodes, ...this.#retourcodes]),
    };
    return {
      soort: `${this.#wet === 'wmo' ? 'wmo' : 'jw'}${this.#nummer}`,
      gemeente_code: this.#gemeente,
      identificatie: get('IdentificatieRetour'),
      dagtekening: get('DagtekeningRetour'),
      gelezen: 1,
      rijen: [{tabel: 'bericht_retour', regel: header.regel, rij}],
      afgewezen: [],
      dubbel: 0,
      waarschuwingen: this.#waarschuwingen,
    };
  }

  /** A message has a Header and a Client; an answer may refuse a claim without naming either. */
  #complete(): Gathered {
    const refuse = (reden: string): BerichtGeweigerd => new BerichtGeweigerd(1, 'Bericht', reden);
    if (this.#header === null) throw refuse('de Header ontbreekt. Lever het bericht opnieuw.');
    if (this.#schema?.retourVan != null) return this.#header;
    const answer = this.#nummer === '325';
    const named =
      this.#declaratie !== null ||
      this.#header.waarden.has('DeclaratieIdentificatie/Identificatie');
    if (answer && !named) throw refuse('er staat niet bij op welke declaratie dit antwoordt.');
    if (!answer && this.#records.length === 0) {
      const missing = this.#schema?.client === null ? 'Antwoord' : 'Client';
      throw refuse(`het bericht heeft geen ${missing}. Lever het bericht opnieuw.`);
    }
    return this.#header;
  }

  #refuseFuture({waarden, regel}: Gathered, pad: string, parent: string): void {
    if ((waarden.get(pad) ?? '') <= this.#reading.vandaag) return;
    const reden = 'deze datum ligt in de toekomst. Herstel de datum en lever het bericht opnieuw.';
    throw new BerichtGeweigerd(regel, `${parent}/${pad}`, reden);
  }

  #context(client: Gathered | null): RowContext {
    const client_id = client?.waarden.get('Bsn') ?? '';
    return {wet: this.#wet, client_id, aanbieder_id: this.#aanbieder};
  }

  #row({record, client}: Entry): PlacedRow {
    const context = this.#context(client);
    const {regel} = record;
    if (this.#nummer === '301') {
      return {tabel: 'bericht_toewijzing', regel, rij: toewijzingRow(record, context)};
    }
    if (this.#nummer === '323') {
      const rij = prestatieRow(record, context, this.#claim());
      return {tabel: 'bericht_prestatie', regel, rij};
    }
    if (this.#nummer === '325') {
      const oordeel = judge([...client.retourcodes, ...record.retourcodes]);
      const rij = antwoordRow(record, context, this.#answered(), oordeel);
      return {tabel: 'bericht_antwoord', regel, rij};
    }
    if (this.#nummer === '305' || this.#nummer === '307') {
      return {tabel: 'bericht_levering', regel, rij: leveringRow(record, context)};
    }
    const rij = verzoekRow(record, client, context, this.#nummer);
    return {tabel: 'bericht_verzoek', regel, rij};
  }

  /** A 325 lists rejected lines only: that it came, and whether it refuses all, is a fact of its own. */
  #answerRow(header: Gathered): PlacedRow {
    const oordeel = judge([...header.retourcodes, ...(this.#declaratie?.retourcodes ?? [])]);
    const rij = antwoordRow(null, this.#context(null), this.#answered(), oordeel);
    return {tabel: 'bericht_antwoord', regel: (this.#declaratie ?? header).regel, rij};
  }

  #answered(): {declaratie_identificatie: string | null; declaratienummer: string | null} {
    return {
      declaratie_identificatie:
        this.#header?.waarden.get('DeclaratieIdentificatie/Identificatie') ?? null,
      declaratienummer: this.#declaratie?.waarden.get('DeclaratieNummer') ?? null,
    };
  }

  #claim(): {declaratienummer: string; datum_ingediend: string} {
    const dagtekening = this.#header?.waarden.get('BerichtIdentificatie/Dagtekening') ?? '';
    return {
      declaratienummer: this.#declaratie?.waarden.get('DeclaratieNummer') ?? '',
      datum_ingediend: this.#declaratie?.waarden.get('DeclaratieDagtekening') ?? dagtekening,
    };
  }
}
