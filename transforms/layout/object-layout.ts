// In: the pieces of an object literal. Out: a template of it in the layout that the program's own options had.
// Decides line breaks, indentation and commas. Knows nothing of what the pieces mean.

import { isLineComment } from '../../src/text/comments.ts';
import type { OptionEntry, NetworkCall, ObjectLiteral } from '../../src/ir.ts';
import type { Draft, Tools } from '../../src/target.ts';
import { contains, isSpan, keeps, type Span } from '../../src/text/text.ts';
import { leadAt, reindent } from './indentation.ts';

/** One line of an object literal that is being built. */
export interface Item {
  readonly text: Draft;
  /** The white space that the program has before it. */
  readonly lead?: string;
  /** A comment behind the item's comma, on the same line. */
  readonly trailing?: Span;
  /** Only comments: no comma follows. */
  readonly bare?: boolean;
}

/** How the program wrote the options of one call, and where what is written anew has to stand. */
export interface Layout {
  /** Each entry stands on a line of its own. */
  readonly broken: boolean;
  /** The program has them on one line, where what becomes of them has no room. */
  readonly isOpened?: boolean;
  /** The indentation of the line on which the call begins: new lines are a step inside of it, closing braces on it. */
  readonly indent: string;
  /** One step of indentation. */
  readonly step: string;
  /** The indentation of new lines inside of the call. */
  readonly inner: string;
  /** The entries leave their own indentation for a step inside of `indent`. */
  readonly moves: boolean;
  /** The white space that the program has before most of its entries. */
  readonly written: string;
  /** A literal over several lines ends with a comma. */
  readonly trailingComma: boolean;
  /** `{ a }` rather than `{a}`. */
  readonly spaced: boolean;
}

export function readLayout(call: NetworkCall, object: ObjectLiteral, tools: Tools): Layout {
  const first = object.entries[0];
  const gap = first ? tools.text({ start: object.at.start + 1, end: first.at.start }) : '';
  const hasLineComment = call.comments.some((comment) => isLineComment(tools.source, comment));
  const broken = gap.includes('\n') || hasLineComment;
  const lead = broken ? usualLead(object, tools) : undefined;
  // A brace on a line of its own comes up to the call.
  const isApart = tools.text({ start: call.callee.end, end: object.at.start }).includes('\n');
  const outer = (isApart ? leadAt(object.at.start, tools) : undefined) ?? call.indent;
  const step = stepWithin(object, tools) ?? stepTo(outer, lead, tools);
  const isInside = lead !== undefined && !isApart && !call.indent.startsWith(lead);
  const last = object.entries.at(-1);
  const closesOwnLine = last !== undefined && leadAt(object.at.end - 1, tools) !== undefined;
  return {
    broken,
    indent: call.indent,
    step,
    inner: isInside ? lead : call.indent + step,
    moves: isApart,
    written: lead ?? call.indent + step,
    trailingComma: closesOwnLine ? last.comma : tools.trailingCommas,
    spaced: isSpaced(object, tools),
  };
}

/** The indentation that most of the entries have. */
function usualLead({ entries }: ObjectLiteral, tools: Tools): string | undefined {
  const leads = entries.map((entry) => writtenLead(entry, tools).lead).filter((lead) => lead !== undefined);
  const countOf = (lead: string): number => leads.filter((other) => other === lead).length;
  return leads.toSorted((a, b) => countOf(b) - countOf(a))[0];
}

/** The step from an option to the lines of its value. */
function stepWithin({ entries }: ObjectLiteral, tools: Tools): string | undefined {
  for (const entry of entries) {
    const outer = writtenLead(entry, tools).lead;
    const inner = entry.value.object && usualLead(entry.value.object, tools);
    if (outer !== undefined && inner?.startsWith(outer) && inner !== outer) return inner.slice(outer.length);
  }
  return undefined;
}

/** The step from the call to its options, or else the file's; where lines are indented in another way, one of theirs. */
function stepTo(indent: string, lead: string | undefined, tools: Tools): string {
  if (lead === undefined) return tools.step;
  const own = lead.startsWith(indent) ? lead.slice(indent.length) : '';
  if (own !== '' && own.length <= maxStep) return own;
  if (lead === '' || lead.includes('\t') === tools.step.includes('\t')) return tools.step;
  return lead.includes('\t') ? '\t' : '    ';
}

/** Options that stand further in are aligned with something. */
const maxStep = 8;

