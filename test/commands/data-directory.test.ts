import {mkdtempSync, readdirSync, statSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {describe, expect, it} from 'vitest';
import {openDataDirectory} from '../../commands/data-directory.ts';
import {readKey} from '../../commands/keys.ts';

const emptyFolder = (): string => mkdtempSync(join(tmpdir(), 'data-'));

function withConfiguration(text: string): string {
  const root = emptyFolder();
  writeFileSync(join(root, 'wijkmonitor.yaml'), text);
  return root;
}

describe('the data directory', () => {
  it('gets all its folders, and exact data is closed to others', () => {
    const data = openDataDirectory(emptyFolder());
    expect(readdirSync(data.root).sort()).toEqual(
      ['beheer', 'inbox', 'publicaties', 'quarantaine', 'sleutels', 'verwerkt', 'warehouse'].sort(),
    );
    expect(statSync(data.sleutels).mode & 0o077).toBe(0);
  });

  it('publishes once a month unless told otherwise', () => {
    expect(openDataDirectory(emptyFolder()).configuration.publicatie.ritme).toBe('maand');
  });

  it('refuses a nightly rhythm without the recorded consent of the FG', () => {
    const root = withConfiguration('publicatie:\n  ritme: nacht\n');
    expect(() => openDataDirectory(root)).toThrow(/wijkmonitor\.yaml: .*akkoord_fg/);
  });

  it('names the setting it does not know', () => {
    const root = withConfiguration('publicaties: {}\n');
    expect(() => openDataDirectory(root)).toThrow(/publicaties/);
  });

  it('names the line that is not YAML', () => {
    const root = withConfiguration('publicatie:\n  ritme: [maand\n');
    expect(() => openDataDirectory(root)).toThrow(/regel \d+: dit is geen geldige YAML/);
  });
});

describe('a key', () => {
  it('is made once, for its owner only, and stays the same', () => {
    const folder = emptyFolder();
    const made = readKey(folder, 'pseudoniem', true);
    expect(made).toHaveLength(32);
    expect(readKey(folder, 'pseudoniem', true)).toEqual(made);
    expect(statSync(join(folder, 'pseudoniem.sleutel')).mode & 0o077).toBe(0);
  });

  it('that is lost is not replaced: the message names file and variable', () => {
    expect(() => readKey(emptyFolder(), 'label-zout', false)).toThrow(
      /label-zout\.sleutel of in WIJKMONITOR_SLEUTEL_LABEL_ZOUT/,
    );
  });

  it('of the wrong length is refused without showing it', () => {
    const folder = emptyFolder();
    writeFileSync(join(folder, 'record-zout.sleutel'), 'geheim123');
    expect(() => readKey(folder, 'record-zout', false)).toThrow(/niet 64 tekens/);
    expect(() => readKey(folder, 'record-zout', false)).not.toThrow(/geheim123/);
  });
});
