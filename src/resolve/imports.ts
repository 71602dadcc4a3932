// In: a file and what its modules hand over. Out: every place where another module's export enters the file, and what is
// handed on without being named in between.
// Knows nothing of what happens to it from there.

import { standsFor } from './bound.ts';
import { nameOf } from '../syntax/export-places.ts';
import { findExported, mixed } from './members.ts';
import { spanOf } from '../syntax/positions.ts';
import type { ExportSite, Exported, ModuleFacts } from './sites.ts';
import type { Trail } from './trail.ts';
import type { Node } from '../syntax/tree.ts';
import type { Step, Value } from './values.ts';

export function followImports(trail: Trail): void {
  const { tree, names, facts } = trail;
  if (facts.modules.size === 0) return;
  const { body } = tree.program as Node & { type: 'Program' };
  for (const statement of body) {
    if (statement.type === 'ImportDeclaration') followStatement(trail, statement);
  }
  for (const node of names.of('require').free) {
    const call = tree.parent(node);
    if (call?.type !== 'CallExpression' || call.callee !== node) continue;
    const [first] = call.arguments;
    const specifier = first?.type === 'StringLiteral' ? first.value : undefined;
    const module = specifier === undefined ? undefined : facts.modules.get(specifier);
    if (module && specifier !== undefined) enterModule(trail, call, specifier, module);
  }
}

function followStatement(trail: Trail, statement: Node & { type: 'ImportDeclaration' }): void {
  const { tree, names, facts } = trail;
  const specifier = statement.source.value;
  const module = facts.modules.get(specifier);
  if (!module) return;
  for (const node of statement.specifiers) {
    tree.occurrences(node.local.name);
    if (node.type === 'ImportNamespaceSpecifier') {
      for (const read of names.bindingOf(node.local)?.reads ?? []) enterModule(trail, read, specifier, module);
      continue;
    }
    const name = node.type === 'ImportSpecifier' ? nameOf(node.imported) : 'default';
    const path = name === 'default' && !module.exports.has('default') && module.exports.has('=') ? '=' : name;
    const whole: Value = { is: 'module', specifier, module, prefix: '' };
    // A default import of a CommonJS module is its `module.exports`.
    const value = findExported(whole, path) ?? (name === 'default' ? whole : undefined);
    const isMixed = module.exports.get(path)?.isMixed === true;
    if (value) bindImport(trail, node.local, node, value, name, isMixed);
  }
}

/** `require('./api')`, or the namespace of a module. */
function enterModule(trail: Trail, node: Node, specifier: string, module: ModuleFacts): void {
  const whole = module.exports.get('=');
  const object: Value = { is: 'module', specifier, module, prefix: '' };
  const value = (whole && findExported(object, '=')) ?? object;
  trail.go({ node, value, through: 'import' });
  if (whole?.isMixed) trail.doubt(node, mixed(trail, node));
}

/** What `export … from` hands on. */
export function findReexports({ tree, facts }: Trail): ExportSite[] {
  if (facts.modules.size === 0) return [];
  const { body } = tree.program as Node & { type: 'Program' };
  const own = new Set(body.flatMap(ownExports));
  return body.flatMap((statement) => reexportsOf(statement, facts.modules, own));
}

function reexportsOf(
  statement: Node,
  modules: ReadonlyMap<string, ModuleFacts>,
  own: ReadonlySet<string>,
): ExportSite[] {
  if (statement.type !== 'ExportNamedDeclaration' && statement.type !== 'ExportAllDeclaration') return [];
  const given = statement.source && modules.get(statement.source.value)?.exports;
  if (!given) return [];
  const at = spanOf(statement);
  const site = (name: string, { stands, isMixed }: Exported): ExportSite => ({
    name,
    stands,
    at,
    ...(isMixed ? { isMixed } : {}),
  });
  const entries = [...given];
  if (statement.type === 'ExportAllDeclaration') {
    // A name of the file's own comes before one that is merely handed on.
    return entries
      .filter(([name]) => name !== '=' && name.split('.')[0] !== 'default' && !own.has(name.split('.')[0] ?? ''))
      .map(([name, exported]) => site(name, exported));
  }
  return statement.specifiers.flatMap((specifier) => {
    const outside = nameOf(specifier.exported);
    if (specifier.type === 'ExportNamespaceSpecifier') {
      return entries.map(([name, exported]) => site(`${outside}.${name}`, exported));
    }
    if (specifier.type !== 'ExportSpecifier') return [];
    const local = nameOf(specifier.local);
    return entries.flatMap(([name, exported]) => {
      if (name === local) return [site(outside, exported)];
      return name.startsWith(`${local}.`) ? [site(outside + name.slice(local.length), exported)] : [];
    });
  });
}

/** The names that a statement exports itself. */
function ownExports(statement: Node): string[] {
  if (statement.type !== 'ExportNamedDeclaration') return [];
  const specified = statement.specifiers.map(({ exported }) => nameOf(exported));
  return [...specified, ...(statement.declaration ? declaredNames(statement.declaration) : [])];
}

function declaredNames(declaration: Node): string[] {
  if (declaration.type === 'VariableDeclaration') return declaration.declarations.flatMap(({ id }) => patternNames(id));
  if ('id' in declaration && declaration.id && 'name' in declaration.id) return [String(declaration.id.name)];
  return [];
}

function patternNames(pattern: Node): string[] {
  switch (pattern.type) {
    case 'Identifier':
      return [pattern.name];
    case 'ObjectPattern':
      return pattern.properties.flatMap((one) => patternNames(one.type === 'RestElement' ? one.argument : one.value));
    case 'ArrayPattern':
      return pattern.elements.flatMap((one) => (one ? patternNames(one) : []));
    case 'AssignmentPattern':
      return patternNames(pattern.left);
    case 'RestElement':
      return patternNames(pattern.argument);
    default:
      return [];
  }
}

/** A name that another module gave: an import specifier. */
function bindImport(trail: Trail, id: Node, specifier: Node, value: Value, imported: string, isMixed: boolean): void {
  if (id.type !== 'Identifier') return;
  trail.tree.occurrences(id.name);
  const binding = trail.names.bindingOf(id);
  const stands = standsFor(value);
  const step: Step = { node: specifier, value, through: 'import' };
  if (stands !== 'other') {
    trail.found.aliases.push({
      kind: 'import',
      of: value,
      origin: specifier,
      source: specifier,
      declarator: specifier,
      isAssignment: false,
      isPassedOn: false,
      names: [
        { id, property: specifier, stands, member: imported, hasDefault: false, ...(binding ? { binding } : {}) },
      ],
      isNetworkOnly: stands !== 'swan',
      isOpen: false,
      needsSwan: false,
    });
  }
  if (isMixed) trail.doubt(specifier, mixed(trail, id));
  if (binding) trail.give(binding, { giver: specifier, value, isChoice: false }, step.node, 'import');
}
