import {OTHER_COUNTS, readLattice} from './cube/lattice.ts';

/** Who asks: each role sees a part of what is published, and the same figures as any other. */
export const ROLLEN = [
  'openbaar',
  'raad',
  'college',
  'beleid',
  'financien',
  'beheer',
  'fg',
] as const;
export type Rol = (typeof ROLLEN)[number];

/** What a question is about: its first word in the address decides. */
type Soort = 'geld' | 'cijfers' | 'open';

const SOORTEN: ReadonlyMap<string, Soort> = new Map([
  ['financien', 'geld'],
  ...[
    'cijfers',
    'doelenboom',
    'effecten',
    'grafieken',
    'nettoverandering',
    'nulmetingen',
    'oordelen',
    'overlevingscurve',
    'overzicht',
    'profiel',
    'signalen',
  ].map((name) => [name, 'cijfers'] as const),
  ...[
    'gebieden',
    'gebieden.geojson',
    'indicatoren',
    'kwaliteit',
    'leveringen',
    'openapi.json',
    'privacytoets',
    'publicatie',
    'publicaties',
    'status',
  ].map((name) => [name, 'open'] as const),
]);

const {rollen, dimensies} = readLattice();

/**
 * Why this role may not ask this, in one Dutch sentence; null when it may. It looks at the question
 * only, never at a figure, so it can't change or betray one. What it does not know it refuses.
 */
export function refusal(
  rol: Rol,
  {pad, parameters}: {pad: string; parameters: Readonly<Record<string, string>>},
): string | null {
  const soort = SOORTEN.get(pad.split('/').find((part) => part !== '') ?? '');
  const rules = rollen.get(rol);
  if (soort === undefined || rules === undefined) return 'Uw rol mag dit adres niet openen.';
  if (soort === 'open') return null;
  if (soort === 'geld') return rules.geld ? null : 'Uw rol ziet de pagina’s over geld niet.';
  if (!rules.cijfers) return 'Uw rol ziet geen cijfers over de hulp.';
  const asked = dimensionsOf(parameters);
  const closed = asked.find((id) => rules.zonder.includes(id));
  if (closed !== undefined) {
    const titel = dimensies.get(closed)?.titel.toLowerCase() ?? closed;
    return `Uw rol kan niet uitsplitsen naar ${titel}.`;
  }
  if (asked.length > rules.gekruist) {
    return `Uw rol kiest hooguit ${rules.gekruist} ${rules.gekruist === 1 ? 'kenmerk' : 'kenmerken'} tegelijk.`;
  }
  return null;
}

/** The dimensions of a question: one node of it, or split by it. A variant is no crossing. */
function dimensionsOf(parameters: Readonly<Record<string, string>>): string[] {
  const split = parameters['uitsplitsen']?.split(',') ?? [];
  const named = [...Object.keys(parameters), ...split.map((name) => name.trim())];
  return [...new Set(named)].filter((id) => dimensies.has(id) && !OTHER_COUNTS.has(id));
}
