// In: steps. Out: everything that following them has found, with what gave each place its value.
// The one state of a run: it only grows. What is found on a doubtful road is sorted out afterwards (doubts.ts).
// Knows nothing of what a place means.

import type { ApiName } from '../apis.ts';
import type { Exit, Through } from '../ir.ts';
import { functionAround, isInside } from '../syntax/order.ts';
import type { AnyCall, Choice } from '../syntax/places.ts';
import type { Binding, Bindings } from '../syntax/bindings.ts';
import { lineOf, spanOf, type Test } from '../syntax/positions.ts';
import type { AliasDraft, ExportSite, Facts, HandedWrite, Interceptor, KeptReason, Use } from './sites.ts';
import type { Node, Tree } from '../syntax/tree.ts';
import { isSameValue, type Path, type Step, type Value } from './values.ts';

/** Something that a name is given, at a place that follows a value. */
export interface Inflow {
  /** The declarator, assignment, parameter or specifier. */
  readonly giver: Node;
  readonly value: Value;
  /** It may be something else that the name is given there. */
  readonly isChoice: boolean;
}

/** A function of the file that is called with a value: all its calls have to agree. */
export interface Called {
  /** The names under which it can be called; none for one that is called where it stands. */
  readonly names: readonly Binding[];
  /** Of the argument. */
  readonly position: number;
  readonly param: Node;
  readonly value: Value;
  readonly arguments: Set<Node>;
}

export interface Found {
  readonly calls: { readonly step: Step; readonly api: ApiName; readonly call: AnyCall; readonly callee: Node }[];
  readonly values: { readonly step: Step; readonly api: ApiName; readonly top: Node }[];
  /** `api` is `*` for swan itself. */
  readonly guards: { readonly step: Step; readonly api: ApiName | '*'; readonly test: FoundTest }[];
  readonly kept: { readonly step: Step; readonly api: ApiName | '*'; readonly at: Node; readonly reason: KeptReason }[];
  /** Other members of swan. */
  readonly others: { readonly step: Step; readonly member: string; readonly at: Node }[];
  /** `id` is the name that is exported, where importers see whatever it is given later. */
  readonly exports: (ExportSite & { readonly step: Step; readonly id?: Node })[];
  readonly interceptors: Interceptor[];
  readonly writes: HandedWrite[];
  readonly aliases: AliasDraft[];
  /** The paths by which importers may get swan from what the file exports. */
  readonly handedOut: Set<string>;
}

export interface FoundTest extends Omit<Test, 'kind'> {
  readonly kind: Test['kind'] | 'canIUse';
  /** What it asks for may be gone after the move, so nobody can answer it. */
  readonly isOpen?: boolean;
}

/** What a value is used for; `passed` where another expression has it from there. */
export type PassingUse = Use | { readonly kind: 'passed'; readonly to: Node };

export interface Trail {
  readonly tree: Tree;
  readonly names: Bindings;
  readonly facts: Facts;
  readonly found: Found;
  readonly steps: ReadonlyMap<Node, Step>;
  /** By a node that has a value, the nodes that have it from there. */
  readonly onward: ReadonlyMap<Node, readonly Node[]>;
  readonly doubts: ReadonlyMap<Node, KeptReason>;
  readonly inflows: ReadonlyMap<Binding, readonly Inflow[]>;
  readonly called: ReadonlyMap<Node, Called>;
  readonly choices: ReadonlySet<Choice>;
  readonly uses: ReadonlyMap<Node, PassingUse>;
  /** The next step to look at; what is perhaps swan comes when all else is followed. */
  next(): Step | undefined;
  /** @param from the nodes that the value comes from */
  go(step: Step, ...from: readonly Node[]): void;
  /** swan may be got from the node. */
  hold(node: Node, path: Path): void;
  /** swan may be got from an export: `=` is all that the file exports. */
  handOut(name: string, path: Path): void;
  doubt(node: Node, reason: KeptReason): void;
  give(binding: Binding, inflow: Inflow, from: Node, through: Through): void;
  call(called: Omit<Called, 'arguments'>, argument: Node): void;
  choose(choice: Choice): void;
  use(step: Step, use: Use): void;
  /** The value of the step is that of another expression too: a choice, an assignment. */
  pass(step: Step, to: Node): void;
}

export function createTrail(tree: Tree, names: Bindings, facts: Facts): Trail {
  const found: Found = {
    calls: [],
    values: [],
    guards: [],
    kept: [],
    others: [],
    exports: [],
    interceptors: [],
    writes: [],
    aliases: [],
    handedOut: new Set(),
  };
  return new RunningTrail(tree, names, facts, found);
}

/** Longer paths are not followed. */
const longestPath = 6;

