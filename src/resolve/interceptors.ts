// In: the interceptors that a file and the rest of its project hold. Out: for an API, why no call of it may be changed (F2).
// Also the writes to members that may be swan's, in a file that lets swan go where it cannot be followed.
// Knows nothing of calls.

import { apiNames, type ApiName } from '../apis.ts';
import { findConstant, findKey, findMember, skipParentheses } from '../syntax/constant.ts';
import { climbParentheses, isWritten, lineOf, spanOf } from '../syntax/positions.ts';
import { findLent } from './lent.ts';
import type { Facts, Interceptor, KeptReason, SeenInterceptor } from './sites.ts';
import type { Trail } from './trail.ts';
import type { Node, Tree } from '../syntax/tree.ts';

/** Every interceptor that the file itself holds, the assignments to the global name among them. */
export function findInterceptors(trail: Trail): Interceptor[] {
  const { names, found } = trail;
  const replaced = names
    .of('swan')
    .freeWrites.map((node): Interceptor => ({ code: 'swan-replaced', api: '*', at: spanOf(node) }));
  return [...found.interceptors, ...replaced, ...findLent(trail), ...unseenWrites(trail)].sort(
    (a, b) => a.at.start - b.at.start,
  );
}

/** `o.host.request = mock`, `spyOn(o.host, 'request')`, where swan was stored somewhere: `o.host` may be swan. */
function unseenWrites(trail: Trail): Interceptor[] {
  const { names, found, facts } = trail;
  if (!facts.isLetGo && !letsGo(found)) return [];
  const writes = apiNames.flatMap((api) =>
    [...names.of(api).keys, ...shorthands(trail, api)].flatMap((key): Interceptor[] => {
      const at = writeThrough(trail, key);
      return at ? [{ code: 'api-assigned', api, at: spanOf(at) }] : [];
    }),
  );
  const hooks = names.of('after').keys.flatMap((key): Interceptor[] => {
    const at = unknownMember(trail, key);
    return at ? [{ code: 'swan-after', api: '*', at: spanOf(at) }] : [];
  });
  return [...writes, ...hooks, ...computedWrites(trail)];
}

/** `o.host[name] = mock`, where the name is a constant that names an API, or any at all where swan is stored in `host`. */
function computedWrites(trail: Trail): Interceptor[] {
  const { tree, names, found } = trail;
  if (!/\]\s*=(?!=)/.test(tree.text)) return [];
  const writes = apiNames.flatMap((api) =>
    names.of(api).keys.flatMap((key) =>
      propertiesWith(trail, key).flatMap((property): Interceptor[] => {
        const at = computedWrite(trail, property);
        return at ? [{ code: 'api-assigned', api, at: spanOf(at) }] : [];
      }),
    ),
  );
  const stored = new Set(found.kept.map(({ step }) => storedAs(trail, step.node)));
  const unknown = [...stored].flatMap((holder) => (holder === undefined ? [] : names.of(holder).keys));
  const members = unknown.map((key) => tree.parent(tree.parent(key) ?? key));
  return [
    ...writes,
    ...members.flatMap((member): Interceptor[] => {
      if (member?.type !== 'MemberExpression' || !member.computed || findConstant(member.property, names)) return [];
      return computedWrite(trail, member.property) ? [{ code: 'api-assigned', api: '*', at: spanOf(member) }] : [];
    }),
  ];
}

/** The places that have the text, as it stands or by the name of a constant. */
function propertiesWith({ tree, names }: Trail, text: Node): readonly Node[] {
  let top = climbParentheses(tree, text);
  let parent = tree.parent(top);
  while (parent?.type === 'ConditionalExpression' || parent?.type === 'LogicalExpression') {
    top = climbParentheses(tree, parent);
    parent = tree.parent(top);
  }
  if (parent?.type !== 'VariableDeclarator' || parent.id.type !== 'Identifier') return top === text ? [] : [top];
  return names.bindingOf(parent.id)?.reads ?? [];
}

function computedWrite(trail: Trail, property: Node): Node | undefined {
  const member = unknownMember(trail, property);
  if (member?.type !== 'MemberExpression' || !member.computed) return undefined;
  return isWritten(trail.tree, climbParentheses(trail.tree, member)) ? member : undefined;
}

