// In: the sites of a file. Out: for some stretches of code, the sites that they lead to: through functions of the file that
// are named there, as such or as a member of `this`, and through what those name.
// Says what may run from there, and nothing of whether it does.

import { contains, type Span } from '../text/text.ts';
import { findKey, findMember, skipParentheses } from '../syntax/constant.ts';
import { spanOf, climbParentheses } from '../syntax/positions.ts';
import { isFunction } from '../syntax/scopes.ts';
import type { Trail } from './trail.ts';
import type { Node } from '../syntax/tree.ts';

type Places = Pick<Trail, 'tree' | 'names'>;

/** The sites outside of the regions that the regions lead to. */
export type Leading = (regions: readonly Span[]) => Span[];

export function createLeading(places: Places, sites: readonly Node[]): Leading {
  // Asked only where a file tests for an API.
  let roads: (readonly [Span, readonly Span[]])[] | undefined;
  return (regions) => {
    const isHere = (span: Span): boolean => regions.some((region) => contains(region, span));
    roads ??= sites.map((site) => [spanOf(site), mentionsToward(places, site)] as const);
    return roads.filter(([site, road]) => !isHere(site) && road.some(isHere)).map(([site]) => site);
  };
}

/** Every place that names a function from which the site is reached. */
function mentionsToward(places: Places, site: Node): Span[] {
  const found: Span[] = [];
  const seen = new Set<Node>();
  const waiting: Node[] = [site];
  for (let node = waiting.pop(); node; node = waiting.pop()) {
    for (const fn of functionsAround(places, node)) {
      if (seen.has(fn)) continue;
      seen.add(fn);
      const mentions = mentionsOf(places, fn);
      found.push(...mentions.map(spanOf));
      waiting.push(...mentions);
    }
  }
  return found;
}

function functionsAround({ tree }: Places, node: Node): Node[] {
  const around: Node[] = [];
  for (let above = tree.parent(node); above; above = tree.parent(above)) if (isFunction(above)) around.push(above);
  return around;
}

/** Every place that names a function: as such, or as a member of `this` in what it is part of. */
export function mentionsOf({ tree, names }: Places, fn: Node): readonly Node[] {
  if (fn.type === 'FunctionDeclaration') return (fn.id && names.bindingOf(fn.id)?.reads) ?? [];
  const isMethod = fn.type === 'ObjectMethod' || fn.type === 'ClassMethod';
  const holder = isMethod ? fn : tree.parent(climbParentheses(tree, fn));
  switch (holder?.type) {
    case 'VariableDeclarator':
      return holder.id.type === 'Identifier' ? (names.bindingOf(holder.id)?.reads ?? []) : [];
    case 'ObjectMethod':
    case 'ObjectProperty':
    case 'ClassMethod':
    case 'ClassProperty': {
      const name = findKey(holder, names);
      return name === undefined ? [] : membersOfThis({ tree, names }, name, bodyOf({ tree }, holder));
    }
    default:
      return [];
  }
}

/** `this.name`, and `this.data.name`, within a class or literal. */
export function membersOfThis({ tree, names }: Places, name: string, within: Node): Node[] {
  const body = spanOf(within);
  return names.of(name).keys.flatMap((key): Node[] => {
    const parent = tree.parent(key);
    if (parent?.type !== 'MemberExpression' && parent?.type !== 'OptionalMemberExpression') return [];
    if (findMember(parent, names) !== name || !contains(body, spanOf(parent))) return [];
    const object = skipParentheses(parent.object);
    const isData = 'object' in object && findMember(object, names) === 'data';
    return isThis({ names }, isData ? object.object : object) ? [parent] : [];
  });
}

/** `Page({ … })`: what its methods call `this` has the methods of `methods: { … }` too. */
function bodyOf({ tree }: Pick<Places, 'tree'>, method: Node): Node {
  let body = method;
  for (let node = tree.parent(method); node && !isFunction(node); node = tree.parent(node)) {
    if (node.type === 'ObjectExpression' || node.type === 'ClassBody') body = node;
    if (node.type === 'ClassBody') break;
  }
  return body;
}

/** `this`, or a name that was made with it: `const that = this`. */
function isThis({ names }: Pick<Places, 'names'>, node: Node): boolean {
  const inner = skipParentheses(node);
  if (inner.type === 'ThisExpression') return true;
  const binding = inner.type === 'Identifier' ? names.bindingOf(inner) : undefined;
  const made = binding?.declarations[0]?.node;
  return made?.type === 'VariableDeclarator' && made.init?.type === 'ThisExpression';
}

/** The class, or the whole literal with methods, around a place. */
export function bodyAround({ tree }: Pick<Places, 'tree'>, place: Node): Node {
  let body = place;
  for (let node = tree.parent(place); node; node = tree.parent(node)) {
    if (node.type === 'ClassBody') return node;
    if (node.type === 'ObjectExpression' && holdsMethod(node)) body = node;
  }
  return body;
}

function holdsMethod({ properties }: Node & { type: 'ObjectExpression' }): boolean {
  return properties.some(
    (one) => one.type === 'ObjectMethod' || (one.type === 'ObjectProperty' && one.value.type === 'FunctionExpression'),
  );
}
