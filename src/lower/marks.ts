// In: the sites of a file that stay as they are. Out: edits that write a comment above each, for `--mark`.
// A site that has its comment already gets no second one. Knows nothing of why a site was kept but the code.

import type { LoweredSite } from './lower.ts';
import type { LiftedFile } from '../lift/file.ts';
import type { Edit } from '../text/text.ts';

/** `// TODO(cygnet: code)` above the line of each kept site, where a line can be put in between. */
export function markEdits(unit: LiftedFile, sites: readonly LoweredSite[], eol: string): Edit[] {
  const { text } = unit;
  const edits: Edit[] = [];
  const lines = new Set<number>();
  for (const { verdict, notes, at } of sites) {
    const code = notes[0]?.code;
    if (
      verdict !== 'kept' ||
      code === undefined ||
      code === 'declined' ||
      code === 'undecided' ||
      code === 'kept-on-request'
    )
      continue;
    const start = Math.max(text.lastIndexOf('\n', at.start - 1) + 1, text.charCodeAt(0) === 0xfeff ? 1 : 0);
    // One comment a line: that of the first site on it.
    if (lines.has(start)) continue;
    lines.add(start);
    const indent = /^[ \t]*/.exec(text.slice(start))?.[0] ?? '';
    const comment = `// TODO(cygnet: ${code})`;
    const isMarked = text.slice(0, start).trimEnd().endsWith(comment);
    const isBefore =
      start < unit.hashbangEnd ||
      (unit.regions?.every((region) => start < region.start || region.end < start) ?? false);
    // A line that begins inside a template, a string or JSX text would take the comment for its own.
    if (isMarked || isBefore || unit.isInText(start)) continue;
    edits.push({ at: { start, end: start }, text: [indent + comment + eol] });
  }
  return edits;
}
