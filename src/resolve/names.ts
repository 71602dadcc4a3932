// In: a name. Out: what it is bound to in the file, who refers to each binding, and the references that are free.
// Looks only at the places where the name stands, so a scope costs nothing until a name in it is asked for.
// Types, ambient declarations and property names bind nothing at run time. Knows nothing of swan.

import type { Function as FunctionNode } from '@babel/types';
import type { Constant } from '../ir.ts';
import { endOf, startOf, type Node, type Tree } from './tree.ts';

export type BindingKind =
  'var' | 'let' | 'const' | 'function' | 'class' | 'param' | 'catch' | 'import' | 'enum' | 'namespace' | 'self';

export interface Declaration {
  readonly kind: BindingKind;
  readonly id: Node;
  /** The declarator, parameter, specifier, function, class … that declares it. */
  readonly node: Node;
}

export interface Binding {
  readonly name: string;
  /** The node that the name is visible in. */
  readonly scope: Node;
  readonly declarations: readonly Declaration[];
  /** Places that read the value, in source order. */
  readonly reads: readonly Node[];
  /** Places that assign after the declaration, in source order: assignment, `++`, a loop head. */
  readonly writes: readonly Node[];
}

export interface Name {
  readonly bindings: readonly Binding[];
  /** Reads that no binding of the file answers. */
  readonly free: readonly Node[];
  readonly freeWrites: readonly Node[];
  /** Places in types, `typeof name` in a type included. */
  readonly types: readonly Node[];
  /** Declarations that exist for the checker alone: `declare`, `.d.ts`, type-only imports. */
  readonly ambient: readonly Node[];
  /** Property names: behind a dot, in an object or class, as a string. */
  readonly keys: readonly Node[];
}

export interface Names {
  of(name: string): Name;
  /** The binding that an identifier refers to or declares. */
  bindingOf(identifier: Node): Binding | undefined;
  /** False when a look at the text alone tells that nothing of that name has an initialiser. */
  mayBeInitialised(name: string): boolean;
  /** What the initialisers of constants were found to be worth, so that none is worked out twice. */
  readonly constants: Map<Node, { readonly value: Constant } | undefined>;
  /** No binding of the file stands between the identifier and the global scope. */
  isFree(identifier: Node): boolean;
}

type Role =
  | { readonly role: 'read' | 'write' | 'type' | 'ambient' | 'key' | 'label' }
  | {
      readonly role: 'bind';
      readonly kind: BindingKind;
      readonly scope: Node;
      readonly node: Node;
      /** A function in a block of sloppy code is a `var` of the function around it as well. */
      readonly hoisted?: Node;
    };

interface Draft extends Binding {
  readonly declarations: Declaration[];
  readonly reads: Node[];
  readonly writes: Node[];
}

