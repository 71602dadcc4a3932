// In: a way to lower a file when some of its sites have to stay. Out: the file lowered so that nothing is parted that works
// together: a program has one socket, and a path that one host gave means nothing to the other.
// Where a person wants a part of it to stay, the rest moves all the same, and there is a note at both ends.

import { isChosen, splitPaths, splitSockets } from './belonging.ts';
import type { LinePlace, NetworkCall } from '../ir.ts';
import type { Lines } from '../text/lines.ts';
import type { LoweredFile, LoweredSite } from './lower.ts';
import type { Note } from '../target.ts';
import type { Span } from '../text/text.ts';

export interface Staying {
  /** Where a socket of the program stays. */
  readonly socket: LinePlace | undefined;
  /** Why the site stays, by what it works with. */
  readonly reasonAt: (at: Span) => Note | undefined;
}

export function lowerTogether(
  lowerAll: (staying: Staying) => LoweredFile,
  calls: readonly NetworkCall[],
  socketThatStays: LinePlace | undefined,
  lines: Lines,
): LoweredFile {
  const kept = new Map<number, Note>();
  let socket = socketThatStays;
  for (;;) {
    const staying = { socket, reasonAt: ({ start }: Span) => kept.get(start) };
    const lowered = lowerAll(staying);
    const known = kept.size;
    const parted = splitSockets(
      lowered.sites
        .filter(({ found }) => found.kind !== 'template')
        .map((site) => ({ ...site, codes: site.notes.map(({ code }) => code) })),
    );
    const deaf = parted?.stay.find((site) => !isChosen(site));
    const paths = splitPaths(calls, lowered.sites);
    for (const { moving, staying: other } of paths.filter((one) => !one.isChosen)) {
      const details = { place: placeOf(other, lines), other: other.api };
      kept.set(moving.at.start, { code: 'file-path-family', at: moving.at, details });
    }
    if (kept.size === known && (deaf === undefined || socket !== undefined)) {
      return { ...lowered, sites: lowered.sites.map((site) => withNotes(site, paths, lines)) };
    }
    if (deaf) socket ??= placeOf(deaf, lines);
  }
}

function withNotes(site: LoweredSite, paths: ReturnType<typeof splitPaths<LoweredSite>>, lines: Lines): LoweredSite {
  const notes = paths.flatMap(({ moving, staying }): Note[] => {
    if (site !== moving && site !== staying) return [];
    const other = site === moving ? staying : moving;
    const details = { api: site.api, moves: site === moving, other: other.api, isSeen: true };
    return [{ code: 'file-path-split', at: site.at, details: { ...details, place: placeOf(other, lines) } }];
  });
  return notes.length === 0 ? site : { ...site, notes: [...site.notes, ...notes] };
}

function placeOf({ at }: { readonly at: Span }, lines: Lines): LinePlace {
  return { line: lines.place(at.start).line };
}
