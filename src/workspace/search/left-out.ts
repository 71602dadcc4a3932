// In: what the search passed by. Out: which paths that were, by reason, counted and named in words.
// Knows nothing of why a rule exists.

export type LeftOutReason =
  'ignored' | 'dependencies' | 'builds' | 'generated' | 'excluded' | 'linksOut' | 'special' | 'otherKinds';

const words: Readonly<Record<LeftOutReason, readonly [one: string, many: string]>> = {
  ignored: ['path that .gitignore names', 'paths that .gitignore names'],
  dependencies: ['folder of installed packages', 'folders of installed packages'],
  builds: ['build folder', 'build folders'],
  generated: ['minified or generated file', 'minified or generated files'],
  excluded: ['excluded path', 'excluded paths'],
  linksOut: ['link that is broken or leads out of the root', 'links that are broken or lead out of the root'],
  special: ['pipe, socket or device', 'pipes, sockets or devices'],
  otherKinds: ['named file of a kind that is not read', 'named files of kinds that are not read'],
};

/** Relative to where the command runs, with `/`, by reason. */
export type LeftOut = Map<LeftOutReason, string[]>;

/** So many are named in words. */
const namedAtMost = 3;

export function noteLeftOut(leftOut: LeftOut, reason: LeftOutReason, file: string): void {
  const known = leftOut.get(reason);
  if (known) known.push(file);
  else leftOut.set(reason, [file]);
}

/** `2 build folders (dist, build), 1 minified or generated file (lib.min.js)`; empty when nothing was left out. */
export function describeLeftOut(leftOut: LeftOut): string {
  return (Object.keys(words) as LeftOutReason[])
    .map((reason) => ({ reason, files: leftOut.get(reason) ?? [] }))
    .filter(({ files }) => files.length > 0)
    .map(({ reason, files }) => `${files.length} ${words[reason][files.length === 1 ? 0 : 1]} (${namesOf(files)})`)
    .join(', ');
}

/** The first few, and how many more there are. */
export function namesOf(files: readonly string[]): string {
  const more = files.length - namedAtMost;
  return [...files.slice(0, namedAtMost), ...(more > 0 ? [`${more} more`] : [])].join(', ');
}
