// In: the files of a run. Out: what is left in them, each place with its reasons, and whether it is a person's own choice that it is.
// Knows nothing of formats.

import type { FileDiagnostic, FileResult } from '../../src/workspace/file-result.ts';
import { diagnosticsBySite } from '../../src/workspace/report/site-diagnostics.ts';

/** One thing that a person has to see to. */
export interface LeftItem {
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly what: string;
  readonly diagnostics: readonly FileDiagnostic[];
}

/** The sites that were kept, and the files that failed, each with its reasons. */
export function leftOf(files: readonly FileResult[]): LeftItem[] {
  return files.flatMap((file) => {
    const items: LeftItem[] = [];
    const bySite = diagnosticsBySite(file);
    const told = new Set<FileDiagnostic>();
    for (const site of file.sites) {
      if (site.verdict !== 'kept') continue;
      const own = bySite.get(site) ?? [];
      for (const diagnostic of own) told.add(diagnostic);
      items.push({ file: file.file, line: site.line, column: site.column, what: apiName(site.api), diagnostics: own });
    }
    for (const error of file.diagnostics) {
      if (error.severity !== 'error' || told.has(error)) continue;
      items.push({ file: file.file, line: error.line, column: error.column, what: '', diagnostics: [error] });
    }
    return items.sort((a, b) => a.line - b.line || a.column - b.column);
  });
}

export function apiName(api: string): string {
  return api === '*' ? 'swan' : api;
}

/** A site stays because somebody wanted it to, or has not said yet what he wants: nothing is to be mended there. */
export function isByChoice({ diagnostics }: LeftItem): boolean {
  return diagnostics.some(({ code }) => code === 'declined' || code === 'undecided' || code === 'kept-on-request');
}
