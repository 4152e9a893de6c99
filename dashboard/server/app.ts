import express, {type Express} from 'express';
import type {Logger} from 'pino';
import {AnswerCache} from './answer-cache.ts';
import {AdresOnbekend, MethodeNietMogelijk} from './errors.ts';
import type {Judgement} from './judgement.ts';
import type {LivePublications} from './live-publications.ts';
import {openApiRoute} from './openapi-route.ts';
import {problemHandler} from './problem.ts';
import {onlyForRole} from './role.ts';
import {allRoutes} from './routes/all.ts';
import {onlyLoopbackHost, securityHeaders} from './security.ts';
import {Semaphore} from './semaphore.ts';
import {serveLiveRoute, servePublicationRoute} from './serve-route.ts';
import {staticApp} from './static-app.ts';
import {warmUp} from './warm-up.ts';

/** All that the server needs from outside; nothing is read from the environment here. */
export interface AppOptions {
  /** Already started; the owner stops it. */
  live: LivePublications;
  /** Written by the night; need not exist. */
  statusFile: string;
  /** Written by the night too: nights and quality of deliveries. */
  qualityFile: string;
  /** Where `gebieden laad` keeps outlines of areas; need not exist. */
  boundariesFolder: string;
  /** The built browser app (`vite build`); need not exist. */
  appDirectory: string;
  judgement: Judgement;
  log: Logger;
  /** `demo` answers to loopback names only. */
  toegang: 'demo';
  /** Prepare the first screens of each new publication in the background. */
  warmUp?: boolean;
  cacheBytes?: number;
  /** DuckDB queries at the same time; keep below UV_THREADPOOL_SIZE. */
  concurrentQueries?: number;
}

/** The API under /api/v1 and the browser app; does not listen. */
export function createApp(options: AppOptions): Express {
  const app = express();
  app.disable('x-powered-by');
  app.disable('etag');
  app.set('query parser', 'simple');
  app.use(securityHeaders());
  app.use(onlyLoopbackHost());
  app.use('/api/v1', apiRouter(options));
  app.use('/api', () => {
    throw new AdresOnbekend();
  });
  app.use(staticApp(options.appDirectory));
  app.use(() => {
    throw new AdresOnbekend('Deze pagina bestaat niet. Begin bij de startpagina.');
  });
  app.use(problemHandler(options.log));
  return app;
}

function apiRouter(options: AppOptions) {
  const {
    live,
    statusFile,
    qualityFile,
    boundariesFolder,
    cacheBytes = 64 * 1024 * 1024,
    concurrentQueries = 4,
  } = options;
  const cache = new AnswerCache(cacheBytes);
  const kitchen = {
    live,
    statusFile,
    qualityFile,
    boundariesFolder,
    log: options.log,
    cache,
    queries: new Semaphore(concurrentQueries),
  };
  const router = express.Router({caseSensitive: true});
  router.use((request, _response, next) => {
    if (request.method !== 'GET' && request.method !== 'HEAD') throw new MethodeNietMogelijk();
    next();
  });
  router.use(onlyForRole());
  const routes = allRoutes(options.judgement);
  if (options.warmUp !== false) {
    live.onSwitch((lease) => void warmUp(routes, kitchen, {lease, log: options.log}));
  }
  for (const route of [...routes, openApiRoute(routes)]) {
    const serve =
      route.bron === 'publicatie'
        ? servePublicationRoute(route, kitchen)
        : serveLiveRoute(route, kitchen);
    router.get(route.path, serve);
  }
  return router;
}
