// In: where decisions are to be kept: a file that somebody named, or none, which is one of our own in the state folder. Out: the
// decisions in it, and the file with others in its place, in one step: nobody ever reads half of it.
// Knows nothing of what is decided.

import { chown, mkdir, rename, rm } from 'node:fs/promises';
import path from 'node:path';

import type { TargetName } from '../../src/core.ts';
import { type Decision, type Decisions, decisionsText, parseDecisions } from '../../src/workspace/decisions/format.ts';
import { type OutputFile, placeForOutput } from '../../src/workspace/disk/output.ts';
import { readRegular, requireRegular } from '../../src/workspace/disk/regular-file.ts';
import { Failure, codeOf, whyOf } from '../../src/workspace/failure.ts';
import { shownPath } from '../../src/workspace/paths.ts';
import {
  checkStateFolder,
  dropEmptyStateFolder,
  isOwnFile,
  makeStateFolder,
  stateFolderOf,
} from '../write/state-folder.ts';
import { writeNew } from '../write/synced.ts';

export interface DecisionFile {
  /** As messages call it. */
  readonly shown: string;
  /** Nobody named it: it goes when what was answered is written. */
  readonly isOwn: boolean;
  /** @throws Failure when it cannot be read, is none, or is for another target; nothing where nothing is */
  read(): Promise<Decisions | undefined>;
  /** @throws Failure when it cannot be written, or something else lies there */
  save(decisions: Decisions): Promise<void>;
  /** Takes an own one away. */
  drop(): Promise<void>;
}

/** Of some hundred thousand sites. */
const decisionsLimit = 64 * 1024 * 1024;

export function namedDecisions(output: OutputFile, cwd: string, target: TargetName): DecisionFile {
  const shown = shownPath(cwd, output.path);
  const shared = sharedDecisions(() => readDecisions(output.path, shown, target));
  return {
    shown,
    isOwn: false,
    read: shared.read,
    async save(decisions) {
      const { path: file, status } = await placeForOutput(output, 'decisions');
      try {
        if (status) requireRegular(status);
        await replace(file, await shared.joined(decisions), status);
      } catch (error) {
        throw notWritten(shown, error);
      }
    },
    drop: () => Promise.resolve(),
  };
}

/** In the state folder of the root: what was answered and is not written yet is not lost. */
export function ownDecisions(root: string, cwd: string, target: TargetName): DecisionFile {
  const file = path.join(stateFolderOf(root), `decisions-${target}.json`);
  const shown = shownPath(cwd, file);
  const shared = sharedDecisions(async () => {
    if (!(await checkStateFolder(root)) || !(await isOwnFile(root, file))) return undefined;
    return readDecisions(file, shown, target);
  });
  return {
    shown,
    isOwn: true,
    read: shared.read,
    async save(decisions) {
      await makeStateFolder(root);
      try {
        await replace(file, await shared.joined(decisions), { mode: 0o600 });
      } catch (error) {
        throw notWritten(shown, error);
      }
    },
    async drop() {
      if (!(await checkStateFolder(root))) return;
      await rm(file, { force: true });
      await dropEmptyStateFolder(root);
    },
  };
}

/** Somebody else may be asked at the same time: what came into the file since it was seen last stays in it. */
function sharedDecisions(read: () => Promise<Decisions | undefined>) {
  const seen = new Set<string>();
  const see = (decisions: Decisions | undefined): void => {
    for (const one of decisions?.sites ?? []) seen.add(keyOf(one));
  };
  return {
    async read(): Promise<Decisions | undefined> {
      const decisions = await read();
      see(decisions);
      return decisions;
    },
    async joined(own: Decisions): Promise<Decisions> {
      see(own);
      // What nobody can read any more is nobody's answer.
      const theirs = await read().catch(() => undefined);
      const added = theirs?.sites.filter((one) => !seen.has(keyOf(one))) ?? [];
      return added.length === 0 ? own : { ...own, sites: [...own.sites, ...added] };
    },
  };
}

function keyOf({ file, line, column, api, hash }: Decision): string {
  return [file, line, column, api, hash].join(' ');
}

async function readDecisions(file: string, shown: string, target: TargetName): Promise<Decisions | undefined> {
  let text: string;
  try {
    text = (await readRegular(file, { limit: decisionsLimit, followsLinks: true })).bytes.toString('utf8');
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return undefined;
    throw new Failure({
      what: {
        en: `the decisions in ${shown} cannot be read`,
        'zh-CN': `无法读取 ${shown} 中的决定`,
      },
      why: whyOf(error),
    });
  }
  if (text.trim() === '') return undefined;
  const decisions = parseDecisions(text, shown);
  if (decisions.target !== target) throw isForOther(shown, decisions.target, target);
  return decisions;
}

/** The new one is whole before it takes the place of the old one. */
async function replace(
  file: string,
  decisions: Decisions,
  { mode = 0o666, uid, gid }: { readonly mode?: number; readonly uid?: number; readonly gid?: number } = {},
): Promise<void> {
  const next = `${file}.${process.pid}.new`;
  await mkdir(path.dirname(file), { recursive: true });
  await rm(next, { force: true });
  await writeNew(next, Buffer.from(decisionsText(decisions)), mode & 0o777);
  try {
    // Only root can give files away, and nobody else would have to.
    if (uid !== undefined && gid !== undefined) await chown(next, uid, gid).catch(() => undefined);
    await rename(next, file);
  } catch (error) {
    await rm(next, { force: true });
    throw error;
  }
}

function notWritten(shown: string, error: unknown): unknown {
  if (error instanceof Failure) return error;
  return new Failure({
    what: {
      en: `the decisions could not be written to ${shown}, so nothing else was done`,
      'zh-CN': `无法把决定写入 ${shown}，因此未做任何其他操作`,
    },
    why: whyOf(error),
  });
}

function isForOther(shown: string, own: string, target: string): Failure {
  return new Failure({
    what: {
      en: `the decisions in ${shown} are for ${own}, and this run is for ${target}, so nothing was done`,
      'zh-CN': `${shown} 中的决定针对 ${own}，而本次运行针对 ${target}，因此未做任何操作`,
    },
    why: {
      en: 'Who answered has seen what the calls become there, and nothing of what they become here.',
      'zh-CN': '作出决定的人看到的是那个目标的改写结果，而不是这个目标的。',
    },
    help: {
      en: `Run with --to ${own}, or name another file.`,
      'zh-CN': `请使用 --to ${own}，或指定另一个文件。`,
    },
  });
}
