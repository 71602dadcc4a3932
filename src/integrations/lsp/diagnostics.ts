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

/** Who looks at the file, and for which target. */
export interface Reader {
  readonly target: TargetName | undefined;
  readonly locale: Locale;
}

/** @param said of all of it; absent, what is known before it was written once */
export function diagnosticsOf(
  document: TextDocument,
  { program, rewritten }: OpenedFile,
  { target, locale }: Reader,
  said = (rewritten?.prospect ?? program).diagnostics,
): Diagnostic[] {
  const named = namesIn(locale);
  const at = ({ start, end }: Pick<ProgramSite, 'start' | 'end'>) => ({ range: onOneLine(document, start, end) });
  const movable = (site: ProgramSite, { message }: SiteWords): Diagnostic => ({
    ...at(site),
    ...{ severity: DiagnosticSeverity.Information, message },
    ...named(callCode),
  });
  const moving =
    rewritten && target
      ? rewritten.sites
          .filter(({ verdict }) => verdict !== 'kept')
          .map((site) => movable(site, wordsOf({ ...site, diagnostics: [] }, target, locale)))
      : program.sites.map((site) => movable(site, wordsWithoutTarget(site, locale)));
  const others = said.map((one): Diagnostic => ({
    ...at(one),
    ...{ severity: severities[one.severity], message: describe(one, locale) },
    ...named(one.code),
  }));
  return [...moving, ...others];
}

/** One that is about the file as a whole. */
export function diagnosticAtTop(said: Said, locale: Locale): Diagnostic {
  const start = { line: 0, character: 0 };
  const message = describe(said, locale);
  return {
    range: { start, end: start },
    severity: DiagnosticSeverity.Information,
    message,
    ...namesIn(locale)(said.code),
  };
}

/** A code with its page, which is looked for once for all who have that code. */
function namesIn(locale: Locale): (code: string) => Pick<Diagnostic, 'code' | 'source' | 'codeDescription'> {
  const pages = new Map<string, string | undefined>();
  return (code) => {
    if (!pages.has(code)) {
      const isCall = code === callCode;
      pages.set(code, findPage(isCall ? 'editors.md' : 'diagnostics.md', isCall ? 'editors' : code, locale));
    }
    const page = pages.get(code);
    return { source: 'cygnet', code, ...(page !== undefined && { codeDescription: { href: page } }) };
  };
}

/** A call over many lines is marked in its first one. */
function onOneLine(document: TextDocument, start: number, end: number): Diagnostic['range'] {
  const range = rangeIn(document, start, end);
  if (range.end.line === range.start.line) return range;
  const line = document.getText({ start: range.start, end: { line: range.start.line + 1, character: 0 } });
  return rangeIn(document, start, start + line.trimEnd().length);
}
