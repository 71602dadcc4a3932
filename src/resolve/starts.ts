// In: the names of a file and what its modules hand over. Out: every place where swan itself enters the file.
// These are the free name `swan`, `window.swan` and its like, a pattern over `window`, and imports that stand for swan.
// Knows nothing of what happens to it from there.

import { findKey, findMember, unwrap } from './constant.ts';
import type { Names } from './names.ts';
import { climbWrappers, spanOf } from './positions.ts';
import type { Road } from './reach.ts';
import type { ExportSite, Facts, ModuleFacts } from './sites.ts';
import type { Node, Tree } from './tree.ts';

const hosts = new Set(['window', 'self', 'global', 'globalThis']);

/** `window`, `self`, `global`, `globalThis`, where the file does not bind the name; `window.window` too. */
export function isHost(node: Node, names: Names): boolean {
  const inner = unwrap(node);
  if (inner.type === 'Identifier') return hosts.has(inner.name) && names.isFree(inner);
  const member = findMember(inner, names);
  if (member === undefined || !hosts.has(member)) return false;
  return isHost((inner as Node & { object: Node }).object, names);
}

/** The free name `swan`, or `window.swan`. */
export function isSwan(node: Node, names: Names): boolean {
  const inner = unwrap(node);
  if (inner.type === 'Identifier') return inner.name === 'swan' && names.isFree(inner);
  return findMember(inner, names) === 'swan' && isHost((inner as Node & { object: Node }).object, names);
}

export interface Start {
  readonly node: Node;
  readonly road: Road;
}

export function findStarts(tree: Tree, names: Names): readonly Start[] {
  const swan = names.of('swan');
  const starts: Start[] = swan.free.map((node) => ({ node, road: { through: 'global', of: 'swan' } }));
  const add = (start: Start | undefined): void => {
    if (start && !starts.some(({ node }) => node === start.node)) starts.push(start);
  };
  for (const word of tree.occurrences('swan')) {
    add(hostStart(tree, names, word));
    if (word.type === 'StringLiteral') {
      // `const key = 'swan'; window[key]`
      for (const member of hostMembers(tree, names)) {
        if (isSwan(member, names)) add({ node: member, road: { through: 'host', of: 'swan' } });
      }
    }
  }
  return starts;
}

function hostMembers(tree: Tree, names: Names): Node[] {
  return [...hosts].flatMap((host) =>
    names.of(host).free.flatMap((node) => {
      const parent = tree.parent(climbWrappers(tree, node));
      const isMember = parent?.type === 'MemberExpression' || parent?.type === 'OptionalMemberExpression';
      return isMember && parent.computed ? [parent] : [];
    }),
  );
}

/** From the word as a property name: `window.swan`, `window['swan']`, `const { swan } = window`. */
function hostStart(tree: Tree, names: Names, word: Node): Start | undefined {
  let parent = tree.parent(word);
  if (parent?.type === 'TemplateLiteral' || parent?.type === 'AssignmentPattern') parent = tree.parent(parent);
  if (parent?.type === 'MemberExpression' || parent?.type === 'OptionalMemberExpression') {
    return isSwan(parent, names) ? { node: parent, road: { through: 'host', of: 'swan' } } : undefined;
  }
  if (parent?.type !== 'ObjectProperty' || findKey(parent, names) !== 'swan') return undefined;
  return patternStart(tree, names, parent);
}

/** The host that a pattern with a property `swan` takes apart. */
function patternStart(tree: Tree, names: Names, property: Node): Start | undefined {
  const pattern = tree.parent(property);
  const link = pattern && tree.link(pattern);
  if (pattern?.type !== 'ObjectPattern' || !link) return undefined;
  const { parent } = link;
  const source =
    parent.type === 'VariableDeclarator'
      ? parent.init
      : parent.type === 'AssignmentExpression'
        ? parent.right
        : undefined;
  if (!source || !isHost(source, names)) return undefined;
  return { node: unwrap(source), road: { through: 'host', of: 'host' } };
}

export interface ImportStart {
  readonly id: Node;
  readonly specifier: Node;
  readonly name: string;
  readonly module: ModuleFacts;
}

export interface Imports {
  readonly specifiers: readonly ImportStart[];
  /** Whole modules: `import * as api`, `require('./api')`. */
  readonly objects: readonly Start[];
  /** What `export … from` hands on without naming it in between. */
  readonly handedOn: readonly ExportSite[];
}

/** Import specifiers, `require` calls and re-exports of modules that hand over swan or its APIs. */
export function findImports(tree: Tree, names: Names, facts: Facts): Imports {
  const specifiers: ImportStart[] = [];
  const objects: Start[] = [];
  const handedOn: ExportSite[] = [];
  const { body } = tree.program as Node & { type: 'Program' };
  for (const statement of body) {
    handedOn.push(...reexportsOf(statement, facts));
    if (statement.type !== 'ImportDeclaration') continue;
    const module = facts.modules.get(statement.source.value);
    if (!module) continue;
    for (const specifier of statement.specifiers) {
      tree.occurrences(specifier.local.name);
      if (specifier.type === 'ImportNamespaceSpecifier') {
        for (const node of names.bindingOf(specifier.local)?.reads ?? []) {
          objects.push({ node, road: { through: 'import', of: 'module', module } });
        }
        continue;
      }
      const imported = specifier.type === 'ImportSpecifier' ? specifier.imported : undefined;
      const name = imported === undefined ? 'default' : imported.type === 'Identifier' ? imported.name : imported.value;
      specifiers.push({ id: specifier.local, specifier, name, module });
    }
  }
  for (const node of names.of('require').free) {
    const call = tree.parent(node);
    if (call?.type !== 'CallExpression' || call.callee !== node) continue;
    const [first] = call.arguments;
    const module = first?.type === 'StringLiteral' ? facts.modules.get(first.value) : undefined;
    if (module) objects.push({ node: call, road: { through: 'import', of: 'module', module } });
  }
  return { specifiers, objects, handedOn };
}

function reexportsOf(statement: Node, facts: Facts): ExportSite[] {
  if (statement.type !== 'ExportNamedDeclaration' && statement.type !== 'ExportAllDeclaration') return [];
  const given = statement.source && facts.modules.get(statement.source.value)?.exports;
  if (!given) return [];
  const at = spanOf(statement);
  const entries = [...given];
  if (statement.type === 'ExportAllDeclaration') {
    return entries.filter(([name]) => !/^(?:default\b|=)/.test(name)).map(([name, stands]) => ({ name, stands, at }));
  }
  return statement.specifiers.flatMap((specifier) => {
    const exported = specifier.exported.type === 'Identifier' ? specifier.exported.name : specifier.exported.value;
    if (specifier.type === 'ExportNamespaceSpecifier') {
      return entries.map(([name, stands]) => ({ name: `${exported}.${name}`, stands, at }));
    }
    if (specifier.type !== 'ExportSpecifier') return [];
    const local = specifier.local.name;
    return entries.flatMap(([name, stands]) => {
      if (name === local) return [{ name: exported, stands, at }];
      return name.startsWith(`${local}.`) ? [{ name: exported + name.slice(local.length), stands, at }] : [];
    });
  });
}
