// In: what the names of a file are bound to. Out: the same as spans, for whoever writes names into it.
// A name is looked at when it is first asked for. Knows nothing of what is written.

import type { Bindings } from '../syntax/bindings.ts';
import { spanOf } from '../syntax/positions.ts';
import type { Node } from '../syntax/tree.ts';
import type { Span } from '../text/text.ts';

export interface NamedBinding {
  /** Where it is visible; `file` for all of it. */
  readonly scope: Span | 'file';
  /** The names where it is declared. */
  readonly declared: readonly Span[];
}

export interface NameUses {
  readonly bindings: readonly NamedBinding[];
  /** Reads that no binding of the file answers. */
  readonly free: readonly Span[];
  /** Reads, writes, types and ambient declarations of what lies outside of the file; at 0 for a word of its template. */
  readonly unbound: readonly Span[];
  /** What declares it for the checker alone, such as `import type`. */
  readonly ambient: readonly Span[];
  /** Reads, writes and types that no binding answers, without what declares it. */
  readonly used: readonly Span[];
}

export interface FileNames {
  of(name: string): NameUses;
}

export function readNames(names: Bindings, templateWords: ReadonlySet<string>): FileNames {
  const known = new Map<string, NameUses>();
  return {
    of(name) {
      const found = known.get(name) ?? withTemplate(usesOf(names, name), templateWords.has(name));
      known.set(name, found);
      return found;
    },
  };
}

/** What a template means by a word is not seen, and a new name may not take it over. */
function withTemplate(uses: NameUses, isWord: boolean): NameUses {
  return isWord ? { ...uses, unbound: [...uses.unbound, { start: 0, end: 0 }] } : uses;
}

function usesOf(names: Bindings, name: string): NameUses {
  const { bindings, free, freeWrites, types, ambient } = names.of(name);
  const spans = (nodes: readonly Node[]): Span[] => nodes.map((node) => spanOf(node));
  const used = spans([...free, ...freeWrites, ...types]);
  return {
    bindings: bindings.map(({ scope, declarations }) => ({
      scope: scope.type === 'Program' ? 'file' : spanOf(scope),
      declared: declarations.map(({ id }) => spanOf(id)),
    })),
    free: spans(free),
    used,
    ambient: spans(ambient),
    unbound: [...used, ...spans(ambient)],
  };
}
