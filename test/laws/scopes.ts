// In: a parsed file. Out: for each name in it what it is bound to, and for `this`, `return`, `await` and the like the
// function that they belong to; everything by the offsets where it stands.
// Bindings are Babel's. Knows nothing of edits.

import traverse, { type NodePath } from '@babel/traverse';
import { isBinding, isReferenced, type Node } from '@babel/types';
import type { SourceUnit } from '../../src/syntax/parse.ts';

export interface Name {
  readonly name: string;
  /** Where the declaring identifier starts; nothing for a global. */
  readonly binding: number | undefined;
  /** It reads or writes a variable; otherwise it declares one. */
  readonly isReference: boolean;
}

export interface Scopes {
  readonly names: ReadonlyMap<number, Name>;
  /** By where the word stands: where the body of the function that it belongs to starts; -1 for the file. */
  readonly owners: ReadonlyMap<number, { readonly word: string; readonly body: number }>;
}

// The default export is the module itself or the function, as the loader has it.
const walk = 'default' in traverse ? traverse.default : traverse;

/** Nothing when Babel refuses the file's declarations. */
export function scopesOf(unit: SourceUnit): Scopes | undefined {
  const names = new Map<number, Name>();
  const owners = new Map<number, { word: string; body: number }>();
  try {
    walk(unit.ast, {
      enter(path) {
        const { node } = path;
        const at = node.start ?? 0;
        if (path.isIdentifier() || path.isJSXIdentifier()) {
          const isReference = path.isJSXIdentifier() || isReferenced(node, path.parent, path.parentPath?.parent);
          const isName = isReference || isBinding(node, path.parent, path.parentPath?.parent);
          const isMember =
            (path.parent.type === 'TSQualifiedName' && path.key === 'right') ||
            // A parameter of a type, as in `(result: any) => void`, is no variable.
            (path.parent.type === 'TSFunctionType' && path.listKey === 'parameters') ||
            // `import('./module.js').Name` names an export of that module.
            path.parent.type === 'TSImportType';
          if (path.node.name === 'const') return; // as const
          if (!isName || isMember) return;
          const { name } = path.node;
          names.set(at, { name, binding: path.scope.getBinding(name)?.identifier.start ?? undefined, isReference });
          if (name === 'arguments') owners.set(at, { word: name, body: ownerOf(path, false) });
        } else if (path.isThisExpression() || path.isSuper() || path.isMetaProperty()) {
          owners.set(at, { word: node.type, body: ownerOf(path, false) });
        } else if (path.isReturnStatement() || path.isAwaitExpression() || path.isYieldExpression()) {
          owners.set(at, { word: node.type, body: ownerOf(path, true) });
        }
      },
    });
  } catch (error) {
    if (!String(error).includes('Duplicate declaration')) throw error;
    return undefined;
  }
  return { names, owners };
}

function ownerOf(path: NodePath, isArrowCounted: boolean): number {
  for (let inner: NodePath = path, outer = path.parentPath; outer; inner = outer, outer = outer.parentPath) {
    if (outer.isFunction()) {
      // A computed key belongs to the outside.
      if (inner.key === 'key' || inner.listKey === 'decorators') continue;
      if (outer.isArrowFunctionExpression() && !isArrowCounted) continue;
      return bodyStart(outer.node.body);
    }
    if (outer.isStaticBlock()) return outer.node.start ?? 0;
    if (
      (outer.isClassProperty() || outer.isClassPrivateProperty() || outer.isClassAccessorProperty()) &&
      inner.key === 'value'
    ) {
      return inner.node.start ?? 0;
    }
  }
  return -1;
}

function bodyStart(body: Node): number {
  return body.start ?? 0;
}
