// In: the sites and the diagnostics of a file. Out: what is said of each site: of calls that stand in each other, what is said inside
// the inner one is about that one alone. Knows nothing of what is said.

import type { FileDiagnostic, FileResult, FileSite } from '../file-result.ts';

export type DiagnosticsBySite = ReadonlyMap<FileSite, readonly FileDiagnostic[]>;

/** A site of which nothing is said has no entry. */
export function diagnosticsBySite({
  sites,
  diagnostics,
}: Pick<FileResult, 'sites' | 'diagnostics'>): DiagnosticsBySite {
  const innerFirst = [...sites].sort((a, b) => a.end - a.start - (b.end - b.start));
  const own = new Map<FileSite, FileDiagnostic[]>();
  for (const diagnostic of diagnostics) {
    const mayHave = innerFirst.filter(({ codes }) => codes.includes(diagnostic.code));
    const site = mayHave.find((one) => isInside(diagnostic, one)) ?? mayHave.find((one) => isOnLines(diagnostic, one));
    if (site) own.set(site, [...(own.get(site) ?? []), diagnostic]);
  }
  return own;
}

function isInside(place: FileDiagnostic, site: FileSite): boolean {
  const isAfterStart = place.line > site.line || (place.line === site.line && place.column >= site.column);
  const isBeforeEnd = place.line < site.endLine || (place.line === site.endLine && place.column <= site.endColumn);
  return isAfterStart && isBeforeEnd;
}

/** What surrounds a call may be what is said of it. */
function isOnLines({ line }: FileDiagnostic, site: FileSite): boolean {
  return line >= site.line && line <= site.endLine;
}
