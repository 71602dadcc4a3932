// In: the declarations that give swan or its APIs other names, and every use of those names. Out: the same as plain data,
// with what the tree says of the statement that each stands in.
// What becomes of a declaration is decided elsewhere. Knows nothing of targets.

import type { Doubts } from './doubts.ts';
import { effectOf } from './effects.ts';
import { isExportedName } from '../syntax/export-places.ts';
import { isReplaced } from './interceptors.ts';
import type { Binding } from '../syntax/bindings.ts';
import { isSeenByEval } from '../syntax/hazards.ts';
import { isFunction } from '../syntax/scopes.ts';
import { climbParentheses, spanOf } from '../syntax/positions.ts';
import type { ApiName } from '../apis.ts';
import type { Span } from '../text/text.ts';
import type { AliasDeclaration, AliasDraft, AliasName, AliasReference, DraftName, KeptReason, Use } from './sites.ts';
import { isInList, semicolonAt, statementSpan } from './statement-ends.ts';
import type { Trail } from './trail.ts';
import { endOf, startOf, type Node, type Tree } from '../syntax/tree.ts';
import { skipParentheses } from '../syntax/constant.ts';

/** Why an API that is named at a place has to stay swan's own. */
export type KeptFor = (api: ApiName | '*', at: Node) => KeptReason | undefined;

export function finishAliases(trail: Trail, doubts: Doubts, keptFor: KeptFor): AliasDeclaration[] {
  const groups = groupsOf(trail.found.aliases);
  return trail.found.aliases
    .map((draft, index) => finish(trail, doubts, keptFor, draft, groups[index] ?? index))
    .sort((a, b) => a.declarator.start - b.declarator.start || a.source.start - b.source.start);
}

/** Declarations that share a name share a number. */
function groupsOf(drafts: readonly AliasDraft[]): number[] {
  const groups = drafts.map((_, index) => index);
  const owner = new Map<Binding, number>();
  for (const [index, { names }] of drafts.entries()) {
    for (const { binding } of names) {
      if (!binding) continue;
      const known = owner.get(binding);
      if (known === undefined) owner.set(binding, index);
      else join(groups, index, known);
    }
  }
  for (const [index, { declarator }] of drafts.entries()) {
    const outer = drafts.findIndex(({ source }) => isWithin(declarator, source));
    if (outer >= 0) join(groups, index, outer);
  }
  return groups;
}

/** `b = (a = swan)`: what becomes of one becomes of the other. */
function isWithin(inner: Node, outer: Node): boolean {
  return startOf(outer) <= startOf(inner) && endOf(inner) <= endOf(outer);
}

function join(groups: number[], index: number, other: number): void {
  const [from, to = index] = [groups[index], groups[other]];
  for (const [at, group] of groups.entries()) if (group === from) groups[at] = to;
}

function finish(trail: Trail, doubts: Doubts, keptFor: KeptFor, draft: AliasDraft, group: number): AliasDeclaration {
  const { tree, names } = trail;
  const { kind, source, declarator, isAssignment, isPassedOn, call } = draft;
  const declaration = call ?? statementOf(tree, declarator);
  const aliasNames = draft.names.map((name) => nameOf(trail, doubts, keptFor, draft, name));
  const references = draft.names.flatMap((name) => referencesOf(trail, name));
  return {
    kind,
    of: ofWhat(draft),
    source: spanOf(source),
    hasEffect: effectOf(names, givenBy(trail, source)) === 'effects' || throws(draft),
    ...valueIn(trail, source),
    isCertain: !doubts.has(draft.origin) && !(takesApart(draft) && isReplaced(trail)),
    declaration: statementSpan(tree, declaration),
    declarator: spanOf(declarator),
    list: listOf(tree, declarator),
    ...(call && 'arguments' in call ? { arguments: call.arguments.map((one) => spanOf(one)) } : {}),
    hasBareParameter: isBareParameter(tree, declarator),
    isAlone: call === undefined && isAloneIn(tree, declaration, declarator),
    standsAs: call ? 'expression' : standsAs(tree, declaration),
    ...semicolonAt(trail, declaration),
    isAssignment,
    isPassedOn,
    ...(isPassedOn ? { passedOn: { at: spanOf(declarator), use: useOf(trail, declarator) } } : {}),
    group,
    names: aliasNames,
    references: references.map(({ node: _, ...reference }) => reference),
    isExported: aliasNames.some((name) => name.isExported) || references.some(({ use }) => use.kind === 'export'),
    isNetworkOnly: draft.isNetworkOnly,
    isOpen: draft.isOpen,
    needsSwan: draft.needsSwan,
    isSeenByEval: draft.names.some(({ binding }) => binding !== undefined && isSeenByEval(tree, names, binding.scope)),
  };
}

/** It throws where something that is nothing has taken the place of swan. */
function takesApart({ of, kind, needsSwan }: AliasDraft): boolean {
  return needsSwan || (of.is === 'swan' && kind === 'destructured');
}

