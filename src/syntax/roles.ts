// In: a word in its place. Out: what it is there: it reads a name, writes to one, declares one, or is no name at all.
// Types, ambient declarations and property names bind nothing at run time. Knows nothing of which binding is meant.

import { textOf, type BindingKind } from './bindings.ts';
import { blockScopeOf, findAbove, hasValues, isAmbient, isFunction, isStrictAt, varScopeOf } from './scopes.ts';
import type { Node, Tree } from './tree.ts';

export type Role =
  | { readonly role: 'read' | 'write' | 'type' | 'ambient' | 'key' | 'label' }
  | {
      readonly role: 'bind';
      readonly kind: BindingKind;
      readonly scope: Node;
      readonly node: Node;
      /** A function in a block of sloppy code is a `var` of the function around it as well. */
      readonly hoisted?: Node;
    };

/** What an occurrence of a word is, from the nodes right above it. */
export function roleOf(tree: Tree, id: Node, strict: boolean): Role {
  const link = tree.link(id);
  if (!link || id.type === 'StringLiteral' || id.type === 'TemplateElement') return { role: 'key' };
  const { parent, key } = link;
  if (id.type === 'JSXIdentifier') return jsxRoleOf(tree, id, parent, key);
  const role =
    keyRoleOf(parent, key) ??
    moduleRoleOf(tree, parent, key) ??
    declarationRoleOf(tree, parent, key, strict) ??
    typescriptRoleOf(tree, parent, key) ??
    typeRoleOf(parent, key);
  if (role) return role;
  if (isTypeNode(parent) || typeKeys.has(key)) return { role: 'type' };
  return patternRoleOf(tree, id);
}

/** The names of members, properties and labels. */
function keyRoleOf(parent: Node, key: string): Role | undefined {
  switch (parent.type) {
    case 'MemberExpression':
    case 'OptionalMemberExpression':
      return key === 'property' && !parent.computed ? { role: 'key' } : undefined;
    case 'ObjectMethod':
    case 'ObjectProperty':
    case 'ClassMethod':
    case 'ClassProperty':
    case 'ClassAccessorProperty':
    case 'TSDeclareMethod':
      return key === 'key' && !parent.computed ? { role: 'key' } : undefined;
    case 'ClassPrivateProperty':
    case 'ClassPrivateMethod':
      return key === 'key' ? { role: 'key' } : undefined;
    case 'PrivateName':
    case 'MetaProperty':
    case 'ImportAttribute':
    case 'EnumBooleanMember':
    case 'EnumNumberMember':
    case 'EnumStringMember':
    case 'EnumDefaultedMember':
      return { role: 'key' };
    case 'LabeledStatement':
    case 'BreakStatement':
    case 'ContinueStatement':
      return key === 'label' ? { role: 'label' } : { role: 'read' };
    default:
      return undefined;
  }
}

/** Imports and exports. */
function moduleRoleOf(tree: Tree, parent: Node, key: string): Role | undefined {
  switch (parent.type) {
    case 'ExportNamespaceSpecifier':
    case 'TSNamespaceExportDeclaration':
    case 'ExportDefaultSpecifier':
      return { role: 'key' };
    case 'ImportSpecifier':
    case 'ImportDefaultSpecifier':
    case 'ImportNamespaceSpecifier':
      return importRoleOf(tree, parent, key);
    case 'ExportSpecifier': {
      if (key !== 'local') return { role: 'key' };
      const statement = tree.parent(parent);
      const isNamed = statement?.type === 'ExportNamedDeclaration';
      if (isNamed && statement.source) return { role: 'key' };
      if (isNamed && statement.exportKind === 'type') return { role: 'type' };
      return (parent as { exportKind?: string }).exportKind === 'type' ? { role: 'type' } : { role: 'read' };
    }
    default:
      return undefined;
  }
}