export function createNames(tree: Tree, strict: boolean, declarationFile: boolean): Names {
  const known = new Map<string, Name>();
  const owners = new Map<Node, Binding>();
  const free = new Set<Node>();
  const initialised = new Map<string, boolean>();
  return {
    of: nameOf,
    constants: new Map(),
    mayBeInitialised(name) {
      let answer = initialised.get(name);
      if (answer === undefined) {
        answer = tree.mayBeInitialised(name);
        initialised.set(name, answer);
      }
      return answer;
    },
    bindingOf(identifier) {
      const name = textOf(identifier);
      if (name !== undefined) nameOf(name);
      return owners.get(identifier);
    },
    isFree(identifier) {
      const name = textOf(identifier);
      return name !== undefined && nameOf(name).free.length > 0 && free.has(identifier);
    },
  };

  function nameOf(name: string): Name {
    let entry = known.get(name);
    if (!entry) {
      entry = analyse(name);
      known.set(name, entry);
    }
    return entry;
  }

  function analyse(name: string): Name {
    const byScope = new Map<Node, Draft>();
    const reads: Node[] = [];
    const writes: Node[] = [];
    const entry = { free: [] as Node[], freeWrites: [] as Node[], types: [] as Node[] };
    const rest = { ambient: [] as Node[], keys: [] as Node[] };
    const late: { id: Node; role: Role & { role: 'bind' } }[] = [];
    for (const id of tree.occurrences(name)) {
      const role = declarationFile && id.type === 'Identifier' ? ambientRoleOf(id) : roleOf(tree, id, strict);
      switch (role.role) {
        case 'read':
          reads.push(id);
          break;
        case 'write':
          writes.push(id);
          break;
        case 'type':
          entry.types.push(id);
          break;
        case 'ambient':
          rest.ambient.push(id);
          break;
        case 'key':
          rest.keys.push(id);
          break;
        case 'label':
          break;
        case 'bind':
          // A `var` or function of a parameter's name is that parameter, so parameters come first.
          if (role.kind === 'var' || role.kind === 'function') late.push({ id, role });
          else declare(role.scope, role.kind, id, role.node);
      }
    }
    for (const { id, role } of late) {
      // In a `catch (a)`, the value of `var a = 1` goes to the parameter.
      const clause = role.kind === 'var' ? findCatch(id, role.scope) : undefined;
      if (clause) declare(clause, role.kind, id, role.node);
      declare(mergedScope(role.scope), role.kind, id, role.node);
      if (role.hoisted && isHoistable(role.scope, role.hoisted)) {
        declare(mergedScope(role.hoisted), role.kind, id, role.node);
      }
    }
    for (const id of reads) {
      const binding = findBinding(id);
      if (binding) {
        binding.reads.push(id);
        owners.set(id, binding);
      } else {
        entry.free.push(id);
        free.add(id);
      }
    }
    for (const id of writes) {
      const binding = findBinding(id);
      if (binding) {
        binding.writes.push(id);
        owners.set(id, binding);
      } else entry.freeWrites.push(id);
    }
    return { ...entry, ...rest, bindings: [...byScope.values()] };

    function declare(scope: Node, kind: BindingKind, id: Node, node: Node): void {
      let binding = byScope.get(scope);
      if (!binding) {
        binding = { name, scope, declarations: [], reads: [], writes: [] };
        byScope.set(scope, binding);
      }
      binding.declarations.push({ kind, id, node });
      if (!owners.has(id)) owners.set(id, binding);
    }

    function findCatch(id: Node, scope: Node): Node | undefined {
      for (let node = tree.parent(id); node && node !== scope; node = tree.parent(node)) {
        if (node.type === 'CatchClause' && byScope.has(node)) return node;
      }
      return undefined;
    }

    function mergedScope(scope: Node): Node {
      const parent = tree.parent(scope);
      if (!parent || !isFunction(parent) || parent.body !== scope) return scope;
      const isParam = byScope.get(parent)?.declarations.some(({ kind }) => kind === 'param');
      return isParam ? parent : scope;
    }

    /** Annex B: the function's name leaves its block only where no `let` of that name stands in between. */
    function isHoistable(from: Node, to: Node): boolean {
      for (let node: Node | undefined = tree.parent(from); node && node !== to; node = tree.parent(node)) {
        const binding = byScope.get(node);
        if (binding?.declarations.some(({ kind }) => kind !== 'function' && kind !== 'var' && kind !== 'catch')) {
          return false;
        }
      }
      const outer = byScope.get(to);
      return !outer?.declarations.some(({ kind }) => kind === 'let' || kind === 'const' || kind === 'class');
    }

    function findBinding(id: Node): Draft | undefined {
      if (byScope.size === 0) return undefined;
      for (let node: Node | undefined = id; node; node = tree.parent(node)) {
        const binding = byScope.get(node);
        if (binding && isVisible(node, id)) return binding;
      }
      return undefined;
    }

    /** What stands in front of a switch's cases or in a function's decorators and key lies outside of its scope. */
    function isVisible(scope: Node, id: Node): boolean {
      if (scope.type === 'SwitchStatement') return startOf(id) >= endOf(scope.discriminant);
      if (scope.type === 'ObjectMethod' || scope.type === 'ClassMethod') {
        return !(scope.computed && startOf(id) < endOf(scope.key));
      }
      return true;
    }
  }

  function ambientRoleOf(id: Node): Role {
    const role = roleOf(tree, id, strict);
    if (role.role === 'bind') return { role: 'ambient' };
    return role.role === 'read' || role.role === 'write' ? { role: 'type' } : role;
  }
}

function textOf(node: Node): string | undefined {
  return node.type === 'Identifier' || node.type === 'JSXIdentifier' ? node.name : undefined;
}

export function isFunction(node: Node): node is FunctionNode {
  switch (node.type) {
    case 'FunctionDeclaration':
    case 'FunctionExpression':
    case 'ArrowFunctionExpression':
    case 'ObjectMethod':
    case 'ClassMethod':
    case 'ClassPrivateMethod':
      return true;
    default:
      return false;
  }
}

