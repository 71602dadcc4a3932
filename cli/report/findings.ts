// In: a run. Out: what code-scanning hosts want to hear of: the diagnostics, and for a run that only looked the calls.
// Knows nothing of formats.

import type { Severity } from '../../src/core.ts';
import { describe } from '../../src/diagnostics/diagnostics.ts';
import { type Locale, type Wording, wordsIn } from '../../src/locale/locale.ts';
import { callCode } from '../../src/workspace/site-words.ts';
import type { Run } from '../../src/workspace/report/run.ts';
import { apiName } from './left.ts';

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

/** @param locale English for what machines read */
export function findingsOf(run: Run, locale: Locale = 'en'): Finding[] {
  const { left } = wordsIn(wording, locale);
  const isLook = run.target === undefined;
  const severity = run.command === 'check' ? 'error' : 'note';
  const unread = run.unread.map(({ file, code, details }): Finding => ({
    file,
    line: 1,
    column: 1,
    endLine: 1,
    endColumn: 1,
    code,
    severity: 'warning',
    message: describe({ code, details }, locale),
  }));
  const found = run.files.flatMap(({ file, sites, diagnostics }) => [
    ...diagnostics.map((diagnostic) => ({
      ...diagnostic,
      file,
      message: describe(diagnostic, locale),
    })),
    ...(isLook ? sites : []).map(({ api, line, column, endLine, endColumn }) => ({
      ...{ file, line, column, endLine, endColumn },
      ...({ code: callCode, severity, message: left(apiName(api)) } as const),
    })),
  ]);
  return [...found, ...unread];
}

const wording = {
  left: {
    en: (api: string) => `A call of swan.${api} is left here.`,
    'zh-CN': (api: string) => `这里仍有对 swan.${api} 的调用。`,
  },
} satisfies Wording;
