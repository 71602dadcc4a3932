// In: a trail with its first steps. Out: the same trail, followed to its end.
// The worklist: each step is looked up in the table by its place and its value. No recursion, and nothing is taken back.
// Knows nothing of what the cells do.

import { placeOf } from './places.ts';
import { table, type Cell } from './table.ts';
import type { PlaceKind } from './places.ts';
import type { Trail } from './trail.ts';
import type { ValueKind } from './values.ts';

export function follow(trail: Trail): void {
  for (let step = trail.next(); step; step = trail.next()) {
    const { top, place } = placeOf(trail.tree, trail.names, step.node);
    // The two keys pick the cell whose types they are, which indexing by a union loses.
    const cell = table[place.kind][step.value.is] as unknown as Cell<PlaceKind, ValueKind>;
    cell.rule(trail, step, place, top);
  }
}
