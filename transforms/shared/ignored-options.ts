// In: the options of a call as a literal. Out: what becomes of the entries that swan ignores (R11): one whose value does
// nothing goes, of another the expression stays where it cannot be taken for an option; and the edits that do so.
// Knows nothing of what a target makes of the entries that count.

import type { Fate } from '../../src/diagnostics/details.ts';
import { requireApi } from '../../src/apis.ts';
import type { OptionEntry, NetworkCall, ObjectLiteral } from '../../src/ir.ts';
import type { Draft, DraftEdit, Tools } from '../../src/target.ts';
import type { Edit, Span } from '../../src/text/text.ts';
import { withLineEnds } from './line-comments.ts';

export interface IgnoredEntry {
  readonly entry: OptionEntry;
  readonly fate: Fate;
}

/** The entries of the options that swan does not read, in source order. */
export function ignoredEntries(call: NetworkCall, object: ObjectLiteral, tools: Tools): IgnoredEntry[] {
  const known = requireApi(call.api).options;
  return object.entries
    .filter(({ form, key }) => key !== undefined && key !== '__proto__' && form !== 'setter')
    .filter((entry) => !known.includes(entry.key ?? '') || isNoHeader(entry))
    .map((entry) => ({ entry, fate: fateOf(call, entry, tools) }));
}

/** A header that is known to be no object sets no field. */
export function isNoHeader({ key, value }: OptionEntry): boolean {
  return key === 'header' && (value.type === 'string' || value.type === 'number' || value.type === 'boolean');
}

function fateOf({ options }: NetworkCall, { form, value }: OptionEntry, tools: Tools): Fate {
  if (options.kind !== 'literal' || form === 'getter') return 'left';
  const isQuiet = value.name !== undefined || (value.effect !== 'effects' && !value.mayThrow);
  return isQuiet && !tools.holdsSite(value.at) ? 'gone' : 'run';
}

/**
 * The edits within the options of a call that stay one literal. `instead` takes the place of the first entry that goes.
 */
export function ignoredEdits(
  object: ObjectLiteral,
  ignored: readonly IgnoredEntry[],
  tools: Tools,
  instead?: string,
): DraftEdit[] {
  const gone = ignored.filter(({ fate }) => fate === 'gone').map(({ entry }) => entry);
  const [first] = gone;
  const dropped = instead === undefined ? gone : gone.slice(1);
  return [
    ...runningEdits(ignored, tools),
    ...(instead !== undefined && first ? [{ at: first.at, text: [instead] }] : []),
    ...dropEntries(object, dropped, tools),
  ];
}

/** `timeout: next()` becomes `...ignore(next())`. */
export function runningEdits(ignored: readonly IgnoredEntry[], tools: Tools): DraftEdit[] {
  return ignored
    .filter(({ fate }) => fate === 'run')
    .map(({ entry: { form, at, value } }) => {
      const own: Draft = form === 'method' ? ['{ ', at, ' }'] : [value.at];
      return { at, text: ['...', tools.shim('ignore'), '(', ...own, ')'] };
    });
}

/** Takes entries out of a literal, with their commas and lines; the comments that stand by them stay. */
function dropEntries(object: ObjectLiteral, dropped: readonly OptionEntry[], tools: Tools): Edit[] {
  const { entries } = object;
  if (dropped.length === 0) return [];
  const inside = { start: object.at.start + 1, end: object.at.end - 1 };
  if (dropped.length === entries.length && tools.comments(inside).length === 0) return [{ at: inside, text: [] }];
  const last = entries.findLast((entry) => !dropped.includes(entry));
  const edits: Edit[] = [];
  for (const [index, entry] of entries.entries()) {
    const next = entries[index + 1];
    // `a: 1, /* b */ gone: 2` is `a: 1 /* b */` without the comma, where the literal does not end with one.
    if (entry === last && next && losesComma(entry, entries, tools))
      edits.push({ at: commaOf(entry, tools), text: [] });
    if (!dropped.includes(entry)) continue;
    if (hasTrailing(entry)) {
      // `gone: 1, // b` and `gone: 1 /* b */,` leave the comment.
      edits.push({ at: { start: entry.at.start, end: entry.trailing.start }, text: [] });
      if (entry.comma && !isFollowed(entry, tools)) edits.push({ at: commaOf(entry, tools), text: [] });
      continue;
    }
    const isTail = last === undefined || entries.indexOf(last) < index;
    const before = entries[index - 1];
    const at = isTail
      ? tailRange(entry, before, before === last, object, tools)
      : { start: entry.at.start, end: next?.block.start ?? entry.at.end };
    edits.push({ at, text: [] });
  }
  return withLineEnds(edits, inside, tools);
}

/** What goes with an entry behind which none stays. `isFirst`: the one before it is the last that stays. */
function tailRange(
  entry: OptionEntry,
  before: OptionEntry | undefined,
  isFirst: boolean,
  object: ObjectLiteral,
  tools: Tools,
): Span {
  const end = endOf(entry, tools);
  const above = tools.comments({ start: entry.block.start, end: entry.at.start }).at(-1);
  if (above) return { start: above.end, end };
  if (!before) return { start: object.at.start + 1, end };
  const { entries } = object;
  const isTogether = isFirst && entries.at(-1)?.comma !== true && !losesComma(before, entries, tools);
  const from = isTogether ? before.at.end : endOf(before, tools);
  return { start: Math.max(from, before.trailing.end), end };
}

/** The comma behind the last entry that stays goes on its own: comments stand between it and the entry that goes. */
function losesComma(last: OptionEntry, entries: readonly OptionEntry[], tools: Tools): boolean {
  if (entries.at(-1)?.comma === true) return false;
  const next = entries[entries.indexOf(last) + 1];
  if (!next || hasTrailing(last) || hasTrailing(next)) return true;
  return tools.comments({ start: last.at.end, end: next.at.start }).length > 0;
}

function hasTrailing({ trailing }: OptionEntry): boolean {
  return trailing.end > trailing.start;
}

/** A comment stands behind the entry and its comma. */
function isFollowed(entry: OptionEntry, tools: Tools): boolean {
  return hasTrailing(entry) && entry.trailing.start >= endOf(entry, tools);
}

/** The end of an entry, with its comma. */
function endOf(entry: OptionEntry, tools: Tools): number {
  return entry.comma ? commaOf(entry, tools).end : entry.at.end;
}

/** The comma behind an entry that has one. */
function commaOf({ at, trailing }: OptionEntry, tools: Tools): Span {
  const between = tools.comments({ start: at.end, end: Math.max(trailing.end, at.end) });
  let start = at.end;
  while (tools.source.charAt(start) !== ',') {
    const comment = between.find((one) => one.start === start);
    start = comment ? comment.end : start + 1;
  }
  return { start, end: start + 1 };
}
