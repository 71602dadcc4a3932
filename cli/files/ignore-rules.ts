// In: .gitignore files, nested as git nests them. Out: whether a path is ignored.
// The rules that lie nearest to a path decide first; what no file speaks of is not ignored.
// Knows nothing of build folders and of the options of the command line.

import path from 'node:path';

import ignore, { type Ignore } from 'ignore';

import { Failure, codeOf, reasonOf } from '../failure.ts';
import { readSettings } from './regular-file.ts';

/** The rules of one folder and of those around it. */
export interface IgnoreRules {
  readonly folder: string;
  readonly matcher: Ignore;
  readonly outer?: IgnoreRules;
}

/** The rules that hold in `folder`: `outer`, and the .gitignore that may lie in it. */
export function enterFolder(folder: string, outer: IgnoreRules | undefined): IgnoreRules | undefined {
  return readRules(folder, path.join(folder, '.gitignore'), outer);
}

/** Adds the rules of `file`, as seen from `folder`. Without such a file nothing is added. */
export function readRules(folder: string, file: string, outer: IgnoreRules | undefined): IgnoreRules | undefined {
  let text: string;
  try {
    text = readSettings(file);
  } catch (error) {
    // Without its rules files would be written that nobody meant to be.
    if (codeOf(error) === 'EFBIG') {
      throw new Failure({
        what: `${file} was not read: ${reasonOf(error)}`,
        help: 'Go without such files: --no-gitignore.',
      });
    }
    return outer;
  }
  const matcher = ignore({ allowRelativePaths: true }).add(text);
  return outer ? { folder, matcher, outer } : { folder, matcher };
}

/** @param file absolute path below every folder of the rules */
export function isIgnored(rules: IgnoreRules | undefined, file: string, isFolder: boolean): boolean {
  for (let at = rules; at; at = at.outer) {
    const relative = path.relative(at.folder, file).split(path.sep).join('/');
    if (relative === '' || relative.startsWith('../')) continue;
    const verdict = at.matcher.test(isFolder ? `${relative}/` : relative);
    if (verdict.ignored) return true;
    if (verdict.unignored) return false;
  }
  return false;
}
