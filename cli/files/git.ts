// In: a folder and questions about git. Out: git's answers, as absolute paths and booleans.
// Without git, or outside a work tree, there is no answer, which is normal.
// Never changes anything in the repository.

import { spawn } from 'node:child_process';
import path from 'node:path';

import { Failure } from '../failure.ts';

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
      what: `git does not trust the repository around ${folder}`,
      why: 'Its owner is another user, so git tells nothing about its files.',
      help: `Allow it with: git config --global --add safe.directory ${folder}`,
    });
  }
  return undefined;
}

/** The files below `folder` that differ from `ref`, and the new ones that are not ignored. */
export async function changedSince(folder: string, ref: string): Promise<ReadonlySet<string>> {
  const top = await findWorkTree(folder);
  if (top === undefined) {
    throw new Failure({
      what: `--since ${ref} needs git, and ${folder} is not in a git work tree`,
      help: 'Leave --since out, or name the files.',
    });
  }
  // A ref that starts with a dash would be an option.
  const known = await git(folder, 'rev-parse', '--verify', '--quiet', '--end-of-options', `${ref}^{commit}`);
  if (known?.status !== 0) {
    throw new Failure({
      what: `--since ${ref}: git knows no commit of that name`,
      help: 'Give a branch, a tag or a commit, e.g. --since main.',
    });
  }
  const commit = known.output.trim();
  const changed = await git(top, 'diff', '--name-only', '-z', '--no-renames', '--diff-filter=d', commit, '--');
  const fresh = await git(top, 'ls-files', '-z', '--others', '--exclude-standard');
  for (const answer of [changed, fresh]) {
    if (answer?.status !== 0) throw new Failure({ what: `git failed in ${top}`, why: answer?.message.trim() ?? '' });
  }
  const names = `${changed?.output ?? ''}${fresh?.output ?? ''}`.split('\0').filter((name) => name !== '');
  return new Set(names.map((name) => path.join(top, name)));
}

/** Those of `files` (absolute, real paths) that hold changes which no commit has. */
export async function uncommitted(top: string, files: readonly string[]): Promise<string[]> {
  if (files.length === 0) return [];
  const answer = await git(top, 'status', '--porcelain', '-z', '--untracked-files=all', '--no-renames');
  if (answer?.status !== 0) {
    throw new Failure({
      what: `git status failed in ${top}, so it is not known whether the files to be written are committed`,
      why: answer?.message.trim() ?? '',
      help: 'Mend the repository, or write anyway with --allow-dirty.',
    });
  }
  const dirty = new Set(answer.output.split('\0').map((entry) => path.join(top, entry.slice(3))));
  return files.filter((file) => dirty.has(file));
}

/** The path of the exclude file that git keeps for this clone alone. */
export async function findLocalExcludes(folder: string): Promise<string | undefined> {
  const answer = await git(folder, 'rev-parse', '--git-path', 'info/exclude');
  return answer?.status === 0 ? path.resolve(folder, answer.output.replace(/\r?\n$/, '')) : undefined;
}

/** Nothing when there is no git on this machine. */
function git(folder: string, ...args: string[]): Promise<GitAnswer | undefined> {
  return new Promise((resolve) => {
    const child = spawn('git', args, {
      cwd: folder,
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { ...process.env, LC_ALL: 'C', GIT_OPTIONAL_LOCKS: '0' },
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