/** What an occurrence of a word is, from the nodes right above it. */
function roleOf(tree: Tree, id: Node, strict: boolean): Role {
  const link = tree.link(id);
  if (!link) return { role: 'key' };
  const { parent, key } = link;
  if (id.type === 'StringLiteral' || id.type === 'TemplateElement') return { role: 'key' };
  if (id.type === 'JSXIdentifier') return jsxRoleOf(tree, id, parent, key);
  switch (parent.type) {
    case 'MemberExpression':
    case 'OptionalMemberExpression':
      return key === 'property' && !parent.computed ? { role: 'key' } : readRole(tree, id);
    case 'ObjectMethod':
    case 'ClassMethod':
    case 'ClassProperty':
    case 'ClassAccessorProperty':
    case 'TSDeclareMethod':
      if (key === 'key' && !parent.computed) return { role: 'key' };
      break;
    case 'ObjectProperty':
      if (key === 'key' && !parent.computed) return { role: 'key' };
      break;
    case 'ClassPrivateProperty':
    case 'ClassPrivateMethod':
      if (key === 'key') return { role: 'key' };
      break;
    case 'PrivateName':
    case 'MetaProperty':
    case 'ImportAttribute':
    case 'ExportNamespaceSpecifier':
    case 'TSNamespaceExportDeclaration':
      return { role: 'key' };
    case 'ExportDefaultSpecifier':
      return { role: 'key' };
    case 'ImportSpecifier':
    case 'ImportDefaultSpecifier':
    case 'ImportNamespaceSpecifier':
      return importRoleOf(tree, parent, key);
    case 'ExportSpecifier': {
      if (key !== 'local') return { role: 'key' };
      const statement = tree.parent(parent);
      if (statement?.type === 'ExportNamedDeclaration') {
        if (statement.source) return { role: 'key' };
        if (statement.exportKind === 'type') return { role: 'type' };
      }
      return (parent as { exportKind?: string }).exportKind === 'type' ? { role: 'type' } : { role: 'read' };
    }
    case 'LabeledStatement':
    case 'BreakStatement':
    case 'ContinueStatement':
      return key === 'label' ? { role: 'label' } : { role: 'read' };
    case 'FunctionDeclaration':
      if (key === 'id') return functionRoleOf(tree, parent, strict);
      break;
    case 'FunctionExpression':
    case 'ClassExpression':
      if (key === 'id') return { role: 'bind', kind: 'self', scope: parent, node: parent };
      break;
    case 'ClassDeclaration':
      if (key === 'id') return bind(tree, 'class', parent, parent.declare === true);
      break;
    case 'EnumDeclaration':
      return key === 'id' ? bind(tree, 'enum', parent, false) : { role: 'key' };
    case 'EnumBooleanMember':
    case 'EnumNumberMember':
    case 'EnumStringMember':
    case 'EnumDefaultedMember':
      return { role: 'key' };
    case 'TSEnumDeclaration':
      return bind(tree, 'enum', parent, parent.declare === true);
    case 'TSEnumMember': {
      if (key !== 'id') return readRole(tree, id);
      const body = findAbove(tree, parent, (node) => node.type === 'TSEnumDeclaration');
      return body ? { role: 'bind', kind: 'enum', scope: body, node: parent } : { role: 'key' };
    }
    case 'TSModuleDeclaration':
      if (key !== 'id' || parent.kind === 'global' || parent.global) return { role: 'key' };
      // A namespace that holds types only leaves nothing behind.
      if (!hasValues(parent)) return { role: 'ambient' };
      return bind(tree, 'namespace', parent, parent.declare === true);
    case 'TSImportEqualsDeclaration':
      if (key === 'id') return bind(tree, 'import', parent, parent.importKind === 'type');
      return parent.importKind === 'type' ? { role: 'type' } : { role: 'read' };
    case 'TSQualifiedName':
      return key === 'left' && isImportEquals(tree, parent)
        ? { role: 'read' }
        : { role: key === 'left' ? 'type' : 'key' };
    case 'QualifiedTypeIdentifier':
      return { role: key === 'qualification' ? 'type' : 'key' };
    case 'TSInterfaceDeclaration':
    case 'TSTypeAliasDeclaration':
    case 'TSTypeParameter':
    case 'TypeAlias':
    case 'OpaqueType':
    case 'InterfaceDeclaration':
      return key === 'id' ? { role: 'ambient' } : { role: 'type' };
    case 'TSDeclareFunction':
      return key === 'id' ? { role: 'ambient' } : { role: 'type' };
    case 'DeclareVariable':
    case 'DeclareFunction':
    case 'DeclareClass':
    case 'DeclareModule':
    case 'DeclareTypeAlias':
    case 'DeclareInterface':
    case 'DeclareOpaqueType':
      return key === 'id' ? { role: 'ambient' } : { role: 'type' };
    default:
      break;
  }
  if (isTypeNode(parent) || typeKeys.has(key)) return { role: 'type' };
  return patternRoleOf(tree, id);
}

