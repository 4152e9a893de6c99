import {readFile} from 'node:fs/promises';
import type {Logger} from 'pino';
import type {z} from 'zod';

/**
 * What the night wrote for the screen. Null before the first night, and (with a line in the log)
 * when the file can't be read.
 */
export async function readNightFile<T>(
  file: string,
  schema: z.ZodType<T>,
  log: Logger,
): Promise<T | null> {
  try {
    return schema.parse(JSON.parse(await readFile(file, 'utf8')));
  } catch (error) {
    const isAbsent = error instanceof Error && 'code' in error && error.code === 'ENOENT';
    if (!isAbsent) log.error({err: error}, 'status van de nacht niet te lezen');
    return null;
  }
}