/** New literals at the call are `{ a }` rather than `{a}`, as its own are, or else those of the file. */
export function isSpaced(object: ObjectLiteral, tools: Tools): boolean {
  return findSpacing(object, tools) ?? tools.spacedBraces;
}

/** As the first literal on one line has it that is or stands in the options. */
function findSpacing({ at, entries }: ObjectLiteral, tools: Tools): boolean | undefined {
  const [first] = entries;
  const gap = first ? tools.text({ start: at.start + 1, end: first.at.start }) : '\n';
  if (!gap.includes('\n')) return /\s/.test(gap);
  for (const { value } of entries) {
    const inner = value.object && findSpacing(value.object, tools);
    if (inner !== undefined) return inner;
  }
  return undefined;
}

/** The same options, written at another indentation. */
export function moveLayout(layout: Layout, indent: string): Layout {
  return { ...layout, indent, inner: indent + layout.step, moves: true };
}

/** `{ a, b }` of the program with a line for each entry. */
export function openLayout(layout: Layout, tools: Tools): Layout {
  const { indent, step } = layout;
  const lines = { broken: true, isOpened: true, moves: true, trailingComma: tools.trailingCommas };
  return { ...layout, ...lines, inner: indent + step, written: indent };
}

/** The white space before a new entry: that of the entry of the program above it, so that they stand in line. */
function newLead(items: readonly Item[], layout: Layout): string {
  const neighbour = layout.moves ? undefined : items.findLast((item) => item.lead !== undefined);
  return neighbour?.lead ?? layout.inner;
}

/** An object literal of `items`, from brace to brace, that is ours. */
export function objectTemplate(items: readonly Item[], layout: Layout, tools: Tools): Draft {
  const text: Draft[number][] = ['{'];
  const last = items.findLastIndex((item) => !item.bare);
  const pad = layout.spaced ? ' ' : '';
  const lead = newLead(items, layout);
  items.forEach((item, index) => {
    if (layout.broken) text.push(tools.eol, layout.moves ? lead : (item.lead ?? lead));
    else text.push(index === 0 ? pad : ' ');
    text.push(...movedText(item, layout, tools));
    if (!item.bare && (index < last || (layout.broken && layout.trailingComma))) text.push(',');
    if (item.trailing) text.push(' ', item.trailing);
  });
  text.push(layout.broken ? tools.eol + layout.indent : pad, '}');
  return text;
}

/** The text of an item at the place that its lines get. */
export function movedText(item: Item, layout: Layout, tools: Tools): Draft {
  if (!layout.broken || !layout.moves) return item.text;
  const from = item.lead ?? layout.written;
  return item.text.flatMap((part): Draft => {
    if (typeof part === 'string') return [part.replaceAll(`\n${from}`, `\n${layout.inner}`)];
    return isSpan(part) ? reindent(part, from, layout.inner, tools) : [part];
  });
}

/** An entry as the program wrote it, with its comments. */
export function keepEntry(entry: OptionEntry, tools: Tools): Item {
  return { text: [entry.block], ...writtenLead(entry, tools), ...trailingOf(entry) };
}

/** An entry with another key and another value around the program's own; its comments stay. */
export function renameEntry(entry: OptionEntry, key: string, value: Draft, tools: Tools): Item {
  const colon: Draft = entry.form === 'value' ? [{ start: entry.keyAt.end, end: entry.value.at.start }] : [': '];
  return {
    text: [{ start: entry.block.start, end: entry.at.start }, key, ...colon, ...value],
    ...writtenLead(entry, tools),
    ...trailingOf(entry),
  };
}

/** Entries of one object may be indented in different ways; each keeps its own. */
function writtenLead({ block, at }: OptionEntry, tools: Tools): { lead?: string } {
  const lead = leadAt(block.start, tools) ?? leadAt(at.start, tools);
  return lead === undefined ? {} : { lead };
}

export function trailingOf(entry: OptionEntry): { trailing?: Span } {
  return entry.trailing.end > entry.trailing.start ? { trailing: entry.trailing } : {};
}

/** A comment that stands by the entry, or within it. */
export function belongsTo(comment: Span, { block, at, trailing }: OptionEntry): boolean {
  return contains({ start: block.start, end: Math.max(at.end, trailing.end) }, comment);
}

/** Comments that lost the entry that they stood by, each an item of its own. */
export function commentItems(comments: readonly Span[]): Item[] {
  return comments.map((comment) => ({ text: [comment], bare: true }));
}

/** Those of the comments that no part of `template` shows. */
export function homeless(comments: readonly Span[], template: Draft): Span[] {
  return comments.filter((comment) => !keeps(template, comment));
}
