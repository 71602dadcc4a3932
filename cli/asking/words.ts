// In: nothing. Out: the words of what is asked of a person call by call, and said of the answers, in each language.
// Knows nothing of when they are said.

import type { InEach, Locale } from '../../src/locale/locale.ts';
import type { Verdict } from '../../src/core.ts';
import type { WhyUnmatched } from '../../src/workspace/decisions/match.ts';

export type AnswerKey = 'y' | 'n' | 'a' | 'f' | 'b' | 'q' | '?';

const calls = (count: number): string => `${count} ${count === 1 ? 'call' : 'calls'}`;
const answers = (count: number): string => `${count} ${count === 1 ? 'answer' : 'answers'}`;

export const askingWords = {
  place: {
    en: (at: number, all: number) => `${at} of ${all}`,
    'zh-CN': (at: number, all: number) => `第 ${at} 问，共 ${all} 问`,
  },
  family: {
    en: (count: number, files: number) =>
      `the ${count} socket calls of one program${files === 1 ? '' : ` in ${files} files`}, which share its socket`,
    'zh-CN': (count: number, files: number) =>
      `同一小程序的 ${count} 处 socket 调用${files === 1 ? '' : `（在 ${files} 个文件中）`}，它们共用一个 socket`,
  },
  question: {
    en: (count: number) => (count === 1 ? 'Rewrite this call?' : 'Rewrite these calls?'),
    'zh-CN': (count: number) => (count === 1 ? '改写这处调用吗？' : '改写这些调用吗？'),
  },
  wasAnswered: {
    en: (said: string) => `Your last answer here: ${said}.`,
    'zh-CN': (said: string) => `您上次在这里的回答：${said}。`,
  },
  noSuchAnswer: {
    en: (line: string, keys: string) => `There is no answer ${line}; there are ${keys}.`,
    'zh-CN': (line: string, keys: string) => `没有 ${line} 这个回答，可用的有 ${keys}。`,
  },
  nothingToAsk: {
    en: (file: string) => `Nothing to ask: what could be rewritten has an answer in ${file}.`,
    'zh-CN': (file: string) => `无需询问：可改写的调用在 ${file} 中都已有回答。`,
  },
  goesOn: {
    en: (count: number, all: number, file: string) =>
      `${count} of ${all} are answered in ${file} already; the others are asked.`,
    'zh-CN': (count: number, all: number, file: string) =>
      `${all} 问中有 ${count} 问已在 ${file} 中有回答，以下询问其余的。`,
  },
  tally: {
    en: (yes: number, no: number, open: number) => `Answers: ${yes} yes, ${no} no, ${open} open.`,
    'zh-CN': (yes: number, no: number, open: number) => `回答：${yes} 处改写，${no} 处保留，${open} 处未回答。`,
  },
  keptIn: {
    en: (file: string) => `They are kept in ${file}.`,
    'zh-CN': (file: string) => `已保存在 ${file} 中。`,
  },
  writesThem: {
    en: '--interactive --write writes what was accepted, and asks nothing twice.',
    'zh-CN': '使用 --interactive --write 会写入已接受的改写，不会重复询问。',
  },
  stopped: {
    en: 'Stopped. No file of the program was changed.',
    'zh-CN': '已停止。程序的文件均未改动。',
  },
  ended: {
    en: 'The input ended before all was answered. No file of the program was changed.',
    'zh-CN': '还没有全部回答，输入就结束了。程序的文件均未改动。',
  },
  goOn: {
    en: 'The same command goes on from there.',
    'zh-CN': '再次运行同一命令会从这里继续。',
  },
  partFamily: {
    en: (place: string, open: number, all: number) =>
      `${open} of the ${all} socket calls that share one socket (${place}) have no answer, so none of them is rewritten`,
    'zh-CN': (place: string, open: number, all: number) =>
      `共用一个 socket 的 ${all} 处调用（${place}）中有 ${open} 处没有回答，因此均不改写`,
  },
  open: {
    en: (count: number) =>
      `${calls(count)} ${count === 1 ? 'has' : 'have'} no answer yet, and so ${count === 1 ? 'stays' : 'stay'}: --interactive asks`,
    'zh-CN': (count: number) => `${count} 处调用尚无回答，因此保持不变：--interactive 会询问`,
  },
  elsewhere: {
    en: (count: number, file: string) =>
      `${answers(count)} of ${file} ${count === 1 ? 'is' : 'are'} about files or APIs that this run is not for`,
    'zh-CN': (count: number, file: string) => `${file} 中有 ${count} 个回答针对本次运行之外的文件或 API`,
  },
  goneQuietly: {
    en: (count: number, file: string) =>
      `${calls(count)} that ${file} accepts ${count === 1 ? 'is' : 'are'} not there any more: rewritten by now, or taken out`,
    'zh-CN': (count: number, file: string) => `${file} 接受改写的 ${count} 处调用已不存在：已改写或已删除`,
  },
  at: {
    en: (what: string, places: string) => `${what} (${places})`,
    'zh-CN': (what: string, places: string) => `${what}（${places}）`,
  },
  comma: { en: ', ', 'zh-CN': '、' },
  more: {
    en: (count: number) => `and ${count} more`,
    'zh-CN': (count: number) => `另有 ${count} 处`,
  },
};

