import type {ColumnRole, GateColumn} from '../../gate/cell.ts';
import type {Tabel, Veld} from './profile.ts';
import {PSEUDONYMS, TEXTS} from './rules.ts';

/** Not written by people about people: names of organisations and questions of a survey. */
const LONGER: ReadonlySet<string> = new Set(['organisatie', 'vraag']);

/**
 * The columns of a delivered table as the gate sees them; `nameOf` tells what the supplier calls a
 * column.
 */
export function gateColumns(
  {velden}: Tabel,
  kolommen: readonly string[],
  nameOf: (kolom: string) => string = (kolom) => kolom,
): GateColumn[] {
  return kolommen.map((kolom) => {
    const veld = velden.find(({name}) => name === kolom);
    return {naam: nameOf(kolom), rol: veld === undefined ? 'overig' : roleOf(veld)};
  });
}

function roleOf({name, type, constraints}: Veld): ColumnRole {
  if (name in PSEUDONYMS) return 'pseudoniem';
  if (TEXTS.has(name) || LONGER.has(name)) return 'tekst';
  const listed = constraints.enum !== undefined || constraints.pattern !== undefined;
  return listed || type === 'boolean' ? 'code' : 'overig';
}
