// In: an object literal of the program and the text of one more entry. Out: the edits that add it as the last one.
// Text is put in at three places only: behind the opening brace, behind an entry, before the closing brace. No comment
// reaches over any of them, so what is added never stands in one. Knows nothing of what the entry means.

import type { ObjectLiteral } from '../../src/ir.ts';
import type { Tools } from '../../src/target.ts';
import type { Edit } from '../../src/text/text.ts';
import { leadAt } from './indentation.ts';

export function addEntry(object: ObjectLiteral, entry: string, tools: Tools): Edit[] {
  const [open, close] = [object.at.start + 1, object.at.end - 1];
  const inside = tools.text({ start: open, end: close });
  const first = object.entries[0];
  const last = object.entries.at(-1);
  // `{}` → `{ fail() {} }`, `{ /* nothing */ }` → `{ fail() {} /* nothing */ }`
  if (!first || !last) {
    return [{ at: { start: open, end: open }, text: [/^\s/.test(inside) ? ` ${entry}` : ` ${entry} `] }];
  }
  const gap = inside.slice(inside.trimEnd().length);
  const indent = leadAt(first.block.start, tools);
  const own = `${entry}${last.comma ? ',' : ''}`;
  // `{ code: 1000 }` → `{ code: 1000, …`
  const comma: Edit[] = last.comma ? [] : [{ at: { start: last.at.end, end: last.at.end }, text: [','] }];
  if (!/[\n\r\u2028\u2029]/.test(gap)) {
    // What stands before the brace on its line is no comment to the end of a line: `…, fail() {} }`.
    const lead = indent === undefined ? ' ' : tools.eol + indent;
    return [...comma, { at: { start: close - gap.length, end: close }, text: [lead, own, gap] }];
  }
  const outer = leadAt(close, tools) ?? '';
  // The brace stands on a line of its own, which becomes the entry's: `⏎  fail() {}⏎}`.
  const inner = indent?.startsWith(outer) ? indent : outer + tools.step;
  return [...comma, { at: { start: close, end: close }, text: [inner.slice(outer.length), own, tools.eol, outer] }];
}
