// In: a run. Out: Reviewdog Diagnostic Format as one JSON document, for reviewdog and what else reads it.
// https://github.com/reviewdog/reviewdog/tree/master/proto/rdf

import { Buffer } from 'node:buffer';

import { exactJson } from '../../src/workspace/report/exact-json.ts';
import type { Run } from '../../src/workspace/report/run.ts';
import { type Finding, findingsOf } from './findings.ts';

const severities = { error: 'ERROR', warning: 'WARNING', note: 'INFO' } as const;

export function rdjsonReport(run: Run): string {
  const lines = new Map(run.files.map(({ file, excerpts = [] }) => [file, linesOf(excerpts)]));
  return exactJson({
    source: { name: 'cygnet' },
    diagnostics: findingsOf(run, 'en').map((finding) => ({
      message: finding.message,
      location: { path: finding.file, range: rangeOf(finding, lines.get(finding.file)) },
      severity: severities[finding.severity],
      code: { value: finding.code },
    })),
  });
}

function rangeOf({ line, column, endLine, endColumn }: Finding, lines: ReadonlyMap<number, string> | undefined) {
  return { start: place(line, column, lines?.get(line)), end: place(endLine, endColumn, lines?.get(endLine)) };
}

/** Its columns are bytes of UTF-8. Where the line is not at hand there is none: no column is better than a wrong one. */
function place(line: number, column: number, text: string | undefined): { line: number; column?: number } {
  if (column === 1) return { line, column };
  return text === undefined ? { line } : { line, column: Buffer.byteLength(text.slice(0, column - 1)) + 1 };
}

function linesOf(excerpts: NonNullable<Run['files'][number]['excerpts']>): ReadonlyMap<number, string> {
  return new Map(
    excerpts.flatMap(({ oldStart, lines }) =>
      lines.filter((line) => !line.startsWith('+')).map((line, i) => [oldStart + i, line.slice(1)] as const),
    ),
  );
}
