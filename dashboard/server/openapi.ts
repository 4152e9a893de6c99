import {z} from 'zod';
import {ROLLEN} from '../../queries/role-policy.ts';
import {API_VERSION} from './openapi-version.ts';
import {MEDIA_TYPES} from './formats/write.ts';
import {ROLE_HEADER} from './role.ts';
import type {Route} from './route.ts';

/** An error as the caller reads it (RFC 9457). */
export const problemSchema = z.object({
  type: z.string(),
  title: z.string(),
  status: z.number(),
  detail: z.string(),
  code: z.string(),
  fouten: z.array(z.object({veld: z.string(), melding: z.string()})).optional(),
});

/** The OpenAPI 3.1 document of the route table; nothing is written twice. */
export function openApiDocument(routes: readonly Route[]): Record<string, unknown> {
  return {
    openapi: '3.1.0',
    info: {
      title: 'Wijkmonitor',
      version: API_VERSION,
      summary: 'Cijfers over sociale wijkteams, per wijk, tegen de 0-meting.',
      description:
        'Alle cijfers zijn beschermd: afgerond, en bij kleine groepen niet getoond. ' +
        'De status zegt waarom een cijfer er is of niet.',
      license: {name: 'EUPL-1.2', identifier: 'EUPL-1.2'},
    },
    servers: [{url: '/api/v1'}],
    paths: Object.fromEntries(routes.map((route) => [openApiPath(route.path), pathItem(route)])),
    components: {schemas: {Probleem: jsonSchema(problemSchema, 'output')}},
  };
}

/** Express writes `:id`, OpenAPI `{id}`. */
export function openApiPath(path: string): string {
  return path.replaceAll(/:([a-z]+)/g, '{$1}');
}

function pathItem(route: Route): Record<string, unknown> {
  const schema = jsonSchema(route.antwoord, 'output');
  const media = route.vormen.map((vorm) => {
    const [type = vorm] = MEDIA_TYPES[vorm].split(';');
    return [type, vorm === 'json' ? {schema} : {}] as const;
  });
  const answer = {description: route.samenvatting, headers, content: Object.fromEntries(media)};
  const pathParameters = parameters(route.params, 'path');
  const get = {
    operationId: route.naam,
    summary: route.samenvatting,
    parameters: [
      ...pathParameters,
      ...parameters(route.query, 'query'),
      ...dimensions(route),
      ROLE,
    ],
    responses: {
      '200': answer,
      '304': {description: 'Niet gewijzigd.', headers},
      ...problems(route),
    },
  };
  return {get};
}

const ROLE = {
  name: ROLE_HEADER,
  in: 'header',
  required: false,
  description: 'De rol die vraagt. Een rol ziet minder, nooit iets anders.',
  schema: {type: 'string', enum: [...ROLLEN]},
};

const headers = {
  'API-Version': {description: 'Versie van de API.', schema: {type: 'string'}},
  ETag: {description: 'Publicatie en vraag.', schema: {type: 'string'}},
};

function problems(route: Route): Record<string, unknown> {
  const content = {
    'application/problem+json': {schema: {$ref: '#/components/schemas/Probleem'}},
  };
  const table: [string, string][] = [
    ['400', 'De vraag klopt niet; alle fouten staan erin.'],
    ['403', 'De rol die vraagt mag dit niet zien.'],
  ];
  if (route.bron === 'publicatie')
    table.push(['404', 'Onbekend.'], ['503', 'Nog geen publicatie.']);
  return Object.fromEntries(table.map(([status, description]) => [status, {description, content}]));
}

function parameters(schema: z.ZodObject, place: 'path' | 'query'): Record<string, unknown>[] {
  const shape: Readonly<Record<string, z.core.$ZodType>> = schema.shape;
  return Object.entries(shape).map(([name, part]) => {
    const {description, ...rest} = jsonSchema(part, 'input');
    return {
      name,
      in: place,
      required: place === 'path' || !z.safeParse(part, undefined).success,
      ...(description === undefined ? {} : {description}),
      schema: rest,
    };
  });
}

/** Where a route takes names of dimensions as parameters, say so as a free-form object. */
function dimensions({query}: Route): Record<string, unknown>[] {
  if (query.def.catchall === undefined) return [];
  return [
    {
      name: 'dimensies',
      in: 'query',
      required: false,
      description: 'Elke dimensie van de indicator, met één waarde: wet=wmo.',
      style: 'form',
      explode: true,
      schema: {type: 'object', additionalProperties: {type: 'string'}},
    },
  ];
}

function jsonSchema(schema: z.core.$ZodType, io: 'input' | 'output') {
  const document = z.toJSONSchema(schema, {io});
  delete document.$schema; // OpenAPI 3.1 has this dialect by default
  return document;
}