const typeKeys = new Set([
  'typeAnnotation',
  'typeParameters',
  'typeArguments',
  'returnType',
  'implements',
  'superTypeParameters',
]);

const typesWithValues = new Set([
  'TSAsExpression',
  'TSSatisfiesExpression',
  'TSNonNullExpression',
  'TSTypeAssertion',
  'TSInstantiationExpression',
  'TSExportAssignment',
  'TSParameterProperty',
  'TSExternalModuleReference',
  'TypeCastExpression',
]);

/** A node that exists for the checker alone. */
function isTypeNode(node: Node): boolean {
  if (typesWithValues.has(node.type)) return false;
  return /^TS|Type(?!script)|^Declare|^Interface|^Opaque|^ClassImplements/.test(node.type);
}

function isImportEquals(tree: Tree, name: Node): boolean {
  const top = findAbove(tree, name, (node) => node.type !== 'TSQualifiedName');
  return top?.type === 'TSImportEqualsDeclaration' && top.importKind !== 'type';
}

function jsxRoleOf(tree: Tree, id: Node, parent: Node, key: string): Role {
  if (parent.type === 'JSXMemberExpression') return { role: key === 'object' ? 'read' : 'key' };
  if (parent.type !== 'JSXOpeningElement' && parent.type !== 'JSXClosingElement') return { role: 'key' };
  // An element in lower case is the host's own, not a variable.
  const first = textOf(id)?.charAt(0) ?? '';
  return first === first.toLowerCase() && /[a-z]/.test(first) ? { role: 'key' } : readRole(tree, id);
}

function importRoleOf(tree: Tree, specifier: Node, key: string): Role {
  if (key !== 'local') return { role: 'key' };
  const statement = tree.parent(specifier);
  const kinds = [
    (specifier as { importKind?: string | null }).importKind,
    (statement as { importKind?: string | null }).importKind,
  ];
  if (kinds.some((kind) => kind === 'type' || kind === 'typeof')) return { role: 'ambient' };
  return { role: 'bind', kind: 'import', scope: tree.program, node: specifier };
}

function functionRoleOf(tree: Tree, node: Node, strict: boolean): Role {
  if (isAmbient(tree, node) || (node as { declare?: boolean }).declare === true) return { role: 'ambient' };
  const scope = blockScopeOf(tree, node);
  const isPlain = node.type === 'FunctionDeclaration' && !node.async && !node.generator;
  const outer = varScopeOf(tree, node);
  if (scope === outer || !isPlain || strict || isStrictAt(tree, node)) {
    return { role: 'bind', kind: scope === outer ? 'function' : 'let', scope, node };
  }
  return { role: 'bind', kind: 'function', scope, node, hoisted: outer };
}

function bind(tree: Tree, kind: BindingKind, node: Node, declared: boolean): Role {
  if (declared || isAmbient(tree, node)) return { role: 'ambient' };
  return { role: 'bind', kind, scope: blockScopeOf(tree, node), node };
}

function readRole(tree: Tree, id: Node): Role {
  return patternRoleOf(tree, id);
}

