// In: a command line that does not say where to go, and a person at a terminal. Out: the target and the folder that the person
// chose, with the command line that would have said so.
// Reads no program: it looks for the folder of one, and no further.

import { createInterface } from 'node:readline/promises';
import path from 'node:path';

import type { TargetName } from '../../src/core.ts';
import { type Locale, wordsIn } from '../../src/locale/locale.ts';
import { printable } from '../../src/text/printable.ts';
import { targetNames, targets } from '../../src/targets.ts';
import { disk } from '../../src/workspace/disk/disk.ts';
import { shownPath } from '../../src/workspace/paths.ts';
import { findRoot } from '../../src/workspace/root.ts';
import { reasonToPassBy } from '../../src/workspace/search/passed-by.ts';
import type { Streams } from '../streams.ts';
import { type Ending, openKeys } from './keys.ts';

export interface Missing {
  readonly target: TargetName;
  /** Those of the command line, or the one that was asked for. */
  readonly paths: readonly string[];
}

export interface MissingWish {
  readonly cwd: string;
  readonly paths: readonly string[];
  /** The command line or a config names some. */
  readonly hasPaths: boolean;
  /** Behind the name of the command. */
  readonly words: readonly string[];
}

const missingWords = {
  target: {
    en: 'Where should the network calls of this program go?',
    'zh-CN': '这个程序的网络调用要迁移到哪个平台？',
  },
  key: {
    en: (keys: string) => `Target, one key [${keys}] `,
    'zh-CN': (keys: string) => `目标平台，按一个键 [${keys}] `,
  },
  folder: { en: (known: string) => `Folder [${known}] `, 'zh-CN': (known: string) => `文件夹 [${known}] ` },
  noFolder: {
    en: (name: string) => `There is no file or folder ${name}.`,
    'zh-CN': (name: string) => `没有文件或文件夹 ${name}。`,
  },
  same: {
    en: (command: string) => `The same without a question: ${command}`,
    'zh-CN': (command: string) => `下次不经询问，可直接运行：${command}`,
  },
};

/** Nothing is read or written yet where the person leaves. */
export async function askForMissing(wish: MissingWish, streams: Streams, locale: Locale): Promise<Missing | Ending> {
  const say = wordsIn(missingWords, locale);
  const target = await askTarget(streams, locale);
  if (!isTarget(target)) return target;
  const asked = wish.hasPaths ? [] : await askFolder(wish.cwd, streams, locale);
  if (typeof asked === 'string') return asked;
  const command = ['cygnet', 'migrate', ...wish.words, ...asked.filter((one) => one !== '.'), '--to', target];
  streams.err(`${streams.errColours.dim(printable(say.same(command.map(quoted).join(' '))))}\n\n`);
  return { target, paths: [...wish.paths, ...asked] };
}

function isTarget(answer: string): answer is TargetName {
  return targetNames.some((name) => name === answer);
}

/** `1`, or the first letter where no other target has it. */
async function askTarget(streams: Streams, locale: Locale): Promise<TargetName | Ending> {
  const say = wordsIn(missingWords, locale);
  const { bold, dim } = streams.errColours;
  const keyed = new Map<string, TargetName>(targetNames.map((name, i) => [String(i + 1), name]));
  for (const name of targetNames) {
    const letter = name.charAt(0);
    if (targetNames.every((other) => other === name || !other.startsWith(letter))) keyed.set(letter, name);
  }
  const lines = targetNames.map((name, i) => {
    const { summary } = targets[name];
    return `  ${bold(String(i + 1))}  ${bold(name.padEnd(6))} ${dim(summary[locale])}\n`;
  });
  const known = [...keyed.keys()];
  streams.err(`${bold(say.target)}\n${lines.join('')}${say.key(known.join('/'))}`);
  const keys = openKeys(process.stdin, () => undefined);
  const key = await keys.next(known.join('')).finally(() => {
    keys.close();
  });
  const target = keyed.get(key);
  streams.err(`${target ?? ''}\n`);
  return target ?? (key === 'closed' ? key : 'interrupted');
}

/** Enter takes the one that is found. */
async function askFolder(cwd: string, streams: Streams, locale: Locale): Promise<readonly string[] | Ending> {
  const say = wordsIn(missingWords, locale);
  const found = findFolder(cwd);
  const reader = createInterface({ input: process.stdin, output: process.stderr });
  const ended = new Promise<Ending>((resolve) => {
    reader.on('SIGINT', () => resolve('interrupted')).on('close', () => resolve('closed'));
  });
  try {
    for (;;) {
      const answer = await Promise.race([
        reader.question(say.folder(printable(found))).then((name) => ({ name: name.trim() || found })),
        ended,
      ]);
      if (typeof answer === 'string') {
        streams.err('\n');
        return answer;
      }
      if (disk.exists(path.resolve(cwd, answer.name))) return [answer.name];
      streams.err(`${printable(say.noFolder(answer.name))}\n`);
    }
  } finally {
    reader.close();
  }
}

/** The program around the current folder, or the only one in a folder of it; else the current folder. */
function findFolder(cwd: string): string {
  const isProgram = (folder: string): boolean => disk.exists(path.join(folder, 'app.json'));
  const root = findRoot(disk, cwd, [cwd]);
  if (isProgram(root)) return shownPath(cwd, root);
  const below = disk
    .list(cwd)
    .filter(({ name, kind }) => kind === 'folder' && reasonToPassBy(name, () => false) === undefined)
    .map(({ name }) => name)
    .filter((name) => isProgram(path.join(cwd, name)));
  return below.length === 1 ? (below[0] ?? '.') : '.';
}

/** As a shell takes it for one word. */
function quoted(word: string): string {
  return /^[\w@%+=:,./-]+$/.test(word) ? word : `'${word.replaceAll("'", "'\\''")}'`;
}
