import {existsSync, readdirSync, readFileSync} from 'node:fs';
import {join} from 'node:path';
import {describe, expect, it} from 'vitest';
import {z} from 'zod';
import {actual} from './vector-methods.ts';
import {realPath} from '../../support/real-files.ts';

const FOLDER = realPath('vectors');

const fields = z.record(z.string(), z.unknown());
const vectorFile = z.object({
  vectors: z.array(
    z.object({
      id: z.string(),
      method: z.string(),
      input: fields,
      expected: fields,
      tol: z.object({
        abs: z.number().optional(),
        rel: z.number().optional(),
        exact: z.boolean().optional(),
        abs_by_field: z.record(z.string(), z.number()).optional(),
      }),
    }),
  ),
});

const vectors = existsSync(FOLDER)
  ? readdirSync(FOLDER).flatMap(
      (name) => vectorFile.parse(JSON.parse(readFileSync(join(FOLDER, name), 'utf8'))).vectors,
    )
  : [];

describe.skipIf(vectors.length === 0)('the published vector', () => {
  it.each(vectors.map((vector) => [vector.id, vector] as const))(
    '%s',
    (_, {method, input, expected, tol}) => {
      const found = actual(method, input);
      for (const [field, wanted] of Object.entries(expected)) {
        expectClose(
          found[field],
          wanted,
          {...tol, abs: tol.abs_by_field?.[field] ?? tol.abs},
          field,
        );
      }
    },
  );

  it('is one of 65, each with its own name', () => {
    expect(vectors).toHaveLength(65);
    expect(new Set(vectors.map(({id}) => id)).size).toBe(65);
  });
});

interface Tolerance {
  abs?: number | undefined;
  rel?: number | undefined;
}

function expectClose(found: unknown, wanted: unknown, tol: Tolerance, path: string): void {
  if (Array.isArray(wanted)) {
    expect(Array.isArray(found) && found.length, path).toBe(wanted.length);
    for (const [i, one] of wanted.entries()) {
      expectClose(Array.isArray(found) ? found[i] : undefined, one, tol, `${path}[${i}]`);
    }
    return;
  }
  if (typeof wanted === 'object' && wanted !== null) {
    for (const [key, one] of Object.entries(fields.parse(wanted))) {
      expectClose(fields.parse(found)[key], one, tol, `${path}.${key}`);
    }
    return;
  }
  if (typeof wanted !== 'number') {
    expect(found, path).toEqual(wanted);
    return;
  }
  const slack = Math.max(tol.abs ?? 0, (tol.rel ?? 0) * Math.abs(wanted), 1e-12);
  expect(
    Math.abs(z.number().parse(found) - wanted),
    `${path}: ${String(found)}`,
  ).toBeLessThanOrEqual(slack);
}
