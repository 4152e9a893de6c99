import {existsSync, mkdtempSync, readFileSync, readdirSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {beforeEach, describe, expect, it} from 'vitest';
import {Publications} from '../../warehouse/publications.ts';

let folder: string;
let publications: Publications;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'publicaties-'));
  publications = new Publications(folder);
});

function publish(id: string): void {
  const draft = publications.draft();
  writeFileSync(draft, id);
  publications.publish(draft, id, {id}, null);
}

describe('publications', () => {
  it('are none at first', () => {
    expect(publications.current()).toBeNull();
    expect(publications.list()).toEqual([]);
  });

  it('become current when they are whole, with their manifest beside them', () => {
    publish('2026-11-22-a');
    expect(publications.current()?.id).toBe('2026-11-22-a');
    expect(JSON.parse(readFileSync(join(folder, '2026-11-22-a.json'), 'utf8'))).toEqual({
      id: '2026-11-22-a',
    });
    expect(readdirSync(folder).filter((name) => name.startsWith('.'))).toEqual([]);
  });

  it('that were never finished change nothing, and are swept by the next draft', () => {
    publish('2026-11-22-a');
    writeFileSync(publications.draft(), 'half');
    expect(publications.current()?.id).toBe('2026-11-22-a');
    expect(existsSync(publications.draft())).toBe(false);
  });

  it('that were whole when the power failed become current at the next night', () => {
    publish('2026-11-22-a');
    publish('2026-11-23-b');
    publications.rollback('2026-11-22-a');
    expect(publications.recover()).toBeNull();
    expect(publications.current()?.id).toBe('2026-11-22-a');
    writeFileSync(join(folder, 'wordt-actueel'), '2026-11-23-b\n');
    expect(publications.recover()).toBe('2026-11-23-b');
    expect(publications.current()?.id).toBe('2026-11-23-b');
    writeFileSync(join(folder, 'wordt-actueel'), '2026-11-24-nooit\n');
    expect(publications.recover()).toBeNull();
    expect(publications.current()?.id).toBe('2026-11-23-b');
  });

  it('whose log was not folded in are refused', () => {
    const draft = publications.draft();
    writeFileSync(draft, 'x');
    writeFileSync(`${draft}.wal`, 'x');
    expect(() => {
      publications.publish(draft, 'id', {}, null);
    }).toThrow(/not closed/);
  });

  it('can be rolled back', () => {
    publish('2026-11-22-a');
    publish('2026-11-23-b');
    publications.rollback('2026-11-22-a');
    expect(publications.current()?.id).toBe('2026-11-22-a');
    expect(() => {
      publications.rollback('bestaat-niet');
    }).toThrow();
  });

  it('are kept one a day and one a month; the current and the vastgestelde are never deleted', () => {
    const days = [
      '2026-09-01-a',
      '2026-10-01-b',
      '2026-10-31-c',
      '2026-11-21-d',
      '2026-11-22-e',
      '2026-11-22-f',
    ];
    for (const id of days) publish(id);
    publications.rollback('2026-11-21-d');
    publications.establish('2026-09-01-a', {
      vastgesteld_op: '2026-09-02T09:00:00Z',
      toelichting: '',
    });
    const gone = publications.clean({dagen: 1, maanden: 2});
    expect(gone.sort()).toEqual(['2026-10-01-b', '2026-11-22-e']);
    expect(publications.list().map(({id}) => id)).toEqual([
      '2026-09-01-a',
      '2026-10-31-c',
      '2026-11-21-d',
      '2026-11-22-f',
    ]);
  });

  it('are established once: the first mark stays, also after a roll back', () => {
    publish('2026-11-22-a');
    const first = {vastgesteld_op: '2026-11-23T09:00:00Z', toelichting: 'raad van december'};
    publications.establish('2026-11-22-a', first);
    publications.establish('2026-11-22-a', {vastgesteld_op: 'later', toelichting: ''});
    publications.rollback('2026-11-22-a');
    expect(publications.isEstablished('2026-11-22-a')).toBe(true);
    const mark = readFileSync(join(folder, '2026-11-22-a.vastgesteld.json'), 'utf8');
    expect(JSON.parse(mark)).toEqual(first);
    expect(() => {
      publications.establish('bestaat-niet', first);
    }).toThrow();
  });
});
