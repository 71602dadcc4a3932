// In: a parsed file, and what other files hand to it. Out: what following swan through it came to, and for each site the road that led
// to it, step by step, with the sentence that the table of place and value has for the step.
// The passes themselves are run, and what they leave behind is read; nothing is recognised here.

import { placeOf, type PlaceKind } from '../syntax/places.ts';
import type { SourceUnit } from '../syntax/parse.ts';
import { spanOf } from '../syntax/positions.ts';
import type { Node } from '../syntax/tree.ts';
import type { Span } from '../text/text.ts';
import { findDoubts, type Doubts } from './doubts.ts';
import { findInterceptors } from './interceptors.ts';
import { resolve, type Facts, type Resolution } from './resolve.ts';
import { table } from './table.ts';
import { createTrail, type Trail } from './trail.ts';
import type { Step, Value, ValueKind } from './values.ts';

export interface RoadStep {
  readonly at: Span;
  readonly is: ValueKind;
  /** Of an API its name, of a module its specifier. */
  readonly name?: string;
  readonly place: PlaceKind;
  /** The sentence of the table for this place and value. */
  readonly says: string;
  /** The code of what speaks against the value being that and nothing else. */
  readonly doubt?: string;
}

export interface Roads {
  readonly resolution: Resolution;
  /** Where swan, or something that it is read from, enters the file. */
  readonly starts: readonly RoadStep[];
  /** From where swan enters to the place; empty for a place to which none leads. */
  roadTo(at: Span): readonly RoadStep[];
}

export function findRoads(unit: SourceUnit, facts?: Facts): Roads {
  const seen: { trail?: Trail; doubts?: Doubts } = {};
  const resolution = resolve(unit, facts, {
    table,
    findInterceptors,
    createTrail: (...given) => (seen.trail = createTrail(...given)),
    findDoubts: (trail) => (seen.doubts = findDoubts(trail)),
  });
  const { trail, doubts = new Map() } = seen;
  if (!trail) throw new Error('the file was resolved without a trail');
  const givers = new Map([...trail.onward].flatMap(([from, nodes]) => nodes.map((node) => [node, from] as const)));
  const stepAt = (step: Step): RoadStep => plainStep(trail, doubts, step);
  return {
    resolution,
    starts: [...trail.steps.values()].filter(({ node }) => !givers.has(node)).map(stepAt),
    roadTo: (at) => roadOf(trail, givers, findStep(trail, at)).map(stepAt),
  };
}

/** The step at which the site was found. */
function findStep({ found }: Trail, at: Span): Step | undefined {
  const isHere = (node: Node): boolean => {
    const { start, end } = spanOf(node);
    return start === at.start && end === at.end;
  };
  const call = found.calls.find((one) => isHere(one.call));
  const value = found.values.find((one) => isHere(one.step.node));
  return (call ?? value ?? found.kept.find((one) => isHere(one.at)))?.step;
}

/** Every step has its value from the one before; the first from nobody. */
function roadOf({ steps }: Trail, givers: ReadonlyMap<Node, Node>, last: Step | undefined): Step[] {
  const road: Step[] = [];
  for (let step = last; step && !road.includes(step);) {
    road.unshift(step);
    const giver = givers.get(step.node);
    step = giver && steps.get(giver);
  }
  return road;
}

function plainStep({ tree, names }: Trail, doubts: Doubts, { node, value }: Step): RoadStep {
  const place = placeOf(tree, names, node).place.kind;
  const doubt = doubts.get(node)?.code;
  const name = nameIn(value);
  return {
    at: spanOf(node),
    is: value.is,
    place,
    says: table[place][value.is].says,
    ...(name === undefined ? {} : { name }),
    ...(doubt === undefined ? {} : { doubt }),
  };
}

function nameIn(value: Value): string | undefined {
  if (value.is === 'api') return value.api;
  return value.is === 'module' ? value.specifier : undefined;
}
