// In: a root. Out: the last write there taken back, byte for byte: all of its files, or none when one of them was edited
// since; with `keepsEdited` all but those. The journal lives on as long as a file is not as it was.
// Knows nothing of swan.

import { printable } from '../../src/text/printable.ts';
import { type InEach, type Locale, type Wording, inEach, wordsIn } from '../../src/locale/locale.ts';
import { Failure, sentence, whyOf } from '../../src/workspace/failure.ts';
import { withLock } from './lock.ts';
import { type NotRestored, type Restored, type State, notRestored, restoreRun, statesOf } from './restore.ts';
import { type JournalRun, dropRun, dropUnfinished, findRuns } from './runs.ts';

export interface Undone extends Restored {
  /** The write had been cut off. */
  readonly wasCutOff: boolean;
}

/** @throws Failure when there is nothing to undo, or when a file was edited since and is not to be kept */
export async function undoLastRun(root: string, keepsEdited: boolean): Promise<Undone> {
  if ((await findRuns(root).next()).done === true) throw nothingToUndo(root);
  return withLock(root, async () => {
    await dropUnfinished(root);
    const run = await findRun(root, keepsEdited);
    const done = await restoreRun(root, run).catch((error: unknown) => {
      if (error instanceof Failure) throw error;
      throw new Failure({
        what: {
          en: 'nothing could be taken back, and no file was touched',
          'zh-CN': '无法撤销，也没有触碰任何文件',
        },
        why: sentence(whyOf(error)),
        help: { en: 'Mend that, then run cygnet undo again.', 'zh-CN': '请解决这个问题，然后重新运行 cygnet undo。' },
      });
    });
    if (done.left.length === 0) await dropRun(run);
    else if (!keepsEdited) throw halfDone(done);
    return { ...done, wasCutOff: !run.isDone };
  });
}

/** The last one; with `keepsEdited` the last one of which something can be taken back. */
async function findRun(root: string, keepsEdited: boolean): Promise<JournalRun> {
  const stuck: NotRestored[] = [];
  for await (const run of findRuns(root)) {
    const states = await statesOf(root, run);
    const left = leftOf(run, states);
    if (left.length === 0) return run;
    if (!keepsEdited) throw notTouched(left);
    const isRest = run.journal.entries.some((entry, i) => states[i]?.is === 'after' && !entry.isShim);
    if (isRest) return run;
    stuck.push(...left);
  }
  if (stuck.length === 0) throw nothingToUndo(root);
  throw notTouched(stuck);
}

function leftOf(run: JournalRun, states: readonly State[]): NotRestored[] {
  return run.journal.entries.flatMap((entry, i) => {
    const state = states[i];
    if (!state || state.is === 'before' || state.is === 'after') return [];
    if (state.is === 'unknown') {
      throw new Failure({
        what: {
          en: `${entry.file} cannot be looked at, so nothing was taken back`,
          'zh-CN': `${entry.file} 无法查看，因此没有撤销任何文件`,
        },
        why: sentence(state.why),
        help: { en: 'Mend that, then run cygnet undo again.', 'zh-CN': '请解决这个问题，然后重新运行 cygnet undo。' },
      });
    }
    return [notRestored(run, i, entry, state.why, state.is === 'edited')];
  });
}

/** One line for each: the file, why it was left, and where its bytes as they were lie. */
export function describeLeft(left: readonly NotRestored[], locale: Locale): string {
  const { asItWas, copied, line } = wordsIn(wording, locale);
  return left
    .map(({ file, why, copy, isEdited }) => {
      const where = copy === undefined ? '' : (isEdited ? asItWas : copied)(copy);
      return line(printable(file), why[locale]) + where;
    })
    .join('\n');
}

const wording = {
  line: {
    en: (file: string, why: string) => `${file}: ${why}`,
    'zh-CN': (file: string, why: string) => `${file}：${why}`,
  },
  asItWas: {
    en: (copy: string) => ` (as it was: ${copy})`,
    'zh-CN': (copy: string) => `（原内容：${copy}）`,
  },
  copied: { en: (copy: string) => ` (its copy: ${copy})`, 'zh-CN': (copy: string) => `（副本：${copy}）` },
} satisfies Wording;

function inLines(left: readonly NotRestored[]): InEach<string> {
  return inEach((locale) => describeLeft(left, locale));
}

function notTouched(left: readonly NotRestored[]): Failure {
  const n = left.length;
  return new Failure({
    what: left.every(({ isEdited }) => isEdited)
      ? {
          en: `${n} ${n === 1 ? 'file was' : 'files were'} edited since the last write, so nothing was taken back`,
          'zh-CN': `上次写入之后有 ${n} 个文件被编辑过，因此没有撤销任何文件`,
        }
      : {
          en: `${n} ${n === 1 ? 'file' : 'files'} cannot be taken back, so nothing was`,
          'zh-CN': `有 ${n} 个文件无法恢复，因此没有撤销任何文件`,
        },
    why: inLines(left),
    help: {
      en: 'cygnet undo --keep-edited takes the other files back and leaves these as they are.',
      'zh-CN': 'cygnet undo --keep-edited 会恢复其余文件，这些则保持现状。',
    },
  });
}

function halfDone({ restored, removed, left }: Restored): Failure {
  const count = restored.length + removed.length;
  return new Failure({
    what: {
      en: `${left.length} of the files could not be brought back; ${count === 0 ? 'no other was touched' : `the other ${count} are as they were`}`,
      'zh-CN': `有 ${left.length} 个文件无法恢复；${count === 0 ? '其余文件没有触碰' : `其余 ${count} 个已恢复原样`}`,
    },
    why: inLines(left),
    help: { en: 'Mend that, then run cygnet undo again.', 'zh-CN': '请解决这个问题，然后重新运行 cygnet undo。' },
  });
}

function nothingToUndo(root: string): Failure {
  return new Failure({
    what: { en: `there is nothing to undo in ${root}`, 'zh-CN': `${root} 中没有可以撤销的内容` },
    why: { en: 'No write of cygnet is on record there.', 'zh-CN': '那里没有 cygnet 写入的记录。' },
    help: {
      en: 'Name the folder of the project: cygnet undo PATH.',
      'zh-CN': '请指定项目所在的文件夹：cygnet undo PATH。',
    },
  });
}
