// The program on a Node that is too old for it: one line that says so before anything else is loaded, and exit code 2.
// On the real binary, which is told that it runs on another Node.

import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';

import { describe, expect, it } from 'vitest';

import { makeProject, program } from './command-line.ts';

const engines = '^20.19 || >=22.12';
const cwd = makeProject({
  'pretend.cjs':
    "Object.defineProperty(process, 'versions', { value: { ...process.versions, node: process.env.PRETEND } });\n",
});

function runOn(version: string, ...args: string[]) {
  const command = ['--require', path.join(cwd, 'pretend.cjs'), program, ...args];
  const env = { ...process.env, PRETEND: version };
  const { status, stdout, stderr } = spawnSync(process.execPath, command, { cwd, env, encoding: 'utf8' });
  return { status, stdout, stderr };
}

describe('the version of Node', { concurrent: true }, () => {
  it.each(['14.21.3', '16.20.2', '18.20.8', '20.18.3', '21.7.3', '22.11.0'])('%s is refused', (version) => {
    expect(runOn(version, 'scan')).toEqual({
      status: 2,
      stdout: '',
      stderr: `error: cygnet needs Node 20.19, or 22.12 and later; this is Node ${version}\n`,
    });
  });

  it.each(['20.19.0', '20.20.2', '22.12.0', '23.0.0', '24.1.0'])('%s is taken', (version) => {
    expect(runOn(version, '--version')).toMatchObject({ status: 0, stderr: '' });
  });

  it('is the one that package.json asks for', () => {
    const manifest = path.resolve(import.meta.dirname, '../../package.json');
    expect(JSON.parse(readFileSync(manifest, 'utf8'))).toMatchObject({ engines: { node: engines } });
  });

  it('is asked for before anything is loaded: an older Node reads that file to its end', () => {
    const text = readFileSync(program, 'utf8');
    expect(text.length).toBeLessThan(600);
    expect(text).not.toMatch(/\bimport(?!\()|\bexport\b|\bawait\b|\?\.|\?\?/);
  });
});
