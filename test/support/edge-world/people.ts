import {WIJKEN} from './areas.ts';
import {putHelp} from './care.ts';
import {putCase, putQuestion, putReferral} from './cases.ts';
import {day, iso, LAST, type EdgeLines} from './lines.ts';

/** Somebody with all that befalls him, told by several sources. */
export function putClient(lines: EdgeLines, client_id: string): void {
  const geboortejaar = lines.chance(0.3) ? null : 1930 + Math.floor(lines.random() * 90);
  const huishouden_id = lines.chance(0.5) ? `huis_${Math.floor(lines.random() * 90)}` : null;
  lines.put('client', {client_id, geboortejaar, geslacht: null, huishouden_id});
  putMoves(lines, client_id);
  const questions = [0, 1, 1, 2, 3].slice(0, 1 + Math.floor(lines.random() * 5));
  const asked = questions.map(() => {
    bySomeSource(lines);
    return putQuestion(lines, client_id);
  });
  for (let at = lines.pick([0, 1, 1, 2]); at > 0; at -= 1) {
    bySomeSource(lines);
    putCase(lines, client_id, lines.chance(0.8) ? lines.pick(asked) : null);
  }
  for (let at = lines.pick([0, 0, 1, 2]); at > 0; at -= 1) putReferral(lines, client_id);
  for (let at = lines.pick([0, 1, 1, 2, 3]); at > 0; at -= 1) {
    bySomeSource(lines);
    putHelp(lines, client_id);
  }
}

function bySomeSource(lines: EdgeLines): void {
  lines.from({
    teams: lines.chance(0.2) ? 'noord' : 'wijkteam',
    care: lines.chance(0.2) ? 'laat' : 'zorg',
  });
}

function putMoves(lines: EdgeLines, client_id: string): void {
  if (lines.chance(0.04)) return;
  let van = lines.chance(0.7) ? day('2010-01-01') : lines.day('2017-06-01');
  for (let left = lines.pick([1, 1, 2, 3]); left > 0 && van <= day(LAST); left -= 1) {
    const wijk = lines.pick(WIJKEN);
    const gebied_code = lines.chance(0.5) ? wijk : `BU${wijk.slice(2)}0${lines.pick([1, 2])}`;
    const tot = left === 1 && lines.chance(0.8) ? null : Math.max(van, lines.day('2018-01-01'));
    lines.put('client_gebied', {
      client_id,
      gebied_code,
      geldig_van: iso(van),
      geldig_tot: tot === null ? null : iso(tot),
    });
    // The next day, after a gap, or before the end that was told; never twice on one day.
    const began = van;
    van = (tot ?? day(LAST)) + lines.pick([1, 1, 1, 40, -3]);
    van = Math.max(van, (tot ?? van) - 3, began + 1);
  }
}
