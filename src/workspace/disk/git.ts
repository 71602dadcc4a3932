// In: a folder and questions about git. Out: git's answers, as absolute paths and booleans.
// Without git, or outside a work tree, there is no answer, which is normal.
// Never changes anything in the repository, and runs no command that its configuration names.

import { inEach } from '../../locale/locale.ts';
import { lstatSync, realpathSync } from 'node:fs';
import { devNull, homedir } from 'node:os';
import path from 'node:path';

import { Failure } from '../failure.ts';
import { isWithin, upwards } from '../paths.ts';
import { findSystemProgram } from './system-program.ts';

interface GitAnswer {
  readonly status: number;
  readonly output: string;
  readonly message: string;
}

/** The top folder of the work tree that holds `folder`. */
export async function findWorkTree(folder: string): Promise<string | undefined> {
  const answer = await git(folder, 'rev-parse', '--show-toplevel');
  if (answer?.status === 0) return answer.output.replace(/\r?\n$/, '');
  // A repository that git will not look into is still one: whoever asks must not take it for none.
  if (answer && /dubious ownership|safe\.directory/.test(answer.message)) {
    throw new Failure({
      what: { en: `git does not trust the repository around ${folder}`, 'zh-CN': `git 不信任 ${folder} 所在的仓库` },
      why: {
        en: 'Its owner is another user, so git tells nothing about its files.',
        'zh-CN': '它属于其他用户，git 因此不提供其中文件的任何信息。',
      },
      help: {
        en: `Allow it with: git config --global --add safe.directory ${folder}`,
        'zh-CN': `用这条命令允许：git config --global --add safe.directory ${folder}`,
      },
    });
  }
  return undefined;
}

/** The commit that is checked out; nothing where there is none. */
export async function findCommit(folder: string): Promise<string | undefined> {
  const answer = await git(folder, 'rev-parse', '--verify', '--quiet', 'HEAD');
  return answer?.status === 0 ? answer.output.trim() : undefined;
}

/** The files below `folder` that differ from `ref`, and the new ones that are not ignored. */
export async function changedSince(folder: string, ref: string): Promise<ReadonlySet<string>> {
  const top = await findWorkTree(folder);
  if (top === undefined) {
    throw new Failure({
      what: {
        en: `--since ${ref} needs git, and ${folder} is not in a git work tree`,
        'zh-CN': `--since ${ref} 需要 git，而 ${folder} 不在 git 工作区中`,
      },
      help: { en: 'Leave --since out, or name the files.', 'zh-CN': '请去掉 --since，或直接指明文件。' },
    });
  }
  // A ref that starts with a dash would be an option.
  const known = await git(folder, 'rev-parse', '--verify', '--quiet', '--end-of-options', `${ref}^{commit}`);
  if (known?.status !== 0) {
    throw new Failure({
      what: {
        en: `--since ${ref}: git knows no commit of that name`,
        'zh-CN': `--since ${ref}：git 中没有这个名字的提交`,
      },
      help: {
        en: 'Give a branch, a tag or a commit, e.g. --since main.',
        'zh-CN': '请给出分支、标签或提交，例如 --since main。',
      },
    });
  }
  const commit = known.output.trim();
  const quiet = await filtersOff(top);
  const options = ['--name-only', '-z', '--no-renames', '--no-ext-diff', '--no-textconv', '--ignore-submodules=all'];
  const changed = await gitWith(quiet, top, 'diff', ...options, '--diff-filter=d', commit, '--');
  const fresh = await git(top, 'ls-files', '-z', '--others', '--exclude-standard');
  for (const answer of [changed, fresh]) {
    if (answer?.status === 0) continue;
    throw new Failure({
      what: { en: `git failed in ${top}`, 'zh-CN': `git 在 ${top} 中运行失败` },
      why: inEach(() => answer?.message.trim() ?? ''),
    });
  }
  const names = `${changed?.output ?? ''}${fresh?.output ?? ''}`.split('\0').filter((name) => name !== '');
  return new Set(names.map((name) => path.join(top, name)));
}

