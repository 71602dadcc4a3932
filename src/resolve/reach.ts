// In: places that hold swan. Out: every place that the object, its APIs and their aliases reach from there.
// Follows values through parentheses, names that are assigned once, patterns and parameters of functions called on
// the spot. Where a value leaves that road the place is kept, with the reason. Knows nothing of options and results.

import type { CallExpression, OptionalCallExpression } from '@babel/types';
import { isApiName, type ApiName } from '../apis.ts';
import type { Through } from '../ir.ts';
import type { Span } from '../text.ts';
import { findConstant, findKey, findMember, unwrap } from './constant.ts';
import { isFunction, type Binding, type Names } from './names.ts';
import { climbWrappers, findTest, isNothing, isTested, isWritten, spanOf, type Test } from './positions.ts';
import type {
  AliasDeclaration,
  AliasName,
  AliasReference,
  CallSite,
  ExportSite,
  KeptSite,
  ModuleFacts,
  Reason,
  Use,
  ValueSite,
} from './sites.ts';
import { startOf, type Node, type Tree } from './tree.ts';

export interface GuardSite {
  readonly kind: Test['kind'] | 'in' | 'canIUse';
  readonly node: Node;
  readonly api: ApiName | '*';
  readonly present?: boolean;
}

/** A value that stands at a node, with the node, so that what lies around it can still be looked at. */
export type ReachedValue = ValueSite & { readonly node: Node };

export interface Reached {
  readonly calls: CallSite[];
  readonly values: ReachedValue[];
  readonly kept: KeptSite[];
  readonly guards: GuardSite[];
  readonly aliases: AliasDeclaration[];
  readonly exports: ExportSite[];
  readonly assigned: Set<ApiName | '*'>;
  /** APIs that `swan.after` hooks into. */
  readonly hooked: Set<ApiName | '*'>;
  /** Where the program puts something else in the place of swan itself. */
  readonly replaced: Span[];
  /** Other members of swan, at the place where each is used. */
  readonly others: { readonly member: string; readonly at: Span }[];
}

/** How an object was reached, and what it is. */
export interface Road {
  readonly through: Through;
  readonly of: 'swan' | 'host' | 'module';
  /** Why no site on this road may be changed. */
  readonly taint?: Reason;
  readonly module?: ModuleFacts;
  /** Of a module, the path of exports that led here: `default.`. */
  readonly prefix?: string;
}

export interface Reacher {
  readonly reached: Reached;
  followObject(node: Node, road: Road): Use;
  followApi(node: Node, api: ApiName, road: Road, object?: Node): Use;
  /** A place where the global name is assigned to. */
  replace(node: Node): Use;
  /** A name that another module gave: an import specifier. */
  bindImport(id: Node, specifier: Node, stands: 'swan' | ApiName): void;
}

type AnyCall = CallExpression | OptionalCallExpression;

type Draft = { -readonly [K in keyof AliasDeclaration]: AliasDeclaration[K] } & {
  readonly names: AliasName[];
  readonly references: AliasReference[];
};

