import {z} from 'zod';
import {NIVEAUS, PERIODESOORTEN, STATUSSEN} from '../../../queries/contract/figure.ts';
import {SIGNAALREGELS} from '../../../queries/contract/signal.ts';
import {checkGebied, checkGemeente, findIndicator, oneGemeente} from '../figure-question.ts';
import {NOTHING, publicationRoute} from '../route.ts';
import {signalSeries, USUAL_SIGNALS} from '../signal-series.ts';

const number = z.number().nullable();

const signaalkaart = z.object({
  indicator: z.string(),
  gebied: z.string(),
  niveau: z.enum(NIVEAUS),
  periodesoort: z.enum(PERIODESOORTEN),
  kaart: z.enum(['XmR', 'u', 'u′', 'p', 'p′']),
  basis_van: z.string(),
  basis_tot: z.string(),
  herijkt_vanaf: z.array(z.string()),
  punten: z.array(
    z.object({
      periode: z.string(),
      waarde: number,
      status: z.enum(STATUSSEN),
      voorlopig: z.boolean(),
      gemiddelde: number,
      ondergrens: number,
      bovengrens: number,
      basis: z.boolean(),
      signaal: z.enum(SIGNAALREGELS).nullable(),
    }),
  ),
  zin: z.string(),
});

const length = z
  .string()
  .regex(/^([5-9]|1[0-2])$/)
  .default(String(USUAL_SIGNALS.reeks));

/** What stands out through time, per area, against limits frozen before the start of the team. */
export const signalenRoute = publicationRoute({
  path: '/signalen',
  naam: 'signalen',
  samenvatting: 'Wat door de tijd opvalt: een reden om uit te zoeken, geen bewijs van een effect.',
  query: z.object({
    gemeente: z.string().optional(),
    indicator: z.string().meta({description: 'Id van de indicator, zie /indicatoren.'}),
    gebied: z.string().optional().meta({description: 'Code van één gebied. Zonder: alle.'}),
    reeks: length.meta({
      description: 'Hoeveel punten aan één kant een signaal zijn: 5 tot en met 12.',
    }),
    trend: length.meta({description: 'Hoeveel punten op rij omhoog of omlaag: 5 tot en met 12.'}),
    herijken: z.enum(['nooit', 'start', 'fase']).default('nooit').meta({
      description: 'Of er nieuwe grenzen komen na de start, of na elke nieuwe fase van het team.',
    }),
  }),
  params: NOTHING,
  antwoord: z.object({
    publicatie: z.string(),
    signalen: z.array(signaalkaart),
    /** Areas of which too little is known of before the start. */
    zonder: z.array(z.object({gebied: z.string(), reden: z.string()})),
  }),
  vormen: ['json'],
  alsoCheck: (publication, query) => {
    if (query['indicator'] !== undefined) findIndicator(publication, query['indicator']);
    return [...checkGemeente(publication, query['gemeente']), ...checkGebied(publication, query)];
  },
  async answer(publication, query) {
    const gemeente = oneGemeente(publication, query.gemeente);
    const indicator = findIndicator(publication, query.indicator);
    const options = {
      reeks: Number(query.reeks),
      trend: Number(query.trend),
      herijken: query.herijken,
    };
    const areas = publication.gebieden
      .filter((area) => area.gemeente === gemeente)
      .filter(({code}) => code === (query.gebied ?? code));
    const signalen = [];
    const zonder = [];
    for (const gebied of areas) {
      const kaart = await signalSeries(publication, {indicator, gebied}, options);
      if (kaart === null) zonder.push({gebied: gebied.code, reden: NO_LIMITS});
      else signalen.push(kaart);
    }
    return {soort: 'json', inhoud: {publicatie: publication.manifest.id, signalen, zonder}};
  },
});

const NO_LIMITS = 'Er zijn geen 12 maanden met cijfers van voor de start.';