/** The answers that there are, in the order of the legend. */
export const answerWords: Readonly<
  Record<AnswerKey, { readonly said: InEach<string>; readonly means: InEach<string> }>
> = {
  y: { said: { en: 'yes', 'zh-CN': '是' }, means: { en: 'yes, rewrite it', 'zh-CN': '是，改写' } },
  n: { said: { en: 'no', 'zh-CN': '否' }, means: { en: 'no, leave it as it is', 'zh-CN': '否，保持不变' } },
  a: {
    said: { en: 'all', 'zh-CN': '全部' },
    means: { en: 'yes to it and to all that remain', 'zh-CN': '改写这处以及余下的全部' },
  },
  f: {
    said: { en: 'this file', 'zh-CN': '本文件' },
    means: { en: 'yes to it and to what remains in its file', 'zh-CN': '改写这处以及本文件余下的全部' },
  },
  b: { said: { en: 'back', 'zh-CN': '返回' }, means: { en: 'back to the last answer', 'zh-CN': '回到上一个回答' } },
  q: {
    said: { en: 'quit', 'zh-CN': '退出' },
    means: { en: 'quit: what has no answer stays as it is', 'zh-CN': '退出：没有回答的保持不变' },
  },
  '?': {
    said: { en: 'why', 'zh-CN': '为什么' },
    means: { en: 'why: what is said of it, at length', 'zh-CN': '为什么：对它的详细说明' },
  },
};

/** What becomes of a call of which nothing else is said. */
export const verdictWords: Readonly<Record<Verdict, InEach<string>>> = {
  renamed: {
    en: 'renamed: the same call on the other host, with the same options.',
    'zh-CN': 'renamed：另一宿主上的同名调用，参数不变。',
  },
  native: {
    en: "native: the target's own call stands in its place, and the callbacks get what they got from swan.",
    'zh-CN': 'native：改为目标平台自己的调用，回调得到的内容与 swan 相同。',
  },
  shim: {
    en: 'shim: a call of the same shape to a small module that is written beside the program, since the options or the way it is used cannot be seen here, or since the target has no such call.',
    'zh-CN':
      'shim：形式不变，改为调用写在程序旁边的一个小模块，因为这里看不到它的参数或用法，或者目标平台没有这样的调用。',
  },
  kept: { en: 'kept: it stays as it is.', 'zh-CN': 'kept：保持不变。' },
};

/** Why an answer does nothing, in front of the places. */
export const unmatchedWords: Readonly<Record<WhyUnmatched, InEach<(count: number, file: string) => string>>> = {
  gone: {
    en: (count, file) => `${answers(count)} of ${file}: the call is gone`,
    'zh-CN': (count, file) => `${file} 中有 ${count} 个回答，其调用已不存在`,
  },
  changed: {
    en: (count, file) =>
      `${answers(count)} of ${file} ${count === 1 ? 'does' : 'do'} not count: the call was edited since`,
    'zh-CN': (count, file) => `${file} 中 ${count} 个回答不再有效：调用已被改动`,
  },
  alike: {
    en: (count, file) =>
      `${answers(count)} of ${file} ${count === 1 ? 'does' : 'do'} not count: several calls read the same now`,
    'zh-CN': (count, file) => `${file} 中 ${count} 个回答不再有效：现在有多处调用内容相同`,
  },
  otherVerdict: {
    en: (count, file) =>
      `${answers(count)} of ${file} ${count === 1 ? 'does' : 'do'} not count: another rewrite was accepted than the one of now`,
    'zh-CN': (count, file) => `${file} 中 ${count} 个回答不再有效：当时接受的改写方式与现在不同`,
  },
};

export function legendIn(locale: Locale): { readonly key: AnswerKey; readonly means: string }[] {
  return (Object.keys(answerWords) as AnswerKey[]).map((key) => ({ key, means: answerWords[key].means[locale] }));
}
