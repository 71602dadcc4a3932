// In: the tests for swan in a file. Out: edits that keep each of them true where its network code now runs, and notes
// where that is not for us to decide.
// Knows no target by name.

import type { Guard } from './resolve.ts';
import type { Note, Target } from './target.ts';
import { contains, type Edit, type Span } from './text.ts';

export interface GuardPlan {
  readonly edits: readonly Edit[];
  readonly notes: readonly Note[];
}

/**
 * @param text the original text of the file
 * @param edited true for a network site that was rewritten
 */
export function planGuards(
  text: string,
  guards: readonly Guard[],
  edited: (at: Span) => boolean,
  host: Target['host'],
): GuardPlan {
  const edits: Edit[] = [];
  const notes: Note[] = [];
  for (const guard of guards) {
    const shown = text.slice(guard.at.start, guard.at.end);
    const isAboutNetwork = guard.api !== '*' || (guard.others === 0 && guard.protects.length > 0);
    const isCarried = isAboutNetwork && guard.protects.every(edited);
    if (isCarried && 'global' in host && guard.swan) edits.push({ at: guard.swan, text: [host.global] });
    else if (isCarried && 'shim' in host && guard.present !== undefined) {
      edits.push({ at: guard.at, text: [String(guard.present)] });
    } else {
      notes.push({ code: 'swan-guard', at: guard.at, details: { text: clip(shown) } });
    }
  }
  return {
    edits: edits.filter((edit) => !edits.some((other) => other !== edit && contains(other.at, edit.at))),
    notes,
  };
}

function clip(text: string): string {
  const line = text.replace(/\s+/g, ' ');
  return line.length > 60 ? `${line.slice(0, 59)}…` : line;
}