class RunningTrail implements Trail {
  readonly steps = new Map<Node, Step>();
  readonly onward = new Map<Node, Node[]>();
  readonly doubts = new Map<Node, KeptReason>();
  readonly inflows = new Map<Binding, Inflow[]>();
  readonly called = new Map<Node, Called>();
  readonly choices = new Set<Choice>();
  readonly uses = new Map<Node, PassingUse>();
  readonly tree: Tree;
  readonly names: Bindings;
  readonly facts: Facts;
  readonly found: Found;
  readonly #waiting: Step[] = [];
  readonly #unsure: Step[] = [];
  readonly #held = new Map<Node, Set<string>>();

  constructor(tree: Tree, names: Bindings, facts: Facts, found: Found) {
    this.tree = tree;
    this.names = names;
    this.facts = facts;
    this.found = found;
  }

  next(): Step | undefined {
    return this.#waiting.shift() ?? this.#unsure.shift();
  }

  go(step: Step, ...from: readonly Node[]): void {
    const { node } = step;
    for (const giver of from) addTo(this.onward, giver, node);
    const known = this.steps.get(node);
    if (!known) {
      this.steps.set(node, step);
      this.#waiting.push(step);
    } else if (!isSameValue(known.value, step.value)) {
      const name = node.type === 'Identifier' ? node.name : this.tree.text.slice(node.start ?? 0, node.end ?? 0);
      this.doubt(node, { code: 'alias-reassigned', details: { name } });
    }
  }

  hold(node: Node, path: Path): void {
    // Where a name of its own steps leads to itself, there is no end to its paths.
    if (path.length > longestPath || (path.length === 0 && this.steps.get(node)?.value.is === 'swan')) return;
    const known = this.#held.get(node) ?? new Set();
    const key = path.join('.');
    if (known.has(key)) return;
    this.#held.set(node, known.add(key));
    this.#unsure.push({ node, value: { is: 'perhaps', path }, through: 'alias' });
  }

  handOut(name: string, path: Path): void {
    this.found.handedOut.add([...(name === '=' ? [] : [name]), ...path].join('.') || '=');
  }

  doubt(node: Node, reason: KeptReason): void {
    if (!this.doubts.has(node)) this.doubts.set(node, reason);
  }

  give(binding: Binding, inflow: Inflow, from: Node, through: Through): void {
    addTo(this.inflows, binding, inflow);
    for (const read of binding.reads) {
      // In `s = s || swan` the name still holds what it held before.
      if (!isOwnRead(this.tree, read, inflow.giver)) this.go({ node: read, value: inflow.value, through }, from);
    }
  }

  call(called: Omit<Called, 'arguments'>, argument: Node): void {
    const known = this.called.get(called.param);
    if (known) known.arguments.add(argument);
    else this.called.set(called.param, { ...called, arguments: new Set([argument]) });
  }

  choose(choice: Choice): void {
    this.choices.add(choice);
  }

  use(step: Step, use: Use): void {
    if (!this.uses.has(step.node)) this.uses.set(step.node, use);
  }

  pass(step: Step, to: Node): void {
    this.uses.set(step.node, { kind: 'passed', to });
  }
}

/** The read is part of what the name is given, and runs before that is done. */
function isOwnRead(tree: Tree, read: Node, giver: Node): boolean {
  if (giver.type !== 'VariableDeclarator' && giver.type !== 'AssignmentExpression') return false;
  return isInside(tree, read, giver) && functionAround(tree, read) === functionAround(tree, giver);
}

function addTo<K, V>(map: Map<K, V[]>, key: K, value: V): void {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
}

/** The site stays as it is, whatever road led to it. */
export function keep(trail: Trail, step: Step, api: ApiName | '*', at: Node, reason: KeptReason): void {
  trail.found.kept.push({ step, api, at, reason });
  trail.use(step, { kind: 'kept', api, at: spanOf(at) });
}

/** swan goes where it cannot be followed. */
export function noteEscape(trail: Trail, step: Step, at: Node, how: Exit): void {
  keep(trail, step, '*', at, { code: 'swan-escapes', details: { how } });
}

/** Another member of swan, or a use of swan that reaches nothing. */
export function other(trail: Trail, step: Step, at: Node, member?: string): void {
  if (member !== undefined && step.value.is === 'swan') trail.found.others.push({ step, member, at });
  trail.use(step, { kind: 'other', at: spanOf(at), ...(member === undefined ? {} : { member }) });
}

export function guard(trail: Trail, step: Step, api: ApiName | '*', test: FoundTest): void {
  trail.found.guards.push({ step, api, test });
  trail.use(step, { kind: 'guard', api, at: spanOf(test.node) });
}

/** The place itself replaces an API. */
export function keepAssigned(trail: Trail, step: Step, api: ApiName | '*', at: Node): void {
  keep(trail, step, api, at, {
    code: 'api-assigned',
    details: { api, place: { line: lineOf(trail.tree, at.start ?? 0) } },
  });
}

/** Something else takes the place of an API from now on, or may. */
export function intercept(trail: Trail, at: Node, what: Pick<Interceptor, 'code' | 'api' | 'how'>): void {
  trail.found.interceptors.push({ ...what, at: spanOf(at) });
}
