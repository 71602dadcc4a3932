// In: a target's call in pieces and the comments of the call that it replaces. Out: the call as text: its arguments on
// the first line where they have room there, else one a line, each comment by what it stood by.
// Knows nothing of what the pieces mean.

import { isLineComment } from '../../src/text/comments.ts';
import type { OptionEntry, NetworkCall, ObjectLiteral } from '../../src/ir.ts';
import type { Draft, Tools } from '../../src/target.ts';
import type { Span } from '../../src/text/text.ts';
import { leadAt, reindent } from './indentation.ts';
import { insertAtLineEnd } from './line-ends.ts';
import {
  belongsTo,
  commentItems,
  homeless,
  moveLayout,
  objectTemplate,
  openLayout,
  type Item,
  type Layout,
} from './object-layout.ts';
import { firstLineOf, isOneLine, isTooWide, lineBefore, maxLine, widthOf } from './widths.ts';

export interface Argument {
  /** Its text where the line that it begins on is indented so. */
  readonly text: (indent: string) => Draft;
  /** The entries that it is made of. */
  readonly entries: readonly OptionEntry[];
}

/** The target's own call: `callee(...args, { options })`. */
export interface TargetCall {
  readonly callee: Draft;
  readonly args: readonly Argument[];
  readonly options: readonly Item[];
}

/** What stands around the target's call in the edit. */
export interface Frame {
  readonly call: NetworkCall;
  readonly object: ObjectLiteral;
  /** Where the edit begins. */
  readonly start: number;
  readonly head: Draft;
  readonly tail: Draft;
  /** The comments that are to be shown. */
  readonly comments: readonly Span[];
  /** Lines can be put above the edit: it is a statement of its own. */
  readonly isStatement: boolean;
}

interface Printed {
  readonly template: Draft;
  /** Where each argument begins in the template. */
  readonly starts: readonly number[];
}

/** A comment that goes to the end of the line on which the unit before `offset` is shown, or of the argument's first. */
interface Behind {
  readonly comment: Span;
  readonly argument?: Argument;
  readonly offset: number;
}

/** The comments that lost their place, by where they go. */
interface Plan {
  /** On lines of their own above an argument. */
  readonly above: ReadonlyMap<Argument, readonly Span[]>;
  /** Behind the line on which a value ends. */
  readonly behind: readonly Behind[];
  /** Behind the first line. */
  readonly opening: readonly Span[];
  /** Into the options. */
  readonly loose: readonly Span[];
}

/**
 * As the program's options are laid out, unless they stand on one line that gets too wide. What stands before the call
 * on its line is left to the program: where the call alone has room, its arguments are not torn apart.
 */
export function withRoom(layout: Layout, start: number, tools: Tools, write: (layout: Layout) => Draft): Draft {
  const text = write(layout);
  if (layout.broken || !isTooWide(text, start, tools)) return text;
  const opened = write(openLayout(layout, tools));
  const hasRoom = isOneLine(text, tools) && widthOf(layout.indent + firstLineOf(text, tools), tools) <= maxLine;
  return hasRoom && firstLineOf(opened, tools).endsWith('(') ? text : opened;
}

export function layOutCall(target: TargetCall, frame: Frame, layout: Layout, tools: Tools): Draft {
  const lost = homeless(frame.comments, print(target, frame, layout, tools, { broken: false }).template);
  const plan = planComments(lost, target.args, frame, layout, tools);
  const broken = needsLines(target, frame, plan, layout, tools);
  return place(plan, target, frame, layout, broken, tools);
}

/** One argument a line: where one has several lines, a comment to stand under, or more than the first line holds. */
function needsLines(target: TargetCall, frame: Frame, plan: Plan, layout: Layout, tools: Tools): boolean {
  const [first] = target.args;
  if (!layout.broken || !first) return false;
  // What stands above the first can stand above the statement.
  if ([...plan.above.keys()].some((argument) => argument !== first || !frame.isStatement)) return true;
  if (target.args.some((argument) => !isOneLine(argument.text(layout.indent), tools))) return true;
  // A comment behind the url would come to stand behind what follows the url.
  if (plan.behind.length > 0 && target.args.flatMap(({ entries }) => entries).length > 1) return true;
  // Or behind the brace of the callbacks, which it is not about.
  const endsInBrace = target.options.length === 1 && plan.loose.length === 0 && frame.tail.length > 1;
  if (plan.behind.some(({ comment }) => isLineComment(tools.source, comment)) && endsInBrace) return true;
  const { template } = print(target, frame, layout, tools, { broken: false, loose: plan.loose });
  return widthOf(lineBefore(frame.start, tools) + firstLineOf(template, tools), tools) > maxLine;
}

