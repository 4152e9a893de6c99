import {day, iso, LAST, type EdgeLines, type Line} from './lines.ts';

/** A provision with its deliveries and claims. */
export function putHelp(lines: EdgeLines, client_id: string): void {
  const [wet = '', productcategorie = ''] = lines.pick([
    ['wmo', '01'],
    ['wmo', '01'],
    ['wmo', '17'],
    ['jeugdwet', '45'],
    ['jeugdwet', '46'],
    ['participatiewet', '99'],
  ]);
  const toewijzingnummer = lines.next('');
  const from = lines.day();
  const asked = from - lines.pick([0, 10, 56, 57, 80]);
  const einddatum = lines.after(from, [0, 30, 31, 365], 0.3);
  lines.put('toewijzing', {
    wet,
    toewijzingnummer,
    client_id,
    aanbieder_id: 'A',
    productcategorie,
    soort: lines.pick(['individueel', 'collectief', null]),
    datum_aanvraag: lines.chance(0.2) ? null : iso(asked),
    datum_besluit: lines.chance(0.2) ? null : iso(asked + lines.pick([0, 55, 56, 57])),
    ingangsdatum: iso(from),
    einddatum,
  });
  putDeliveries(lines, {wet, toewijzingnummer}, from);
  for (let at = lines.pick([0, 1, 2, 3]); at > 0; at -= 1)
    putClaim(
      lines,
      {wet, client_id, toewijzingnummer, productcategorie},
      iso(lines.day(iso(from))),
    );
}

function putDeliveries(
  lines: EdgeLines,
  key: {wet: string; toewijzingnummer: string},
  from: number,
): void {
  let begin = from + lines.pick([-3, 0, 0, 5]);
  for (let left = lines.pick([0, 1, 1, 2, 3]); left > 0 && begin < day(LAST); left -= 1) {
    const einddatum = lines.after(begin, [0, 29, 30, 31], left === 1 ? 0.4 : 0);
    const reden_einde =
      einddatum === null
        ? null
        : lines.pick(['tijdelijk', 'volgens_plan', 'verhuizing', 'overlijden']);
    lines.put('levering', {
      ...key,
      begindatum: iso(begin),
      einddatum,
      reden_einde,
    });
    begin = day(einddatum ?? LAST) + lines.pick([1, 1, 2, 20]);
  }
}

function putClaim(lines: EdgeLines, line: Line, date: string): void {
  const [year = 0, month = 1, date0 = 1] = date.split('-').map(Number);
  const last = new Date(Date.UTC(year, month, 0)).getUTCDate();
  const until = lines.pick([date0, last, Math.min(last, date0 + 6)]);
  lines.put('prestatie', {
    ...line,
    aanbieder_id: 'A',
    referentie: lines.next('r'),
    periode_begin: date,
    periode_eind: iso(Date.UTC(year, month - 1, until) / 86_400_000),
    volume: 1 + Math.floor(lines.random() * 900),
    eenheid: lines.pick(['minuut', 'minuut', 'uur', 'dagdeel', 'stuks']),
    bedrag_cent: lines.chance(0.08) ? -5000 : 7000,
    datum_ingediend: LAST,
    status: lines.pick(['toegekend', 'toegekend', 'ingediend', 'afgekeurd']),
  });
}
