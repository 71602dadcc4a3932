// In: a template. Out: how wide its lines come out, and whether it is more than one.
// Counts UTF-16 units, and four for each tab that indents. Knows nothing of what the text means.

import type { Draft, Tools } from '../../src/target.ts';
import { isSpan } from '../../src/text/text.ts';

/** A line that is put together from several of the program's is to be no wider. */
export const maxLine = 100;

export function widthOf(line: string, tools: Tools): number {
  const white = /^\s*/.exec(line.replace('\uFEFF', ''))?.[0].length ?? 0;
  // A step of one unit is a tab.
  return white * (tools.step.length === 1 ? 4 : 1) + line.trimStart().length;
}

/** Up to its first line break. */
export function firstLineOf(template: Draft, tools: Tools): string {
  return /^.*/.exec(textOf(template, tools))?.[0] ?? '';
}

/** A line of the text at `start` is wider than it should be, and the program has no such line. */
export function isTooWide(template: Draft, start: number, tools: Tools): boolean {
  return (lineBefore(start, tools) + textOf(template, tools))
    .split(/\r?\n/)
    .some((line) => widthOf(line, tools) > maxLine && !tools.source.includes(line));
}

export function isOneLine(template: Draft, tools: Tools): boolean {
  return !textOf(template, tools).includes('\n');
}

/** What stands before an offset on its line. */
export function lineBefore(offset: number, tools: Tools): string {
  return (
    tools
      .text({ start: Math.max(0, offset - 400), end: offset })
      .split(/[\n\r\u2028\u2029]/)
      .at(-1) ?? ''
  );
}

function textOf(template: Draft, tools: Tools): string {
  const textAs = (part: Draft[number]): string => {
    if (typeof part === 'string') return part;
    return isSpan(part) ? tools.text(part) : part.shim;
  };
  return template.map(textAs).join('');
}
