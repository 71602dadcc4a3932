// In: a syntax tree and edits over its text. Out: the frame around the edits, which is what of the program none of them reaches,
// with hollows in place of what can be left out; and, of the program after the edits, whether it stands in the same frame.
// Where it does, what was left out would be parsed there as it was here: at the same place of the same lists, below the same
// functions, classes, loops and labels, among the same declarations and directives. Knows nothing of swan.

import { firstFrom } from '../text/sorted.ts';
import { overlaps, type Span } from '../text/text.ts';
import { eachChild } from './children.ts';
import type { EditPlaces, EditRange, Shifts } from './edit-places.ts';
import { statementsOf, type Hollows } from './hollows.ts';
import { spanOf } from './positions.ts';
import { isFunction } from './scopes.ts';
import { endOf, startOf, type Node } from './tree.ts';

/** A node that stays where it is. */
export interface FrameNode {
  readonly type: string;
  /** Where it stands in the node around it. */
  readonly key: string;
  readonly at: Span;
  /** Of one that edits lie in, what no edit has touched. */
  readonly below?: readonly FrameNode[];
}

/** A program that is nested deeper than this around an edit is parsed whole. */
const deepest = 400;

/** Nothing where an edit reaches what the program as a whole is made of. */
export function findFrame(program: Node, edits: EditPlaces, hollows: Hollows): FrameNode | undefined {
  return new Frames(edits, hollows).of(program, '', edits.all, 0)?.frame;
}

interface Framed {
  readonly frame: FrameNode;
  /** An edit is part of it by itself, and not of a list of statements below it: what it ends or begins with may be new. */
  readonly isOpen: boolean;
}

interface Child {
  readonly node: Node;
  /** Where it stands in the node around it. */
  readonly key: string;
}

interface Held extends Child {
  /** Those that lie in it. */
  readonly edits: EditRange;
}

const none: readonly Span[] = [];

class Frames {
  readonly #edits: EditPlaces;
  readonly #hollows: Hollows;

  constructor(edits: EditPlaces, hollows: Hollows) {
    this.#edits = edits;
    this.#hollows = hollows;
  }

  /** Nothing for a node that an edit touches: whatever stands in its place is new. */
  of(node: Node, key: string, edits: EditRange, depth: number): Framed | undefined {
    if (depth > deepest) return undefined;
    const children = childrenOf(node, (child, at) => ({
      node: child,
      key: at,
      edits: this.#edits.within(spanOf(child)),
    }));
    const between = this.#between(children, edits);
    if (isHeadTouched(node, children) || (between.length > 0 && !canHold(node, between))) return undefined;
    const count = this.#hollows.found.length;
    const list = statementsOf(node);
    const framed = list ? this.#list(list, children, between, depth) : this.#children(children, depth);
    // `class { #a = 1 }`: a member that is touched may be one that others name.
    if (framed && !(node.type === 'ClassBody' && framed.isTouched)) {
      const { below, isOpen } = framed;
      return { frame: { type: node.type, key, at: spanOf(node), below }, isOpen };
    }
    this.#hollows.backTo(count);
    return undefined;
  }

  /** The edits that lie in none of the children. */
  #between(children: readonly Held[], { from, to }: EditRange): readonly Span[] {
    if (children.reduce((sum, { edits }) => sum + edits.to - edits.from, 0) === to - from) return none;
    const within = new Set<number>();
    for (const { edits } of children) for (let one = edits.from; one < edits.to; one++) within.add(one);
    const rest: Span[] = [];
    for (let one = from; one < to; one++) if (!within.has(one)) rest.push(this.#edits.at(one));
    return rest;
  }

