import type {Cell, GateColumn} from './cell.ts';
import type {Oordeel} from './finding.ts';
import {mask} from './mask.ts';

/** What a detector makes of a column: how sure it is, and the cells that it is about. */
export interface Judgement {
  soort: string;
  oordeel: Oordeel;
  treffers: Hits;
}

/** Looks for one kind of identifier in the cells of one column; memory stays flat. */
export interface Detector {
  add: (cell: Cell) => void;
  /** `gevuld` is the number of cells that are not empty. Null when the column is clean. */
  judge: (gevuld: number) => Judgement | null;
}

/** Makes a detector for a column. */
export type MakeDetector = (column: GateColumn) => Detector;

const SHOWN_LINES = 5;

/** The cells that were hit: how many, where, and the pattern of the first one. */
export class Hits {
  aantal = 0;
  patroon = '';
  readonly regels: number[] = [];

  /** Counts a cell; `found` is the part of it that identifies. */
  add({regel, aantal}: Cell, found: string): void {
    if (this.aantal === 0) this.patroon = mask(found);
    this.aantal += aantal;
    if (this.regels.length < SHOWN_LINES && !this.regels.includes(regel)) this.regels.push(regel);
  }
}

/** A detector for which one hit is enough. `find` answers the part that identifies, or null. */
export function anyHit(soort: string, find: (cell: Cell) => string | null): MakeDetector {
  return () => {
    const treffers = new Hits();
    return {
      add: (cell) => {
        const found = find(cell);
        if (found !== null) treffers.add(cell, found);
      },
      judge: () => (treffers.aantal > 0 ? {soort, oordeel: 'geweigerd', treffers} : null),
    };
  };
}
