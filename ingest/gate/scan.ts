import type {Database} from '../../warehouse/open.ts';
import {ANY_IDENTIFIER, DETECTORS} from './detectors.ts';

/** An identifier that was found: where and how often, never what. */
export interface GateFinding {
  kolom: string;
  soort: string;
  aantal: number;
  regels: number[];
}

const SHOWN_LINES = 5;

/**
 * Looks for direct identifiers in the text columns `kolommen` of the temporary table `ruw`
 * (every cell as text, with its line as `bronregel`). One scan for all columns and detectors.
 */
export async function scanColumns(
  database: Database,
  kolommen: readonly string[],
): Promise<GateFinding[]> {
  const suspect = await suspectColumns(database, kolommen);
  const probes = suspect.flatMap((kolom) => DETECTORS.map((detector) => ({kolom, detector})));
  if (probes.length === 0) return [];
  const counts = probes.map(
    ({kolom, detector}, index) =>
      `count_if(${detector.kandidaat(`"${kolom}"`)}) as k${index}, ` +
      `count_if(${detector.treffer(`"${kolom}"`)}) as t${index}`,
  );
  const [row] = await database.rows(`select ${counts.join(', ')} from ruw`);
  const findings: GateFinding[] = [];
  for (const [index, {kolom, detector}] of probes.entries()) {
    const kandidaten = Number(row?.[`k${index}`] ?? 0);
    const aantal = Number(row?.[`t${index}`] ?? 0);
    if (!detector.oordeel(kandidaten, aantal)) continue;
    const lines = await database.rows(
      `select bronregel as regel from ruw where ${detector.treffer(`"${kolom}"`)}
       order by bronregel limit ${SHOWN_LINES}`,
    );
    findings.push({
      kolom,
      soort: detector.soort,
      aantal,
      regels: lines.map(({regel}) => Number(regel)),
    });
  }
  return findings;
}

/** The columns of which some cell passes the one cheap pattern that every identifier has. */
async function suspectColumns(
  database: Database,
  kolommen: readonly string[],
): Promise<readonly string[]> {
  if (kolommen.length === 0) return [];
  const counts = kolommen.map(
    (kolom, index) => `bool_or(regexp_matches("${kolom}", '${ANY_IDENTIFIER}')) as v${index}`,
  );
  const [row] = await database.rows(`select ${counts.join(', ')} from ruw`);
  return kolommen.filter((_, index) => row?.[`v${index}`] === true);
}
