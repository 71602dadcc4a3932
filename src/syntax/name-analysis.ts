// In: a name and the tree of a file. Out: every binding of that name, with its reads and writes, and what is free.
// Declares first, as a name may be read above its declaration, and resolves then. Knows nothing of other names.

import type { Binding, BindingKind, Declaration, Name } from './bindings.ts';
import { roleOf, type Role } from './roles.ts';
import { isFunction, twinsOf } from './scopes.ts';
import { endOf, startOf, type Node, type Tree } from './tree.ts';

interface Draft extends Binding {
  readonly declarations: Declaration[];
  readonly reads: Node[];
  readonly writes: Node[];
}

type Binder = Role & { readonly role: 'bind' };

export interface AnalysedName extends Name {
  /** By every identifier that declares, reads or writes it, the binding. */
  readonly owners: ReadonlyMap<Node, Binding>;
}

export function analyseName(tree: Tree, name: string, strict: boolean, declarationFile: boolean): AnalysedName {
  const scopes = new Scopes(tree, name);
  const words = {
    read: [] as Node[],
    write: [] as Node[],
    type: [] as Node[],
    ambient: [] as Node[],
    key: [] as Node[],
  };
  const late: { readonly id: Node; readonly role: Binder }[] = [];
  for (const id of tree.occurrences(name)) {
    const own = roleOf(tree, id, strict);
    const role = declarationFile && id.type === 'Identifier' ? ambientRole(own) : own;
    if (role.role === 'label') continue;
    if (role.role !== 'bind') words[role.role].push(id);
    // A `var` or function of a parameter's name is that parameter, so parameters come first.
    else if (role.kind === 'var' || role.kind === 'function') late.push({ id, role });
    else scopes.declare(role.scope, role.kind, id, role.node);
  }
  for (const { id, role } of late) scopes.declareLate(id, role);
  const free: Node[] = [];
  const freeWrites: Node[] = [];
  for (const id of words.read) (scopes.own(id)?.reads ?? free).push(id);
  for (const id of words.write) (scopes.own(id)?.writes ?? freeWrites).push(id);
  return {
    bindings: scopes.bindings(),
    free,
    freeWrites,
    types: words.type,
    ambient: words.ambient,
    keys: words.key,
    owners: scopes.owners,
  };
}

/** In a file of declarations nothing is bound at run time. */
function ambientRole(role: Role): Role {
  if (role.role === 'bind') return { role: 'ambient' };
  return role.role === 'read' || role.role === 'write' ? { role: 'type' } : role;
}

/** The scopes that bind one name. */
class Scopes {
  readonly owners = new Map<Node, Binding>();
  readonly #byScope = new Map<Node, Draft>();
  readonly #tree: Tree;
  readonly #name: string;

  constructor(tree: Tree, name: string) {
    this.#tree = tree;
    this.#name = name;
  }

  bindings(): Draft[] {
    return [...this.#byScope.values()];
  }

  declare(scope: Node, kind: BindingKind, id: Node, node: Node): void {
    let binding = this.#byScope.get(scope);
    if (!binding) {
      binding = { name: this.#name, scope, declarations: [], reads: [], writes: [] };
      this.#byScope.set(scope, binding);
    }
    binding.declarations.push({ kind, id, node });
    if (!this.owners.has(id)) this.owners.set(id, binding);
  }

  /** A `var` or a function, once the parameters are known. */
  declareLate(id: Node, { kind, scope, node, hoisted }: Binder): void {
    // In a `catch (a)`, the value of `var a = 1` goes to the parameter.
    const clause = kind === 'var' ? this.#findCatch(id, scope) : undefined;
    if (clause) this.declare(clause, kind, id, node);
    this.declare(this.#mergedScope(scope), kind, id, node);
    if (hoisted && this.#isHoistable(scope, hoisted)) this.declare(this.#mergedScope(hoisted), kind, id, node);
  }

  /** The binding that an identifier means, which is its owner from then on. */
  own(id: Node): Draft | undefined {
    const binding = this.#findBinding(id);
    if (binding) this.owners.set(id, binding);
    return binding;
  }

  #findBinding(id: Node): Draft | undefined {
    if (this.#byScope.size === 0) return undefined;
    for (let node: Node | undefined = id; node; node = this.#tree.parent(node)) {
      const binding = this.#byScope.get(node);
      if (binding && isVisible(node, id)) return binding;
      const [twin] = twinsOf(this.#tree, node, this.#byScope.keys());
      const shared = twin && this.#byScope.get(twin);
      if (shared && isShared(this.#tree, shared)) return shared;
    }
    return undefined;
  }

  #findCatch(id: Node, scope: Node): Node | undefined {
    for (let node = this.#tree.parent(id); node && node !== scope; node = this.#tree.parent(node)) {
      if (node.type === 'CatchClause' && this.#byScope.has(node)) return node;
    }
    return undefined;
  }

  #mergedScope(scope: Node): Node {
    const parent = this.#tree.parent(scope);
    if (!parent || !isFunction(parent) || parent.body !== scope) return scope;
    const isParam = this.#byScope.get(parent)?.declarations.some(({ kind }) => kind === 'param');
    return isParam ? parent : scope;
  }

  /** Annex B: the function's name leaves its block only where no `let` of that name stands in between. */
  #isHoistable(from: Node, to: Node): boolean {
    for (let node = this.#tree.parent(from); node && node !== to; node = this.#tree.parent(node)) {
      const binding = this.#byScope.get(node);
      if (binding?.declarations.some(({ kind }) => kind !== 'function' && kind !== 'var' && kind !== 'catch')) {
        return false;
      }
    }
    const outer = this.#byScope.get(to);
    return !outer?.declarations.some(({ kind }) => kind === 'let' || kind === 'const' || kind === 'class');
  }
}

/** What stands in front of a switch's cases or in a function's decorators and key lies outside of its scope. */
function isVisible(scope: Node, id: Node): boolean {
  if (scope.type === 'SwitchStatement') return startOf(id) >= endOf(scope.discriminant);
  if (scope.type === 'ObjectMethod' || scope.type === 'ClassMethod') {
    return !(scope.computed && startOf(id) < endOf(scope.key));
  }
  return true;
}

/** The other blocks of a namespace see what one of them exports; the parts of an enum see each other's members. */
function isShared(tree: Tree, { declarations, scope }: Draft): boolean {
  if (scope.type === 'TSEnumDeclaration') return true;
  return declarations.some(({ node }) => {
    const statement = node.type === 'VariableDeclarator' ? tree.parent(node) : node;
    return statement !== undefined && tree.parent(statement)?.type === 'ExportNamedDeclaration';
  });
}
