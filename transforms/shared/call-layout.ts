// In: a target's call in pieces and the comments of the call that it replaces. Out: the call as text: on one line as far
// as that reads well, else with one argument a line, each comment by what it stood by.
// Knows nothing of what the pieces mean.

import type { Entry, Expression, NetworkCall, ObjectLiteral } from '../../src/ir.ts';
import type { Tools } from '../../src/target.ts';
import { contains, type Span, type Template } from '../../src/text.ts';
import { leadAt, reindent } from './indentation.ts';
import { insertAtLineEnd } from './line-ends.ts';
import { commentItems, homeless, objectOf, type Item, type Layout } from './layout.ts';
import { firstLineOf, isOneLine, lineBefore, maxFirstLine, maxJoinedLine, widthOf } from './widths.ts';

/** How an argument is to be written. */
export interface ArgumentForm {
  /** The indentation of the line that it begins on. */
  readonly indent: string;
  /** A literal over several lines comes on one, where it can. */
  readonly joins: boolean;
}

export interface Argument {
  readonly text: (form: ArgumentForm) => Template;
  /** The entries that it is made of. */
  readonly entries: readonly Entry[];
  /** A literal inside that may be written on one line. */
  readonly literal?: Expression;
}

/** The target's own call: `callee(...args, { options })`. */
export interface TargetCall {
  readonly callee: string;
  readonly args: readonly Argument[];
  readonly options: readonly Item[];
}

/** What stands around the target's call in the edit. */
export interface Frame {
  readonly call: NetworkCall;
  readonly object: ObjectLiteral;
  /** Where the edit begins. */
  readonly start: number;
  readonly head: Template;
  readonly tail: Template;
  /** The comments that are to be shown. */
  readonly comments: readonly Span[];
  /** Lines can be put above the edit: it is a statement of its own. */
  readonly isStatement: boolean;
}

interface Form {
  readonly broken: boolean;
  readonly joins: boolean;
}

interface Printed {
  readonly template: Template;
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
  /** On lines of their own above the statement. */
  readonly before: readonly Span[];
  /** Behind the line on which a value ends. */
  readonly behind: readonly Behind[];
  /** Behind the first line. */
  readonly opening: readonly Span[];
  /** Into the options. */
  readonly loose: readonly Span[];
}

export function layOutCall(target: TargetCall, frame: Frame, layout: Layout, tools: Tools): Template {
  const lost = homeless(frame.comments, print(target, frame, layout, tools, { broken: false, joins: true }).template);
  const plan = planComments(lost, target, frame, layout, tools);
  const form = chooseForm(target, frame, plan, layout, tools);
  return place(plan, target, frame, layout, form, tools);
}

/** On one line, with a literal joined or not, or one argument a line: the first that reads well. */
function chooseForm(target: TargetCall, frame: Frame, plan: Plan, layout: Layout, tools: Tools): Form {
  const [first] = target.args;
  const literal = target.args.find((arg) => arg.literal)?.literal;
  const isLong = literal !== undefined && !isOneLine([literal.at], tools);
  const asWritten: Form = { broken: false, joins: false };
  if (!layout.broken || !first) return asWritten;
  const isOwnLine = first.entries.every((entry) => leadAt(entry.block.start, tools) !== undefined);
  const canJoin = isLong && joined(literal, tools) !== undefined;
  const hasPlace = plan.above.size === 0;
  const widthIn = (form: Form): number =>
    widthOf(
      lineBefore(frame.start, tools) +
        firstLineOf(print(target, frame, layout, tools, form, plan.loose).template, tools),
      tools,
    );
  if (hasPlace && canJoin && widthIn({ broken: false, joins: true }) <= maxJoinedLine) {
    return { broken: false, joins: true };
  }
  // The closing braces of a literal and of short options would pile up.
  const pilesUp = isLong && target.options.length + plan.loose.length === 1;
  const isFine = !pilesUp && (!isOwnLine || widthIn(asWritten) <= maxFirstLine);
  if (hasPlace && isFine) return asWritten;
  const line = layout.indent + layout.step;
  const argument = first.text({ indent: line, joins: true });
  return { broken: true, joins: canJoin && widthOf(`${line}${firstLineOf(argument, tools)},`, tools) <= maxJoinedLine };
}

