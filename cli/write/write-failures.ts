// In: what kept a write from being done, and where. Out: the failures and remarks of a write, in each language.
// Knows nothing of how files are written.

import { type InEach, inEach } from '../../src/locale/locale.ts';
import { Failure, codeOf, type FailureParts, sentence, whyOf } from '../../src/workspace/failure.ts';
import type { NotRestored } from './restore.ts';
import { stateFolderOf } from './state-folder.ts';
import { describeLeft } from './undo.ts';

export function writeFailureOf(error: unknown, shown: string): Failure {
  if (error instanceof Failure) return error;
  if (codeOf(error) === 'EEXIST') return changedInBetween(shown);
  return new Failure({
    what: { en: `${shown} could not be written`, 'zh-CN': `${shown} 无法写入` },
    why: sentence(whyOf(error)),
    help: { en: 'Mend that and run again.', 'zh-CN': '请解决这个问题，然后重新运行。' },
  });
}

export function journalFailed(root: string, error: unknown): Failure {
  const why = whyOf(error);
  return new Failure({
    what: {
      en: 'nothing was changed: the journal for undo could not be written',
      'zh-CN': '没有改动任何文件：无法写入供撤销用的记录',
    },
    why: { en: `${why.en} (${stateFolderOf(root)}).`, 'zh-CN': `${why['zh-CN']}（${stateFolderOf(root)}）。` },
  });
}

export function otherName(shown: string): InEach<string> {
  return {
    en: `${shown} has another name (a hard link), where the text is as it was before`,
    'zh-CN': `${shown} 还有另一个名字（硬链接），那里的内容仍是改动之前的`,
  };
}

export function lostBits(shown: string): InEach<string> {
  return {
    en: `${shown} lost its setuid, setgid or sticky bit`,
    'zh-CN': `${shown} 失去了 setuid、setgid 或 sticky 位`,
  };
}

/** What stands there is not the file any more that the plan was made from. */
export function becameOther(shown: string, kind: InEach<string>): Failure {
  return new Failure({
    what: {
      en: `${shown} has become ${kind.en} since it was read, so nothing was written`,
      'zh-CN': `${shown} 在读取之后变成了${kind['zh-CN']}，因此没有写入任何文件`,
    },
    help: runAgain,
  });
}

export function unreadableFile(shown: string, error: unknown): Failure {
  return new Failure({
    what: {
      en: `${shown} cannot be read any more, so nothing was written`,
      'zh-CN': `${shown} 已无法读取，因此没有写入任何文件`,
    },
    why: sentence(whyOf(error)),
    help: { en: 'Mend that and run again.', 'zh-CN': '请解决这个问题，然后重新运行。' },
  });
}

export function outsideOfRoot(shown: string, root: string, folder: string, real: string): Failure {
  return new Failure({
    what: {
      en: `${shown} would lie outside of the root ${root}, so nothing was written`,
      'zh-CN': `${shown} 会落在根目录 ${root} 之外，因此没有写入任何文件`,
    },
    why: { en: `${folder} is a link to ${real}.`, 'zh-CN': `${folder} 是指向 ${real} 的链接。` },
  });
}

export function notTakenBack(what: InEach<string>, error: unknown): Failure {
  return new Failure({
    what: goingOn(what, {
      en: '; and what was written by then could not be taken back',
      'zh-CN': '；而且已经写入的内容无法撤回',
    }),
    why: sentence(whyOf(error)),
    help: { en: 'Mend that, then run cygnet undo.', 'zh-CN': '请解决这个问题，然后运行 cygnet undo。' },
  });
}

export function notAllBack(parts: FailureParts, back: number, left: readonly NotRestored[], copies: string): Failure {
  const { why } = parts;
  const one = left.length === 1;
  return new Failure({
    what: goingOn(parts.what, {
      en: `; of the files that were written by then ${back} ${back === 1 ? 'is' : 'are'} as before, and ${left.length} ${one ? 'is' : 'are'} not`,
      'zh-CN': `；已经写入的文件中，${back} 个已恢复原样，${left.length} 个没有`,
    }),
    why: inEach((locale) => [...(why ? [why[locale]] : []), describeLeft(left, locale)].join('\n')),
    help: {
      en: `Look at ${one ? 'it' : 'them'}: cygnet undo goes on as soon as nothing is in its way, and the originals lie in ${copies} until then.`,
      'zh-CN': `请查看${one ? '该文件' : '这些文件'}：障碍消除后，cygnet undo 会继续恢复；在此之前，原文件保存在 ${copies}。`,
    },
  });
}

export function goingOn(what: InEach<string>, rest: InEach<string>): InEach<string> {
  return inEach((locale) => what[locale] + rest[locale]);
}

export function readOnly(shown: string, why: InEach<string>): Failure {
  return new Failure({
    what: {
      en: `${shown} cannot be written to, so nothing was changed`,
      'zh-CN': `${shown} 不可写入，因此没有改动任何文件`,
    },
    why: sentence(why),
    help: {
      en: 'Make it writable, or leave it out with --exclude.',
      'zh-CN': '请让它可写，或用 --exclude 排除它。',
    },
  });
}

export function changedMeanwhile(shown: string): Failure {
  const { parts } = changedInBetween(shown);
  const rest = { en: ', so nothing was written', 'zh-CN': '，因此没有写入任何文件' };
  return new Failure({ ...parts, what: goingOn(parts.what, rest) });
}

/** While others were written already. */
export function changedInBetween(shown: string): Failure {
  return new Failure({
    what: { en: `${shown} was changed while this ran`, 'zh-CN': `${shown} 在运行期间被改动了` },
    why: { en: 'The plan was made from what it held before.', 'zh-CN': '改写方案是按它之前的内容制定的。' },
    help: runAgain,
  });
}

const runAgain: InEach<string> = { en: 'Run again.', 'zh-CN': '请重新运行。' };
