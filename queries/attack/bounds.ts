import highsModule, {type Highs, type ModelData} from 'highs';
import {MAX_HIDDEN, MIN_CLIENTS} from '../cube/protect.ts';
import type {PublishedCell, TableCell} from './table.ts';

/** Smallest and largest size that a group can have, given all that is published. */
export interface Bounds {
  least: number;
  most: number;
}

/** Between which values a published number leaves the true one. */
export type Window = (value: number | null) => Bounds;

/** Of the product's own protection: four either way, ten or more if shown; 0–14 if hidden. */
export const ownWindow: Window = (value) =>
  value === null
    ? {least: 0, most: MAX_HIDDEN}
    : {least: Math.max(MIN_CLIENTS, value - 4), most: value + 4};

/** Of exact values from ten on. */
export const exactWindow: Window = (value) =>
  value === null ? {least: 0, most: 9} : {least: value, most: value};

const TOLERANCE = 1e-6;

/**
 * Linear programming (HiGHS): bounds of the size of each target over all tables that fit every
 * published cell. One model, other objectives: each solve starts from the basis of the one before.
 */
export async function boundsOf(
  size: number,
  published: readonly PublishedCell[],
  targets: readonly TableCell[],
  window: Window,
): Promise<Bounds[]> {
  const loader: unknown = highsModule;
  if (!isLoader(loader)) throw new TypeError('highs does not export its loader');
  const highs = await loader();
  return highs.withModel(modelOf(highs, size, published, window), (model) => {
    model.options.set('output_flag', false);
    model.options.set('simplex_strategy', 4);
    const optimum = (cell: TableCell, sign: 1 | -1): number => {
      const indices = cell.leaves;
      model.changeColsCost({kind: 'set', indices}, new Float64Array(indices.length).fill(sign));
      model.run();
      const {colValue} = model.getSolution();
      let sum = 0;
      for (const leaf of indices) sum += colValue[leaf] ?? 0;
      model.changeColsCost({kind: 'set', indices}, new Float64Array(indices.length));
      return sum;
    };
    return targets.map((cell) => ({
      least: Math.ceil(optimum(cell, 1) - TOLERANCE),
      most: Math.floor(optimum(cell, -1) + TOLERANCE),
    }));
  });
}

function modelOf(
  highs: Highs,
  size: number,
  published: readonly PublishedCell[],
  window: Window,
): ModelData {
  const starts = [0];
  const indices: number[] = [];
  const windows = published.map(({value}) => window(value));
  for (const {cell} of published) {
    for (const leaf of cell.leaves) indices.push(leaf);
    starts.push(indices.length);
  }
  return {
    numCols: size,
    numRows: published.length,
    colCost: new Float64Array(size),
    colLower: new Float64Array(size),
    colUpper: new Float64Array(size).fill(highs.infinity),
    rowLower: windows.map(({least}) => least),
    rowUpper: windows.map(({most}) => most),
    matrix: {
      format: 'csr',
      numRows: published.length,
      numCols: size,
      starts: Int32Array.from(starts),
      indices: Int32Array.from(indices),
      values: new Float64Array(indices.length).fill(1),
    },
  };
}

/** The package types describe its CommonJS build; what an import gets is the loader itself. */
function isLoader(value: unknown): value is typeof highsModule.default {
  return typeof value === 'function';
}
