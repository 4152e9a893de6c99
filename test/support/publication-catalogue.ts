import type {Dimensie, Indicator} from '../../queries/contract/indicator.ts';

const WET: Dimensie = {
  id: 'wet',
  titel: 'Wet',
  knopen: [
    {id: 'wmo', titel: 'Wmo', ouder: null},
    {id: 'jeugdwet', titel: 'Jeugdwet', ouder: null},
    {id: 'onbekend', titel: 'Onbekend', ouder: null},
  ],
};

const VRAAGTYPE: Dimensie = {
  id: 'vraagtype',
  titel: 'Type vraag',
  knopen: [
    {id: 'wonen', titel: 'Wonen', ouder: null},
    {id: 'geld', titel: 'Geld', ouder: null},
    {id: 'opvoeden', titel: 'Opvoeden', ouder: null},
  ],
};

const VARIANT: Dimensie = {
  id: 'variant',
  titel: 'Variant',
  knopen: [
    {id: 'standaard', titel: 'Standaard', ouder: null},
    {id: 'maatwerk', titel: 'Maatwerk', ouder: null},
  ],
};

const MEERVOUDIG: Dimensie = {
  id: 'meervoudig',
  titel: 'Meer dan één vraag',
  knopen: [
    {id: 'ja', titel: 'Ja', ouder: null},
    {id: 'nee', titel: 'Nee', ouder: null},
  ],
};

/** Four indicators of different forms, with the units and directions of the real ones. */
export const INDICATOREN: readonly Indicator[] = [
  indicator({
    id: 'verwijzingen_tweede_lijn',
    titel: 'Verwijzingen naar de tweede lijn',
    vraag: 'Hoe vaak verwijzen we door naar de tweede lijn?',
    vorm: 'aantal',
    eenheid: 'per 1.000 inwoners per jaar',
    uitsplitsingen: [WET, VRAAGTYPE, MEERVOUDIG],
  }),
  indicator({
    id: 'doorlooptijd',
    titel: 'Doorlooptijd van de ondersteuning',
    vraag: 'Hoe lang duurt de ondersteuning?',
    vorm: 'duur',
    eenheid: 'dagen (mediaan)',
    decimalen: 0,
    periodesoorten: ['kwartaal', 'halfjaar', 'jaar'],
    uitsplitsingen: [WET, VRAAGTYPE],
  }),
  indicator({
    id: 'wachtlijst',
    titel: 'Wachtlijst',
    vraag: 'Hoeveel mensen wachten op een eerste gesprek?',
    vorm: 'stand',
    eenheid: 'per 1.000 inwoners',
    uitsplitsingen: [WET, VARIANT],
    hoofdcel: {variant: 'standaard'},
  }),
  indicator({
    id: 'type_vragen',
    titel: 'Type vragen',
    vraag: 'Hoeveel mensen komen met meer dan één vraag?',
    vorm: 'aandeel',
    eenheid: 'procent van de aanmeldingen',
    noemer: 'alle aanmeldingen',
    decimalen: 0,
    richting: 'neutraal',
    uitsplitsingen: [MEERVOUDIG],
    hoofdcel: {meervoudig: 'ja'},
  }),
];

function indicator(own: Partial<Indicator> & Pick<Indicator, 'id' | 'titel' | 'vorm'>): Indicator {
  return {
    vraag: '',
    eenheid: '',
    decimalen: 1,
    teller: 'Het aantal.',
    noemer: 'De inwoners.',
    richting: 'lager',
    delta: 0.1,
    norm: null,
    periodesoorten: ['maand', 'kwartaal', 'halfjaar', 'jaar'],
    niveaus: ['gemeente', 'team', 'wijk'],
    uitsplitsingen: [],
    hoofdcel: {},
    zonder_totaal: [],
    nulmeting: '12_maanden_voor_start',
    netto: null,
    thema: 'Toegang en hulp',
    doel: [],
    bron: 'Beleidsplan',
    auteur: 'a',
    gecontroleerd_door: 'b',
    versie: '1.0.0',
    geldig_vanaf: '2018-01-01',
    herzien_voor: '2027-01-01',
    verwacht_maanden: 0,
    wat_meten_we: 'We tellen.',
    wat_zegt_dit_niet: 'Niet waarom.',
    rekenvoorbeeld: '| a |\n|---|\n| 1 |',
    sql: 'select 1',
    ...own,
  };
}
