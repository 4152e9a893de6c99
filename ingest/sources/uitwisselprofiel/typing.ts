import {DATE_ORDER, EVENT_DATES, MAX_TEXT, MAX_ZRM_SCORE, TEXTS} from './rules.ts';
import {isMoney, stgColumn, type Tabel, type Veld} from './profile.ts';

/** A rule that a row can break: when `breekt` is true, the row is rejected with this reason. */
export interface RowRule {
  kolom: string;
  code: string;
  reden: string;
  breekt: string;
}

/** Earlier a year was written wrong: 0202 for 2022. */
const FIRST_DAY = '1900-01-01';
const MONEY = '-?[0-9]{1,12}([.,][0-9]{1,2})?';
/** A decimal comma is read when it can be nothing else: in 1,250 it may stand for thousands. */
const NUMBER = '-?([0-9]{1,12}([.][0-9]+|,[0-9]{1,2}|,[0-9]{4,})?|0,[0-9]+)';

/** The moment of a delivery is in UTC, the days in it are Dutch: after midnight they differ. */
const DELIVERY_DAY = `(cast($aangemaakt_op as timestamp)
  at time zone 'UTC' at time zone 'Europe/Amsterdam')::date`;

/** SQL that gives a delivered text cell its type. Only for a cell that broke no rule. */
export function typed(veld: Veld): string {
  const cell = text(veld);
  if (veld.type === 'date') return `try_cast(${cell} as date)`;
  if (veld.type === 'integer') return `try_cast(${cell} as integer)`;
  if (veld.type === 'boolean') {
    return `case ${cell} when 'ja' then true when 'nee' then false end`;
  }
  if (veld.type === 'string') return cell;
  const point = `replace(${cell}, ',', '.')`;
  return isMoney(veld)
    ? `cast(try_cast(${point} as decimal(18, 2)) * 100 as bigint)`
    : `try_cast(${point} as double)`;
}

/** The delivered cell; an empty one is null, whatever it was read from. */
function text({name}: Veld): string {
  return `"${name}"`;
}

/** All rules of a table, in the order in which a reason is given: the first one broken counts. */
export function rowRules(tabel: Tabel, kolommen: readonly string[]): RowRule[] {
  const delivered = tabel.velden.filter(({name}) => kolommen.includes(name));
  const has = (name: string): boolean => kolommen.includes(name);
  return [
    ...delivered.flatMap(cellRules),
    ...(DATE_ORDER[tabel.naam] ?? [])
      .filter(([first, second]) => has(first) && has(second))
      .map(([first, second]) => ({
        kolom: second,
        code: 'DATUM_VOLGORDE',
        reden: `${second} ligt voor ${first}. Controleer beide datums.`,
        breekt: `try_cast("${second}" as date) < try_cast("${first}" as date)`,
      })),
    ...(EVENT_DATES[tabel.naam] ?? []).filter(has).map((name) => ({
      kolom: name,
      code: 'DATUM_TOEKOMST',
      reden: `${name} ligt na de dag waarop de levering is gemaakt. Controleer de datum.`,
      breekt: `try_cast("${name}" as date) > ${DELIVERY_DAY}`,
    })),
    ...tableRules(tabel.naam, has),
    ...(has('gemeente_code') ? [OTHER_GEMEENTE] : []),
  ];
}

const OTHER_GEMEENTE: RowRule = {
  kolom: 'gemeente_code',
  code: 'GEMEENTE',
  reden: 'gemeente_code: dit is een andere gemeente dan in levering.json.',
  breekt: 'gemeente_code <> $gemeente_code',
};

function cellRules(veld: Veld): RowRule[] {
  const {name, type, constraints} = veld;
  const cell = text(veld);
  const rules: RowRule[] = [];
  const add = (code: string, breekt: string, reden: string): void => {
    rules.push({kolom: name, code, breekt, reden: `${name}: ${reden}`});
  };
  if (constraints.required === true) {
    add('VERPLICHT', `${cell} is null`, 'dit veld is verplicht. Vul het in.');
  }
  if (type === 'date') {
    add(
      'DATUM',
      // Not a pattern: preparing one takes longer than holding it against a small table.
      `${cell} is not null
        and (length(${cell}) <> 10 or try_cast(${cell} as date)::varchar is distinct from ${cell})`,
      'dit is geen bestaande datum. Schrijf jjjj-mm-dd.',
    );
    add('BEREIK', `${cell} < '${FIRST_DAY}'`, 'deze datum ligt voor 1900. Herstel het jaar.');
  }
  if (type === 'integer') {
    add(
      'GETAL',
      `rtrim(${cell}, '0123456789') not in ('', '-')
        or length(ltrim(${cell}, '-')) not between 1 and 9`,
      'schrijf een heel getal.',
    );
  }
  if (type === 'number') {
    add(
      'GETAL',
      `not regexp_full_match(${cell}, '${isMoney(veld) ? MONEY : NUMBER}')`,
      `schrijf een getal met een punt${isMoney(veld) ? ' en hooguit twee decimalen' : ''}.`,
    );
  }
  if (type === 'boolean') add('JA_NEE', `${cell} not in ('ja', 'nee')`, 'schrijf ja of nee.');
  if (constraints.enum) {
    const list = constraints.enum.map((value) => `'${value}'`).join(', ');
    add('CODELIJST', `${cell} not in (${list})`, 'deze code staat niet in de codelijst.');
  }
  if (constraints.pattern !== undefined) {
    add(
      'PATROON',
      `not regexp_full_match(${cell}, '${constraints.pattern.replace(/^\^|\$$/g, '')}')`,
      'de schrijfwijze klopt niet. Zie het profiel.',
    );
  }
  const {minimum, maximum} = constraints;
  if (minimum !== undefined) {
    add('BEREIK', `${typed(veld)} < ${minimum}`, `dit is lager dan ${minimum}.`);
  }
  if (maximum !== undefined) {
    add('BEREIK', `${typed(veld)} > ${maximum}`, `dit is hoger dan ${maximum}.`);
  }
  if (TEXTS.has(name)) {
    add('TE_LANG', `length(${cell}) > ${MAX_TEXT}`, `schrijf hooguit ${MAX_TEXT} tekens.`);
  }
  return rules;
}

function tableRules(tabel: string, has: (name: string) => boolean): RowRule[] {
  if (tabel === 'client' && has('geboortejaar')) return [BORN_LATER];
  return tabel === 'meting' ? [ZRM_SCORE] : [];
}

const BORN_LATER: RowRule = {
  kolom: 'geboortejaar',
  code: 'DATUM_TOEKOMST',
  reden: 'geboortejaar ligt na het jaar waarin de levering is gemaakt. Controleer het jaar.',
  breekt: `try_cast(geboortejaar as integer) > year(${DELIVERY_DAY})`,
};

const ZRM_SCORE: RowRule = {
  kolom: 'score',
  code: 'BEREIK',
  reden: `score: de Zelfredzaamheid-Matrix loopt van 1 tot ${MAX_ZRM_SCORE}.`,
  breekt: `instrument = 'zrm' and try_cast(score as integer) > ${MAX_ZRM_SCORE}`,
};

/** The columns of stg that hold the delivered fields, with the SQL that fills them. */
export function typedColumns(
  tabel: Tabel,
  kolommen: readonly string[],
): {kolom: string; sql: string}[] {
  return tabel.velden
    .filter(({name}) => name !== 'gemeente_code')
    .map((veld) => ({
      kolom: stgColumn(veld),
      sql: kolommen.includes(veld.name) ? typed(veld) : 'null',
    }));
}
