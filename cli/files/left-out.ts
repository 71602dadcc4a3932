// In: what the search passed by. Out: how much of it there was, by reason, in words.
// Knows nothing of why a rule exists.

export type Reason =
  'ignored' | 'dependencies' | 'builds' | 'generated' | 'excluded' | 'linksOut' | 'special' | 'otherKinds';

const words: Readonly<Record<Reason, readonly [one: string, many: string]>> = {
  ignored: ['path that .gitignore names', 'paths that .gitignore names'],
  dependencies: ['folder of installed packages', 'folders of installed packages'],
  builds: ['build folder', 'build folders'],
  generated: ['minified or generated file', 'minified or generated files'],
  excluded: ['excluded path', 'excluded paths'],
  linksOut: ['link that is broken or leads out of the root', 'links that are broken or lead out of the root'],
  special: ['pipe, socket or device', 'pipes, sockets or devices'],
  otherKinds: ['named file that is no JavaScript or TypeScript', 'named files that are no JavaScript or TypeScript'],
};

export type LeftOut = Map<Reason, number>;

export function countLeftOut(leftOut: LeftOut, reason: Reason, by = 1): void {
  leftOut.set(reason, (leftOut.get(reason) ?? 0) + by);
}

/** `2 build folders, 1 minified or generated file`; empty when nothing was left out. */
export function describeLeftOut(leftOut: LeftOut): string {
  return (Object.keys(words) as Reason[])
    .filter((reason) => (leftOut.get(reason) ?? 0) > 0)
    .map((reason) => {
      const count = leftOut.get(reason) ?? 0;
      return `${count} ${words[reason][count === 1 ? 0 : 1]}`;
    })
    .join(', ');
}
