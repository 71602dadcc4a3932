// In: a file and what its modules hand over. Out: every place where another module's export enters the file, and what is
// handed on without being named in between.
// Knows nothing of what happens to it from there.

import { standsFor } from './bound.ts';
import { nameOf } from '../syntax/export-places.ts';
import { give } from './holders.ts';
import { findExported, mixed } from './members.ts';
import { spanOf } from '../syntax/positions.ts';
import type { ExportSite, ModuleFacts } from './sites.ts';
import type { Trail } from './trail.ts';
import type { Node } from '../syntax/tree.ts';
import type { Certain, CertainStep, Path } from './values.ts';

export function followImports(trail: Trail): void {
  const { tree, names, facts } = trail;
  if (facts.modules.size === 0) return;
  const { body } = tree.program;
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
  if (/\bimport\s*\(/.test(tree.text)) tree.walk(tree.program, (node) => loadModule(trail, node));
}

/** `import('./api')` */
function loadModule(trail: Trail, node: Node): void {
  if (node.type !== 'CallExpression' || node.callee.type !== 'Import') return;
  const [first] = node.arguments;
  const module = first?.type === 'StringLiteral' ? trail.facts.modules.get(first.value) : undefined;
  for (const path of module ? pathsOf(module) : []) trail.hold(node, ['await', ...path]);
}

function followStatement(trail: Trail, statement: Node & { type: 'ImportDeclaration' }): void {
  const { tree, names, facts } = trail;
  const specifier = statement.source.value;
  const module = facts.modules.get(specifier);
  if (!module) return;
  for (const node of statement.specifiers) {
    tree.occurrences(node.local.name);
    for (const path of pathsInto(module, node)) give(trail, node.local, path);
    if (node.type === 'ImportNamespaceSpecifier') {
      for (const read of names.bindingOf(node.local)?.reads ?? []) enterModule(trail, read, specifier, module);
      continue;
    }
    const name = node.type === 'ImportSpecifier' ? nameOf(node.imported) : 'default';
    const path = name === 'default' && !module.exports.has('default') && module.exports.has('=') ? '=' : name;
    const whole: Certain = { is: 'module', specifier, module, prefix: '' };
    // A default import of a CommonJS module is its `module.exports`.
    const value = findExported(whole, path) ?? (name === 'default' ? whole : undefined);
    const isMixed = module.exports.get(path)?.isMixed === true;
    if (value) bindImport(trail, node.local, node, value, name, isMixed);
  }
}

/** The paths by which swan may be got from a module: those that are certain, too, where they are not followed. */
function pathsOf({ exports, handsOut = new Set() }: ModuleFacts): Path[] {
  const certain = [...exports].flatMap(([name, { stands }]) => (stands === 'swan' ? [name] : []));
  return [...certain, ...handsOut].map((name) => (name === '=' ? [] : name.split('.')));
}

/** Those that begin with what a specifier takes. */
function pathsInto(module: ModuleFacts, specifier: Node): Path[] {
  const paths = pathsOf(module);
  if (specifier.type === 'ImportNamespaceSpecifier') return paths;
  const name = specifier.type === 'ImportSpecifier' ? nameOf(specifier.imported) : 'default';
  const named = paths.filter(([first]) => first === name).map(([, ...rest]) => rest);
  // A default import of a CommonJS module is its `module.exports`.
  return name === 'default' ? [...named, ...paths] : named;
}

/** `require('./api')`, or the namespace of a module. */
function enterModule(trail: Trail, node: Node, specifier: string, module: ModuleFacts): void {
  for (const path of pathsOf(module)) trail.hold(node, path);
  if (module.exports.size === 0) return;
  const whole = module.exports.get('=');
  const object: Certain = { is: 'module', specifier, module, prefix: '' };
  const value = (whole && findExported(object, '=')) ?? object;
  trail.go({ node, value, through: 'import' });
  if (whole?.isMixed) trail.doubt(node, mixed(trail, node));
}

/** What `export … from` hands on. */
export function findReexports({ tree, facts, found }: Trail): ExportSite[] {
  if (facts.modules.size === 0) return [];
  const { body } = tree.program;
  const own = new Set(body.flatMap(ownExports));
  return body.flatMap((statement) => {
    if (statement.type !== 'ExportNamedDeclaration' && statement.type !== 'ExportAllDeclaration') return [];
    const module = statement.source && facts.modules.get(statement.source.value);
    if (!module) return [];
    for (const path of module.handsOut ?? []) {
      for (const outside of outsideOf(statement, path, own)) found.handedOut.add(outside);
    }
    return [...module.exports].flatMap(([name, exported]) =>
      outsideOf(statement, name, own).map((outside) => ({ ...exported, name: outside, at: spanOf(statement) })),
    );
  });
}

type Reexport = Node & { type: 'ExportNamedDeclaration' | 'ExportAllDeclaration' };

/** What something that the other module exports is called where it is handed on. */
function outsideOf(statement: Reexport, inside: string, own: ReadonlySet<string>): string[] {
  const [top = ''] = inside.split('.');
  if (statement.type === 'ExportAllDeclaration') {
    // A name of the file's own comes before one that is merely handed on.
    return inside === '=' || top === 'default' || own.has(top) ? [] : [inside];
  }
  return statement.specifiers.flatMap((specifier) => {
    const outside = nameOf(specifier.exported);
    if (specifier.type === 'ExportNamespaceSpecifier') return [`${outside}.${inside}`];
    if (specifier.type !== 'ExportSpecifier' || nameOf(specifier.local) !== top) return [];
    return [outside + inside.slice(top.length)];
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
function bindImport(trail: Trail, id: Node, specifier: Node, value: Certain, imported: string, isMixed: boolean): void {
  if (id.type !== 'Identifier') return;
  trail.tree.occurrences(id.name);
  const binding = trail.names.bindingOf(id);
  const stands = standsFor(value);
  const step: CertainStep = { node: specifier, value, through: 'import' };
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
