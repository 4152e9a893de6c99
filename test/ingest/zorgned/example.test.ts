import {existsSync, readFileSync} from 'node:fs';
import {describe, expect, it} from 'vitest';
import {profileFindings} from '../../support/unpacked.ts';
import {SIDE, translated} from './sample.ts';
import {realPath} from '../../support/real-files.ts';

const FILE = realPath('zorgned', 'zorgned-aanvragen.json');

describe.skipIf(!existsSync(FILE))('36 anonymised aanvragen of Amsterdam', () => {
  const read = async () => {
    const {_embedded} = JSON.parse(readFileSync(FILE, 'utf8')) as {
      _embedded: {aanvraag: unknown[]};
    };
    return {records: _embedded.aanvraag, ...(await translated(_embedded.aanvraag, SIDE))};
  };

  it('all load, or say why not', async () => {
    const {records, toewijzing, levering, waarschuwingen} = await read();
    const explained = [...toewijzing.lines, ...waarschuwingen.map(({regel}) => regel)];
    expect(new Set(explained)).toEqual(new Set(records.map((_, index) => index + 1)));
    // 37 products: three were refused, one PGB has no first day.
    expect(toewijzing.rows).toHaveLength(33);
    expect(toewijzing.rejected).toMatchObject([{regel: 33, kolom: 'datumIngangGeldigheid'}]);
    expect({rows: levering.rows.length, rejected: levering.rejected}).toEqual({
      rows: 28,
      rejected: [],
    });
    const codes = waarschuwingen.map(({code}) => code);
    const count = (code: string): number => codes.filter((found) => found === code).length;
    expect(codes).toHaveLength(13);
    expect(['AFGEWEZEN', 'OUDE_VERSIE', 'OMVANG_VIER_WEKEN', 'BSN_IN_NUMMER'].map(count)).toEqual([
      3, 3, 6, 1,
    ]);
  });

  it('fit the exchange profile', async () => {
    const {toewijzing, levering} = await read();
    expect(profileFindings('toewijzing', toewijzing.rows)).toEqual([]);
    expect(profileFindings('levering', levering.rows)).toEqual([]);
  });

  it('do not read the old code 02 (a new indication) as a death', async () => {
    const {levering} = await read();
    expect(levering.rows.map(({reden_einde}) => reden_einde)).not.toContain('overlijden');
    expect(levering.rows.filter(({reden_einde}) => reden_einde === 'wijziging')).toHaveLength(1);
  });

  it('hide a BSN in the number of a toewijzing; nothing of it is left', async () => {
    const {toewijzing, levering, waarschuwingen} = await read();
    const kept = JSON.stringify([toewijzing, levering, waarschuwingen]);
    for (const part of ['681032388', '123123123', 'Amstelring', 'geanonimiseerd', 'lorem']) {
      expect(kept).not.toContain(part);
    }
  });

  it('start when the first provider started, not when a migration came', async () => {
    const {levering} = await read();
    const days = levering.rows.filter(({toewijzingnummer}) => toewijzingnummer === '1010009');
    expect(days.map(({begindatum}) => begindatum)).toEqual(['2015-01-30', '2017-06-01']);
  });
});
