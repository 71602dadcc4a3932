// In: edits with names of the shim in them. Out: the same edits as text, with what the file calls each of these, and what it
// has to import. Names are given last: only then is it known where each is written, and which are written at all.
// Knows nothing of how an import is written.

import { taskNames } from '../apis.ts';
import type { NewNames } from './new-names.ts';
import type { ImportedName } from './print.ts';
import type { DraftEdit } from '../target.ts';
import { isSpan, type Edit, type Span } from '../text/text.ts';

export interface Naming {
  /** What is not imported yet, sorted by the name in the shim. */
  readonly imported: readonly ImportedName[];
  /** Every name of the shim that the edits write. */
  readonly used: readonly string[];
  readonly spell: (edit: DraftEdit) => Edit;
}

/**
 * @param freed names at the places where the file declares them, which the edits take away with every use
 * @param known what the file calls a name of the shim already, at a place
 */
export function nameImports(
  edits: readonly DraftEdit[],
  names: NewNames,
  freed: readonly Span[],
  known: (name: string, at: Span) => string | undefined,
): Naming {
  const used = new Set<string>();
  const places = new Map<string, Span[]>();
  for (const { at, text } of edits) {
    for (const part of text) {
      if (typeof part === 'string' || isSpan(part)) continue;
      const { shim: name } = part;
      used.add(name);
      if (known(name, at) === undefined) places.set(name, [...(places.get(name) ?? []), at]);
    }
  }
  const locals = new Map<string, string>();
  for (const [name, spans] of places) {
    const other = `swan${name.charAt(0).toUpperCase()}${name.slice(1)}`;
    locals.set(name, names.claim({ places: spans, freed }, name, other));
  }
  const isType = (name: string): boolean => (taskNames as readonly string[]).includes(name);
  const localAt = (name: string, at: Span): string => known(name, at) ?? locals.get(name) ?? name;
  return {
    imported: [...locals]
      .map(([name, local]) => ({ name, local, typeOnly: isType(name) }))
      .sort((a, b) => (a.name < b.name ? -1 : 1)),
    used: [...used],
    spell: ({ at, text }) => ({
      at,
      text: text.map((part) =>
        typeof part === 'string' || isSpan(part) ? part : spelled(localAt(part.shim, at), part.key),
      ),
    }),
  };
}

function spelled(local: string, key: string | undefined): string {
  return key === undefined || key === local ? local : `${key}: ${local}`;
}
