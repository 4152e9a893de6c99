import {mkdtempSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {makeDeliveries} from '../../fixtures/make.ts';

/** Deliveries of a small fictional gemeente, in the order in which they would arrive. */
export interface SmallWorld {
  folder: string;
  names: string[];
}

/**
 * The first `months` months of a gemeente at a fiftieth of its size, and as many months of messages:
 * reference, finance, registrations and iWmo/iJw, with late and corrected rows.
 */
export async function smallWorld(
  months: number,
  seed = 2026,
  gemeente: 'GM0400' | 'GM0453' = 'GM0400',
): Promise<SmallWorld> {
  const folder = mkdtempSync(join(tmpdir(), 'wereld-'));
  const {files} = await makeDeliveries({folder, seed, schaal: 0.02, gemeenten: [gemeente]});
  const monthOf = (name: string): string => name.slice(0, '2018-01'.length);
  const isMessage = (name: string): boolean => name.endsWith('_berichten.zip');
  const chosen = (wanted: (name: string) => boolean): string[] => {
    const all = files.filter(wanted);
    const first = [...new Set(all.map(monthOf))].slice(0, months);
    return all.filter((name) => first.includes(monthOf(name)));
  };
  return {folder, names: [...chosen((name) => !isMessage(name)), ...chosen(isMessage)]};
}
