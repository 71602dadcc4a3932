// In: patterns as a person writes them for paths, --include and --exclude: one dialect for all three. Out: which paths
// they mean, and which of them meant none. `*` stands for anything within one folder, `**` for any folders, `?`, `[…]`
// and `{a,b}` as in shells; what names a folder means all that is in it. The one door to picomatch.
// Knows nothing of what a pattern is for.

import picomatch from 'picomatch';

import { Failure } from '../failure.ts';

const options = { dot: true, posix: true };

export interface Patterns {
  /** @param file relative to what the patterns count from, with `/` */
  matches(file: string): boolean;
  /** Those that no path has matched so far, as they were written. */
  unused(): string[];
}

/** The folder in which all that the pattern means lies; undefined for what is a path and no pattern. */
export function folderOf(glob: string): string | undefined {
  const { base, isGlob } = picomatch.scan(glob, options);
  return isGlob ? base || '.' : undefined;
}

/** @throws Failure when a pattern would mean the contrary of what stands in it */
export function compilePatterns(globs: readonly string[], flag: string): Patterns {
  const compiled = globs.map((glob) => {
    const plain = glob.replace(/^(?:\.\/)+/, '').replace(/\/+$/, '');
    if (plain.startsWith('!') && !plain.startsWith('!(')) {
      throw new Failure({
        what: `${flag} ${glob} begins with !, which no pattern here can`,
        help: 'Name what is meant: --exclude leaves files out, --include takes them in.',
      });
    }
    return { glob, isMatch: picomatch([plain, `${plain}/**`], options), isUsed: false };
  });
  return {
    matches(file) {
      const hits = compiled.filter(({ isMatch }) => isMatch(file));
      for (const hit of hits) hit.isUsed = true;
      return hits.length > 0;
    },
    unused: () => compiled.filter(({ isUsed }) => !isUsed).map(({ glob }) => glob),
  };
}
