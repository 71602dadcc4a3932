// In: the results of a run, by program. Out: the same results, with a warning at both ends wherever an upload whose path
// comes from out of sight and a download of the same program do not go to the same host.
// What one file shows by itself has been dealt with there. Knows nothing of how paths go.

import { describe, severityOf } from '../../diagnostics/diagnostics.ts';
import { printable } from '../../text/printable.ts';
import type { FileDiagnostic, FileResult, FileSite } from '../file-result.ts';

interface Placed {
  readonly file: string;
  readonly path: string;
  readonly site: FileSite;
}

export async function withPathWarnings(
  files: readonly FileResult[],
  folderOf: (file: string) => string,
): Promise<FileResult[]> {
  const open = files.flatMap((file) => placed(file).filter(({ site }) => site.isPathOpen));
  if (open.length === 0) return [...files];
  const downloads = files.flatMap((file) => placed(file).filter(({ site }) => site.api === 'downloadFile'));
  const told = new Map<FileSite, Placed>();
  for (const upload of open) {
    const split = downloads.filter(
      (download) => folderOf(download.path) === folderOf(upload.path) && stays(download) !== stays(upload),
    );
    for (const download of split) {
      if (!told.has(upload.site)) told.set(upload.site, download);
      if (!told.has(download.site)) told.set(download.site, upload);
    }
  }
  if (told.size === 0) return [...files];
  return files.map((file) => {
    const own = file.sites.filter((site) => told.has(site) && !site.codes.includes('file-path-split'));
    const diagnostics = own.map((site): FileDiagnostic => {
      const { line, column, endLine, endColumn, api } = site;
      const other = told.get(site);
      const place = { file: printable(other?.file ?? ''), line: other?.site.line ?? 1 };
      const details = { api, moves: site.verdict !== 'kept', other: other?.site.api ?? '*', place, isSeen: false };
      const said = { code: 'file-path-split', details } as const;
      const where = { line, column, endLine, endColumn };
      return { ...said, severity: severityOf(said.code), ...where, message: describe(said, 'en') };
    });
    if (own.length === 0) return file;
    const sites = file.sites.map((site) =>
      own.includes(site) ? { ...site, codes: [...site.codes, 'file-path-split'] } : site,
    );
    return { ...file, sites, diagnostics: [...file.diagnostics, ...diagnostics].sort(byPlace) };
  });
}

function placed({ file, path, sites }: FileResult): Placed[] {
  return sites.map((site) => ({ file, path, site }));
}

function stays({ site }: Placed): boolean {
  return site.verdict === 'kept';
}

function byPlace(a: FileDiagnostic, b: FileDiagnostic): number {
  return a.line - b.line || a.column - b.column;
}
