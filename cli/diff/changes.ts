// In: a plan. Out: its changes: whole, as a patch that git applies, or as a person at a terminal wants to see them: the
// program's own changes in colours, nearest to the end, and each shim as one line with its size.
// Knows nothing of streams.

import { type Locale, type Wording, wordsIn } from '../../src/locale/locale.ts';
import { printable } from '../../src/text/printable.ts';
import { findWorkTree } from '../../src/workspace/disk/git.ts';
import { hunksOf } from '../../src/workspace/hunks.ts';
import { isWithin, shownPath } from '../../src/workspace/paths.ts';
import type { Plan } from '../plan/plan.ts';
import { type Medium, paragraph } from '../medium.ts';
import { unifiedDiff } from './unified.ts';

/** What the paths of a patch are relative to, and the command that takes it where the person is now. */
export interface PatchPlace {
  readonly folder: string;
  /** `git apply`, or `git -C ../.. apply`: elsewhere git passes over what lies outside, without a word. */
  readonly command: string;
}

/** The top of the work tree, which is what git takes such paths for; without one the folder that holds all changes. */
export async function placeOfPatch({ files, shims, root }: Plan, cwd: string): Promise<PatchPlace> {
  const changed = [...files.filter((file) => file.status === 'changed'), ...shims];
  const isHere = changed.every((file) => isWithin(cwd, file.path));
  const around = isHere ? cwd : root;
  // Where git does not trust a repository, it applies as if there were none.
  const folder = (await findWorkTree(around).catch(() => undefined)) ?? around;
  return { folder, command: isHere ? 'git apply' : `git -C ${inShell(shownPath(cwd, folder))} apply` };
}

function inShell(word: string): string {
  return /^[\w./@-]+$/.test(word) ? word : `'${word.replaceAll("'", "'\\''")}'`;
}

/** One part for each file, the shims last. */
export function* patchOf({ files, shims }: Plan, folder: string): Generator<string> {
  for (const { path, hunks } of files) {
    if (hunks && hunks.length > 0) yield unifiedDiff({ file: shownPath(folder, path), isNew: false, hunks });
  }
  for (const { path, before, after } of shims) {
    if (before === after) continue;
    const hunks = hunksOf(before ?? '', after);
    yield unifiedDiff({ file: shownPath(folder, path), isNew: before === undefined, hunks });
  }
}

/** For a person: the changes of the program itself stand last, and a shim is a line. */
export function* changesOf({ files, shims }: Plan, cwd: string, locale: Locale, medium: Medium): Generator<string> {
  const { made, changed, size } = wordsIn(wording, locale);
  const { bold } = medium.colours;
  for (const { path, before, after } of shims) {
    if (before === after) continue;
    const what = before === undefined ? made : changed;
    const facts = `${what}${size(Buffer.byteLength(after), linesIn(after))}`;
    yield `${paragraph(medium, facts, `${bold(printable(shownPath(cwd, path)))}  `)}\n`;
  }
  for (const { path, hunks } of files) {
    if (hunks && hunks.length > 0)
      yield unifiedDiff({ file: shownPath(cwd, path), isNew: false, hunks }, medium.colours);
  }
}

const wording = {
  made: { en: 'new', 'zh-CN': '新增' },
  changed: { en: 'changed', 'zh-CN': '有改动' },
  size: {
    en: (bytes: number, lines: number) => `, ${inKilobytes(bytes)}, ${lines} ${lines === 1 ? 'line' : 'lines'}`,
    'zh-CN': (bytes: number, lines: number) => `，${inKilobytes(bytes)}，${lines} 行`,
  },
} satisfies Wording;

function inKilobytes(bytes: number): string {
  return `${(bytes / 1000).toFixed(1)} kB`;
}

function linesIn(text: string): number {
  return text.split('\n').length - 1;
}
