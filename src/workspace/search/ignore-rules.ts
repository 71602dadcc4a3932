// In: .gitignore files, nested as git nests them. Out: whether a path is ignored.
// The rules that lie nearest to a path decide first; what no file speaks of is not ignored.
// Knows nothing of build folders and of the options of the command line.

import path from 'node:path';

import { Failure, codeOf, whyOf } from '../failure.ts';
import { type Glob, matchesGlob, parseGlob } from './glob.ts';
import { type FileSystem, readSettings } from '../files.ts';

/** The rules of one folder and of those around it. */
export interface IgnoreRules {
  readonly folder: string;
  readonly rules: readonly Rule[];
  /** What was found about the folders below it. */
  readonly known: Map<string, Verdict>;
  readonly outer?: IgnoreRules;
  /** git goes by what the file system does. */
  readonly isCaseFolded: boolean;
}

/** One line of an ignore file. */
interface Rule {
  readonly glob: Glob;
  /** Asked of the name alone, wherever it lies. */
  readonly isName: boolean;
  readonly isForFolders: boolean;
  readonly isNegated: boolean;
}

type Verdict = 'ignored' | 'wanted' | 'unknown';

/** The rules that hold in `folder`: `outer`, and the .gitignore that may lie in it. */
export function enterFolder(
  files: FileSystem,
  folder: string,
  outer: IgnoreRules | undefined,
): IgnoreRules | undefined {
  return readRules(files, folder, path.join(folder, '.gitignore'), outer);
}

/** Adds the rules of `file`, as seen from `folder`. Without such a file nothing is added. */
export function readRules(
  files: FileSystem,
  folder: string,
  file: string,
  outer: IgnoreRules | undefined,
): IgnoreRules | undefined {
  let text: string;
  try {
    text = readSettings(files, file);
  } catch (error) {
    // Without its rules files would be written that nobody meant to be.
    if (codeOf(error) === 'EFBIG') {
      throw new Failure({
        what: {
          en: `${file} was not read: ${whyOf(error).en}`,
          'zh-CN': `${file} 没有读取：${whyOf(error)['zh-CN']}`,
        },
        help: { en: 'Go without such files: --no-gitignore.', 'zh-CN': '可以不用这类文件：--no-gitignore' },
      });
    }
    return outer;
  }
  const { isCaseFolded = false } = files;
  const rules = text.split('\n').flatMap((line) => parseLine(line, isCaseFolded));
  const own = { folder, rules, isCaseFolded, known: new Map<string, Verdict>() };
  return outer ? { ...own, outer } : own;
}

/** @param file absolute path below every folder of the rules */
export function isIgnored(rules: IgnoreRules | undefined, file: string, isFolder: boolean): boolean {
  for (let at = rules; at; at = at.outer) {
    const relative = path.relative(at.folder, file).split(path.sep).join('/');
    if (relative === '' || relative.startsWith('../')) continue;
    const verdict = verdictOn(at, relative, isFolder);
    if (verdict !== 'unknown') return verdict === 'ignored';
  }
  return false;
}

/** What lies in an ignored folder is ignored: nothing takes it back. */
function verdictOn(rules: IgnoreRules, file: string, isFolder: boolean): Verdict {
  const end = file.lastIndexOf('/');
  if (end > 0 && folderVerdict(rules, file.slice(0, end)) === 'ignored') return 'ignored';
  const name = file.slice(end + 1);
  const rule = rules.rules.findLast(
    (one) => (isFolder || !one.isForFolders) && matchesGlob(one.glob, one.isName ? name : file, rules),
  );
  if (!rule) return 'unknown';
  return rule.isNegated ? 'wanted' : 'ignored';
}

function folderVerdict(rules: IgnoreRules, folder: string): Verdict {
  const known = rules.known.get(folder);
  if (known !== undefined) return known;
  const verdict = verdictOn(rules, folder, true);
  rules.known.set(folder, verdict);
  return verdict;
}

/** `!/a/**⏎` → the opposite of a rule for all that lies in the folder a beside the file. */
function parseLine(line: string, isCaseFolded: boolean): Rule[] {
  let text = withoutTrailingSpaces(line.endsWith('\r') ? line.slice(0, -1) : line);
  if (text === '' || text.startsWith('#')) return [];
  const isNegated = text.startsWith('!');
  if (isNegated) text = text.slice(1);
  const isForFolders = text.endsWith('/');
  if (isForFolders) text = text.slice(0, -1);
  const isName = !text.includes('/');
  if (text.startsWith('/')) text = text.slice(1);
  if (text === '') return [];
  // What lies in the folder, and not the folder.
  if (text.endsWith('/**')) text += '/*';
  return [{ glob: parseGlob(text, { isCaseFolded }), isName, isForFolders, isNegated }];
}

/** A space behind a backslash is part of the name. */
function withoutTrailingSpaces(line: string): string {
  let end = line.length;
  while (end > 0 && line[end - 1] === ' ') end--;
  let slashes = 0;
  while (line[end - slashes - 1] === '\\') slashes++;
  return line.slice(0, slashes % 2 === 1 && end < line.length ? end + 1 : end);
}
