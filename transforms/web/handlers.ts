// In: the entries of the options that stay with the callbacks. Out: the object literal of them, between its braces byte
// for byte what the program has wherever nothing was taken out.
// Knows nothing of what the entries mean.

import type { OptionEntry, ObjectLiteral } from '../../src/ir.ts';
import type { Draft, Tools } from '../../src/target.ts';
import { contains, type Span } from '../../src/text/text.ts';
import { leadAt, reindent } from '../layout/indentation.ts';
import {
  commentItems,
  keepEntry,
  movedText,
  objectTemplate,
  trailingOf,
  type Layout,
} from '../layout/object-layout.ts';

/**
 * `kept` are entries of `object` in source order. `lost` are comments of entries that are no longer anywhere, or stand
 * behind the last entry.
 */
export function handlersOf(
  object: ObjectLiteral,
  kept: readonly OptionEntry[],
  lost: readonly Span[],
  layout: Layout,
  tools: Tools,
): Draft {
  if (layout.isOpened) return opened(kept, lost, layout, tools);
  const text: Draft[number][] = [];
  const pad = layout.spaced ? ' ' : '';
  const isEnd = kept.at(-1) === object.entries.at(-1);
  kept.forEach((entry, index) => {
    const previous = kept[index - 1];
    const item = keepEntry(entry, tools);
    const before = object.entries[object.entries.indexOf(entry) - 1];
    if (previous === before) {
      // What stands between two neighbours, or behind the opening brace.
      const gap = { start: previous?.at.end ?? object.at.start, end: entry.block.start };
      text.push(...moved(gap, item.lead));
    } else {
      const own = previous && trailingOf(previous).trailing;
      text.push(previous ? ',' : '{', ...(own ? [' ', own] : []));
      const from = previous ? Math.max(previous.at.end, previous.trailing.end) : object.at.start;
      for (const comment of lostIn({ start: from, end: entry.block.start })) text.push(...apart(comment));
      if (layout.broken) text.push(tools.eol, layout.moves ? layout.inner : (item.lead ?? firstLead()));
      else if (item.lead !== undefined) text.push(tools.eol, item.lead);
      else text.push(previous ? ' ' : pad);
    }
    text.push(...movedText(item, layout, tools));
  });
  const last = kept.at(-1);
  if (isEnd && last) return [...text, ...ending(last)];
  const trailing = last && trailingOf(last).trailing;
  text.push(layout.broken && layout.trailingComma ? ',' : '', ...(trailing ? [' ', trailing] : []));
  const end = last ? Math.max(last.at.end, last.trailing.end) : object.at.start;
  for (const comment of lostIn({ start: end, end: object.at.end })) text.push(...apart(comment));
  const close = layout.moves ? undefined : leadAt(object.at.end - 1, tools);
  text.push(layout.broken ? tools.eol + (close ?? layout.indent) : pad, '}');
  return text;

  function lostIn(gap: Span): Span[] {
    return lost.filter((comment) => contains(gap, comment));
  }

  function apart(comment: Span): Draft {
    return [layout.broken ? tools.eol + firstLead() : ' ', comment];
  }

  function firstLead(): string {
    if (layout.moves) return layout.inner;
    return kept.map((entry) => leadAt(entry.block.start, tools)).find(Boolean) ?? layout.inner;
  }

  /** White space and comments between two entries, whose own lines begin with `lead`. */
  function moved(gap: Span, lead: string | undefined): Draft {
    return layout.broken && layout.moves ? reindent(gap, lead ?? layout.written, layout.inner, tools) : [gap];
  }

  /** What stands behind the last entry, the brace included. */
  function ending(entry: OptionEntry): Draft {
    const close = { start: object.at.end - 1, end: object.at.end };
    const lead = leadAt(close.start, tools);
    if (!layout.broken || !layout.moves || lead === undefined) return [{ start: entry.at.end, end: close.end }];
    const line = close.start - lead.length;
    const lineBreak = { start: line - (/\r\n$/.test(tools.text({ start: line - 2, end: line })) ? 2 : 1), end: line };
    const gap = { start: entry.at.end, end: lineBreak.start };
    const from = leadAt(entry.block.start, tools) ?? layout.written;
    return [...reindent(gap, from, layout.inner, tools), lineBreak, layout.indent, close];
  }
}

/** A line for each, in the order of the text. */
function opened(kept: readonly OptionEntry[], lost: readonly Span[], layout: Layout, tools: Tools): Draft {
  const placed = [
    ...kept.map((entry) => ({ at: entry.at.start, item: keepEntry(entry, tools) })),
    ...commentItems(lost).map((item, index) => ({ at: lost[index]?.start ?? 0, item })),
  ];
  const items = placed.sort((a, b) => a.at - b.at).map(({ item }) => item);
  return objectTemplate(items, layout, tools);
}