  #children(children: readonly Held[], depth: number): Below {
    const below: FrameNode[] = [];
    let [isOpen, isTouched] = [false, false];
    for (const { node, key, edits } of children) {
      if (edits.from === edits.to) {
        below.push({ type: node.type, key, at: spanOf(node) });
        this.#hollows.in(node);
        continue;
      }
      const framed = this.of(node, key, edits, depth + 1);
      if (framed) below.push(framed.frame);
      isTouched ||= !framed;
      isOpen ||= !framed || framed.isOpen;
    }
    return { below, isOpen, isTouched };
  }

  /** Next to what an edit touches, statements stay: one may go on with the other now. */
  #list(list: readonly Node[], children: readonly Held[], between: readonly Span[], depth: number): Below {
    const below: FrameNode[] = [];
    const staying = new Set<Node | undefined>();
    const untouched = new Set<Node>();
    const places = new Map(list.map((statement, index) => [statement, index]));
    const [starts, ends] = [list.map(startOf), list.map(endOf)];
    for (const edit of between) {
      const behind = firstFrom(starts, edit.end);
      const before = firstFrom(ends, edit.start + 1) - 1;
      staying.add(list[before]).add(list[behind]);
    }
    const betweenEnds = between.map(({ end }) => end);
    for (const { node, key, edits } of children) {
      const index = places.get(node);
      const reaching = between[firstFrom(betweenEnds, startOf(node) + 1)];
      if (reaching && overlaps(reaching, spanOf(node))) continue;
      if (edits.from === edits.to) {
        if (index !== undefined) untouched.add(node);
        else below.push({ type: node.type, key, at: spanOf(node) });
        continue;
      }
      const framed = this.of(node, key, edits, depth + 1);
      if (framed) below.push(framed.frame);
      if (index !== undefined && (!framed || framed.isOpen)) {
        staying.add(list[index - 1]).add(list[index + 1]);
      }
    }
    const key = children.find(({ node }) => places.has(node))?.key ?? '';
    const kept = this.#hollows.among(
      list,
      (statement) => untouched.has(statement) && !staying.has(statement),
      (at) => below.push({ type: 'BlockStatement', key, at }),
    );
    for (const node of kept) {
      if (!untouched.has(node)) continue;
      below.push({ type: node.type, key, at: spanOf(node) });
      this.#hollows.in(node);
    }
    below.sort((a, b) => a.at.start - b.at.start);
    return { below, isOpen: false, isTouched: false };
  }
}

interface Below {
  readonly below: readonly FrameNode[];
  readonly isOpen: boolean;
  /** A child of it is no longer what it was. */
  readonly isTouched: boolean;
}

/** Edits may stand between the statements of a list, and between nothing else. */
function canHold(node: Node, between: readonly Span[]): boolean {
  const brace = node.type === 'Program' ? 0 : 1;
  if (node.type === 'SwitchCase' || !statementsOf(node)) return false;
  const head = 'directives' in node ? node.directives.at(-1) : undefined;
  const interpreter = node.type === 'Program' ? node.interpreter : undefined;
  const start = Math.max(startOf(node) + brace, head ? endOf(head) : 0, interpreter ? endOf(interpreter) : 0);
  return between.every((edit) => edit.start >= start && edit.end <= endOf(node) - brace);
}

/** What is decided there holds for all of the node: a directive, parameters, a label, the name of a member. */
function isHeadTouched(node: Node, children: readonly Held[]): boolean {
  const isTouched = (child: Held): boolean => child.edits.from < child.edits.to;
  if (children.some((child) => child.node.type === 'Directive' && isTouched(child))) return true;
  if (isFunction(node)) return children.some((child) => child.key !== 'body' && isTouched(child));
  switch (node.type) {
    case 'LabeledStatement':
      return children.some((child) => child.key === 'label' && isTouched(child));
    case 'ClassProperty':
    case 'ClassPrivateProperty':
    case 'ClassAccessorProperty':
      return children.some((child) => child.key === 'key' && isTouched(child));
    default:
      return false;
  }
}

/** True where a node of the program after the edits has the frame below it. */
export function standsIn(node: Node, { below = [] }: FrameNode, shifts: Shifts): boolean {
  const found = childrenOf(node, (child, key): Child => ({ node: child, key }));
  let next = 0;
  let directives = 0;
  for (const { type, key, at, below: inside } of below) {
    const { start, end } = shifts.of(at);
    let child: Child | undefined;
    do child = found[next++];
    while (child && !(child.key === key && startOf(child.node) === start && child.node.type === type));
    if (!child || endOf(child.node) !== end) return false;
    if (inside && !standsIn(child.node, { type, key, at, below: inside }, shifts)) return false;
    if (type === 'Directive') directives++;
  }
  // One more would hold for all of the list.
  return found.every((child) => child.node.type !== 'Directive' || directives-- > 0);
}

function childrenOf<Found extends Child>(node: Node, found: (child: Node, key: string) => Found): Found[] {
  const children: Found[] = [];
  eachChild(node, (child, key) => void children.push(found(child, key)));
  // Directives are a list of their own.
  return statementsOf(node) ? children.sort((a, b) => startOf(a.node) - startOf(b.node)) : children;
}
