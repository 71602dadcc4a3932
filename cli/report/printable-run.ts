// In: a run. Out: the same run with every text in it made printable, for reports that people read.
// Texts and hunks, which such reports do not show, are left out.

import { printable, printableLines } from '../../src/text/printable.ts';
import type { FileResult } from '../../src/workspace/file-result.ts';
import type { Run } from '../../src/workspace/report/run.ts';

export function printableRun(run: Run): Run {
  return {
    ...printableParts({ ...run, files: run.files.map(withoutTexts), leftOut: undefined }),
    leftOut: new Map([...run.leftOut].map(([reason, paths]) => [reason, paths.map(printable)])),
  };
}

function withoutTexts({ after: _after, hunks: _hunks, ...file }: FileResult): FileResult {
  return file;
}

/** The keys whose texts have several lines. */
const ofLines = new Set(['frame', 'before', 'after']);

/** Plain data, its texts made printable. */
function printableParts<Data>(data: Data, key = ''): Data {
  if (typeof data === 'string') return (ofLines.has(key) ? printableLines(data) : printable(data)) as Data;
  if (Array.isArray(data)) return data.map((item: unknown) => printableParts(item, key)) as Data;
  if (typeof data !== 'object' || data === null) return data;
  const entries = Object.entries(data).map(([name, value]) => [
    printable(name),
    printableParts(value as unknown, name),
  ]);
  return Object.fromEntries(entries) as Data;
}