/** The name of the property that swan is stored in. */
function storedAs({ tree, names }: Trail, node: Node): string | undefined {
  const top = climbParentheses(tree, node);
  const parent = tree.parent(top);
  if (parent?.type === 'AssignmentExpression') return findMember(skipParentheses(parent.left), names);
  return parent?.type === 'ObjectProperty' || parent?.type === 'ClassProperty' ? findKey(parent, names) : undefined;
}

/** Some file puts something else in the place of swan itself. */
export function isReplaced({ names, found, facts }: Trail): boolean {
  const seen = [...found.interceptors, ...(facts.interceptors ?? [])];
  return names.of('swan').freeWrites.length > 0 || seen.some(({ code }) => code === 'swan-replaced');
}

/** Somewhere swan is stored or returned, or goes on in another way that is not followed. */
export function letsGo({ kept }: Pick<Trail['found'], 'kept'>): boolean {
  return kept.some(({ reason }) => reason.code === 'swan-escapes');
}

/** The member that is written to, or the call that is given its name. */
function writeThrough(trail: Trail, key: Node): Node | undefined {
  const { tree } = trail;
  const link = tree.link(key);
  if (key.type === 'StringLiteral' && link?.key === 'arguments' && link.index !== 0) return link.parent;
  const literal = link?.parent.type === 'ObjectProperty' ? tree.parent(link.parent) : undefined;
  if (literal && isAssigned(trail, literal)) return literal;
  const member = unknownMember(trail, key);
  return member && isWritten(tree, climbParentheses(tree, member)) ? member : undefined;
}

/** `{ request }`: the name and the property are one word. */
function shorthands({ tree, names }: Trail, api: ApiName): Node[] {
  const { free, bindings } = names.of(api);
  return [...free, ...bindings.flatMap(({ reads }) => reads)].filter((node) => {
    const parent = tree.parent(node);
    return parent?.type === 'ObjectProperty' && parent.shorthand;
  });
}

/** `Object.assign(o.host, { request })` */
function isAssigned({ tree, names }: Trail, literal: Node): boolean {
  const link = tree.link(literal);
  if (link?.parent.type !== 'CallExpression' || link.key !== 'arguments' || link.index === 0) return false;
  const callee = skipParentheses(link.parent.callee);
  if (callee.type !== 'MemberExpression' || findMember(callee, names) !== 'assign') return false;
  const owner = skipParentheses(callee.object);
  const [first] = link.parent.arguments;
  const isNew = first !== undefined && skipParentheses(first).type === 'ObjectExpression';
  return owner.type === 'Identifier' && owner.name === 'Object' && names.isFree(owner) && !isNew;
}

/** A member of something that is not followed. */
function unknownMember({ tree, steps }: Trail, key: Node): Node | undefined {
  const member = tree.parent(key);
  const isMember = member?.type === 'MemberExpression' || member?.type === 'OptionalMemberExpression';
  if (!isMember || member.property !== key) return undefined;
  return steps.has(member) || steps.has(skipParentheses(member.object)) ? undefined : member;
}

/** What stands between a call of an API and swan, if anything does. */
export function createInterception(
  tree: Tree,
  own: readonly Interceptor[],
  { interceptors: others = [] }: Facts,
): (api: ApiName | '*') => KeptReason | undefined {
  const seen: SeenInterceptor[] = [
    ...own.map(({ at, ...interceptor }) => ({ ...interceptor, place: { line: lineOf(tree, at.start) } })),
    ...others,
  ];
  return (api) => {
    const first = seen.find((one) => one.api === '*' || api === '*' || one.api === api);
    return first && reasonOf(first, api);
  };
}

function reasonOf({ code, how = { by: 'elsewhere' }, place }: SeenInterceptor, api: ApiName | '*'): KeptReason {
  switch (code) {
    case 'swan-handed':
      return { code, details: { how, place } };
    case 'api-assigned':
      return { code, details: { api, place } };
    default:
      return { code, details: { place } };
  }
}
