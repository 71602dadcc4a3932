// In: what is said of a file, and what is to end a build. Out: what a bundler is told: the sentence, where it is about, the page that
// explains it, and whether the build is to fail.
// Knows nothing of how a bundler is told.

import { type Said, describe, keepsSite } from '../../core.ts';
import type { InEach, Locale } from '../../locale/locale.ts';
import type { BuildOptions } from '../../workspace/build-settings.ts';
import type { FileDiagnostic } from '../../workspace/file-result.ts';
import { type FailureParts, Failure, whyOf } from '../../workspace/failure.ts';

export interface Remark {
  /** With the page that explains it. */
  readonly text: string;
  readonly code?: string;
  /** Where in which file; lines count from 1, columns from 0. */
  readonly at?: { readonly file: string; readonly line: number; readonly column: number };
}

export interface Remarks {
  readonly warnings: readonly Remark[];
  /** Any of these ends the build. */
  readonly errors: readonly Remark[];
}

type Told = Pick<FileDiagnostic, 'code' | 'details' | 'severity' | 'line' | 'column'>;

export interface RemarkWish {
  readonly failOn: NonNullable<BuildOptions['failOn']>;
  readonly locale: Locale;
}

/** Notes are for reports: they are about calls that were moved. */
export function remarksIn(file: string, diagnostics: readonly Told[], { failOn, locale }: RemarkWish): Remarks {
  const warnings: Remark[] = [];
  const errors: Remark[] = [];
  for (const one of diagnostics) {
    const isKept = keepsSite(one.code);
    if (one.severity === 'note' && !isKept) continue;
    const isFatal = failOn !== 'never' && (one.severity === 'error' || (failOn === 'kept' && isKept));
    (isFatal ? errors : warnings).push(remarkOf(file, one, locale));
  }
  return { warnings, errors };
}

/** Of a file as a whole the place is its beginning. */
export function remarkOf(
  file: string,
  { code, details, line = 1, column = 1 }: Said & Partial<Pick<Told, 'line' | 'column'>>,
  locale: Locale,
): Remark {
  const text = `${describe({ code, details }, locale)}\n  ${page[locale](code)}`;
  return { text, code, at: { file, line, column: column - 1 } };
}

const page: InEach<(code: string) => string> = {
  en: (code) => `${code}: npx cygnet explain ${code}, or docs/diagnostics.md#${code} in the repository of cygnet`,
  'zh-CN': (code) => `${code}：运行 npx cygnet explain ${code}，或见 cygnet 仓库中的 docs/zh-CN/diagnostics.md#${code}`,
};

/** For a bundler that shows no places itself: `a.js:3:5: …`. */
export function withPlace({ text, at }: Remark): string {
  return at ? `${at.file}:${at.line}:${at.column + 1}: ${text}` : text;
}

/** What a plugin throws: a bundler shows the message and nothing else of an error. */
export function pluginError(error: unknown, locale: Locale): Error {
  if (!(error instanceof Failure)) return error instanceof Error ? error : new Error(whyOf(error)[locale]);
  const told = new Error(`cygnet: ${inLines(error.parts, locale)}`);
  // A person reads this, whose mistake it is; where in the plugin it was noticed says nothing.
  told.stack = told.message;
  return told;
}

function inLines({ what, why, help }: FailureParts, locale: Locale): string {
  return [what, why, help].flatMap((line) => (line === undefined ? [] : [line[locale]])).join('\n  ');
}
