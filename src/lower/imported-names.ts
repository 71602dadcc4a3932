// In: edits that name exports of the shim by stand-ins. Out: the same edits with the names that the file gives them, and
// what it has to import. Names are given last: only then is it known where each is written, and which are written at all.
// Knows nothing of how an import is written.

import { taskNames } from '../apis.ts';
import type { NewNames } from './new-names.ts';
import type { ImportedName } from './print.ts';
import type { Edit, Span } from '../text/text.ts';

export interface Naming {
  /** Sorted by the name in the shim. */
  readonly imported: readonly ImportedName[];
  /** The edit with names in place of its stand-ins. */
  readonly spell: (edit: Edit) => Edit;
}

/** No source text of ours holds a NUL: constants are printed with escapes. */
const standIns = /\0([\w$]+)(?:=([^\0]*))?\0/g;

/** What stands for an export of the shim until it is named; with a key it is a property of an object, `key: name` or `key`. */
export function standInFor(name: string, key?: string): string {
  return key === undefined ? `\0${name}\0` : `\0${name}=${key}\0`;
}

/** @param freed names at the places where the file declares them, which the edits take away with every use */
export function nameImports(edits: readonly Edit[], names: NewNames, freed: readonly Span[]): Naming {
  const places = new Map<string, Span[]>();
  for (const { at, text } of edits) {
    for (const part of text) {
      if (typeof part !== 'string') continue;
      for (const [, name = ''] of part.matchAll(standIns)) places.set(name, [...(places.get(name) ?? []), at]);
    }
  }
  const locals = new Map<string, string>();
  for (const [name, spans] of places) {
    const other = `swan${name.charAt(0).toUpperCase()}${name.slice(1)}`;
    locals.set(name, names.claim({ places: spans, freed }, name, other));
  }
  const isType = (name: string): boolean => (taskNames as readonly string[]).includes(name);
  return {
    imported: [...locals]
      .map(([name, local]) => ({ name, local, typeOnly: isType(name) }))
      .sort((a, b) => (a.name < b.name ? -1 : 1)),
    spell: ({ at, text }) => ({
      at,
      text: text.map((part) =>
        typeof part === 'string'
          ? part.replace(standIns, (_, name: string, key?: string) => spelled(locals.get(name) ?? name, key))
          : part,
      ),
    }),
  };
}

function spelled(local: string, key: string | undefined): string {
  return key === undefined || key === local ? local : `${key}: ${local}`;
}