function print(
  { callee, args, options }: TargetCall,
  frame: Frame,
  layout: Layout,
  tools: Tools,
  form: { readonly broken: boolean; readonly loose?: readonly Span[]; readonly above?: Plan['above'] },
): Printed {
  const template: Draft[number][] = [...frame.head, ...callee, '('];
  const starts: number[] = [];
  const items = [...commentItems(form.loose ?? []), ...options];
  if (!form.broken) {
    for (const arg of args) {
      starts.push(template.length);
      template.push(...arg.text(layout.indent), ', ');
    }
    template.push(...objectTemplate(items, ownLayout(items, layout), tools), ')', ...frame.tail);
    return { template, starts };
  }
  const { inner } = layout;
  for (const arg of args) {
    for (const comment of form.above?.get(arg) ?? []) template.push(tools.eol + inner, comment);
    template.push(tools.eol + inner);
    starts.push(template.length);
    template.push(...arg.text(inner), ',');
  }
  const inline = objectTemplate(items, { ...layout, broken: false }, tools);
  const isShort =
    items.length <= 2 &&
    !items.some((item) => item.bare === true || item.trailing !== undefined) &&
    isOneLine(inline, tools) &&
    widthOf(inner + firstLineOf(inline, tools), tools) <= maxLine;
  const own = isShort ? inline : objectTemplate(items, moveLayout(layout, inner), tools);
  template.push(tools.eol + inner, ...own, tools.eol + layout.indent, ')', ...frame.tail);
  return { template, starts };
}

/** One item stays on the line; where the program's own are not indented, ours are, as the callbacks follow below. */
function ownLayout(items: readonly Item[], layout: Layout): Layout {
  if (items.length === 1) return { ...layout, broken: false };
  return layout.inner === layout.written ? layout : moveLayout(layout, layout.indent);
}

function planComments(
  lost: readonly Span[],
  args: readonly Argument[],
  frame: Frame,
  layout: Layout,
  tools: Tools,
): Plan {
  const above = new Map<Argument, Span[]>();
  const behind: Behind[] = [];
  const opening: Span[] = [];
  const loose: Span[] = [];
  for (const comment of lost) {
    const found = layout.broken ? ownerOf(comment, args) : undefined;
    if (layout.broken && isOpening(comment, frame, layout, tools)) opening.push(comment);
    else if (!found) loose.push(comment);
    else if (comment.start >= found.entry.value.at.end) {
      behind.push({ comment, argument: found.argument, offset: found.entry.value.at.end });
    } else above.set(found.argument, [...(above.get(found.argument) ?? []), comment]);
  }
  return { above, behind, opening, loose };
}

function ownerOf(
  comment: Span,
  args: readonly Argument[],
): { readonly argument: Argument; readonly entry: OptionEntry } | undefined {
  for (const argument of args) {
    const entry = argument.entries.find((one) => belongsTo(comment, one));
    if (entry) return { argument, entry };
  }
  return undefined;
}

/** It stands on the line of the brace that opens the options. */
function isOpening(comment: Span, { object }: Frame, layout: Layout, tools: Tools): boolean {
  const [first] = object.entries;
  if (layout.isOpened && first && comment.start > first.at.start) return false;
  return comment.start > object.at.start && !tools.text({ start: object.at.start, end: comment.start }).includes('\n');
}

/** The call with its comments. One that finds no line to stand behind goes above the statement, or into the options. */
function place(plan: Plan, target: TargetCall, frame: Frame, layout: Layout, broken: boolean, tools: Tools): Draft {
  const before = broken ? [] : [...plan.above.values()].flat();
  const loose = [...plan.loose];
  const opening = plan.opening.map((comment): Behind => ({ comment, offset: 0 }));
  // Only one comment to the end of a line can stand on it: what is about the url goes before what is about the call.
  const behind = [
    ...opening.filter(({ comment }) => !isLineComment(tools.source, comment)),
    ...plan.behind,
    ...opening.filter(({ comment }) => isLineComment(tools.source, comment)),
  ];
  const build = (): Draft | undefined => {
    const { template, starts } = print(target, frame, layout, tools, { broken, loose, above: plan.above });
    let text: Draft = template;
    for (const { comment, argument, offset } of behind) {
      if (loose.includes(comment) || before.includes(comment)) continue;
      const index = argument ? (starts[target.args.indexOf(argument)] ?? 0) : 0;
      const next = insertAtLineEnd(text, comment, { index, offset }, tools);
      if (!next) {
        (frame.isStatement ? before : loose).push(comment);
        return undefined;
      }
      text = next;
    }
    return text;
  };
  let text = build();
  while (!text) text = build();
  before.sort((a, b) => a.start - b.start);
  const indent = tools.eol + frame.call.indent;
  return [...before.flatMap((comment) => [comment, indent]), ...text];
}

/** The value of an entry, where it stands as an argument. */
export function valueOf({ block, value }: OptionEntry, indent: string, layout: Layout, tools: Tools): Draft {
  if (!layout.broken) return [value.at];
  return reindent(value.at, leadAt(block.start, tools) ?? layout.written, indent, tools);
}
