// In: a parsed file, and what other files hand to it. Out: the roads that led to its sites (src/resolve/roads.ts), with what was lifted of
// them. Nothing is recognised here.

import { lift, type Lifted } from '../../src/lift/lift.ts';
import { findRoads, type Roads, type RoadStep } from '../../src/resolve/roads.ts';
import type { Facts } from '../../src/resolve/resolve.ts';
import type { SourceUnit } from '../../src/syntax/parse.ts';

export interface Followed extends Roads {
  readonly lifted: Lifted;
}

export function followFile(unit: SourceUnit, facts?: Facts): Followed {
  const roads = findRoads(unit, facts);
  return { ...roads, lifted: lift(unit, roads.resolution) };
}

/** `swan`, `request`, `the global object`, `the module './net'`. */
export function valueText({ is, name = '' }: RoadStep): string {
  if (is === 'api') return name;
  if (is === 'module') return `the module '${name}'`;
  return is === 'swan' ? 'swan' : 'the global object';
}
