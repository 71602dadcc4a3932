// Law 3: every comment survives, once, word for word, and as a comment. One that stands in kept text stands there still.
// Only one that stands in or behind another name for swan goes with that name, and one in a branch that never runs with it.
// Knows nothing of what a comment says.

import type { Edit, Span } from '../../src/index.ts';
import { droppedIn } from './dropped.ts';
import { showPlace, type Law, type Subject, type Violations } from './subject.ts';

export const sameComments: Law = { name: '3 same comments', check };

function check(subject: Subject): Violations {
  const { before, after, layout, program, result, options } = subject;
  if (!before || !after || result.status !== 'changed') return [];
  const violations: string[] = [];
  const there = new Map(after.comments.map(({ start, end }) => [start, result.code.slice(start, end)]));
  const left = [...there.values()];
  const isDropped = droppedIn(subject);
  for (const { start, end } of before.comments) {
    const text = program.code.slice(start, end);
    const out = layout.outOf[start] ?? -1;
    if (out >= 0 && there.get(out) !== text) {
      violations.push(`a comment is no comment any more, ${showPlace(program.code, start, end)}`);
    }
    const index = left.indexOf(text);
    if (index < 0 && !isDropped({ start, end }) && !isOfRemoved({ start, end }, program.code, result.edits)) {
      violations.push(`a comment is lost, ${showPlace(program.code, start, end)}`);
    } else if (index < 0) continue;
    else left.splice(index, 1);
  }
  if (options.mark !== true) violations.push(...left.map((text) => `a comment is new: ${JSON.stringify(text)}`));
  return violations;
}

/** It stands in a declaration like `const host = swan; // baidu` that went as a whole, or behind it on its line. */
function isOfRemoved({ start, end }: Span, code: string, edits: readonly Edit[]): boolean {
  return edits.some(
    ({ at, text }) =>
      text.length === 0 &&
      at.start <= start &&
      end <= at.end &&
      /^\s*(?:(?:const|let|var)\b|[\w$]+ ?=)[^;\n]*\bswan\b/.test(code.slice(at.start, at.end)),
  );
}
