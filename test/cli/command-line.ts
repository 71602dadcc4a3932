// In: arguments. Out: what the real program printed and how it ended; and folders with the files of a program to run it on.
// Builds the program when it is older than its sources. Holds no expectation.

import { type ChildProcess, type SpawnOptions, spawn, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, readdirSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { afterAll } from 'vitest';

const root = path.resolve(import.meta.dirname, '../..');

/** The program's main file. */
export const program = findProgram();

function findProgram(): string {
  if (process.env.CYGNET_PROGRAM !== undefined) return process.env.CYGNET_PROGRAM;
  const build = spawnSync(process.execPath, ['scripts/build.mjs', '--if-needed'], { cwd: root, encoding: 'utf8' });
  if (build.status !== 0) throw new Error(`the build failed:\n${build.stdout}${build.stderr}`);
  return path.join(root, 'dist/cli/main.js');
}

const projects: string[] = [];

afterAll(() => {
  for (const folder of projects) rmSync(folder, { recursive: true, force: true });
});

export interface Ended {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface RunOptions {
  readonly cwd: string;
  readonly env?: Readonly<Record<string, string>>;
  readonly input?: string | Buffer;
  /** The user to run as; only root can. */
  readonly uid?: number;
}

/** Runs `cygnet args…` to its end. */
export async function cygnet(args: readonly string[], { input, ...options }: RunOptions): Promise<Ended> {
  const child = start(args, options);
  child.stdin?.end(input ?? '');
  return ended(child);
}

export function start(
  args: readonly string[],
  { cwd, env, uid }: RunOptions,
  stdio: SpawnOptions['stdio'] = 'pipe',
): ChildProcess {
  const child = spawn(process.execPath, [program, ...args], {
    cwd,
    stdio,
    env: { ...plainEnv(), ...env },
    ...(uid !== undefined && { uid }),
  });
  child.stdin?.on('error', () => undefined); // it may end before it has read everything
  return child;
}

export function ended(child: ChildProcess): Promise<Ended> {
  const stdout: Buffer[] = [];
  const stderr: Buffer[] = [];
  child.stdout?.on('data', (chunk: Buffer) => stdout.push(chunk));
  child.stderr?.on('data', (chunk: Buffer) => stderr.push(chunk));
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code, signal) => {
      resolve({ code, signal, stdout: Buffer.concat(stdout).toString(), stderr: Buffer.concat(stderr).toString() });
    });
  });
}

/** No colours and no settings from whoever runs the tests. */
function plainEnv(): Record<string, string | undefined> {
  const env: Record<string, string | undefined> = { ...process.env };
  for (const name of ['FORCE_COLOR', 'NO_COLOR', 'CYGNET_TEST_FAULT', 'NODE_OPTIONS', 'VITEST']) delete env[name];
  return env;
}

/** Files by path; a Buffer is written as it is. */
export type Files = Readonly<Record<string, string | Buffer>>;

/** A new folder that is gone after the tests. */
export function makeProject(files: Files = {}): string {
  const folder = realpathSync(mkdtempSync(path.join(tmpdir(), 'cygnet-')));
  projects.push(folder);
  addFiles(folder, files);
  return folder;
}

export function addFiles(folder: string, files: Files): void {
  for (const [name, content] of Object.entries(files)) {
    const file = path.join(folder, name);
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, content);
  }
}

/** Every file below the folder with its bytes; what git and the journal keep for themselves is left out. */
export function snapshot(folder: string): Record<string, string> {
  const found: Record<string, string> = {};
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const file = path.join(entry.parentPath, entry.name);
    const name = path.relative(folder, file).split(path.sep).join('/');
    if (!/^(\.git|\.cygnet)\//.test(name)) found[name] = readFileSync(file).toString('latin1');
  }
  return Object.fromEntries(Object.entries(found).sort());
}

export function read(folder: string, name: string): string {
  return readFileSync(path.join(folder, name), 'utf8');
}

export function git(cwd: string, ...args: string[]): string {
  const settings = ['-c', 'user.name=t', '-c', 'user.email=t@example.com', '-c', 'core.autocrlf=false'];
  const { status, stdout, stderr } = spawnSync('git', [...settings, ...args], { cwd, encoding: 'utf8' });
  if (status !== 0) throw new Error(`git ${args.join(' ')}: ${stderr}`);
  return stdout;
}

/** Makes the folder a repository with everything committed. */
export function commitAll(folder: string): void {
  git(folder, 'init', '--quiet');
  git(folder, 'add', '--all');
  git(folder, 'commit', '--quiet', '--allow-empty', '--message', 'all');
}

/** A call that every target can rewrite. */
export const plainCall = `swan.request({
    url: 'https://example.com/list',
    success: res => console.log(res.data)
});
`;

/** A file that does not parse. */
export const brokenFile = `swan.onSocketOpen(function () {
    console.log('open');
}
});
`;
