// In: a name. Out: what it is bound to in the file, who refers to each binding, and the references that are free.
// Looks only at the places where the name stands, so a scope costs nothing until a name in it is asked for.
// Knows nothing of swan.

import type { Constant } from './constant.ts';
import { analyseName } from './name-analysis.ts';
import type { Node, Tree } from './tree.ts';

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

export interface Bindings {
  of(name: string): Name;
  /** The binding that an identifier refers to or declares. */
  bindingOf(identifier: Node): Binding | undefined;
  /** False when a look at the text alone tells that nothing of that name has an initialiser. */
  mayBeInitialised(name: string): boolean;
  /** What the initialisers of constants were found to be worth, so that none is worked out twice. */
  readonly constants: Map<Node, { readonly value: Constant } | undefined>;
  parentOf(node: Node): Node | undefined;
  /** No binding of the file stands between the identifier and the global scope. */
  isFree(identifier: Node): boolean;
}

export function createBindings(tree: Tree, strict: boolean, declarationFile: boolean): Bindings {
  return new FileBindings(tree, strict, declarationFile);
}

class FileBindings implements Bindings {
  readonly constants = new Map<Node, { readonly value: Constant } | undefined>();
  readonly #known = new Map<string, Name>();
  readonly #owners = new Map<Node, Binding>();
  readonly #free = new Set<Node>();
  readonly #initialised = new Map<string, boolean>();
  readonly #tree: Tree;
  readonly #strict: boolean;
  readonly #declarationFile: boolean;

  constructor(tree: Tree, strict: boolean, declarationFile: boolean) {
    this.#tree = tree;
    this.#strict = strict;
    this.#declarationFile = declarationFile;
  }

  of(name: string): Name {
    let entry = this.#known.get(name);
    if (!entry) {
      const { owners, ...found } = analyseName(this.#tree, name, this.#strict, this.#declarationFile);
      for (const [node, binding] of owners) this.#owners.set(node, binding);
      for (const node of found.free) this.#free.add(node);
      entry = found;
      this.#known.set(name, entry);
    }
    return entry;
  }

  mayBeInitialised(name: string): boolean {
    let answer = this.#initialised.get(name);
    if (answer === undefined) {
      answer = this.#tree.mayBeInitialised(name);
      this.#initialised.set(name, answer);
    }
    return answer;
  }

  bindingOf(identifier: Node): Binding | undefined {
    const name = textOf(identifier);
    if (name !== undefined) this.of(name);
    return this.#owners.get(identifier);
  }

  parentOf(node: Node): Node | undefined {
    return this.#tree.parent(node);
  }

  isFree(identifier: Node): boolean {
    const name = textOf(identifier);
    return name !== undefined && this.of(name).free.length > 0 && this.#free.has(identifier);
  }
}

export function textOf(node: Node): string | undefined {
  return node.type === 'Identifier' || node.type === 'JSXIdentifier' ? node.name : undefined;
}
