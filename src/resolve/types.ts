// In: the places where swan stands in types, ambient declarations and comments. Out: what they are.
// Knows nothing of what runs.

import { isApiName, taskNames, type TaskName } from '../apis.ts';
import type { Span } from '../text/text.ts';
import type { Name } from '../syntax/bindings.ts';
import { spanOf } from '../syntax/positions.ts';
import type { SwanDeclaration, TypeReference } from './sites.ts';
import { endOf, startOf, type Node, type Tree } from '../syntax/tree.ts';

/** `swan.RequestTask` and the like, where no binding of the file takes the namespace's place. */
export function findTypes(tree: Tree, swan: Name): TypeReference[] {
  const hiding = swan.bindings.filter(({ declarations }) =>
    declarations.some(({ kind }) => kind === 'import' || kind === 'namespace' || kind === 'class' || kind === 'enum'),
  );
  const isImported = swan.ambient.some((node) => tree.parent(node)?.type.startsWith('Import') === true);
  if (isImported) return [];
  return swan.types
    .filter((node) => !hiding.some(({ scope }) => startOf(scope) <= startOf(node) && endOf(node) <= endOf(scope)))
    .map((node) => typeReference(tree, node));
}

function typeReference(tree: Tree, node: Node): TypeReference {
  const members: string[] = [];
  let top = node;
  for (let parent = tree.parent(top); parent; parent = tree.parent(top)) {
    if (parent.type === 'TSQualifiedName' && parent.left === top) members.push(parent.right.name);
    else if (parent.type === 'QualifiedTypeIdentifier' && parent.qualification === top) members.push(parent.id.name);
    else break;
    top = parent;
  }
  const parent = tree.parent(top);
  const isTypeof = parent?.type === 'TSTypeQuery' || parent?.type === 'TypeofTypeAnnotation';
  const at = spanOf(isTypeof ? parent : top);
  const name = members.join('.');
  const [first] = members;
  if (isTypeof) return { name, at, isTypeof, ...(first !== undefined && isApiName(first) ? { api: first } : {}) };
  const task = taskNames.find((known): known is TaskName => known === name);
  return { name, at, isTypeof, ...(task ? { task } : {}) };
}

/** `declare const swan`, `declare namespace swan`, `import type swan`, and linters' `global swan` comments. */
export function findDeclarations(tree: Tree, swan: Name, comments: readonly Span[]): SwanDeclaration[] {
  const found: SwanDeclaration[] = [];
  for (const node of swan.ambient) {
    let statement = node;
    let kind: SwanDeclaration['kind'] = 'ambient';
    for (let above = tree.parent(node); above && above.type !== 'Program'; above = tree.parent(above)) {
      if (above.type === 'ImportDeclaration' || above.type === 'TSImportEqualsDeclaration') kind = 'type-import';
      // A declaration inside `declare global { … }` is named by its own statement, not by the whole block.
      if (/Statement$|Declaration$|^Declare|^TSDeclareFunction$/.test(above.type)) {
        statement = above;
        break;
      }
      statement = above;
    }
    found.push({ kind, at: spanOf(statement) });
  }
  for (const at of comments) {
    if (globalsIn(tree.text.slice(at.start, at.end)).includes('swan')) found.push({ kind: 'global-comment', at });
  }
  return found.sort((a, b) => a.at.start - b.at.start);
}

/** Every name that the file's comments declare to linters as a global. */
export function findGlobals(text: string, comments: readonly Span[]): Set<string> {
  return new Set(comments.flatMap(({ start, end }) => globalsIn(text.slice(start, end))));
}

/** The names in `/* global swan, Page: writable *\/`. */
function globalsIn(comment: string): string[] {
  const list = /^\/\*\s*(?:eslint-)?globals?\s([^*]*)/.exec(comment)?.[1];
  return list === undefined ? [] : list.split(/[\s,]+/).map((item) => item.replace(/:.*/, ''));
}
