import type {Beleid} from '../../queries/contract/goal.ts';
import {GEBIEDEN} from './publication-areas.ts';

const AGES = [
  ['0-17', 0.2],
  ['18-64', 0.6],
  ['65+', 0.2],
] as const;

/** Goals of Den Helder (one effect without figure), a target, a figure of others, inhabitants. */
export const BELEID: Beleid = {
  doelenbomen: [
    {
      gemeente: '0400',
      doel: 'Hulp dichtbij in de wijk.',
      bron: 'Uitvoeringsplan, h4',
      overzicht: ['wachtlijst', 'verwijzingen_tweede_lijn', 'doorlooptijd'],
      themas: [
        {
          id: 'toegang',
          titel: 'Toegang',
          middelen: [
            {
              regel: 'huur',
              omschrijving: 'huur',
              bedragen: [{boekjaar: 2021, bedrag_cent: 2_000_000}],
            },
          ],
          effecten: [
            {
              id: 'wachtlijst_niet_hoger',
              citaat: 'De wachtlijsten mogen niet oplopen.',
              indicatoren: ['wachtlijst', 'type_vragen'],
              extern: [],
            },
          ],
        },
        {
          id: 'hulp_dichtbij',
          titel: 'Hulp dichtbij',
          middelen: [],
          effecten: [
            {
              id: 'minder_tweede_lijn',
              citaat: 'Minder dure hulp.',
              indicatoren: ['verwijzingen_tweede_lijn', 'doorlooptijd'],
              extern: [],
            },
            {
              id: 'minder_overbelaste_mantelzorgers',
              citaat: 'Er zijn minder overbelaste mantelzorgers.',
              indicatoren: [],
              extern: [
                {
                  bron: 'GGD-monitor',
                  indicator: 'mantelzorgers_overbelast',
                  titel: 'Overbelaste mantelzorgers',
                },
              ],
            },
          ],
        },
      ],
    },
  ],
  streefwaarden: [{indicator: 'doorlooptijd', gebied: '0400', jaar: 2022, waarde: 84}],
  externe_cijfers: [
    {
      gemeente: '0400',
      bron: 'GGD-monitor',
      indicator: 'mantelzorgers_overbelast',
      gebied: '0400',
      periode_van: '2021-01-01',
      periode_tot: '2021-12-31',
      waarde: 14.5,
      ondergrens: null,
      bovengrens: null,
      eenheid: 'procent',
      voorlopig: false,
    },
  ],
  bevolking: GEBIEDEN.flatMap(({code: gebied, niveau, inwoners}) =>
    AGES.map(([leeftijd, share]) => ({
      gebied,
      niveau,
      jaar: 2021,
      leeftijd,
      aantal: Math.round((inwoners ?? 0) * share),
    })),
  ),
};