function print(
  { callee, args, options }: TargetCall,
  frame: Frame,
  layout: Layout,
  tools: Tools,
  { broken, joins }: Form,
  loose: readonly Span[] = [],
  above: Plan['above'] = new Map(),
): Printed {
  const template: (string | Span)[] = [...frame.head, `${callee}(`];
  const starts: number[] = [];
  const items = [...commentItems(loose), ...options];
  const isAlone = items.length === 1;
  if (!broken) {
    for (const arg of args) {
      starts.push(template.length);
      template.push(...arg.text({ indent: layout.indent, joins }), ', ');
    }
    template.push(...objectOf(items, isAlone ? { ...layout, broken: false } : layout, tools), ')', ...frame.tail);
    return { template, starts };
  }
  const indent = layout.indent + layout.step;
  for (const arg of args) {
    for (const comment of above.get(arg) ?? []) template.push(tools.eol + indent, comment);
    template.push(tools.eol + indent);
    starts.push(template.length);
    template.push(...arg.text({ indent, joins }), ',');
  }
  const short = items.map((item): Item => ({ ...item, text: item.joined ?? item.text }));
  const inline = objectOf(short, { ...layout, broken: false }, tools);
  const isShort =
    !items.some((item) => item.bare === true || item.trailing !== undefined) &&
    isOneLine(inline, tools) &&
    widthOf(indent + firstLineOf(inline, tools), tools) <= maxJoinedLine;
  const own = isShort ? inline : objectOf(items, { ...layout, indent, moves: true }, tools);
  template.push(tools.eol + indent, ...own, tools.eol + layout.indent, ')', ...frame.tail);
  return { template, starts };
}

function planComments(lost: readonly Span[], target: TargetCall, frame: Frame, layout: Layout, tools: Tools): Plan {
  const above = new Map<Argument, Span[]>();
  const before: Span[] = [];
  const behind: Behind[] = [];
  const opening: Span[] = [];
  const loose: Span[] = [];
  const [first] = target.args;
  for (const comment of lost) {
    const found = layout.broken ? ownerOf(comment, target.args) : undefined;
    const argument = found?.argument;
    if (layout.broken && isOpening(comment, frame, tools)) opening.push(comment);
    else if (!argument) loose.push(comment);
    else if (comment.start >= found.entry.value.at.end) {
      behind.push({ comment, argument, offset: found.entry.value.at.end });
    } else if (argument === first && frame.isStatement) before.push(comment);
    else above.set(argument, [...(above.get(argument) ?? []), comment]);
  }
  return { above, before, behind, opening, loose };
}

function ownerOf(
  comment: Span,
  args: readonly Argument[],
): { readonly argument: Argument; readonly entry: Entry } | undefined {
  for (const argument of args) {
    const entry = argument.entries.find(({ block, at, trailing }) =>
      contains({ start: block.start, end: Math.max(at.end, trailing.end) }, comment),
    );
    if (entry) return { argument, entry };
  }
  return undefined;
}

/** It stands on the line of the brace that opens the options. */
function isOpening(comment: Span, { object }: Frame, tools: Tools): boolean {
  return comment.start > object.at.start && !tools.text({ start: object.at.start, end: comment.start }).includes('\n');
}

/** The call with its comments. One that finds no line to stand behind goes above the statement, or into the options. */
function place(plan: Plan, target: TargetCall, frame: Frame, layout: Layout, form: Form, tools: Tools): Template {
  const before = [...plan.before];
  const loose = [...plan.loose];
  const isLine = (comment: Span): boolean => !tools.text(comment).startsWith('/*');
  const opening = plan.opening.map((comment): Behind => ({ comment, offset: 0 }));
  // Only one comment to the end of a line can stand on it: what is about the url goes before what is about the call.
  const behind = [
    ...opening.filter(({ comment }) => !isLine(comment)),
    ...plan.behind,
    ...opening.filter(({ comment }) => isLine(comment)),
  ];
  const build = (): Template | undefined => {
    const { template, starts } = print(target, frame, layout, tools, form, loose, plan.above);
    let text: Template = template;
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

/** A literal on one line, when nothing in it needs more. */
export function joined(literal: Expression, tools: Tools): Template | undefined {
  const { object, at } = literal;
  if (!object || object.at.start !== at.start || object.at.end !== at.end || object.entries.length === 0) {
    return undefined;
  }
  const isShort = object.entries.every((entry) => isOneLine([entry.at], tools));
  if (!isShort || tools.comments(at).length > 0) return undefined;
  const pad = tools.spacedBraces ? ' ' : '';
  return [`{${pad}`, ...object.entries.flatMap((entry, index) => [index === 0 ? '' : ', ', entry.at]), `${pad}}`];
}

/** The value of an entry, where it stands as an argument. */
export function valueOf(entry: Entry, { indent, joins }: ArgumentForm, layout: Layout, tools: Tools): Template {
  const { value } = entry;
  const onOneLine = joins ? joined(value, tools) : undefined;
  if (onOneLine) return onOneLine;
  if (!layout.broken) return [value.at];
  return reindent(value.at, leadAt(entry.block.start, tools) ?? layout.written, indent, tools);
}
