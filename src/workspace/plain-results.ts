// In: a file as it was read or rewritten, or why neither was possible. Out: what it comes to as plain data.
// Knows nothing of how any of it is found.

import type { Diagnostic, Inventory, Output, Program, ProgramSite, Rewritten, Site } from '../core.ts';
import { type Code, type Said, describe, severityOf } from '../diagnostics/diagnostics.ts';
import { nameSites } from './decisions/site-names.ts';
import { type FileDiagnostic, type FileResult, type FileSite, noHosts } from './file-result.ts';
import { hunksOf } from './hunks.ts';
import type { FileJob, FileOutcome } from './rewrite-file.ts';
import type { FoundFile } from './search/search.ts';

/** What a file holds, for who only looks. */
export function lookedAt(found: FoundFile, program: Program, only: FileJob['only']): FileResult {
  const isWanted = ({ api }: ProgramSite): boolean => only === undefined || only.some((one) => one === api);
  const unwanted = program.sites
    .filter((site) => !isWanted(site))
    .map(({ api, line, column }) => ({ api, line, column }));
  return {
    ...inventoryOf(found, program),
    status: program.status === 'failed' ? 'failed' : 'unchanged',
    sites: program.sites.filter(isWanted).map((site) => plainSite({ ...site, verdict: 'kept' })),
    diagnostics: program.diagnostics.map(diagnosticOf),
    ...(unwanted.length > 0 && { unwanted }),
    shim: [],
  };
}

export function resultOf(
  found: FoundFile,
  text: string,
  rewritten: Rewritten,
  output: Output,
  job: FileJob,
): FileResult {
  const isChanged = output.status === 'changed';
  const names = job.hasNames ? nameSites(text, output.sites) : [];
  return {
    ...inventoryOf(found, output),
    status: output.status,
    sites: output.sites.map((site, i) => ({
      ...plainSite(site),
      ...(job.hasChanges && { change: changeOf(text, rewritten, output, site) }),
      ...(names[i] && { name: names[i] }),
    })),
    diagnostics: output.diagnostics.map(diagnosticOf),
    ...(output.unwanted.length > 0 && { unwanted: output.unwanted }),
    shim: output.shim,
    ...(isChanged && job.hasText && { after: output.code }),
    ...(isChanged && job.hasHunks && { hunks: hunksOf(text, output.code, output.edits) }),
    ...(isChanged && job.hasMap === true && { map: output.map() }),
  };
}

type InventoryOfFile = Omit<FileResult, 'status' | 'sites' | 'diagnostics' | 'shim'>;

function inventoryOf({ file, path: place }: FoundFile, known: Inventory): InventoryOfFile {
  const { hosts, others, origins, unknownOrigins, openUrls, wrappers, module, typescript } = known;
  return {
    file,
    path: place,
    hosts,
    others,
    origins,
    unknownOrigins,
    ...(openUrls.length > 0 && { openUrls }),
    wrappers,
    module,
    typescript,
  };
}

function plainSite(site: Site): FileSite {
  const { line, column, endLine, endColumn, api, verdict, codes, form, isPathOpen, start, end } = site;
  const plain = { line, column, endLine, endColumn, api, verdict, codes, start, end };
  return { ...plain, ...(form && { form }), ...(isPathOpen && { isPathOpen }) };
}

function diagnosticOf(diagnostic: Diagnostic): FileDiagnostic {
  const { code, details, severity, line, column, endLine, endColumn, message } = diagnostic;
  const plain = { code, details, severity, line, column, endLine, endColumn, message };
  return severity === 'error' ? { ...plain, frame: diagnostic.frame() } : plain;
}

/** The whole lines that a site stands on, before and after. */
function changeOf(
  text: string,
  rewritten: Rewritten,
  whole: Output,
  { id, start, end, verdict }: Site,
): { before: string; after: string } {
  const before = linesAround(text, start, end);
  if (verdict === 'kept') return { before, after: before };
  // Of what lies within another site's edit the lines would be that one's as well; alone they are its own.
  const isNested = whole.edits.some((edit) => edit.at.start <= start && end < edit.at.end);
  const { code, offsetOf } = isNested ? rewritten.apply([id]) : whole;
  return { before, after: linesAround(code, offsetOf(start, 'start'), offsetOf(end, 'end')) };
}

function linesAround(text: string, start: number, end: number): string {
  const from = text.lastIndexOf('\n', start - 1) + 1;
  const to = text.indexOf('\n', end);
  return text.slice(from, to < 0 ? text.length : to).replace(/\r$/, '');
}

/** A thread with a larger stack may get to the end of it. */
export function isTooDeep(outcome: FileOutcome): boolean {
  return typeof outcome === 'object' && outcome.diagnostics.some(({ code }) => code === 'nested-too-deep');
}

export function failedResult(found: FoundFile, diagnostics: readonly FileDiagnostic[]): FileResult {
  return { ...emptyResult(found), status: 'failed', diagnostics };
}

export function emptyResult(found: FoundFile): Omit<FileResult, 'status'> {
  return {
    file: found.file,
    path: found.path,
    sites: [],
    diagnostics: [],
    hosts: noHosts,
    others: {},
    origins: [],
    wrappers: [],
    shim: [],
    module: 'cjs',
    typescript: false,
  };
}

export function diagnosticAtStart<C extends Code>(said: Said<C>): FileDiagnostic {
  const place = { line: 1, column: 1, endLine: 1, endColumn: 1 };
  return { ...said, severity: severityOf(said.code), ...place, message: describe(said, 'en') };
}

export function internalFault(error: unknown): FileDiagnostic {
  const reason = error instanceof Error ? error.message : String(error);
  return diagnosticAtStart({ code: 'internal-error', details: { reason } });
}
