import {Effects} from '../effects.ts';
import type {Judgement} from '../judgement.ts';
import type {Route} from '../route.ts';
import {cijfersRoute} from './cijfers.ts';
import {doelenboomRoute} from './doelenboom.ts';
import {effectChartRoute, effectRoute} from './effecten.ts';
import {financienBegrotingRoute} from './financien-begroting.ts';
import {financienGrafiekRoute} from './financien-grafieken.ts';
import {financienOpbrengstRoute} from './financien-opbrengst.ts';
import {financienPrognoseRoute} from './financien-prognose.ts';
import {financienVerschillenRoute} from './financien-verschillen.ts';
import {financienWijkbudgetRoute} from './financien-wijkbudget.ts';
import {grafiekRoute, grafiekSpecRoute} from './grafieken.ts';
import {gebiedenRoute} from './gebieden.ts';
import {grenzenRoute} from './grenzen.ts';
import {indicatorRoute} from './indicator.ts';
import {indicatorenRoute} from './indicatoren.ts';
import {kwaliteitRoute} from './kwaliteit.ts';
import {leveringenRoute} from './leveringen.ts';
import {nettoveranderingRoute} from './nettoverandering.ts';
import {nulmetingenRoute} from './nulmetingen.ts';
import {oordelenRoute} from './oordelen.ts';
import {overlevingscurveRoute} from './overlevingscurve.ts';
import {overzichtRoute} from './overzicht.ts';
import {privacytoetsRoute} from './privacytoets.ts';
import {profielRoute} from './profiel.ts';
import {publicatieRoute} from './publicatie.ts';
import {publicatiesRoute} from './publicaties.ts';
import {signalenRoute} from './signalen.ts';
import {statusRoute} from './status.ts';

/** The one table of routes: express serves it and OpenAPI describes it. */
export function allRoutes(judgement: Judgement): readonly Route[] {
  const effects = new Effects();
  return [
    publicatieRoute,
    publicatiesRoute,
    privacytoetsRoute,
    leveringenRoute,
    statusRoute,
    kwaliteitRoute,
    gebiedenRoute,
    grenzenRoute,
    indicatorenRoute,
    indicatorRoute,
    cijfersRoute,
    nulmetingenRoute,
    overlevingscurveRoute,
    nettoveranderingRoute,
    grafiekRoute,
    grafiekSpecRoute,
    oordelenRoute(judgement),
    overzichtRoute(judgement),
    signalenRoute,
    profielRoute(judgement),
    doelenboomRoute,
    effectRoute(effects),
    effectChartRoute(effects),
    financienBegrotingRoute,
    financienPrognoseRoute,
    financienVerschillenRoute,
    financienWijkbudgetRoute,
    financienGrafiekRoute,
    financienOpbrengstRoute(judgement),
  ];
}
