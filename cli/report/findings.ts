// In: a run. Out: what code-scanning hosts want to hear of: the diagnostics, and for a run that only looked the calls.
// Knows nothing of formats.

import type { Severity } from '../../src/core.ts';
import { callCode } from '../../src/workspace/site-words.ts';
import type { Run } from '../../src/workspace/report/run.ts';
import { apiName } from './summary.ts';

export interface Finding {
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
  readonly code: string;
  readonly severity: Severity;
  readonly message: string;
}

export function findingsOf(run: Run): Finding[] {
  const isLook = run.target === undefined;
  const severity = run.command === 'check' ? 'error' : 'note';
  const unread = run.unread.map(({ file, code, message }): Finding => ({
    file,
    line: 1,
    column: 1,
    endLine: 1,
    endColumn: 1,
    code,
    severity: 'warning',
    message,
  }));
  const found = run.files.flatMap(({ file, sites, diagnostics }) => [
    ...diagnostics.map(({ code, severity: own, message, line, column, endLine, endColumn }) => ({
      ...{ file, line, column, endLine, endColumn },
      ...{ code, severity: own, message },
    })),
    ...(isLook ? sites : []).map(({ api, line, column, endLine, endColumn }) => ({
      ...{ file, line, column, endLine, endColumn },
      ...({ code: callCode, severity, message: `A call of swan.${apiName(api)} is left here.` } as const),
    })),
  ]);
  return [...found, ...unread];
}
