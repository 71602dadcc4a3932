// In: a folder. Out: the last write there taken back, and which files that were.
// Knows the journal only; what the writes were for is none of its business.

import { realpath } from 'node:fs/promises';
import path from 'node:path';

import { type Locale, type Wording, wordsIn } from '../../src/locale/locale.ts';
import { printable } from '../../src/text/printable.ts';
import type { ExitCode } from '../exit-code.ts';
import { Failure, sentence, whyOf } from '../../src/workspace/failure.ts';
import { disk } from '../../src/workspace/disk/disk.ts';
import { shownPath } from '../../src/workspace/paths.ts';
import { findRoot } from '../../src/workspace/root.ts';
import { paragraph } from '../medium.ts';
import type { Streams } from '../streams.ts';
import { describeLeft, undoLastRun } from '../write/undo.ts';

export interface UndoSettings {
  readonly cwd: string;
  /** As given: the folder of the project. */
  readonly folder?: string;
  /** Files that were edited since stay, and all others are taken back. */
  readonly keepsEdited: boolean;
  readonly isQuiet: boolean;
  readonly locale: Locale;
}

export async function undo(settings: UndoSettings, streams: Streams): Promise<ExitCode> {
  const { cwd, keepsEdited, isQuiet, locale } = settings;
  const say = wordsIn(wording, locale);
  const start = await findFolder(settings);
  // The root that a write would have taken, and none above it: that may be a journal of somebody else.
  const root = findRoot(disk, start, [start]);
  const { restored, removed, left, wasCutOff } = await undoLastRun(root, keepsEdited);
  const shown = (file: string) => printable(shownPath(cwd, path.join(root, file)));
  const tell = (text: string, lead = '') => streams.err(`${paragraph(streams.errMedium, text, lead)}\n`);
  if (!isQuiet) {
    if (wasCutOff) tell(say.wasCutOff);
    for (const file of restored) tell(shown(file), say.restored);
    for (const file of removed) tell(shown(file), say.removed);
  }
  if (left.length > 0) {
    for (const item of left) tell(describeLeft([{ ...item, file: shown(item.file) }], locale), say.kept);
    tell(say.keptOnRecord);
    return 1;
  }
  if (!isQuiet) tell(restored.length + removed.length === 0 ? say.nothing : say.done);
  return 0;
}

async function findFolder({ cwd, folder = '.' }: UndoSettings): Promise<string> {
  return realpath(path.resolve(cwd, folder)).catch((error: unknown) => {
    throw new Failure({
      what: { en: `there is no folder ${folder}`, 'zh-CN': `没有文件夹 ${folder}` },
      why: sentence(whyOf(error)),
    });
  });
}

const wording = {
  restored: { en: 'restored  ', 'zh-CN': '已恢复  ' },
  removed: { en: 'removed   ', 'zh-CN': '已删除  ' },
  kept: { en: 'kept      ', 'zh-CN': '保留    ' },
  wasCutOff: { en: 'The last write had been cut off.', 'zh-CN': '上一次写入曾中断。' },
  keptOnRecord: {
    en: 'What was kept is on record still: cygnet undo takes it back as soon as it is as it was written.',
    'zh-CN': '保留的文件仍有记录：只要它们恢复到写入时的样子，cygnet undo 就可以撤销。',
  },
  nothing: { en: 'No file had been written.', 'zh-CN': '没有写入过任何文件。' },
  done: { en: 'Everything is as it was before the last write.', 'zh-CN': '一切都已恢复到上次写入之前的样子。' },
} satisfies Wording;