/** Those of `files` (absolute, real paths) that hold changes which no commit has. */
export async function uncommitted(top: string, files: readonly string[]): Promise<string[]> {
  if (files.length === 0) return [];
  // A submodule is a repository of its own, with a configuration of its own.
  const options = ['--porcelain', '-z', '--untracked-files=all', '--no-renames', '--ignore-submodules=all'];
  const answer = await gitWith(await filtersOff(top), top, 'status', ...options);
  if (answer?.status !== 0) {
    throw new Failure({
      what: {
        en: `git status failed in ${top}, so it is not known whether the files to be written are committed`,
        'zh-CN': `git status 在 ${top} 中运行失败，无从得知要写入的文件是否已提交`,
      },
      why: inEach(() => answer?.message.trim() ?? ''),
      help: {
        en: 'Mend the repository, or write anyway with --allow-dirty.',
        'zh-CN': '请修复仓库，或用 --allow-dirty 照样写入。',
      },
    });
  }
  const dirty = new Set(answer.output.split('\0').map((entry) => path.join(top, entry.slice(3))));
  return files.filter((file) => dirty.has(file));
}

/** The path of the exclude file that git keeps for this clone alone. */
export async function findLocalExcludes(folder: string): Promise<string | undefined> {
  if (findSystemProgram('git') === undefined) {
    const around = repositoryAround(folder);
    return around && path.join(around, '.git', 'info', 'exclude');
  }
  const answer = await git(folder, 'rev-parse', '--git-path', 'info/exclude');
  const asked = holderOfWorkTree(folder);
  // What it says is relative to the folder that it was asked in.
  return answer?.status === 0 && asked !== undefined
    ? path.resolve(asked, answer.output.replace(/\r?\n$/, ''))
    : undefined;
}

/**
 * The path of the exclude file that a person keeps for all repositories. One that the repository's own configuration names
 * counts only when it lies inside: from outside it would be somebody else's.
 */
export async function findPersonalExcludes(top: string): Promise<string | undefined> {
  const answer = await git(top, 'config', '--null', '--show-scope', '--type=path', '--get-all', 'core.excludesFile');
  if (answer?.status !== 0) return defaultExcludes();
  const words = answer.output.split('\0');
  const named = words.flatMap((scope, i) => {
    const file = words[i + 1];
    if (i % 2 === 1 || file === undefined) return [];
    const isOwn = scope !== 'local' && scope !== 'worktree';
    return isOwn || isInside(top, path.resolve(top, file)) ? [file] : [];
  });
  const last = named.at(-1);
  if (last === undefined) return defaultExcludes();
  return last === '' ? undefined : path.resolve(top, last);
}

function isInside(top: string, file: string): boolean {
  try {
    return isWithin(top, realpathSync(file));
  } catch {
    return false;
  }
}

/** Where git looks when its configuration names none. */
function defaultExcludes(): string {
  const { XDG_CONFIG_HOME: own } = process.env;
  return path.join(own !== undefined && own !== '' ? own : path.join(homedir(), '.config'), 'git', 'ignore');
}

/**
 * What switches off the filters that the repository itself configures: git runs them on files whose state it looks at.
 * Those of the person's own configuration (git-lfs) stay.
 */
async function filtersOff(top: string): Promise<NodeJS.ProcessEnv> {
  const scoped = await git(top, 'config', '--null', '--show-scope', '--name-only', '--get-regexp', '^filter\\.');
  // 1 says that there is none; an old git does not know scopes, and then none of them is run.
  const isKnown = scoped?.status === 0 || scoped?.status === 1;
  const all = isKnown ? undefined : await git(top, 'config', '--null', '--name-only', '--get-regexp', '^filter\\.');
  const words = (scoped?.output ?? '').split('\0');
  const keys = all
    ? all.output.split('\0')
    : words.filter((_, i) => i % 2 === 1 && ['local', 'worktree'].includes(words[i - 1] ?? ''));
  const names = [...new Set(keys.flatMap((key) => /^(filter\.[^]*)\.[^.]+$/.exec(key)?.[1] ?? []))];
  const settings = names.flatMap((name) => [
    [`${name}.clean`, ''],
    [`${name}.smudge`, ''],
    [`${name}.process`, ''],
    [`${name}.required`, 'false'],
  ]);
  const taken = Number(process.env.GIT_CONFIG_COUNT ?? 0);
  const env: NodeJS.ProcessEnv = { GIT_CONFIG_COUNT: String(taken + settings.length) };
  for (const [i, [key, value]] of settings.entries()) {
    env[`GIT_CONFIG_KEY_${taken + i}`] = key;
    env[`GIT_CONFIG_VALUE_${taken + i}`] = value;
  }
  return env;
}

