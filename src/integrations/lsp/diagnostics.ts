// In: a file that was opened, and its document. Out: what a client shows in it.
// Says of a site what its diagnostics say, and where it can move that it can.

import { type Diagnostic, DiagnosticSeverity } from 'vscode-languageserver/node';
import type { TextDocument } from 'vscode-languageserver-textdocument';

import { type ProgramSite, type Said, type Severity, type TargetName, describe } from '../../core.ts';
import type { Locale } from '../../locale/locale.ts';
import { findPage } from '../../workspace/disk/pages.ts';
import type { OpenedFile } from '../../workspace/rewrite-file.ts';
import { type SiteWords, callCode, wordsWithoutTarget, wordsOf } from '../../workspace/site-words.ts';
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
  locale: Locale,
): Diagnostic[] {
  const said = (rewritten?.diagnostics ?? program.diagnostics).map((one): Diagnostic => ({
    range: onOneLine(document, one.start, one.end),
    severity: severities[one.severity],
    message: describe(one, locale),
    ...named(one.code, locale),
  }));
  const moving =
    rewritten && target
      ? rewritten.sites.flatMap((site) =>
          site.verdict === 'kept'
            ? []
            : [movable(document, site, wordsOf({ ...site, diagnostics: [] }, target, locale), locale)],
        )
      : program.sites.map((site) => movable(document, site, wordsWithoutTarget(site, locale), locale));
  return [...moving, ...said];
}

/** One that is about the file as a whole. */
export function diagnosticAtTop(said: Said, locale: Locale): Diagnostic {
  const start = { line: 0, character: 0 };
  const message = describe(said, locale);
  return {
    range: { start, end: start },
    severity: DiagnosticSeverity.Information,
    message,
    ...named(said.code, locale),
  };
}

function movable(
  document: TextDocument,
  { start, end }: ProgramSite,
  { message }: SiteWords,
  locale: Locale,
): Diagnostic {
  return {
    range: onOneLine(document, start, end),
    severity: DiagnosticSeverity.Information,
    message,
    ...named(callCode, locale),
  };
}

function named(code: string, locale: Locale): Pick<Diagnostic, 'code' | 'source' | 'codeDescription'> {
  const page = code === callCode ? findPage('editors.md', 'editors', locale) : findPage('diagnostics.md', code, locale);
  return { source: 'cygnet', code, ...(page !== undefined && { codeDescription: { href: page } }) };
}

/** A call over many lines is marked in its first one. */
function onOneLine(document: TextDocument, start: number, end: number): Diagnostic['range'] {
  const range = rangeIn(document, start, end);
  if (range.end.line === range.start.line) return range;
  const line = document.getText({ start: range.start, end: { line: range.start.line + 1, character: 0 } });
  return rangeIn(document, start, start + line.trimEnd().length);
}
