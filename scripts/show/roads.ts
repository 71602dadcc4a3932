// In: a parsed file, and what other files hand to it. Out: what following swan through it left behind: where swan enters, and for
// each site the road that led to it, step by step, with the sentence that the table of place and value has for the step.
// The compiler's own passes are run, and asked; nothing is recognised here.

import { lift, type Lifted } from '../../src/lift/lift.ts';
import type { SourceUnit } from '../../src/syntax/parse.ts';
import { resolve, type Facts, type Resolution } from '../../src/resolve/resolve.ts';
import { findDoubts, type Doubts } from '../../src/resolve/doubts.ts';
import { findInterceptors } from '../../src/resolve/interceptors.ts';
import { placeOf } from '../../src/syntax/places.ts';
import { spanOf } from '../../src/syntax/positions.ts';
import { table } from '../../src/resolve/table.ts';
import { createTrail, type Trail } from '../../src/resolve/trail.ts';
import type { Node } from '../../src/syntax/tree.ts';
import type { Step, Value } from '../../src/resolve/values.ts';
import type { Span } from '../../src/text/text.ts';

export interface RoadStep {
  readonly at: Span;
  /** `swan`, `request`, `the global object`, `the module './net'`. */
  readonly value: string;
  readonly place: string;
  /** The sentence of the table for this place and value. */
  readonly says: string;
  /** The code of what speaks against the value being that and nothing else. */
  readonly doubt?: string;
}

export interface Followed {
  readonly resolution: Resolution;
  readonly lifted: Lifted;
  /** Where swan, or something that it is read from, enters the file. */
  readonly starts: readonly RoadStep[];
  /** From where swan enters to the place; empty for a place to which none leads. */
  roadTo(at: Span): readonly RoadStep[];
}

export function followFile(unit: SourceUnit, facts?: Facts): Followed {
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
  const stepAt = (step: Step): RoadStep => showStep(trail, doubts, step);
  return {
    resolution,
    lifted: lift(unit, resolution),
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

function showStep({ tree, names }: Trail, doubts: Doubts, { node, value }: Step): RoadStep {
  const { place } = placeOf(tree, names, node);
  const doubt = doubts.get(node)?.code;
  return {
    at: spanOf(node),
    value: nameOf(value),
    place: place.kind,
    says: table[place.kind][value.is].says,
    ...(doubt === undefined ? {} : { doubt }),
  };
}

function nameOf(value: Value): string {
  if (value.is === 'api') return value.api;
  if (value.is === 'module') return `the module '${value.specifier}'`;
  return value.is === 'swan' ? 'swan' : 'the global object';
}
