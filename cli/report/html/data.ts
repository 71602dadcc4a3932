// In: a run. Out: the data that its page carries: every file with its sites, what is said of each, and the lines around them; all of it
// printable, and in the language of the run.
// Knows nothing of elements.

import { createHash } from 'node:crypto';

import { catalogue, describe } from '../../../src/core.ts';
import { printable, printableLines } from '../../../src/text/printable.ts';
import type { FileDiagnostic, FileResult, FileSite } from '../../../src/workspace/file-result.ts';
import { shownPath } from '../../../src/workspace/paths.ts';
import type { Run } from '../../../src/workspace/report/run.ts';
import { diagnosticsBySite } from '../../../src/workspace/report/site-diagnostics.ts';
import type { PageData, PageFile, PageNote, PageSite } from './page-data.ts';

export function pageDataOf(run: Run): PageData {
  const { locale, target, root, files } = run;
  const ids = new Set<string>();
  const shown = files
    .filter((file) => file.sites.length > 0 || file.status !== 'unchanged' || file.diagnostics.length > 0)
    .map((file) => pageFileOf(run, file, ids));
  const codes = new Set(files.flatMap((file) => file.diagnostics.map(({ code }) => code)));
  return {
    locale,
    key: `cygnet:${idOf(root, target ?? '')}`,
    ...(target && { target }),
    files: shown,
    codes: Object.fromEntries(
      [...codes]
        .sort()
        .map((code) => [code, { title: catalogue[code].title[locale], help: catalogue[code].help[locale] }]),
    ),
  };
}

function pageFileOf(run: Run, file: FileResult, ids: Set<string>): PageFile {
  const bySite = diagnosticsBySite(file);
  const told = new Set<FileDiagnostic>();
  const id = claimId(ids, `f${idOf(file.file)}`);
  const sites = file.sites.map((site): PageSite => {
    const own = bySite.get(site) ?? [];
    for (const diagnostic of own) told.add(diagnostic);
    const notes = own.map((diagnostic) => noteOf(run, diagnostic));
    return { id: claimId(ids, siteId(id, site)), ...pageSiteOf(run, site), notes };
  });
  const rest = file.diagnostics.filter((diagnostic) => !told.has(diagnostic));
  const { excerpts = [] } = file;
  return {
    id,
    file: printable(file.file),
    rooted: shownPath(run.root, file.path),
    isFailed: file.status === 'failed' || rest.some(({ severity }) => severity === 'error'),
    sites,
    notes: rest.map((diagnostic) => noteOf(run, diagnostic)),
    excerpts: excerpts.map((excerpt) => ({ ...excerpt, lines: excerpt.lines.map(printable) })),
  };
}

/** Of the file and the text of the call: edits elsewhere leave it alone. */
function siteId(fileId: string, { name, start }: FileSite): string {
  return `s${fileId.slice(1)}-${name?.hash.slice(0, 8) ?? start}`;
}

function pageSiteOf(run: Run, { line, column, endLine, api, verdict, name }: FileSite): Omit<PageSite, 'id' | 'notes'> {
  const isDecidable = run.target !== undefined && !run.isWritten;
  return { line, column, endLine, api, ...(run.target && { verdict }), ...(isDecidable && name && { name }) };
}

function noteOf({ locale }: Run, diagnostic: FileDiagnostic): PageNote {
  const { code, severity, line, column, frame } = diagnostic;
  return {
    ...{ code, severity, line, column },
    message: printable(describe(diagnostic, locale)),
    ...(frame !== undefined && { frame: printableLines(frame.replace(/\n$/, '')) }),
  };
}

/** Eight digits, the same for the same words. */
function idOf(...words: readonly string[]): string {
  return createHash('sha256').update(words.join('\0')).digest('hex').slice(0, 8);
}

function claimId(ids: Set<string>, wanted: string): string {
  let id = wanted;
  for (let i = 2; ids.has(id); i++) id = `${wanted}-${i}`;
  ids.add(id);
  return id;
}
