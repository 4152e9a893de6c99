import type {Database} from '../warehouse/open.ts';
import type {Definition} from './catalogue.ts';
import type {Manifest} from './contract.ts';

/** How many figures changed, came or went against the previous publication, per indicator. */
export async function countRestatements(
  publication: Database,
  previous: string | null,
  definitions: readonly Definition[],
): Promise<Manifest['herzieningen']> {
  if (previous === null) return [];
  await publication.run(`attach '${previous.replaceAll("'", "''")}' as vorige (read_only)`);
  const restated: Manifest['herzieningen'] = [];
  for (const {id, uitsplitsingen} of definitions) {
    const known = await publication.rows(
      `select 1 as een from duckdb_tables() where database_name = 'vorige' and table_name = $table`,
      {table: `cijfer_${id}`},
    );
    if (known.length === 0) continue;
    const keys = [
      'gemeente_code',
      'niveau',
      'gebied_code',
      'periodesoort',
      'periode',
      ...uitsplitsingen,
    ];
    const [row] = await publication.rows(
      `select count_if(nieuw.status is not null and oud.status is not null
           and (nieuw.waarde is distinct from oud.waarde or nieuw.status <> oud.status)) as gewijzigd,
         count_if(oud.status is null) as nieuw, count_if(nieuw.status is null) as vervallen
       from cijfer_${id} as nieuw
       full join vorige.cijfer_${id} as oud using (${keys.join(', ')})`,
    );
    restated.push({
      indicator: id,
      gewijzigd: Number(row?.['gewijzigd']),
      nieuw: Number(row?.['nieuw']),
      vervallen: Number(row?.['vervallen']),
    });
  }
  await publication.run('detach vorige');
  return restated;
}
