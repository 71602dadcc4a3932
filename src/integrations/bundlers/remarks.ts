// In: what is said of a file, and what is to end a build. Out: what a bundler is told: the sentence, where it is about, the page that
// explains it, and whether the build is to fail.
// Knows nothing of how a bundler is told.

import { isCode, keepsSite } from '../../core.ts';
import type { BuildOptions } from '../../workspace/build-settings.ts';
import type { FileDiagnostic } from '../../workspace/file-result.ts';
import { type FailureParts, Failure, reasonOf } from '../../workspace/failure.ts';

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

type Told = Pick<FileDiagnostic, 'code' | 'severity' | 'message' | 'line' | 'column'>;

/** Notes are for reports: they are about calls that were moved. */
export function remarksIn(
  file: string,
  diagnostics: readonly Told[],
  failOn: NonNullable<BuildOptions['failOn']>,
): Remarks {
  const warnings: Remark[] = [];
  const errors: Remark[] = [];
  for (const one of diagnostics) {
    const isKept = isCode(one.code) && keepsSite(one.code);
    if (one.severity === 'note' && !isKept) continue;
    const isFatal = failOn !== 'never' && (one.severity === 'error' || (failOn === 'kept' && isKept));
    (isFatal ? errors : warnings).push(remarkOf(file, one));
  }
  return { warnings, errors };
}

export function remarkOf(file: string, { code, message, line, column }: Omit<Told, 'severity'>): Remark {
  const page = `${code}: docs/diagnostics.md#${code} in the package cygnet, or npx cygnet explain ${code}`;
  return { text: `${message}\n  ${page}`, code, at: { file, line, column: column - 1 } };
}

/** For a bundler that shows no places itself: `a.js:3:5: …`. */
export function withPlace({ text, at }: Remark): string {
  return at ? `${at.file}:${at.line}:${at.column + 1}: ${text}` : text;
}

/** What a plugin throws: a bundler shows the message and nothing else of an error. */
export function pluginError(error: unknown): Error {
  if (!(error instanceof Failure)) return error instanceof Error ? error : new Error(reasonOf(error));
  const told = new Error(`cygnet: ${inLines(error.parts)}`);
  // A person reads this, whose mistake it is; where in the plugin it was noticed says nothing.
  told.stack = told.message;
  return told;
}

function inLines({ what, why, help }: FailureParts): string {
  return [what, why, help].filter((line) => line !== undefined).join('\n  ');
}
