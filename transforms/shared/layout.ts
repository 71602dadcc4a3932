// In: the pieces that a call should consist of. Out: a template in the layout that the program's own call had.
// Decides line breaks, indentation and commas. Knows nothing of what the pieces mean.

import type { Entry, NetworkCall, ObjectLiteral } from '../../src/ir.ts';
import type { Tools } from '../../src/target.ts';
import { contains, type Span, type Template } from '../../src/text.ts';

/** One line of an object literal that is being built. */
export interface Item {
  readonly text: Template;
  /** The white space that the program has before it, when that is not the entries' common one. */
  readonly lead?: string;
  /** A comment behind the item's comma, on the same line. */
  readonly trailing?: Span;
  /** Only comments: no comma follows. */
  readonly bare?: boolean;
  /** It stands behind what opens the object, on the same line. */
  readonly opening?: boolean;
}

/** How the program wrote the options of one call. */
export interface Layout {
  /** Each entry stands on a line of its own. */
  readonly broken: boolean;
  /** The white space that the program has before an entry. */
  readonly written: string;
  /** The white space before an entry from now on. */
  readonly entryIndent: string;
  /** The white space before the closing brace. */
  readonly closeIndent: string;
  readonly trailingComma: boolean;
  /** `{ a }` rather than `{a}`. */
  readonly spaced: boolean;
}

export function readLayout(call: NetworkCall, object: ObjectLiteral, tools: Tools): Layout {
  const source = tools.text(object.at);
  const first = object.entries[0];
  const last = object.entries.at(-1);
  const lead = first ? tools.text({ start: object.at.start + 1, end: first.block.start }) : '';
  const hasLineComment = call.comments.some((comment) => tools.text(comment).startsWith('//'));
  const broken = lead.includes('\n') || hasLineComment;
  const closing = /(?:^|\n)([ \t]*)\}$/.exec(source)?.[1];
  const closeIndent = closing ?? call.indent;
  const written = /\n([ \t]*)$/.exec(lead)?.[1] ?? closeIndent + tools.step;
  return {
    broken,
    written,
    entryIndent: written,
    closeIndent,
    trailingComma: last?.comma === true,
    spaced: first === undefined || broken ? tools.spacedBraces : /\s/.test(lead),
  };
}

/** An object literal of `items`, from brace to brace. */
export function objectOf(items: readonly Item[], layout: Layout, tools: Tools): Template {
  const text: (string | Span)[] = ['{'];
  const last = items.findLastIndex((item) => !item.bare);
  const pad = layout.spaced ? ' ' : '';
  items.forEach((item, index) => {
    if (item.opening && index === 0) text.push(' ');
    else if (layout.broken) text.push(tools.eol, leadOf(item, layout));
    else text.push(index === 0 ? pad : ' ');
    text.push(
      ...item.text.flatMap((part) =>
        typeof part === 'string' ? [part] : shift(part, layout, layout.entryIndent, tools),
      ),
    );
    if (!item.bare && (index < last || (layout.broken && layout.trailingComma))) text.push(',');
    if (item.trailing) text.push(' ', item.trailing);
  });
  text.push(layout.broken ? tools.eol + layout.closeIndent : pad, '}');
  return text;
}

/** An entry as the program wrote it, with its comments. */
export function keepEntry(entry: Entry, tools: Tools): Item {
  return { text: [entry.block], ...writtenLead(entry, tools), ...trailingOf(entry) };
}

/** An entry with another key and another value around the program's own; its comments stay. */
export function renameEntry(entry: Entry, key: string, value: Template, tools: Tools): Item {
  const colon: Template = entry.form === 'value' ? [{ start: entry.keyAt.end, end: entry.value.at.start }] : [': '];
  return {
    text: [{ start: entry.block.start, end: entry.at.start }, key, ...colon, ...value],
    ...writtenLead(entry, tools),
    ...trailingOf(entry),
  };
}

/** Entries of one object may be indented in different ways; each keeps its own. */
function writtenLead({ block }: Entry, tools: Tools): { lead?: string } {
  const before = tools.text({ start: Math.max(0, block.start - 200), end: block.start });
  const lead = /\n([ \t]*)$/.exec(before)?.[1];
  return lead === undefined ? {} : { lead };
}

function leadOf({ lead }: Item, { entryIndent, written }: Layout): string {
  return lead !== undefined && entryIndent === written ? lead : entryIndent;
}

export function trailingOf(entry: Entry): { trailing?: Span } {
  return entry.trailing.end > entry.trailing.start ? { trailing: entry.trailing } : {};
}

/** Comments that lost the entry that they stood by, each an item of its own; one behind the url stays on its line. */
export function commentItems(comments: readonly Span[], url?: Entry): Item[] {
  const isOpening = (comment: Span): boolean => url !== undefined && contains(url.trailing, comment);
  return [...comments]
    .sort((a, b) => Number(isOpening(b)) - Number(isOpening(a)) || a.start - b.start)
    .map((comment) => ({ text: [comment], bare: true, opening: isOpening(comment) }));
}

/** The comments of the call that no part of `template` shows. */
export function homeless(call: NetworkCall, template: Template): Span[] {
  return call.comments.filter(
    (comment) => !template.some((part) => typeof part !== 'string' && contains(part, comment)),
  );
}

/** The same call, written at the indentation of the line `indent` belongs to. */
export function moveLayout(layout: Layout, indent: string, tools: Tools): Layout {
  return { ...layout, entryIndent: indent + tools.step, closeIndent: indent };
}

/** Kept text that moves out from the place of an entry to that of an argument. */
export function hug(span: Span, layout: Layout, tools: Tools): Template {
  return shift(span, layout, layout.closeIndent, tools);
}

/**
 * A kept span whose lines move from the indentation of an entry to another one.
 * Text that could change its meaning with its white space stays as it is.
 */
function shift(span: Span, { broken, written }: Layout, indent: string, tools: Tools): Template {
  const text = tools.text(span);
  if (!broken || indent === written || !text.includes('\n') || /[`\\]/.test(text) || tools.holdsSite(span))
    return [span];
  const parts: (string | Span)[] = [];
  let start = span.start;
  for (const match of text.matchAll(/\n([ \t]*)/g)) {
    const white = match[1] ?? '';
    if (!white.startsWith(written)) return [span];
    const lineStart = span.start + match.index + 1;
    parts.push({ start, end: lineStart }, indent);
    start = lineStart + written.length;
  }
  parts.push({ start, end: span.end });
  return parts;
}