/** A repository may say in its configuration what to run; that it looks like a repository is no reason to. */
const nothingRuns = [
  'core.fsmonitor=false',
  `core.hooksPath=${devNull}`,
  'safe.bareRepository=explicit',
  'protocol.allow=never',
].flatMap((setting) => ['-c', setting]);

function git(folder: string, ...args: string[]): Promise<GitAnswer | undefined> {
  return gitWith({}, folder, ...args);
}

/** Nothing when there is no git on this machine, or no work tree around the folder. */
async function gitWith(env: NodeJS.ProcessEnv, folder: string, ...args: string[]): Promise<GitAnswer | undefined> {
  const program = findSystemProgram('git');
  const cwd = holderOfWorkTree(folder);
  const isFound = repositoryAround(folder) !== undefined;
  if (program === undefined || cwd === undefined) return undefined;
  // Not with the module: a run that asks git nothing starts without it.
  const { spawn } = await import('node:child_process');
  return new Promise((resolve) => {
    const child = spawn(program, [...nothingRuns, ...args], {
      cwd,
      stdio: ['ignore', 'pipe', 'pipe'],
      env: {
        ...(isFound ? withoutRepository(process.env) : process.env),
        LC_ALL: 'C',
        GIT_OPTIONAL_LOCKS: '0',
        // A part of the history that is missing is not fetched: the configuration says how, and that is a command.
        GIT_NO_LAZY_FETCH: '1',
        GIT_ALLOW_PROTOCOL: '',
        GIT_TERMINAL_PROMPT: '0',
        ...env,
      },
    });
    const output: Buffer[] = [];
    const message: Buffer[] = [];
    child.stdout.on('data', (chunk: Buffer) => output.push(chunk));
    child.stderr.on('data', (chunk: Buffer) => message.push(chunk));
    child.on('error', () => {
      resolve(undefined);
    });
    child.on('close', (status) => {
      resolve({
        status: status ?? 1,
        output: Buffer.concat(output).toString(),
        message: Buffer.concat(message).toString(),
      });
    });
  });
}

/** Asked from any other folder, git might take one on the way that only has the shape of a repository. */
function holderOfWorkTree(folder: string): string | undefined {
  // Without one around, the person may have said which it is, as seen from where the command runs.
  return repositoryAround(folder) ?? (process.env.GIT_DIR === undefined ? undefined : process.cwd());
}

/** What git sets for its hooks, all of it about one repository, and as seen from one folder. */
const repositoryVariables = [
  'GIT_DIR',
  'GIT_WORK_TREE',
  'GIT_IMPLICIT_WORK_TREE',
  'GIT_INDEX_FILE',
  'GIT_COMMON_DIR',
  'GIT_OBJECT_DIRECTORY',
  'GIT_ALTERNATE_OBJECT_DIRECTORIES',
  'GIT_PREFIX',
  'GIT_NAMESPACE',
];

/** In a hook of one repository another one may be asked about its files, or the same one from a folder in it. */
function withoutRepository(env: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  return Object.fromEntries(Object.entries(env).filter(([name]) => !repositoryVariables.includes(name)));
}

/** The nearest folder that has a `.git`, of whatever kind. */
export function repositoryAround(folder: string): string | undefined {
  return upwards(folder).find((at) => {
    try {
      return lstatSync(path.join(at, '.git'), { throwIfNoEntry: false }) !== undefined;
    } catch {
      return false;
    }
  });
}
