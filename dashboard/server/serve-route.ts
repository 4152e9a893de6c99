import type {Request, RequestHandler, Response} from 'express';
import {VraagOngeldig} from '../../queries/errors.ts';
import type {CachedAnswer} from './answer-cache.ts';
import {chooseEncoding} from './compress.ts';
import {writeAnswer} from './formats/write.ts';
import type {Lease} from './live-publications.ts';
import {chooseVorm} from './negotiate.ts';
import {API_VERSION} from './openapi-version.ts';
import {digest, pack, prepareAnswer, type Kitchen} from './prepare-answer.ts';
import type {LiveRoute, PublicationRoute, RawQuestion} from './route.ts';

/** Serves a route whose answers are immutable: a hit is a map lookup, already compressed. */
export function servePublicationRoute(route: PublicationRoute, kitchen: Kitchen): RequestHandler {
  return async (request, response) => {
    const vorm = chooseVorm(request, route.vormen);
    const encoding = chooseEncoding(request.headers['accept-encoding']);
    const question = readQuestion(request);
    const lease = await leaseFor(question, kitchen);
    try {
      const order = {route, publication: lease.publication, question, vorm, encoding};
      send(request, response, await prepareAnswer(order, kitchen));
    } finally {
      lease.release();
    }
  };
}

/** Serves a route whose answer changes; it can still be 304, by its content. */
export function serveLiveRoute(route: LiveRoute, kitchen: Kitchen): RequestHandler {
  return async (request, response) => {
    const answer = await route.answer(kitchen, readQuestion(request));
    const vorm = chooseVorm(request, route.vormen);
    const body = await writeAnswer(answer, vorm);
    const encoding = chooseEncoding(request.headers['accept-encoding']);
    send(request, response, await pack(body, encoding, digest(body.bytes)));
  };
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

async function leaseFor({query}: RawQuestion, {live}: Kitchen): Promise<Lease> {
  const pinned = query['publicatie'];
  return pinned !== undefined ? live.leasePinned(pinned) : live.lease();
}
