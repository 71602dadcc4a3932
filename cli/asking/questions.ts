// In: the sites of a run. Out: what is asked of a person: one question for each site that would be rewritten, and one for all
// socket calls of a program that share its socket.
// Knows nothing of answers.

import type { FileResult, FileSite } from '../../src/workspace/file-result.ts';

/** The sites that one answer is for. */
export type SiteQuestion = readonly [AskedSite, ...AskedSite[]];

export interface AskedSite {
  readonly file: FileResult;
  readonly site: FileSite;
}

/** In the order of the files; a question stands where its first site does. */
export async function questionsOf(
  files: readonly FileResult[],
  folderOf: (file: string) => string,
): Promise<readonly SiteQuestion[]> {
  const { sharesSocket, socketApis } = await import('../../src/core.ts');
  const sites = files.flatMap((file) =>
    file.sites.filter((site) => site.verdict !== 'kept').map((site) => ({ file, site })),
  );
  const isSocket = ({ site }: AskedSite): boolean => socketApis.some((api) => api === site.api);
  const families = new Map<string, AskedSite[]>();
  for (const one of sites.filter(isSocket)) {
    const folder = folderOf(one.file.path);
    families.set(folder, [...(families.get(folder) ?? []), one]);
  }
  const asked = new Set<string>();
  return sites.flatMap((one): SiteQuestion[] => {
    if (!isSocket(one)) return [[one]];
    const folder = folderOf(one.file.path);
    const family = families.get(folder) ?? [one];
    if (!sharesSocket(family.map(({ site }) => site))) return [[one]];
    if (asked.has(folder)) return [];
    asked.add(folder);
    return [[one, ...family.filter((other) => other !== one)]];
  });
}
