// In: a trail with its first steps, and the table of place and value. Out: the same trail, followed to its end.
// The worklist: each step is looked up in the table by its place and its value. No recursion, and nothing is taken back.
// Knows nothing of what the cells do.

import { placeOf } from '../syntax/places.ts';
import type { Cell, Table } from './table.ts';
import type { PlaceKind } from '../syntax/places.ts';
import type { Trail } from './trail.ts';
import type { ValueKind } from './values.ts';

export function follow(trail: Trail, table: Table): void {
  for (let step = trail.next(); step; step = trail.next()) {
    const { top, place } = placeOf(trail.tree, trail.names, step.node);
    // The two keys pick the cell whose types they are, which indexing by a union loses.
    const cell = table[place.kind][step.value.is] as unknown as Cell<PlaceKind, ValueKind>;
    cell.rule(trail, step, place, top);
  }
}
