/**
 * Slips that change no answer to any question, by the reason why. With `MUTANTS=all` a slip in this
 * list fails the test when an example does notice it.
 */
const HARMLESS: readonly (readonly [reason: string, mutants: readonly string[]])[] = [
  [
    'a join or filter below drops who has no match',
    [
      'bereik: outer join: left join kern.casus on casus.gemeente_code = contactmoment.gemeente_code',
      'inzet_per_client: outer join: left join kern.casus on casus.gemeente_code = contactmoment.gemeente_code',
      'caseload: outer join: left join kern.formatie_maand on formatie_maand.gemeente_code = casus.gemeente_code',
      'instroom_per_fte: outer join: left join kern.formatie_maand on formatie_maand.gemeente_code = aanmelding.gemeente_code',
    ],
  ],
  [
    'persons are counted, each once',
    [
      'bereik: union: union',
      'collectief: union: union',
      'collectief: distinct dropped: list(distinct lopend.vraagtype) filter (lopend.vraagtype is not null),',
    ],
  ],
  ['every row has a key of its own', ['crisis: union: union', 'wachtlijst: union: union']],
  ['of the second line only the first day counts', ['zelf_opgelost: union: union']],
  [
    'no complete period holds a start after the end of the data',
    [
      'doorlooptijd: a filter dropped: where casus.datum_start <= dataeinde.data_tot',
      'doorlooptijd_zorg: a filter dropped: where periode.start <= periode.gevolgd_tot',
      'langer_dan_drie_maanden: a filter dropped: where casus.datum_start <= dataeinde.data_tot',
      'wachttijd: a filter dropped: where aanmelding.datum_aanmelding <= dataeinde.data_tot',
    ],
  ],
  [
    'an outcome without an end counts nowhere',
    [
      'doorlooptijd: another date: when casus.datum_einde is null or casus.datum_start > dataeinde.data_tot then null',
      'doorlooptijd: another date: when casus.datum_start is null or casus.datum_einde > dataeinde.data_tot then null',
      'doorlooptijd: or → and: when casus.datum_einde is null and casus.datum_einde > dataeinde.data_tot then null',
      "langer_dan_drie_maanden: another date: case when casus.datum_start <= dataeinde.data_tot then 'einde' end as uitkomst,",
    ],
  ],
  [
    'on its last day, ended and followed so far are the same',
    [
      'terugkeer: ≤ → <: case when nieuw.datum_aanmelding < afgesloten.laatste_dag then nieuw.datum_aanmelding end',
    ],
  ],
  [
    'a source ends on one day in all its tables; a day, an end or a part that comes twice counts once',
    [
      "doorlooptijd_zorg: a condition dropped: and dataeinde.tabel = 'levering'",
      "inzet_per_client: a condition dropped: and dataeinde.tabel = 'casus'",
      "wachtlijst: a condition dropped: and dataeinde.tabel = 'aanmelding'",
      "zorguren_per_client: a condition dropped: and dataeinde.tabel = 'levering'",
    ],
  ],
  [
    'what has no end overlaps every stay up to its last day',
    [
      'huishoudelijke_hulp: first → last day: and verblijf.geldig_van <= coalesce(toewijzing.einddatum, verblijf.geldig_tot)',
      'jeugdhulp: first → last day: and verblijf.geldig_van <= coalesce(periode.einddatum, verblijf.geldig_tot)',
      'wmo_maatwerk: first → last day: and verblijf.geldig_van <= coalesce(toewijzing.einddatum, verblijf.geldig_tot)',
    ],
  ],
  [
    'days after the end are cut off by the filter below',
    [
      'inzet_per_client: least → greatest: and maand.van <= greatest(casus.datum_einde, dataeinde.data_tot)',
      'zorguren_per_client: least → greatest: and maand.van <= greatest(periode.einddatum, dataeinde.data_tot)',
    ],
  ],
  [
    'a mask that moved by a day has as many bits, or does not fit and is refused',
    [
      'inzet_per_client: one less: (((1::bigint << (tot - van + 1)::integer) - 1) << (day(van) - 0)::integer)::uinteger',
      'zorguren_per_client: one less: (((1::bigint << (tot - van + 1)::integer) - 1) << (day(van) - 0)::integer)::uinteger',
    ],
  ],
  [
    'a sum skips what is not known',
    [
      'zorguren_per_client: no default: (coalesce(minuten, 0) * tot_en_met // dagen - minuten * voor // dagen) as minuten,',
      'zorguren_per_client: no default: (minuten * tot_en_met // dagen - coalesce(minuten, 0) * voor // dagen) as minuten,',
    ],
  ],
  [
    'what has no day is in no period',
    [
      'wachtlijst: a filter dropped: where toewijzing.datum_besluit is not null',
      'wachtlijst_verloop: a filter dropped: where datum_eerste_contact is not null',
      "kern.meting_paar: = → ≠: having bool_or(moment = 'start') and bool_or(moment <> 'eind')",
    ],
  ],
  [
    'who has no start cannot be told to rise; of who stayed level the example does notice',
    [
      "zelfredzaamheid_verbeterd: kern.meting_paar: = → ≠: having bool_or(moment <> 'start') and bool_or(moment = 'eind')",
    ],
  ],
  [
    'any day beyond a lifetime will do',
    [
      'wachtlijst: one less: when klasse.tot_dag = 1999999 then wachtend.tot',
      'wachtlijst: one more: when klasse.tot_dag = 2000001 then wachtend.tot',
    ],
  ],
  [
    'a bare count on the first day of the registration is left out already',
    ['wachtlijst: > → ≥: when registratie.van >= stand.peildatum'],
  ],
  [
    'level or higher is asked of all, whatever the top',
    ['zelfredzaamheid_op_peil: another top of the scale: 4::integer as hoogste'],
  ],
];

const REASONS = new Map(
  HARMLESS.flatMap(([reason, mutants]) => mutants.map((name) => [name, reason])),
);

/** Why a mutant, named after its indicator (and model), does no harm; null when it does. */
export function harmlessBecause(name: string): string | null {
  return REASONS.get(name) ?? REASONS.get(name.replace(/^\w+: (?=kern\.|ref\.)/, '')) ?? null;
}
