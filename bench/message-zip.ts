import {closeSync, openSync, writeSync} from 'node:fs';
import {crc32, deflateRawSync} from 'node:zlib';

/** Sizes and marks of the records of a zip (APPNOTE 4.3 and 4.4). */
const LOCAL = {mark: 0x04034b50, bytes: 30};
const CENTRAL = {mark: 0x02014b50, bytes: 46};
const END_64 = {mark: 0x06064b50, bytes: 56};
const PLACE_64 = {mark: 0x07064b50, bytes: 20};
const END = {mark: 0x06054b50, bytes: 22};
const VERSION_64 = 45;
const DEFLATED = 8;
/** 1 January 1980, the first day that a zip knows. */
const DAY = 0x21;
/** In a field of 16 or 32 bits: look in the record of 64. */
const IN_64 = [0xffff, 0xffffffff] as const;

/**
 * Writes a zip of many small files, one after the other, of less than 4 GB together. yazl looks at all
 * entries again for each one that it adds, which takes minutes on 200.000 of them.
 */
export function writeManyFiles(
  path: string,
  files: Iterable<{naam: string; tekst: string}>,
): number {
  const file = openSync(path, 'w');
  const entries: Buffer[] = [];
  let at = 0;
  let read = 0;
  const write = (...parts: Buffer[]): void => {
    for (const part of parts) at += writeSync(file, part);
  };
  for (const {naam, tekst} of files) {
    const bytes = Buffer.from(tekst);
    const packed = deflateRawSync(bytes, {level: 1});
    const name = Buffer.from(naam);
    const known = knownOf(crc32(bytes), packed.length, bytes.length, name.length);
    const central = record(CENTRAL, (buffer) => {
      buffer.writeUInt16LE(20, 4);
      known.copy(buffer, 6);
      buffer.writeUInt32LE(at, 42);
    });
    write(
      record(LOCAL, (buffer) => known.copy(buffer, 4)),
      name,
      packed,
    );
    entries.push(Buffer.concat([central, name]));
    read += bytes.length;
  }
  const from = at;
  write(Buffer.concat(entries));
  write(...endOf(entries.length, from, at));
  closeSync(file);
  return read;
}

/** What the two headers of a file have in common, from the version on. */
function knownOf(crc: number, packed: number, size: number, name: number): Buffer {
  const buffer = Buffer.alloc(26);
  buffer.writeUInt16LE(20, 0);
  buffer.writeUInt16LE(DEFLATED, 4);
  buffer.writeUInt16LE(DAY, 8);
  buffer.writeUInt32LE(crc, 10);
  buffer.writeUInt32LE(packed, 14);
  buffer.writeUInt32LE(size, 18);
  buffer.writeUInt16LE(name, 22);
  return buffer;
}

function endOf(count: number, from: number, to: number): Buffer[] {
  const end64 = record(END_64, (buffer) => {
    buffer.writeBigUInt64LE(BigInt(END_64.bytes - 12), 4);
    buffer.writeUInt16LE(VERSION_64, 12);
    buffer.writeUInt16LE(VERSION_64, 14);
    buffer.writeBigUInt64LE(BigInt(count), 24);
    buffer.writeBigUInt64LE(BigInt(count), 32);
    buffer.writeBigUInt64LE(BigInt(to - from), 40);
    buffer.writeBigUInt64LE(BigInt(from), 48);
  });
  const place = record(PLACE_64, (buffer) => {
    buffer.writeBigUInt64LE(BigInt(to), 8);
    buffer.writeUInt32LE(1, 16);
  });
  const end = record(END, (buffer) => {
    buffer.writeUInt16LE(IN_64[0], 8);
    buffer.writeUInt16LE(IN_64[0], 10);
    buffer.writeUInt32LE(IN_64[1], 12);
    buffer.writeUInt32LE(IN_64[1], 16);
  });
  return [end64, place, end];
}

function record({mark, bytes}: typeof LOCAL, fill: (buffer: Buffer) => void): Buffer {
  const buffer = Buffer.alloc(bytes);
  buffer.writeUInt32LE(mark, 0);
  fill(buffer);
  return buffer;
}
