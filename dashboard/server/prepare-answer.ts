import {createHash} from 'node:crypto';
import type {AnswerVorm} from './answer.ts';
import type {AnswerCache, CachedAnswer} from './answer-cache.ts';
import {compress, type Encoding} from './compress.ts';
import {writeAnswer, type Body} from './formats/write.ts';
import {API_VERSION} from './openapi-version.ts';
import type {PublicationRoute, RawQuestion, Surroundings} from './route.ts';
import type {Semaphore} from './semaphore.ts';
import type {Publication} from './source.ts';

/** What all requests share. */
export interface Kitchen extends Surroundings {
  cache: AnswerCache;
  queries: Semaphore;
}

/** A question to one publication, with the format and the encoding of the answer. */
export interface Order {
  route: PublicationRoute;
  publication: Publication;
  question: RawQuestion;
  vorm: AnswerVorm;
  encoding: Encoding;
}

/** The answer from the cache, or made now. Each encoding is made from one plain answer. */
export function prepareAnswer(order: Order, kitchen: Kitchen): Promise<CachedAnswer> {
  const {route, publication, question, vorm, encoding} = order;
  const words = questionWords(order);
  return kitchen.cache.getOrMake(`${encoding} ${words}`, async () => {
    if (encoding !== 'identity') {
      const plain = await prepareAnswer({...order, encoding: 'identity'}, kitchen);
      return encoded(plain, encoding);
    }
    const answer = await kitchen.queries.run(() => route.answer(publication, question));
    return pack(await writeAnswer(answer, vorm), 'identity', digest(words));
  });
}

/** Publication and question as one text; the order of the parameters makes no difference. */
function questionWords({route, publication, question, vorm}: Order): string {
  const {query, params} = question;
  const parts = [...Object.entries(params), ...Object.entries(query)]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, value]) => `${encodeURIComponent(name)}=${encodeURIComponent(value)}`);
  return `${publication.manifest.id} ${vorm} ${route.path} ${parts.join('&')}`;
}

/** A body with its headers, in the encoding. */
export async function pack(body: Body, encoding: Encoding, tag: string): Promise<CachedAnswer> {
  // Weak: the encodings of one answer are the same answer, not the same bytes.
  const etag = `W/"${tag}"`;
  const headers: Record<string, string> = {
    'Content-Type': body.type,
    'Content-Length': String(body.bytes.length),
    'Cache-Control': 'private, no-cache',
    'API-Version': API_VERSION,
    Vary: 'Accept, Accept-Encoding',
    ETag: etag,
  };
  if (body.bestandsnaam !== null) {
    headers['Content-Disposition'] = `attachment; filename="${body.bestandsnaam}"`;
  }
  return encoded({headers, etag, bytes: body.bytes}, encoding);
}

async function encoded(plain: CachedAnswer, wanted: Encoding): Promise<CachedAnswer> {
  const {bytes, encoding} = await compress(plain.bytes, wanted);
  if (encoding === 'identity') return plain;
  const own = {'Content-Length': String(bytes.length), 'Content-Encoding': encoding};
  return {...plain, bytes, headers: {...plain.headers, ...own}};
}

/** A short fingerprint for an ETag. */
export function digest(content: string | Buffer): string {
  return createHash('sha256').update(content).digest('base64url').slice(0, 22);
}
