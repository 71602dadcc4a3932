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
  const told = new Map([...partedFrom(open, downloads, folderOf), ...partedFrom(downloads, open, folderOf)]);
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

/** By each of the sites that is parted from one of the others in its program: the first of these. */
function partedFrom(
  sites: readonly Placed[],
  others: readonly Placed[],
  folderOf: (file: string) => string,
): Map<FileSite, Placed> {
  const firsts = new Map<string, Placed>();
  const keyOf = (folder: string, isStaying: boolean): string => `${isStaying ? 'stays' : 'moves'} ${folder}`;
  for (const other of others) {
    const key = keyOf(folderOf(other.path), stays(other));
    if (!firsts.has(key)) firsts.set(key, other);
  }
  return new Map(
    sites.flatMap((one) => {
      const other = firsts.get(keyOf(folderOf(one.path), !stays(one)));
      return other ? [[one.site, other] as const] : [];
    }),
  );
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
