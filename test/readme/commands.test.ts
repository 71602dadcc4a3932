// In: every command on the pages of docs/ and in the README. Out: whether it is one: those that stand in blocks are run, page by page, in a copy of
// the example program; of the others, and of those that wait for a person, command and options are looked up.
// Chinese pages have the same commands (twins.test.ts). What the commands do is tested elsewhere.

import { execFileSync } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import manifest from '../../package.json' with { type: 'json' };
import { options } from '../../src/workspace/options.ts';
import { read, root } from '../repository/files.ts';
import { commandsOf, isGenerated, readmes, shellLinesOf, twins } from './pages.ts';

const pages = [readmes.en, ...twins.map(({ en }) => en).filter((page) => !isGenerated(page))];
const folder = mkdtempSync(path.join(tmpdir(), 'cygnet-docs-'));
const cygnet = /^(?:npx )?cygnet (.+)$/;
/** They ask, or go on until somebody ends them, or read what a person has answered. */
const needsPerson = /--interactive|--decisions|--watch|\blsp\b|\bCODE\b|\bPATH\b/;

beforeAll(() => {
  execFileSync(process.execPath, [path.join(root, 'scripts/build.mjs'), '--if-needed']);
});

afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

describe('the blocks for a shell', () => {
  it('hold commands of cygnet, git and npm, and nothing else', () => {
    const lines = pages.flatMap(shellLinesOf).filter((line) => !cygnet.test(line) && !/^git \w/.test(line));
    const scripts = Object.keys(manifest.scripts).join('|');
    const npm = new RegExp(`^npm (ci && npm (${scripts}|pack)|start -- .+|install --save-dev \\.\\./cygnet/(.+))$`);
    expect(lines.filter((line) => !npm.test(line))).toEqual([]);
    const packed = lines.flatMap((line) => npm.exec(line)?.[3] ?? []);
    expect(new Set(packed)).toEqual(new Set([`cygnet-${manifest.version}.tgz`]));
  });

  it('run', () => {
    const jobs = pages.flatMap((page) => {
      const lines = shellLinesOf(page).filter((line) => !/^npm /.test(line) && !needsPerson.test(line));
      // Pages that write nothing share a program, and the commands that they have in common.
      const cwd = path.join(
        folder,
        lines.some((line) => /--write| undo|^git /.test(line)) ? path.basename(page, '.md') : 'looked-at',
      );
      return lines.map((line) => ({ cwd, line }));
    });
    const once = jobs.filter(({ cwd, line }, i) => i === jobs.findIndex((job) => job.cwd === cwd && job.line === line));
    expect(once.length).toBeGreaterThan(15);
    for (const cwd of new Set(once.map((job) => job.cwd))) makeProgram(cwd);
    const ended = runAll(once);
    const wrong = once.flatMap(({ cwd, line }, i) =>
      (ended[i]?.code ?? 2) > 1 ? [{ in: path.basename(cwd), line, said: ended[i]?.said }] : [],
    );
    expect(wrong).toEqual([]);
  });
});

describe('a command', () => {
  // It takes no option of the table.
  const commands = new Set([
    'completion',
    ...Object.values(options).flatMap((option) => option.commands as readonly string[]),
  ]);
  const named = pages.flatMap((page) =>
    [...commandsOf(page), ...shellLinesOf(page)].flatMap((command) => {
      const words = cygnet.exec(command)?.[1] ?? /^(--.+)$/.exec(command)?.[1];
      return words === undefined ? [] : [{ page, command, words: words.split(/\s+/) }];
    }),
  );

  it('is there', () => {
    expect(named.length).toBeGreaterThan(40);
    const unknown = named.filter(({ words: [first = ''] }) => !first.startsWith('-') && !commands.has(first));
    expect(unknown.map(({ page, command }) => `${page}: ${command}`)).toEqual([]);
  });

  it('takes the options that it is given', () => {
    // The last two are ESLint's.
    const unknown = named.flatMap(({ page, command, words: [first = '', ...rest] }) => {
      const taken = Object.values(options)
        .filter((option) => first.startsWith('-') || (option.commands as readonly string[]).includes(first))
        .map(({ flag }) => flag.split(' ')[0]);
      return [first, ...rest].flatMap((word) =>
        word.startsWith('--') && ![...taken, '--help', '--stdio', '--fix', '--cache'].includes(word.split('=')[0])
          ? [`${page}: ${command}: ${word}`]
          : [],
      );
    });
    expect(unknown).toEqual([]);
  });

  it('names codes that there are', () => {
    const codes = new Set([...read('docs/diagnostics.md').matchAll(/^### ([\w-]+)$/gm)].map(([, code]) => code));
    const explained = named.flatMap(({ words: [first, code] }) =>
      first === 'explain' && code !== undefined && code !== 'CODE' ? [code] : [],
    );
    expect(explained.length).toBeGreaterThan(0);
    expect(explained.filter((code) => !codes.has(code))).toEqual([]);
  });
});

function makeProgram(cwd: string): void {
  cpSync(path.join(root, 'examples/mini-program'), cwd, { recursive: true });
  runGit(cwd, ['init', '--quiet', '--initial-branch=main']);
  runGit(cwd, ['add', '--all']);
  runGit(cwd, ['commit', '--quiet', '--message', 'all']);
}

function runGit(cwd: string, args: readonly string[]): void {
  execFileSync('git', ['-c', 'user.name=t', '-c', 'user.email=t@example.com', ...args], { cwd, stdio: 'pipe' });
}

interface Ended {
  readonly code: number;
  readonly said: string;
}

/** In turn. */
function runAll(jobs: readonly { readonly cwd: string; readonly line: string }[]): Ended[] {
  const script = path.join(import.meta.dirname, 'run-commands.mjs');
  const input = JSON.stringify(jobs.map(({ cwd, line }) => ({ cwd, words: wordsOf(line) })));
  const env = { ...process.env, NO_COLOR: '1', LC_ALL: 'C.UTF-8', FORCE_COLOR: undefined };
  return JSON.parse(execFileSync(process.execPath, [script], { input, env, encoding: 'utf8' })) as Ended[];
}

/** As a shell takes them apart that knows quotes and nothing else. */
function wordsOf(line: string): string[] {
  return [...line.matchAll(/"([^"]*)"|'([^']*)'|(\S+)/g)].map(
    ([, double, single, plain]) => double ?? single ?? plain ?? '',
  );
}
