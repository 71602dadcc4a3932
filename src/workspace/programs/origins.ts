// In: what files came to. Out: the same, with the origins that constants of the file itself show, and of other modules.
// Knows nothing of how they are found.

import type { FoundOrigin } from '../../project/origins.ts';
import type { Project } from '../../project/project.ts';
import type { ParsedTexts } from '../../syntax/parsed-texts.ts';
import type { FileResult } from '../file-result.ts';

/** With what the file shows by itself; where another module has to be asked its urls stay open. */
export async function withOwnOrigins(
  file: FileResult,
  name: string,
  text: string,
  texts: ParsedTexts,
): Promise<FileResult> {
  if (!file.openUrls) return file;
  const { findOwnOrigins } = await import('../../project/origins.ts');
  const found = findOwnOrigins({ path: name, openUrls: file.openUrls }, text, texts);
  if (!found) return file;
  const { openUrls: _, ...known } = found.reduce(withOrigin, file);
  return known;
}

/** With what other modules show. */
export async function withOrigins(files: readonly FileResult[], project: Project): Promise<FileResult[]> {
  const open = files.flatMap(({ path, openUrls }) => (openUrls ? [{ path, openUrls }] : []));
  if (open.length === 0) return [...files];
  const found = await project.originsFor(open);
  return files.map((file) => (found.get(file.path) ?? []).reduce(withOrigin, file));
}

/** A url that is known and names no origin is one less that a list has to wait for. */
function withOrigin(file: FileResult, { api, origin, methods, headers }: FoundOrigin): FileResult {
  const { [api]: count = 0, ...others } = file.unknownOrigins ?? {};
  const unknownOrigins = count > 1 ? { ...others, [api]: count - 1 } : others;
  if (origin === undefined) return { ...file, unknownOrigins };
  return {
    ...file,
    unknownOrigins,
    hosts: { ...file.hosts, [api]: joined(file.hosts[api], [origin]) },
    // Reports join what is said of one origin.
    origins: [...file.origins, { origin, apis: [api], methods, headers }],
  };
}

function joined(some: readonly string[], more: readonly string[]): string[] {
  return [...new Set([...some, ...more])].sort();
}
