// In: a run and what it left. Out: what the person may do next, a sentence each.
// Knows nothing of what it is printed on.

import { type Wording, wordsIn } from '../../src/locale/locale.ts';
import type { Run } from '../../src/workspace/report/run.ts';
import { nothingFound } from './conclusion.ts';
import { type LeftItem, isByChoice } from './left.ts';

export function nextSteps(run: Run, changed: number, left: readonly LeftItem[]): string[] {
  const say = wordsIn(wording, run.locale);
  const steps: string[] = [];
  const isMigrate = run.command === 'migrate';
  if (run.looked === 0 && left.length === 0) steps.push(say.noFile);
  else if (isMigrate && changed === 0 && left.length === 0) steps.push(nothingFound(run));
  if (isMigrate && !run.isWritten && changed > 0) steps.push(say.preview(run.patchCommand ?? 'git apply'));
  if (run.isWritten && run.isInput !== true && changed > 0) steps.push(say.written);
  // What the person chose to leave needs no advice.
  const open = left.filter((item) => !isByChoice(item));
  if (open.length > 0) {
    const code = open.flatMap((item) => item.diagnostics)[0]?.code;
    const isRest = open.length < left.length;
    steps.push(code === undefined ? say.byHand(isRest) : say.byHandAsExplained(isRest, code));
  }
  return steps;
}

const wording = {
  noFile: {
    en: 'No JavaScript or TypeScript file was found: nothing to do here.',
    'zh-CN': '没有找到 JavaScript 或 TypeScript 文件：这里不需要做什么。',
  },
  preview: {
    en: (command: string) => `Nothing was changed. Add --write to apply this, or give the diff to ${command}.`,
    'zh-CN': (command: string) => `尚未改动任何文件。加上 --write 即可写入，也可以把 diff 交给 ${command}。`,
  },
  written: {
    en: 'Look at it with git diff; cygnet undo takes it back.',
    'zh-CN': '用 git diff 查看改动；cygnet undo 可以撤销。',
  },
  byHand: {
    en: (isRest: boolean) => `Move ${isRest ? 'the others' : 'what is left'} by hand, then run again.`,
    'zh-CN': (isRest: boolean) => `请手动修改${isRest ? '其余的' : '遗留的'}调用，然后重新运行。`,
  },
  byHandAsExplained: {
    en: (isRest: boolean, code: string) =>
      `Move ${isRest ? 'the others' : 'what is left'} by hand (cygnet explain ${code} says how), then run again.`,
    'zh-CN': (isRest: boolean, code: string) =>
      `请手动修改${isRest ? '其余的' : '遗留的'}调用（cygnet explain ${code} 说明做法），然后重新运行。`,
  },
} satisfies Wording;
