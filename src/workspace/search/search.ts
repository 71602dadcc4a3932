// In: the places to search, and the rules for what to leave out. Out: the script files, in a fixed order,
// each once, and what was passed by. What is in them is for others to read.

import type { InEach } from '../../locale/locale.ts';
import type { FileSystem } from '../files.ts';
import type { IgnoreRules } from './ignore-rules.ts';
import type { LeftOut } from './left-out.ts';
import { compilePatterns } from './patterns.ts';
import { type SearchRoot, nothingThere } from './search-roots.ts';
import { type Walk, enter, meet } from './walk.ts';

export interface FoundFile {
  /** Relative to where the command runs, with `/`. */
  readonly file: string;
  /** Absolute, without links: what is read and written. */
  readonly path: string;
  /** Named by a person, on the command line or with --include: taken even when it looks generated. */
  readonly isIncluded: boolean;
  /** Why it cannot be read, as far as the search knows: a folder may stand here, too. */
  readonly fault?: InEach<string>;
}

export interface Search {
  readonly found: readonly FoundFile[];
  readonly leftOut: LeftOut;
  /** Files that may hold programs of kinds that are not read; absolute, without links. */
  readonly otherKinds: readonly string[];
  /** The patterns that meant no path, with their flags. */
  readonly unused: readonly string[];
}

export interface SearchRules {
  readonly cwd: string;
  readonly root: string;
  readonly include: readonly string[];
  readonly exclude: readonly string[];
  readonly hasGitignore: boolean;
  /** The rules that hold in a folder before its own: what git keeps elsewhere, and what lies around it. */
  readonly rulesAround?: (folder: string) => Promise<IgnoreRules | undefined>;
  /** Absolute paths: only these are wanted. */
  readonly since?: ReadonlySet<string>;
}

/** All script files in the places. */
export async function searchFiles(
  files: FileSystem,
  places: readonly SearchRoot[],
  rules: SearchRules,
): Promise<Search> {
  const walk: Walk = {
    files,
    rules,
    include: compilePatterns(rules.include, '--include'),
    exclude: compilePatterns(rules.exclude, '--exclude'),
    isInPackagesWanted: rules.include.some((glob) => glob.includes('node_modules')),
    found: new Map(),
    leftOut: new Map(),
    otherKinds: new Set(),
    at: undefined,
    visited: new Set(),
  };
  for (const place of places) {
    walk.at = place;
    if (!place.isFolder) {
      meet(walk, place.path, 'named');
      continue;
    }
    walk.visited = new Set();
    const outer = rules.hasGitignore ? await rules.rulesAround?.(place.path) : undefined;
    enter(walk, place.path, outer, false);
    if (place.wanted && place.wanted.unused().length > 0) throw nothingThere(files, rules.cwd, place.named, true);
  }
  const { include, exclude, found, leftOut, otherKinds } = walk;
  // What was taken in after all is not left out.
  const taken = new Set([...found.values()].flatMap(({ file, isIncluded }) => (isIncluded ? around(file) : [])));
  for (const [reason, paths] of leftOut)
    leftOut.set(
      reason,
      paths.filter((one) => !taken.has(one)),
    );
  return {
    found: [...found.values()].sort((a, b) => (a.file < b.file ? -1 : 1)),
    leftOut,
    otherKinds: [...otherKinds].sort(),
    unused: [
      ...include.unused().map((glob) => `--include ${glob}`),
      ...exclude.unused().map((glob) => `--exclude ${glob}`),
    ],
  };
}

/** The path itself and the folders around it, as paths with `/`. */
function around(file: string): string[] {
  const parts = file.split('/');
  return parts.map((_, i) => parts.slice(0, i + 1).join('/'));
}
