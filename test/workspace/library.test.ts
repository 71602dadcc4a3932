// In: the programs that docs/library.md shows, and the built package. Out: whether each of them does what is said of it, as it is
// written there, in a small project; and whether what is wrong is told in words.

import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type * as Workspace from '../../src/workspace/index.ts';
// Builds the package when it is older than its sources.
import '../cli/command-line.ts';

const root = path.resolve(import.meta.dirname, '../..');
const page = readFileSync(path.join(root, 'docs/library.md'), 'utf8');
/** By the name in their first line. */
const programs = new Map(
  [...page.matchAll(/^```js\n(\/\/ ([\w-]+\.mjs)\n[^]*?)^```$/gm)].map(([, text = '', name = '']) => [name, text]),
);
const folder = realpathSync(mkdtempSync(path.join(tmpdir(), 'cygnet-library-')));

beforeAll(() => {
  mkdirSync(path.join(folder, 'node_modules'));
  symlinkSync(root, path.join(folder, 'node_modules/cygnet'), 'junction');
  writeFileSync(path.join(folder, 'package.json'), '{ "type": "module", "cygnet": { "exclude": ["*.mjs"] } }');
  writeFileSync(path.join(folder, 'host.js'), 'export const host = swan;\n');
  writeFileSync(path.join(folder, 'list.js'), "import { host } from './host.js';\nhost.request(options);\n");
  for (const [name, text] of programs) writeFileSync(path.join(folder, name), text);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const run = (name: string): string =>
  execFileSync(process.execPath, [name], { cwd: folder, encoding: 'utf8', stdio: 'pipe' });

describe('a program of docs/library.md', () => {
  it('is known here', () => {
    expect([...programs.keys()]).toEqual(['one-text.mjs', 'site-by-site.mjs', 'one-folder.mjs', 'in-memory.mjs']);
  });

  it('moves one text', () => {
    expect(run('one-text.mjs')).toContain("send(signal => fetch('https://a.example/list', { signal }));");
  });

  it('applies one site of several', () => {
    expect(run('site-by-site.mjs')).toBe(
      '0 request renamed\n1 onSocketOpen renamed\nwx.request({ url });\nswan.onSocketOpen(hear);\n\n',
    );
  });

  it('looks at a folder with its config, and knows what one file hands to another', () => {
    const [first, second, shim, ...others] = run('one-folder.mjs').trimEnd().split('\n');
    expect(first).toBe('host.js unchanged 1 1 0');
    expect(second).toMatch(/^list\.js changed 1 1 \d+$/);
    expect(shim?.slice(0, shim.lastIndexOf(' '))).toBe(`${path.join(folder, 'swan-net.js')} request`);
    expect(others).toEqual([]);
  });

  it('looks at files in memory, and hears of a change', () => {
    const printed = run('in-memory.mjs');
    expect(printed).toContain("\nwx.request({ url: 'https://a.example/list', success: show });\n");
    expect(printed).toMatch(/\[ '\/shop\/host\.js', '\/shop\/list\.js' \]\nother\n$/);
  });
});

describe('cygnet/workspace, required', () => {
  const { configuredOptions, diskMachine, openWorkspace } = createRequire(import.meta.url)(
    'cygnet/workspace',
  ) as typeof Workspace;

  it.each<[unknown, string]>([
    [{ cwd: '/', target: 'fetsch' }, 'there is no target fetsch'],
    [{ cwd: 'shop' }, 'the folder shop is no absolute path'],
    [{}, 'the folder undefined is no absolute path'],
  ])('says what is wrong with %j', async (options, what) => {
    await expect(openWorkspace(options as never, diskMachine)).rejects.toThrow(what);
  });

  it.each<[string, unknown, string]>([
    ['.', { target: 'fetch' }, 'a workspace has no setting target'],
    ['.', { to: 'fetsch' }, 'the setting to of the workspace is "fetsch"'],
    ['none', {}, 'the folder none cannot be opened'],
    ['.', { config: 'none.json' }, 'there is no config file none.json'],
  ])('says what is wrong with %s and %j', async (name, settings, what) => {
    await expect(configuredOptions(name, settings as never)).rejects.toThrow(what);
  });
});
