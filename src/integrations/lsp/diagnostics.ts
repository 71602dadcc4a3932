// In: a file that was opened, and its document. Out: what a client shows in it.
// Says of a site what its diagnostics say, and where it can move that it can.

import { type Diagnostic, DiagnosticSeverity } from 'vscode-languageserver/node';
import type { TextDocument } from 'vscode-languageserver-textdocument';

import type { ProgramSite, Severity, TargetName } from '../../core.ts';
import { findPage } from '../../workspace/disk/pages.ts';
import type { OpenedFile } from '../../workspace/rewrite-file.ts';
import { callCode, wordsWithoutTarget, wordsOf } from '../../workspace/site-words.ts';
import { rangeIn } from './places.ts';

const severities: Readonly<Record<Severity, DiagnosticSeverity>> = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  note: DiagnosticSeverity.Information,
};

export function diagnosticsOf(
  document: TextDocument,
  { program, rewritten }: OpenedFile,
  target: TargetName | undefined,
): Diagnostic[] {
  const said = (rewritten?.diagnostics ?? program.diagnostics).map(
    ({ start, end, code, severity, message }): Diagnostic => ({
      range: onOneLine(document, start, end),
      severity: severities[severity],
      message,
      ...named(code),
    }),
  );
  const moving =
    rewritten && target
      ? rewritten.sites.flatMap((site) =>
          site.verdict === 'kept'
            ? []
            : [movable(document, site, wordsOf({ ...site, diagnostics: [] }, target).message)],
        )
      : program.sites.map((site) => movable(document, site, wordsWithoutTarget(site).message));
  return [...moving, ...said];
}

/** One that is about the file as a whole. */
export function diagnosticAtTop(code: string, message: string): Diagnostic {
  const start = { line: 0, character: 0 };
  return { range: { start, end: start }, severity: DiagnosticSeverity.Information, message, ...named(code) };
}

function movable(document: TextDocument, { start, end }: ProgramSite, message: string): Diagnostic {
  return {
    range: onOneLine(document, start, end),
    severity: DiagnosticSeverity.Information,
    message,
    ...named(callCode),
  };
}

function named(code: string): Pick<Diagnostic, 'code' | 'source' | 'codeDescription'> {
  const page = code === callCode ? findPage('editors.md', 'editors') : findPage('diagnostics.md', code);
  return { source: 'cygnet', code, ...(page !== undefined && { codeDescription: { href: page } }) };
}

/** A call over many lines is marked in its first one. */
function onOneLine(document: TextDocument, start: number, end: number): Diagnostic['range'] {
  const range = rangeIn(document, start, end);
  if (range.end.line === range.start.line) return range;
  const line = document.getText({ start: range.start, end: { line: range.start.line + 1, character: 0 } });
  return rangeIn(document, start, start + line.trimEnd().length);
}