function valueIn({ names }: Trail, source: Node): { readonly value?: Span } {
  let inner = skipParentheses(source);
  if (inner.type !== 'SequenceExpression') return {};
  while (inner.type === 'SequenceExpression') inner = skipParentheses(inner.expressions.at(-1) ?? inner);
  return effectOf(names, inner) === 'effects' ? {} : { value: spanOf(inner) };
}

/** A `const` that is assigned to. */
function throws({ isAssignment, names }: AliasDraft): boolean {
  return isAssignment && names.some(({ binding }) => binding?.declarations.some(({ kind }) => kind === 'const'));
}

/** What an assignment that is an alias itself takes its value from: `swan` in `b = (a = swan)`. */
function givenBy({ found }: Trail, source: Node): Node {
  let inner = skipParentheses(source);
  while (inner.type === 'AssignmentExpression' && found.aliases.some(({ declarator }) => declarator === inner)) {
    inner = skipParentheses(inner.right);
  }
  return inner;
}

function ofWhat({ of }: AliasDraft): AliasDeclaration['of'] {
  if (of.is === 'api') return of.api;
  return of.is === 'global' ? 'host' : of.is;
}

function nameOf(trail: Trail, doubts: Doubts, keptFor: KeptFor, draft: AliasDraft, name: DraftName): AliasName {
  const { tree } = trail;
  const { id, property, stands, member, hasDefault, binding } = name;
  const isSpecified = (binding?.reads ?? []).some((read) => useOf(trail, read).kind === 'export');
  const isExported = isSpecified || (binding !== undefined && isExportedName(tree, binding));
  const doubt = doubts.get(draft.origin) ?? doubts.get(property);
  const kept = isExported && stands !== 'other' ? (doubt ?? keptFor(stands === 'swan' ? '*' : stands, id)) : undefined;
  return {
    name: id.name,
    stands,
    at: { start: startOf(id), end: startOf(id) + id.name.length },
    property: spanOf(property),
    ...(member === undefined ? {} : { member }),
    hasDefault,
    isExported,
    isWritten: binding !== undefined && hasOtherWrites(trail, binding),
    ...(kept ? { kept } : {}),
  };
}

function referencesOf(trail: Trail, { id, binding, stands }: DraftName): (AliasReference & { readonly node: Node })[] {
  if (!binding || stands === 'other') return [];
  return binding.reads.map((node) => ({ name: id.name, at: spanOf(node), use: useOf(trail, node), node }));
}

/** A loop head, or an assignment of something that is not followed. */
function hasOtherWrites({ inflows }: Trail, binding: Binding): boolean {
  const givers = (inflows.get(binding) ?? []).map(({ giver }) => giver);
  return binding.writes.some((write) => !givers.some((giver) => isWithin(write, giver)));
}

/** What a read is used for, or the choice or assignment that has its value. */
function useOf({ uses }: Trail, node: Node): Use {
  for (let at = node; ;) {
    const use = uses.get(at);
    if (!use) return { kind: 'other', at: spanOf(node) };
    if (use.kind !== 'passed') return use;
    at = use.to;
  }
}

// The statement

function statementOf(tree: Tree, node: Node): Node {
  const parent = tree.parent(node);
  if (node.type === 'VariableDeclarator' && parent) {
    const outer = tree.parent(parent);
    return outer?.type === 'ExportNamedDeclaration' ? outer : parent;
  }
  if (node.type === 'AssignmentExpression') {
    const above = tree.parent(climbParentheses(tree, node));
    return above?.type === 'ExpressionStatement' ? above : node;
  }
  if (node.type.startsWith('Import') && parent) return parent;
  return node;
}

function isAloneIn(tree: Tree, statement: Node, declarator: Node): boolean {
  const inner = statement.type === 'ExportNamedDeclaration' ? statement.declaration : statement;
  if (inner?.type === 'VariableDeclaration') {
    const key = tree.link(inner)?.key;
    return inner.declarations.length === 1 && key !== 'init' && key !== 'left';
  }
  if (inner?.type === 'ExpressionStatement') return skipParentheses(inner.expression) === declarator;
  return inner?.type === 'ImportDeclaration' && inner.specifiers.length === 1;
}

function listOf(tree: Tree, declarator: Node): AliasDeclaration['list'] {
  const parent = tree.parent(declarator);
  if (declarator.type === 'VariableDeclarator' && parent?.type === 'VariableDeclaration') {
    return parent.declarations.map((one) => spanOf(one));
  }
  return parent && isFunction(parent) ? parent.params.map((one) => spanOf(one)) : [];
}

function isBareParameter(tree: Tree, declarator: Node): boolean {
  const fn = tree.parent(declarator);
  if (fn?.type !== 'ArrowFunctionExpression' || fn.params[0] !== declarator) return false;
  return !tree.text.slice(startOf(fn), startOf(declarator)).includes('(');
}

function standsAs(tree: Tree, statement: Node): AliasDeclaration['standsAs'] {
  if (isInList(tree, statement)) return 'statement';
  const key = tree.link(statement)?.key;
  if (statement.type === 'VariableDeclaration') return 'head';
  return statement.type === 'ExpressionStatement' && key !== undefined ? 'body' : 'expression';
}
