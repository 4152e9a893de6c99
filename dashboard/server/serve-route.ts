import {createHash} from 'node:crypto';
import type {Request, RequestHandler, Response} from 'express';
import type {AnswerVorm} from './answer.ts';
import type {AnswerCache, CachedAnswer} from './answer-cache.ts';
import {chooseEncoding, compress, type Encoding} from './compress.ts';
import {writeAnswer, type Body} from './formats/write.ts';
import type {Lease} from './live-publications.ts';
import {chooseVorm} from './negotiate.ts';
import {API_VERSION} from './openapi-version.ts';
import {VraagOngeldig} from '../../queries/errors.ts';
import type {LiveRoute, PublicationRoute, RawQuestion, Surroundings} from './route.ts';
import type {Semaphore} from './semaphore.ts';

/** What a request needs besides its route. */
export interface Kitchen extends Surroundings {
  cache: AnswerCache;
  queries: Semaphore;
}

/** Serves a route whose answers are immutable: a hit is a map lookup, already compressed. */
export function servePublicationRoute(route: PublicationRoute, kitchen: Kitchen): RequestHandler {
  return async (request, response) => {
    const vorm = chooseVorm(request, route.vormen);
    const encoding = chooseEncoding(request.headers['accept-encoding']);
    const lease = await leaseFor(request, kitchen);
    try {
      const {id} = lease.publication.manifest;
      const key = `${id} ${vorm} ${encoding} ${request.originalUrl}`;
      const answer = await kitchen.cache.getOrMake(key, () =>
        make(route, {request, lease, vorm, encoding, kitchen}),
      );
      send(request, response, answer);
    } finally {
      lease.release();
    }
  };
}

/** Serves a route whose answer changes; it can still be 304, by its content. */
export function serveLiveRoute(route: LiveRoute, kitchen: Kitchen): RequestHandler {
  return async (request, response) => {
    const answer = await route.answer(kitchen, readQuestion(request));
    const body = writeAnswer(answer, chooseVorm(request, route.vormen));
    const encoding = chooseEncoding(request.headers['accept-encoding']);
    send(request, response, await pack(body, encoding, digest(body.bytes)));
  };
}

interface Order {
  request: Request;
  lease: Lease;
  vorm: AnswerVorm;
  encoding: Encoding;
  kitchen: Kitchen;
}

async function make(route: PublicationRoute, order: Order): Promise<CachedAnswer> {
  const {request, lease, vorm, encoding, kitchen} = order;
  const {publication} = lease;
  const answer = await kitchen.queries.run(() => route.answer(publication, readQuestion(request)));
  const question = `${publication.manifest.id} ${vorm} ${request.originalUrl}`;
  return pack(writeAnswer(answer, vorm), encoding, digest(Buffer.from(question)));
}

async function pack(body: Body, wanted: Encoding, tag: string): Promise<CachedAnswer> {
  const {bytes, encoding} = await compress(body.bytes, wanted);
  // Weak: the encodings of one answer are the same answer, not the same bytes.
  const etag = `W/"${tag}"`;
  const headers: Record<string, string> = {
    'Content-Type': body.type,
    'Content-Length': String(bytes.length),
    'Cache-Control': 'private, no-cache',
    'API-Version': API_VERSION,
    Vary: 'Accept, Accept-Encoding',
    ETag: etag,
  };
  if (encoding !== 'identity') headers['Content-Encoding'] = encoding;
  if (body.bestandsnaam !== null) {
    headers['Content-Disposition'] = `attachment; filename="${body.bestandsnaam}"`;
  }
  return {headers, etag, bytes};
}

function send(request: Request, response: Response, answer: CachedAnswer): void {
  if (matches(request.headers['if-none-match'], answer.etag)) {
    const {ETag, Vary, ...headers} = answer.headers;
    response.writeHead(304, {
      ...(ETag === undefined ? {} : {ETag}),
      ...(Vary === undefined ? {} : {Vary}),
      'Cache-Control': headers['Cache-Control'] ?? 'private',
      'API-Version': API_VERSION,
    });
    response.end();
    return;
  }
  response.writeHead(200, answer.headers);
  response.end(answer.bytes);
}

function matches(header: string | undefined, etag: string): boolean {
  if (header === undefined) return false;
  const bare = (tag: string) => tag.trim().replace(/^W\//, '');
  return header.split(',').some((tag) => tag.trim() === '*' || bare(tag) === bare(etag));
}

/** All parameters as text. The same name twice is refused: one value per question. */
function readQuestion(request: Request): RawQuestion {
  const {searchParams} = new URL(request.originalUrl, 'http://leeg');
  const names = [...new Set(searchParams.keys())];
  const doubles = names.filter((name) => searchParams.getAll(name).length > 1);
  if (doubles.length > 0) {
    const melding = 'Deze parameter staat er meer dan één keer. Geef hem één keer.';
    throw new VraagOngeldig(doubles.map((veld) => ({veld: veld.slice(0, 40), melding})));
  }
  const params = Object.entries<string | string[]>(request.params);
  return {
    query: Object.fromEntries<string>(searchParams),
    params: Object.fromEntries(params.map(([name, value]) => [name, String(value)] as const)),
  };
}

async function leaseFor(request: Request, {live}: Kitchen): Promise<Lease> {
  const pinned = request.query['publicatie'];
  return typeof pinned === 'string' ? live.leasePinned(pinned) : live.lease();
}

function digest(bytes: Buffer): string {
  return createHash('sha256').update(bytes).digest('base64url').slice(0, 22);
}