export function createReacher(tree: Tree, names: Names, isSwan: (node: Node) => boolean): Reacher {
  const reached: Reached = {
    calls: [],
    values: [],
    kept: [],
    guards: [],
    aliases: [],
    exports: [],
    assigned: new Set(),
    hooked: new Set(),
    replaced: [],
    others: [],
  };
  /** What each name was followed as. One that is assigned twice may stand for more than one thing. */
  const visited = new Map<Binding, Set<string>>();
  return { reached, followObject, followApi, bindImport, replace };

  function textOf(node: Node): string {
    const text = tree.text.slice(startOf(node), spanOf(node).end).replace(/\s+/g, ' ');
    return text.length > 60 ? `${text.slice(0, 57)}…` : text;
  }

  function keep(api: ApiName | '*', node: Node, reason: Reason): Use {
    const at = spanOf(node);
    reached.kept.push({ api, at, ...reason });
    return { kind: 'kept', api, at };
  }

  function guard(test: GuardSite): Use {
    reached.guards.push(test);
    return { kind: 'guard', api: test.api, at: spanOf(test.node) };
  }

  function other(node: Node, road: Road, member?: string): Use {
    const at = spanOf(node);
    if (member === undefined) return { kind: 'other', at };
    if (road.of === 'swan' && !road.taint) reached.others.push({ member, at });
    return { kind: 'other', at, member };
  }

  function escape(node: Node, road: Road, how: string): Use {
    if (road.of !== 'swan') return { kind: 'other', at: spanOf(node) };
    return keep('*', node, road.taint ?? { code: 'swan-escapes', details: { how } });
  }

  // The object

  function followObject(node: Node, start: Road): Use {
    let road = start;
    let top = node;
    for (;;) {
      top = climbWrappers(tree, top);
      const link = tree.link(top);
      if (!link) return { kind: 'other', at: spanOf(top) };
      const { parent, key } = link;
      if (parent.type === 'LogicalExpression') {
        if (isTested(tree, top)) return testObject(top, road);
        const side = key === 'left' ? parent.right : parent.left;
        if (parent.operator !== '&&' && !isSafeSide(side, parent)) road = mixed(road, parent);
        top = parent;
      } else if (parent.type === 'ConditionalExpression') {
        if (key === 'test') return testObject(top, road);
        if (!isSafeSide(key === 'consequent' ? parent.alternate : parent.consequent, parent)) {
          road = mixed(road, parent);
        }
        top = parent;
      } else if (parent.type === 'AssignmentExpression' && key === 'right' && parent.operator === '=') {
        const use = assignObject(parent, top, road);
        if (isValueUnused(parent)) return use;
        top = parent;
      } else {
        return useObject(top, parent, key, link.index, road);
      }
    }
  }

  function mixed(road: Road, node: Node): Road {
    return road.taint ? road : { ...road, taint: { code: 'mixed-host', details: { text: textOf(node) } } };
  }

  /** The other side of `||` or `?:` is swan again, or nothing at all. */
  function isSafeSide(side: Node, within: Node): boolean {
    const inner = unwrap(side);
    if (isNothing(inner, names) || isSwan(inner)) return true;
    if (inner.type === 'LogicalExpression') {
      return isSafeSide(inner.left, within) && isSafeSide(inner.right, within);
    }
    if (inner.type !== 'Identifier') return false;
    // `var swan = swan || window.swan`: the name itself holds nothing yet.
    const declaration = names.bindingOf(inner)?.declarations[0];
    return declaration?.node.type === 'VariableDeclarator' && isInside(within, declaration.node);
  }

  function isInside(node: Node, outer: Node): boolean {
    for (let above: Node | undefined = node; above; above = tree.parent(above)) {
      if (above === outer) return true;
    }
    return false;
  }

  function isValueUnused(node: Node): boolean {
    const link = tree.link(node);
    if (!link) return true;
    const { parent, key, index } = link;
    if (parent.type === 'ParenthesizedExpression') return isValueUnused(parent);
    if (parent.type === 'SequenceExpression') {
      return index !== parent.expressions.length - 1 || isValueUnused(parent);
    }
    if (parent.type === 'LogicalExpression') return key === 'right' && isValueUnused(parent);
    if (parent.type === 'ForStatement') return key !== 'test';
    return parent.type === 'ExpressionStatement';
  }

  function testObject(top: Node, road: Road): Use {
    const test = findTest(tree, names, top) ?? { kind: 'test' as const, node: top, present: true };
    return road.of === 'swan' ? guard({ ...test, api: '*' }) : { kind: 'other', at: spanOf(top) };
  }

  function useObject(top: Node, parent: Node, key: string, index: number | undefined, road: Road): Use {
    if (road.of === 'swan' && isWritten(tree, top)) return replace(top);
    const test = findTest(tree, names, top);
    if (test) return testObject(top, road);
    switch (parent.type) {
      case 'MemberExpression':
      case 'OptionalMemberExpression':
        if (key === 'object') return useMember(parent, top, road);
        break;
      case 'VariableDeclarator':
        if (key === 'init') return declareObject(parent, top, road);
        break;
      case 'CallExpression':
      case 'OptionalCallExpression':
        return key === 'arguments' ? passObject(parent, top, index ?? 0, road) : other(top, road);
      case 'AssignmentPattern':
        // A default: the parameter may be anything else as well.
        if (key === 'right') return defaultObject(parent, top, road);
        break;
      case 'BinaryExpression':
        return parent.operator === 'in' && key === 'right' ? testIn(parent, road) : other(top, road);
      case 'ExportDefaultDeclaration':
        return exportObject('default', top, road);
      case 'ExportSpecifier':
        return exportObject(exportedName(parent.exported), top, road);
      case 'TSExportAssignment':
        return exportObject('=', top, road);
      case 'ObjectProperty':
        if (key === 'value') return storeObject(parent, top, road);
        break;
      case 'JSXMemberExpression':
        return other(parent, road, parent.property.name);
      case 'ExpressionStatement':
      case 'UnaryExpression':
      case 'TemplateLiteral':
        return other(top, road);
      case 'ForInStatement':
        if (key === 'right') return escape(top, road, 'walked through, property by property,');
        break;
      case 'SpreadElement':
      case 'JSXSpreadAttribute':
        return escape(top, road, 'copied');
      case 'AssignmentExpression':
        return escape(top, road, 'assigned');
      case 'ReturnStatement':
      case 'ArrowFunctionExpression':
      case 'YieldExpression':
        return escape(top, road, 'returned');
      default:
        break;
    }
    return escape(top, road, 'passed on');
  }

  /** `window.swan = other`, `swan = other`: from then on the name stands for something else. */
  function replace(node: Node): Use {
    reached.replaced.push(spanOf(node));
    return keep('*', node, { code: 'alias-reassigned', details: { name: 'swan' } });
  }

  function useMember(member: Node, object: Node, road: Road): Use {
    const name = findMember(member, names);
    if (road.of === 'module') return useExport(member, name, road);
    if (road.of === 'host') return { kind: 'other', at: spanOf(member) };
    if (name === undefined) return dynamic(member, road);
    if (isApiName(name)) return followApi(member, name, road, object);
    const parent = tree.parent(climbWrappers(tree, member));
    const call = parent && isCallOf(parent, climbWrappers(tree, member)) ? parent : undefined;
    if (name === 'after' && call) return hook(call, road);
    if ((name === 'canIUse' || name === 'hasOwnProperty') && call) {
      const first = call.arguments[0];
      const known = first && findConstant(first, names)?.value;
      const api = typeof known === 'string' ? known.split('.')[0] : undefined;
      if (api !== undefined && isApiName(api)) {
        const kind = name === 'canIUse' ? 'canIUse' : 'in';
        return guard({ kind, node: call, api, present: true });
      }
    }
    return other(member, road, name);
  }

  function useExport(member: Node, name: string | undefined, road: Road): Use {
    const path = `${road.prefix ?? ''}${name ?? ''}`;
    const stands = name === undefined ? undefined : road.module?.exports.get(path);
    const next: Road = { ...road, through: 'import' };
    if (stands === 'swan') return followObject(member, { through: 'import', of: 'swan' });
    if (stands !== undefined) return followApi(member, stands, next);
    if (name !== undefined && hasExportsBelow(road.module, path)) {
      return followObject(member, { ...next, prefix: `${path}.` });
    }
    return { kind: 'other', at: spanOf(member) };
  }

  function hasExportsBelow(module: ModuleFacts | undefined, path: string): boolean {
    return [...(module?.exports.keys() ?? [])].some((key) => key.startsWith(`${path}.`));
  }

  function dynamic(member: Node, road: Road): Use {
    const top = climbWrappers(tree, member);
    if (isWritten(tree, top)) {
      reached.assigned.add('*');
      return keep('*', member, { code: 'api-assigned', details: { api: '*' } });
    }
    const parent = tree.parent(top);
    const place = parent && isCallOf(parent, top) ? parent : member;
    const { property } = member as Node & { property: Node };
    return keep('*', place, road.taint ?? { code: 'dynamic-name', details: { name: textOf(property) } });
  }

  function hook(call: AnyCall, road: Road): Use {
    const hooks = call.arguments[0] && unwrap(call.arguments[0]);
    const apis =
      hooks?.type === 'ObjectExpression'
        ? hooks.properties.map((property) => (property.type === 'SpreadElement' ? undefined : findKey(property, names)))
        : [undefined];
    for (const api of apis) {
      if (api === undefined) reached.hooked.add('*');
      else if (isApiName(api)) reached.hooked.add(api);
    }
    // Hooks on other APIs than the network's are none of our business.
    if (reached.hooked.size === 0) return other(call.callee, road, 'after');
    return keep('*', call, road.taint ?? { code: 'swan-after', details: {} });
  }

  function testIn(node: Node & { type: 'BinaryExpression' }, road: Road): Use {
    const known = findConstant(node.left, names)?.value;
    if (typeof known === 'string' && isApiName(known) && road.of === 'swan') {
      return guard({ kind: 'in', node, api: known, present: true });
    }
    return other(node, road, typeof known === 'string' ? known : undefined);
  }

  function passObject(call: AnyCall, argument: Node, index: number, road: Road): Use {
    if (road.of !== 'swan') return passHost(call, argument, index, road);
    const callee = unwrap(call.callee);
    const called = calledOnTheSpot(call, index);
    if (called) return bindParameter(call, argument, called.fn, called.index, road);
    const name = findMember(callee, names);
    const receiver =
      callee.type === 'MemberExpression' || callee.type === 'OptionalMemberExpression' ? callee.object : undefined;
    if (receiver && index === 0 && (name === 'call' || name === 'apply' || name === 'bind')) {
      if (isMethod(receiver)) return { kind: 'receiver', at: spanOf(argument) };
    }
    const owner = receiver && unwrap(receiver);
    if (owner?.type === 'Identifier' && names.isFree(owner)) {
      const use = passToGlobal(owner.name, name ?? '', call, argument, index, road);
      if (use) return use;
    }
    return escape(argument, road, `passed to ${textOf(callee)}`);
  }

  /** `swan.request` or a name taken out of swan: what `.call(swan)` on it hands over is swan's own. */
  function isMethod(node: Node): boolean {
    const inner = unwrap(node);
    if (inner.type === 'MemberExpression' || inner.type === 'OptionalMemberExpression') return true;
    const declaration = inner.type === 'Identifier' ? names.bindingOf(inner)?.declarations[0] : undefined;
    return declaration?.node.type === 'VariableDeclarator';
  }

  function passToGlobal(
    owner: string,
    method: string,
    call: AnyCall,
    argument: Node,
    index: number,
    road: Road,
  ): Use | undefined {
    if (owner === 'console' || (owner === 'Object' && /^(?:keys|is|freeze|isFrozen|getPrototypeOf)$/.test(method))) {
      return other(argument, road);
    }
    if (index !== 0 || (owner !== 'Object' && owner !== 'Reflect')) return undefined;
    const second = call.arguments[1];
    if (method === 'defineProperty' || (owner === 'Reflect' && method === 'set')) {
      const known = second && findConstant(second, names);
      if (typeof known?.value === 'string' && !isApiName(known.value)) return other(argument, road, known.value);
      return assign(call, known && isApiName(String(known.value)) ? (known.value as ApiName) : '*');
    }
    if (method === 'assign' || method === 'defineProperties') {
      const source = second && unwrap(second);
      const isSeen = source?.type === 'ObjectExpression' && call.arguments.length === 2;
      const keys = isSeen
        ? source.properties.map((property) =>
            property.type === 'SpreadElement' ? undefined : findKey(property, names),
          )
        : [undefined];
      const taken = keys.filter((key) => key === undefined || isApiName(key));
      if (taken.length === 0) return other(argument, road, keys[0]);
      for (const key of taken.slice(1)) reached.assigned.add(key !== undefined && isApiName(key) ? key : '*');
      const [first] = taken;
      return assign(call, first !== undefined && isApiName(first) ? first : '*');
    }
    return undefined;
  }

  function assign(node: Node, api: ApiName | '*'): Use {
    reached.assigned.add(api);
    return keep(api, node, { code: 'api-assigned', details: { api } });
  }

  /** `(function (s) { … })(window)` hands over the host; what is taken out of it is looked at when it is swan. */
  function passHost(call: AnyCall, argument: Node, index: number, road: Road): Use {
    const called = calledOnTheSpot(call, index);
    if (called && road.of === 'module') return bindParameter(call, argument, called.fn, called.index, road);
    return { kind: 'other', at: spanOf(argument) };
  }

  interface Called {
    readonly fn: Node & { readonly params: readonly Node[] };
    readonly index: number;
  }

  /** The function that stands as the callee, and which of its parameters takes the argument. */
  function calledOnTheSpot(call: AnyCall, index: number): Called | undefined {
    if (call.arguments.slice(0, index).some((argument) => argument.type === 'SpreadElement')) return undefined;
    const callee = unwrap(call.callee);
    const direct = literalFunction(callee);
    if (direct) return { fn: direct, index };
    if (callee.type !== 'MemberExpression' || findMember(callee, names) !== 'call' || index === 0) return undefined;
    const fn = literalFunction(unwrap(callee.object));
    return fn && { fn, index: index - 1 };
  }

  function literalFunction(node: Node): (Node & { readonly params: readonly Node[] }) | undefined {
    if (node.type === 'ArrowFunctionExpression') return node;
    if (node.type !== 'FunctionExpression') return undefined;
    // A name of its own would let it be called again with something else.
    if (node.id && names.bindingOf(node.id)?.reads.length !== 0) return undefined;
    return node;
  }

  // Names

  function draftOf(
    kind: AliasDeclaration['kind'],
    of: AliasDeclaration['of'],
    source: Node,
    declarator: Node,
    isAssignment: boolean,
  ): Draft {
    const declaration = statementOf(declarator);
    return {
      kind,
      of,
      source: spanOf(source),
      declaration: spanOf(declaration),
      declarator: spanOf(declarator),
      isAlone: isAloneIn(declaration, declarator),
      isAssignment,
      names: [],
      references: [],
      isExported: false,
      isNetworkOnly: true,
    };
  }

  function statementOf(node: Node): Node {
    const parent = tree.parent(node);
    if (node.type === 'VariableDeclarator' && parent) {
      const outer = tree.parent(parent);
      return outer?.type === 'ExportNamedDeclaration' ? outer : parent;
    }
    if (node.type === 'AssignmentExpression') {
      const top = climbWrappers(tree, node);
      const above = tree.parent(top);
      return above?.type === 'ExpressionStatement' ? above : node;
    }
    if (node.type.startsWith('Import') && parent) return parent;
    return node;
  }

  function isAloneIn(statement: Node, declarator: Node): boolean {
    const inner = statement.type === 'ExportNamedDeclaration' ? statement.declaration : statement;
    if (inner?.type === 'VariableDeclaration') {
      const link = tree.link(inner);
      return inner.declarations.length === 1 && link?.key !== 'init' && link?.key !== 'left';
    }
    if (inner?.type === 'ExpressionStatement') return unwrap(inner.expression) === declarator;
    return inner?.type === 'ImportDeclaration' && inner.specifiers.length === 1;
  }

  function declareObject(declarator: Node & { type: 'VariableDeclarator' }, source: Node, road: Road): Use {
    const { id } = declarator;
    const kind = id.type === 'ObjectPattern' ? 'destructured' : 'object';
    const draft = draftOf(kind, road.of, source, declarator, false);
    if (tree.parent(tree.parent(declarator) ?? declarator)?.type === 'ExportNamedDeclaration') draft.isExported = true;
    return bindTarget(draft, id, source, road);
  }

  function assignObject(assignment: Node & { type: 'AssignmentExpression' }, source: Node, road: Road): Use {
    const left = unwrap(assignment.left);
    if (left.type === 'MemberExpression' || left.type === 'OptionalMemberExpression') {
      const name = exportedBy(left);
      if (name !== undefined) return exportObject(name, source, road);
      return escape(source, road, `stored in ${textOf(left)}`);
    }
    if (left.type === 'Identifier' && !names.bindingOf(left)) {
      return escape(source, road, `stored in the global ${left.name}`);
    }
    const kind = left.type === 'ObjectPattern' ? 'destructured' : 'object';
    return bindTarget(draftOf(kind, road.of, source, assignment, true), left, source, road);
  }

  function bindTarget(draft: Draft, target: Node, source: Node, road: Road): Use {
    const at = spanOf(source);
    if (target.type === 'Identifier') {
      if (road.of === 'host') return { kind: 'other', at };
      if (road.of === 'module') {
        bindModule(draft, target, target, road);
        return { kind: 'alias', at };
      }
      if (draft.isExported) exportObject(target.name, source, road);
      bindName(draft, target, target, { stands: 'swan', hasDefault: false }, road);
      draft.isNetworkOnly = false;
    } else if (target.type === 'ObjectPattern') {
      takeApart(draft, target, road);
    } else {
      return escape(source, road, 'taken apart');
    }
    reached.aliases.push(finish(draft));
    return { kind: 'alias', at };
  }

  function finish(draft: Draft): AliasDeclaration {
    return { ...draft, isExported: draft.isExported || draft.references.some(({ use }) => use.kind === 'export') };
  }

  function defaultObject(pattern: Node & { type: 'AssignmentPattern' }, source: Node, road: Road): Use {
    const taint: Reason = { code: 'mixed-host', details: { text: textOf(pattern) } };
    const draft = draftOf('argument', road.of, source, pattern, false);
    return bindTarget(draft, pattern.left, source, { ...road, taint: road.taint ?? taint });
  }

  function bindParameter(call: AnyCall, argument: Node, fn: Called['fn'], index: number, road: Road): Use {
    const param = fn.params[index];
    if (!param) return other(argument, road);
    const target = param.type === 'AssignmentPattern' ? param.left : param;
    const kind = target.type === 'ObjectPattern' ? 'destructured' : 'argument';
    const draft = { ...draftOf(kind, road.of, argument, param, false), declaration: spanOf(call), isAlone: false };
    return bindTarget(draft, target, argument, road);
  }

  function takeApart(draft: Draft, pattern: Node & { type: 'ObjectPattern' }, road: Road): void {
    for (const property of pattern.properties) {
      if (property.type === 'RestElement') {
        draft.isNetworkOnly = false;
        if (road.of === 'swan') escape(property, road, 'copied with a rest pattern');
        continue;
      }
      const member = findKey(property, names);
      const hasDefault = property.value.type === 'AssignmentPattern';
      const target = property.value.type === 'AssignmentPattern' ? property.value.left : property.value;
      if (member === undefined) {
        draft.isNetworkOnly = false;
        const reason: Reason = { code: 'dynamic-name', details: { name: textOf(property.key) } };
        if (road.of === 'swan') keep('*', property, road.taint ?? reason);
        continue;
      }
      const stands = standsFor(member, road);
      if (stands === 'swan') {
        const next: Road = { through: road.of === 'module' ? 'import' : 'alias', of: 'swan', ...taintOf(road) };
        if (target.type === 'ObjectPattern') takeApart(draft, target, next);
        else {
          draft.isNetworkOnly = false;
          bindName(draft, target, property, { stands, member, hasDefault }, next);
        }
      } else if (stands === 'other' && road.of === 'module') {
        draft.isNetworkOnly = false;
        const path = `${road.prefix ?? ''}${member}`;
        if (!hasExportsBelow(road.module, path)) continue;
        const below: Road = { ...road, prefix: `${path}.` };
        if (target.type === 'ObjectPattern') takeApart(draft, target, below);
        else bindModule(draft, target, property, below);
      } else if (stands === 'other' || target.type !== 'Identifier') {
        draft.isNetworkOnly = false;
        if (target.type === 'Identifier')
          bindName(draft, target, property, { stands: 'other', member, hasDefault }, road);
        if (road.of === 'swan') other(property, road, member);
      } else {
        bindName(draft, target, property, { stands, member, hasDefault }, road);
      }
    }
  }

  function taintOf(road: Road): { readonly taint?: Reason } {
    return road.taint ? { taint: road.taint } : {};
  }

  function standsFor(member: string, road: Road): 'swan' | ApiName | 'other' {
    if (road.of === 'host') return member === 'swan' ? 'swan' : 'other';
    if (road.of === 'module') return road.module?.exports.get(`${road.prefix ?? ''}${member}`) ?? 'other';
    return isApiName(member) ? member : 'other';
  }

  interface Meaning {
    readonly stands: 'swan' | ApiName | 'other';
    readonly member?: string;
    readonly hasDefault: boolean;
  }

  function bindName(draft: Draft, id: Node, property: Node, meaning: Meaning, road: Road): void {
    if (id.type !== 'Identifier') return;
    const { stands } = meaning;
    const at = { start: startOf(id), end: startOf(id) + id.name.length };
    draft.names.push({ name: id.name, at, property: spanOf(property), ...meaning });
    if (draft.isExported && property !== id && stands !== 'other') {
      if (stands === 'swan') exportObject(id.name, property, road);
      else reached.exports.push({ name: id.name, stands, at: spanOf(property) });
    }
    const binding = names.bindingOf(id);
    if (!binding || stands === 'other' || visited.get(binding)?.has(stands)) return;
    visited.set(binding, (visited.get(binding) ?? new Set()).add(stands));
    const isOnce = isAssignedOnce(binding, draft.isAssignment);
    const reassigned: Reason = { code: 'alias-reassigned', details: { name: id.name } };
    const taint = road.taint ?? (isOnce ? undefined : reassigned);
    for (const read of binding.reads) {
      const through: Through =
        road.through === 'import'
          ? 'import'
          : stands === 'swan'
            ? 'alias'
            : draft.kind === 'value'
              ? 'value'
              : 'destructured';
      const next: Road = {
        ...(road.module ? { module: road.module } : {}),
        through,
        of: 'swan',
        ...(taint ? { taint } : isEarly(read, id, binding, draft) ? { taint: reassigned } : {}),
      };
      const use = stands === 'swan' ? followObject(read, next) : followApi(read, stands, next);
      draft.references.push({ name: id.name, at: spanOf(read), use });
    }
  }

  /** A `var` that is read above its assignment, in the same run of the same function, holds nothing yet. */
  function isEarly(read: Node, id: Node, binding: Binding, draft: Draft): boolean {
    const isVar = draft.isAssignment || binding.declarations.some(({ kind }) => kind === 'var');
    if (!isVar || startOf(read) >= startOf(id)) return false;
    const home = functionAround(id);
    for (let fn = functionAround(read); fn !== home; fn = functionAround(fn)) {
      if (!fn || !isCalledOnTheSpot(fn)) return false;
    }
    return true;
  }

  function functionAround(node: Node): Node | undefined {
    for (let above = tree.parent(node); above; above = tree.parent(above)) {
      if (isFunction(above)) return above;
    }
    return undefined;
  }

  function isCalledOnTheSpot(fn: Node): boolean {
    const top = climbWrappers(tree, fn);
    const parent = tree.parent(top);
    if (!parent) return false;
    if (isCallOf(parent, top)) return true;
    const method = findMember(parent, names);
    const call = tree.parent(parent);
    return (method === 'call' || method === 'apply') && call !== undefined && isCallOf(call, parent);
  }

  /** A name for a whole module: what is taken out of it is looked up in what the module exports. */
  function bindModule(draft: Draft, id: Node, property: Node, road: Road): void {
    if (id.type !== 'Identifier') return;
    const at = { start: startOf(id), end: startOf(id) + id.name.length };
    draft.names.push({ name: id.name, at, property: spanOf(property), stands: 'other', hasDefault: false });
    const binding = names.bindingOf(id);
    if (!binding || !isAssignedOnce(binding, draft.isAssignment)) return;
    for (const read of binding.reads) followObject(read, road);
  }

  /** Bound by one declaration with this value, or declared empty and assigned here alone. */
  function isAssignedOnce(binding: Binding, isAssignment: boolean): boolean {
    if (binding.writes.length !== (isAssignment ? 1 : 0)) return false;
    const filled = binding.declarations.filter(({ kind, node }) => {
      if (node.type !== 'VariableDeclarator') return true;
      const list = tree.link(tree.parent(node) ?? node);
      if (list?.key === 'left') return true;
      if (!node.init) return false;
      return !(isAssignment && kind !== 'const' && isNothing(node.init, names));
    });
    return filled.length === (isAssignment ? 0 : 1);
  }

  function bindImport(id: Node, specifier: Node, stands: 'swan' | ApiName): void {
    const draft = draftOf('import', 'module', specifier, specifier, false);
    const imported = specifier.type === 'ImportSpecifier' ? exportedName(specifier.imported) : 'default';
    draft.isNetworkOnly = stands !== 'swan';
    bindName(
      draft,
      id,
      specifier,
      { stands, member: imported, hasDefault: false },
      { through: 'import', of: 'module' },
    );
    reached.aliases.push(finish(draft));
  }

  // Exports

  function exportObject(name: string, node: Node, road: Road): Use {
    if (road.of === 'module') handOn(name, node, road);
    if (road.of !== 'swan') return { kind: 'export', at: spanOf(node) };
    if (road.taint) return escape(node, road, 'exported');
    reached.exports.push({ name, stands: 'swan', at: spanOf(node) });
    // Importers are followed where they are known; the export itself would still name swan.
    escape(node, road, 'exported');
    return { kind: 'export', at: spanOf(node) };
  }

  /** `module.exports = require('./host')`: what the other module exports, this one does too. */
  function handOn(name: string, node: Node, road: Road): void {
    const prefix = road.prefix ?? '';
    for (const [key, stands] of road.module?.exports ?? []) {
      if (!key.startsWith(prefix)) continue;
      const rest = key.slice(prefix.length);
      reached.exports.push({ name: name === '=' ? rest : `${name}.${rest}`, stands, at: spanOf(node) });
    }
  }

  function storeObject(property: Node & { type: 'ObjectProperty' }, node: Node, road: Road): Use {
    const name = exportedProperty(property);
    if (name !== undefined) return exportObject(name, node, road);
    return escape(node, road, `stored in ${textOf(property.key)}`);
  }

  /** The export that a property of `module.exports = { … }` or `export default { … }` makes. */
  function exportedProperty(property: Node): string | undefined {
    if (property.type !== 'ObjectProperty') return undefined;
    const key = findKey(property, names);
    const object = tree.parent(property);
    if (key === undefined || object?.type !== 'ObjectExpression') return undefined;
    const top = climbWrappers(tree, object);
    const parent = tree.parent(top);
    if (parent?.type === 'ExportDefaultDeclaration') return `default.${key}`;
    if (parent?.type === 'TSExportAssignment') return key;
    if (parent?.type !== 'AssignmentExpression' || parent.right !== top) return undefined;
    const target = exportedBy(parent.left);
    if (target === undefined) return undefined;
    return target === '=' ? key : `${target}.${key}`;
  }

  /** `module.exports`, `module.exports.x`, `exports.x`. */
  function exportedBy(target: Node): string | undefined {
    const left = unwrap(target);
    if (left.type !== 'MemberExpression') return undefined;
    const name = findMember(left, names);
    const object = unwrap(left.object);
    if (name === undefined) return undefined;
    if (object.type === 'Identifier' && names.isFree(object)) {
      if (object.name === 'module' && name === 'exports') return '=';
      return object.name === 'exports' ? name : undefined;
    }
    return exportedBy(object) === '=' ? name : undefined;
  }

  function exportedName(node: Node): string {
    if (node.type === 'Identifier') return node.name;
    return node.type === 'StringLiteral' ? node.value : '';
  }

  // The APIs

  function followApi(node: Node, api: ApiName, road: Road, object?: Node): Use {
    const top = climbWrappers(tree, node);
    const link = tree.link(top);
    if (!link) return { kind: 'other', at: spanOf(top) };
    const { parent, key } = link;
    const seen: Road = road.taint ? road : { ...road, through: road.through };
    if (isCallOf(parent, top)) {
      if (seen.taint) return keep(api, parent, seen.taint);
      const at = spanOf(parent);
      reached.calls.push({ api, through: road.through, at, node: parent, callee: top, ...(object ? { object } : {}) });
      return { kind: 'call', api, at };
    }
    if (isWritten(tree, top)) {
      // A name that was taken out of swan is the program's own to write to.
      return object ? assign(node, api) : { kind: 'other', at: spanOf(node) };
    }
    const test = findTest(tree, names, top);
    if (test) return guard({ ...test, api });
    if (parent.type === 'LogicalExpression' && key === 'left' && parent.operator === '&&') {
      return guard({ kind: 'test', node: top, api, present: true });
    }
    if (parent.type === 'ExportSpecifier') {
      reached.exports.push({ name: exportedName(parent.exported), stands: api, at: spanOf(node) });
      return { kind: 'export', at: spanOf(node) };
    }
    if (parent.type === 'VariableDeclarator' && key === 'init' && parent.id.type === 'Identifier') {
      const use = declareApi(parent, parent.id, top, node, api, road, false);
      if (use) return use;
    }
    if (parent.type === 'AssignmentExpression' && key === 'right' && parent.operator === '=') {
      const left = unwrap(parent.left);
      if (left.type === 'Identifier' && isValueUnused(parent)) {
        const use = declareApi(parent, left, top, node, api, road, true);
        if (use) return use;
      }
    }
    recordExport(top, parent, api);
    return passApi(node, top, parent, api, road);
  }

  function recordExport(top: Node, parent: Node, api: ApiName): void {
    const name =
      parent.type === 'ExportDefaultDeclaration'
        ? 'default'
        : parent.type === 'AssignmentExpression' && parent.right === top
          ? exportedBy(parent.left)
          : exportedProperty(parent);
    if (name !== undefined) reached.exports.push({ name, stands: api, at: spanOf(top) });
  }

  function passApi(node: Node, top: Node, parent: Node, api: ApiName, road: Road): Use {
    if (road.taint) return keep(api, node, road.taint);
    const at = spanOf(node);
    const receiver = receiverOf(top, parent);
    const isShorthand = parent.type === 'ObjectProperty' && parent.shorthand;
    const member = memberOf(top, parent);
    reached.values.push({
      api,
      through: road.through,
      at,
      ...(receiver ? { receiver: spanOf(receiver) } : {}),
      ...(isShorthand ? { isShorthand } : {}),
      ...(member === undefined || member in Function.prototype ? {} : { member }),
      node,
    });
    return { kind: 'value', api, at };
  }

  /** swan as the first argument of `.bind`, `.call` or `.apply` on the API. */
  function receiverOf(top: Node, parent: Node): Node | undefined {
    const name = memberOf(top, parent);
    if (name !== 'bind' && name !== 'call' && name !== 'apply') return undefined;
    const method = climbWrappers(tree, parent);
    const call = tree.parent(method);
    if (!call || !isCallOf(call, method)) return undefined;
    const first = call.arguments[0];
    return first && isObjectOfApi(unwrap(first), top) ? first : undefined;
  }

  /** The name that `parent` reads off `top`. */
  function memberOf(top: Node, parent: Node): string | undefined {
    if (parent.type !== 'MemberExpression' && parent.type !== 'OptionalMemberExpression') return undefined;
    return parent.object === top ? findMember(parent, names) : undefined;
  }

  function isObjectOfApi(node: Node, api: Node): boolean {
    if (isSwan(node)) return true;
    const inner = unwrap(api);
    if (inner.type !== 'MemberExpression' && inner.type !== 'OptionalMemberExpression') return false;
    const object = unwrap(inner.object);
    return (
      object.type === 'Identifier' &&
      node.type === 'Identifier' &&
      object.name === node.name &&
      names.bindingOf(object) === names.bindingOf(node)
    );
  }

  /**
   * `const r = swan.request`: the calls of `r` are sites when it is only called and tested.
   * Otherwise the initialiser is a value like any other, and what is done with the name stays the program's.
   */
  function declareApi(
    declarator: Node,
    id: Node & { type: 'Identifier' },
    source: Node,
    node: Node,
    api: ApiName,
    road: Road,
    isAssignment: boolean,
  ): Use | undefined {
    const binding = names.bindingOf(id);
    if (!binding || visited.has(binding) || road.taint || !isAssignedOnce(binding, isAssignment)) return undefined;
    const declaration = statementOf(declarator);
    if (declaration.type === 'ExportNamedDeclaration') {
      reached.exports.push({ name: id.name, stands: api, at: spanOf(node) });
      return undefined;
    }
    const before = lengths();
    const isImport = road.through === 'import';
    const draft = draftOf(isImport ? 'import' : 'value', isImport ? 'module' : api, source, declarator, isAssignment);
    const through: Through = isImport ? 'import' : 'value';
    bindName(draft, id, id, { stands: api, hasDefault: false }, { ...road, through });
    if (binding.reads.length > 0 && draft.references.every(({ use }) => use.kind === 'call' || use.kind === 'guard')) {
      reached.aliases.push(draft);
      return { kind: 'alias', at: spanOf(node) };
    }
    restore(before);
    return undefined;
  }

  function lengths(): number[] {
    return lists().map((list) => list.length);
  }

  function restore(to: readonly number[]): void {
    for (const [at, list] of lists().entries()) list.length = to[at] ?? list.length;
  }

  function lists(): unknown[][] {
    const { calls, values, kept, guards, aliases, exports, others } = reached;
    return [calls, values, kept, guards, aliases, exports, others];
  }

  function isCallOf(parent: Node, callee: Node): parent is AnyCall {
    return (parent.type === 'CallExpression' || parent.type === 'OptionalCallExpression') && parent.callee === callee;
  }
}