/** The names of functions, classes and Flow's enums. */
function declarationRoleOf(tree: Tree, parent: Node, key: string, strict: boolean): Role | undefined {
  switch (parent.type) {
    case 'FunctionDeclaration':
      return key === 'id' ? functionRoleOf(tree, parent, strict) : undefined;
    case 'FunctionExpression':
    case 'ClassExpression':
      return key === 'id' ? { role: 'bind', kind: 'self', scope: parent, node: parent } : undefined;
    case 'ClassDeclaration':
      return key === 'id' ? bind(tree, 'class', parent, parent.declare === true) : undefined;
    case 'EnumDeclaration':
      return key === 'id' ? bind(tree, 'enum', parent, false) : { role: 'key' };
    default:
      return undefined;
  }
}

/** Enums, namespaces and `import x = …`. */
function typescriptRoleOf(tree: Tree, parent: Node, key: string): Role | undefined {
  switch (parent.type) {
    case 'TSEnumDeclaration':
      return bind(tree, 'enum', parent, parent.declare === true);
    case 'TSEnumMember': {
      if (key !== 'id') return { role: 'read' };
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
      if (key !== 'left') return { role: 'key' };
      return isImportEquals(tree, parent) ? { role: 'read' } : { role: 'type' };
    default:
      return undefined;
  }
}

/** What is declared for the checker alone. */
function typeRoleOf(parent: Node, key: string): Role | undefined {
  switch (parent.type) {
    case 'QualifiedTypeIdentifier':
      return { role: key === 'qualification' ? 'type' : 'key' };
    case 'TSInterfaceDeclaration':
    case 'TSTypeAliasDeclaration':
    case 'TSTypeParameter':
    case 'TypeAlias':
    case 'OpaqueType':
    case 'InterfaceDeclaration':
    case 'TSDeclareFunction':
    case 'DeclareVariable':
    case 'DeclareFunction':
    case 'DeclareClass':
    case 'DeclareModule':
    case 'DeclareTypeAlias':
    case 'DeclareInterface':
    case 'DeclareOpaqueType':
      return key === 'id' ? { role: 'ambient' } : { role: 'type' };
    default:
      return undefined;
  }
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
  return first === first.toLowerCase() && /[a-z]/.test(first) ? { role: 'key' } : { role: 'read' };
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

/** Climbs out of a pattern, to see whether it declares, assigns or is none. */
function patternRoleOf(tree: Tree, id: Node): Role {
  for (let node = id; ;) {
    const link = tree.link(node);
    if (!link) return { role: 'read' };
    const step = patternStep(tree, link.parent, link.key);
    if (step === 'up') {
      node = link.parent;
      continue;
    }
    if (step) return step;
    if (link.key === 'params' && isFunction(link.parent)) {
      return { role: 'bind', kind: 'param', scope: link.parent, node };
    }
    const isType = isTypeNode(link.parent) && link.parent !== tree.parent(id);
    return { role: isType ? 'type' : 'read' };
  }
}

/** `up` where the node is still part of a pattern. */
function patternStep(tree: Tree, parent: Node, key: string): Role | 'up' | undefined {
  switch (parent.type) {
    case 'ObjectProperty':
      return key === 'value' && tree.parent(parent)?.type === 'ObjectPattern' ? 'up' : { role: 'read' };
    case 'ObjectPattern':
    case 'ArrayPattern':
    case 'RestElement':
      return key === 'typeAnnotation' || key === 'decorators' ? { role: 'type' } : 'up';
    case 'TSParameterProperty':
      return 'up';
    case 'AssignmentPattern':
      return key === 'left' ? 'up' : { role: 'read' };
    case 'ParenthesizedExpression':
    case 'TSAsExpression':
    case 'TSSatisfiesExpression':
    case 'TSNonNullExpression':
    case 'TSTypeAssertion':
    case 'TypeCastExpression':
      // Wrapped targets, as in `(a as T) = 1`; a wrapped value ends at something that is no pattern.
      return key === 'expression' ? 'up' : { role: 'type' };
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
      return undefined;
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
