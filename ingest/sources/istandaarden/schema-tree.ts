import type {Leaf, RecordSchema} from './elements.ts';

/** An element of a schema by its place, so that no path has to be made for each element that is read. */
export interface SchemaNode {
  /** Path below the record; empty for the record itself. */
  pad: string;
  /** Null for an element that only holds others. */
  leaf: Leaf | null;
  below: Map<string, SchemaNode>;
  above: SchemaNode | null;
}

/** A schema as a tree, with the paths that a record may not lack. */
export interface SchemaTree {
  root: SchemaNode;
  verplicht: readonly string[];
}

const known = new WeakMap<RecordSchema, SchemaTree>();

/** The tree of a schema; made once. */
export function schemaTree(schema: RecordSchema): SchemaTree {
  const made = known.get(schema);
  if (made !== undefined) return made;
  const root = nodeAt('', null);
  for (const [pad, leaf] of Object.entries(schema)) {
    let node = root;
    for (const name of pad.split('/')) node = childOf(node, name);
    node.leaf = leaf;
  }
  const verplicht = Object.keys(schema).filter((pad) => schema[pad]?.verplicht === true);
  const tree = {root, verplicht};
  known.set(schema, tree);
  return tree;
}

function childOf(above: SchemaNode, name: string): SchemaNode {
  const there = above.below.get(name);
  if (there !== undefined) return there;
  const child = nodeAt(above.pad === '' ? name : `${above.pad}/${name}`, above);
  above.below.set(name, child);
  return child;
}

function nodeAt(pad: string, above: SchemaNode | null): SchemaNode {
  return {pad, leaf: null, below: new Map(), above};
}
