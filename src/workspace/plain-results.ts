// In: a file as it was read or rewritten, or why neither was possible. Out: what it comes to as plain data.
// Knows nothing of how any of it is found.

import type { Diagnostic, Inventory, Output, Program, ProgramSite, Site } from '../core.ts';
import { type Code, type Said, describe, severityOf } from '../diagnostics/diagnostics.ts';
import { nameSites } from './decisions/site-names.ts';
import { excerptsOf } from './excerpts.ts';
import { type FileDiagnostic, type FileResult, type FileSite, noHosts } from './file-result.ts';
import { bareHunksOf, hunksOf } from './hunks.ts';
import type { FileJob, FileOutcome } from './rewrite-file.ts';
import type { FoundFile } from './search/search.ts';

/** What a file holds, for who only looks. */
export function lookedAt(found: FoundFile, text: string, program: Program, job: FileJob): FileResult {
  const { only } = job;
  const isWanted = ({ api }: ProgramSite): boolean => only === undefined || only.some((one) => one === api);
  const unwanted = program.sites
    .filter((site) => !isWanted(site))
    .map(({ api, line, column }) => ({ api, line, column }));
  const sites = program.sites.filter(isWanted).map((site): Site => ({ ...site, verdict: 'kept' }));
  return {
    ...inventoryOf(found, program),
    status: program.status === 'failed' ? 'failed' : 'unchanged',
    sites: namedSites(text, sites, job),
    ...(job.hasExcerpts === true && sites.length > 0 && { excerpts: excerptsOf(text, [], sites) }),
    diagnostics: program.diagnostics.map(diagnosticOf),
    ...(unwanted.length > 0 && { unwanted }),
    shim: [],
  };
}

export function writtenResult(found: FoundFile, text: string, output: Output, job: FileJob): FileResult {
  const isChanged = output.status === 'changed';
  const hasExcerpts = job.hasExcerpts === true && (isChanged || output.sites.length > 0);
  return {
    ...inventoryOf(found, output),
    status: output.status,
    sites: namedSites(text, output.sites, job),
    diagnostics: output.diagnostics.map(diagnosticOf),
    ...(output.unwanted.length > 0 && { unwanted: output.unwanted }),
    shim: output.shim,
    ...(isChanged && job.hasText && { after: output.code }),
    ...(hasExcerpts && {
      excerpts: excerptsOf(text, isChanged ? bareHunksOf(text, output.code, output.edits) : [], output.sites),
    }),
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

function namedSites(text: string, sites: readonly Site[], { hasNames }: FileJob): FileSite[] {
  const names = hasNames === true ? nameSites(text, sites) : [];
  return sites.map((site, i) => ({ ...plainSite(site), ...(names[i] && { name: names[i] }) }));
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