/** Climbs out of a pattern, to see whether it declares, assigns or is none. */
function patternRoleOf(tree: Tree, id: Node): Role {
  let node = id;
  for (;;) {
    const link = tree.link(node);
    if (!link) return { role: 'read' };
    const { parent, key } = link;
    switch (parent.type) {
      case 'ObjectProperty':
        if (key !== 'value' || tree.parent(parent)?.type !== 'ObjectPattern') return { role: 'read' };
        node = parent;
        continue;
      case 'ObjectPattern':
      case 'ArrayPattern':
      case 'RestElement':
        if (key === 'typeAnnotation' || key === 'decorators') return { role: 'type' };
        node = parent;
        continue;
      case 'TSParameterProperty':
        node = parent;
        continue;
      case 'AssignmentPattern':
        if (key !== 'left') return { role: 'read' };
        node = parent;
        continue;
      case 'ParenthesizedExpression':
      case 'TSAsExpression':
      case 'TSSatisfiesExpression':
      case 'TSNonNullExpression':
      case 'TSTypeAssertion':
      case 'TypeCastExpression':
        // Wrapped targets, as in `(a as T) = 1`; a wrapped value ends at something that is no pattern.
        if (key !== 'expression') return { role: 'type' };
        node = parent;
        continue;
      case 'VariableDeclarator':
        return key === 'id' ? variableRoleOf(tree, parent) : { role: 'read' };
      case 'CatchClause':
        return key === 'param' ? { role: 'bind', kind: 'catch', scope: parent, node: parent } : { role: 'read' };
      case 'AssignmentExpression':
      case 'ForInStatement':
      case 'ForOfStatement':
        return { role: key === 'left' ? 'write' : 'read' };
      case 'UpdateExpression':
        return { role: 'write' };
      default:
        if (key === 'params' && isFunction(parent)) {
          return { role: 'bind', kind: 'param', scope: parent, node };
        }
        if (isTypeNode(parent) && parent !== tree.parent(id)) return { role: 'type' };
        return { role: 'read' };
    }
  }
}

function variableRoleOf(tree: Tree, declarator: Node): Role {
  const declaration = tree.parent(declarator);
  if (declaration?.type !== 'VariableDeclaration') return { role: 'read' };
  if (declaration.declare === true || isAmbient(tree, declaration)) return { role: 'ambient' };
  const { kind } = declaration;
  if (kind === 'var') return { role: 'bind', kind, scope: varScopeOf(tree, declaration), node: declarator };
  return {
    role: 'bind',
    kind: kind === 'let' ? 'let' : 'const',
    scope: blockScopeOf(tree, declaration),
    node: declarator,
  };
}

/** Inside `declare namespace`, `declare module` or `declare global`. */
function isAmbient(tree: Tree, node: Node): boolean {
  const around = findAbove(
    tree,
    node,
    (above) => (above.type === 'TSModuleDeclaration' && above.declare === true) || above.type === 'DeclareModule',
  );
  return around !== undefined;
}

function hasValues(namespace: Node): boolean {
  if (namespace.type !== 'TSModuleDeclaration') return false;
  const { body } = namespace;
  if (body.type !== 'TSModuleBlock') return hasValues(body);
  return body.body.some((statement) => {
    const inner =
      statement.type === 'ExportNamedDeclaration' && statement.declaration ? statement.declaration : statement;
    if (inner.type === 'TSModuleDeclaration') return inner.declare === true ? false : hasValues(inner);
    return inner.type !== 'TSInterfaceDeclaration' && inner.type !== 'TSTypeAliasDeclaration';
  });
}

function findAbove(tree: Tree, from: Node, matches: (node: Node) => boolean): Node | undefined {
  for (let node = tree.parent(from); node; node = tree.parent(node)) {
    if (matches(node)) return node;
  }
  return undefined;
}

function blockScopeOf(tree: Tree, declaration: Node): Node {
  return findAbove(tree, declaration, isBlockScope) ?? tree.program;
}

function isBlockScope(node: Node): boolean {
  switch (node.type) {
    case 'Program':
    case 'BlockStatement':
    case 'ForStatement':
    case 'ForInStatement':
    case 'ForOfStatement':
    case 'SwitchStatement':
    case 'StaticBlock':
    case 'TSModuleBlock':
      return true;
    default:
      return false;
  }
}

/** The function body, static block, namespace or program that a `var` belongs to. */
export function varScopeOf(tree: Tree, declaration: Node): Node {
  for (let node: Node = declaration; ;) {
    const parent = tree.parent(node);
    if (!parent) return tree.program;
    if (isFunction(parent)) return node;
    if (parent.type === 'StaticBlock' || parent.type === 'TSModuleBlock') return parent;
    node = parent;
  }
}

/** In a class, or below a function that says 'use strict'. */
export function isStrictAt(tree: Tree, from: Node): boolean {
  for (let node: Node | undefined = from; node; node = tree.parent(node)) {
    if (node.type === 'ClassBody') return true;
    if (
      isFunction(node) &&
      node.body.type === 'BlockStatement' &&
      node.body.directives.some((directive) => directive.value.value === 'use strict')
    ) {
      return true;
    }
  }
  return false;
}
