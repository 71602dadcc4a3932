// In: a program that was built, and what changed before the next process builds it from the cache on the disk. Out: whether webpack and
// Rspack take from there what is still true and nothing else: a module says by itself only what lies in its own file.

import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import path from 'node:path';

import { beforeAll, describe, expect, it } from 'vitest';
import { cachedBuilds } from './cached-build.mjs';
import { projectOf } from './bundlers.ts';

type Built = Readonly<Record<string, { readonly code: string; readonly count: number }>>;

const script = path.join(import.meta.dirname, 'cached-build.mjs');
const files = {
  'package.json': '{ "name": "shop" }',
  'main.js': `import { host } from './host.js';
export const list = (success) => host.request({ url: 'https://a.example/list', success });
export const one = (success) => swan.request({ url: 'https://a.example/one', success });
`,
  'host.js': 'export const host = swan;\n',
};

let folder: string;
const write = (name: string, text: string): void => writeFileSync(path.join(folder, name), text);
const fetches = ({ code }: { readonly code: string }): number => code.match(/\bfetch\('https/g)?.length ?? 0;

/** By a process of its own, and then again by this one. */
let steps: Readonly<Record<'first' | 'same' | 'handed' | 'replaced' | 'configured', Built>>;

beforeAll(async () => {
  folder = projectOf(files);
  const first = await cachedBuilds(folder);
  const same = await cachedBuilds(folder);
  write('host.js', 'export const host = { request: (options) => options.success(1) };\n');
  const handed = JSON.parse(
    execFileSync(process.execPath, [script, folder], { encoding: 'utf8', stdio: 'pipe' }),
  ) as Built;
  // It is in no bundle, and has a say in all of the program.
  write('mock.js', 'swan.request = fake;\n');
  const replaced = await cachedBuilds(folder);
  write('mock.js', '');
  write('app.json', '{ "networkTimeout": { "request": 4321 } }');
  steps = { first, same, handed, replaced, configured: await cachedBuilds(folder) };
}, 60_000);

const of = (step: keyof typeof steps, name: string) => {
  const built = steps[step][name];
  if (!built) throw new Error(`${name} made nothing`);
  return built;
};

describe.each(['webpack', 'rspack'])('the cache of %s', (name) => {
  it('is taken where nothing changed', () => {
    expect(fetches(of('first', name))).toBe(2);
    expect(of('same', name)).toEqual({ code: of('first', name).code, count: 0 });
  });

  it('has nothing to say of a module that another one hands something else, in another process', () => {
    expect(fetches(of('handed', name))).toBe(1);
    expect(of('handed', name).code).toMatch(/\bhost\b\S*\.request\(/);
  });

  it('nor of one whose API is replaced by a file that no module imports', () => {
    expect(fetches(of('replaced', name))).toBe(0);
    expect(of('replaced', name).code).toContain('swan.request({');
  });

  it('nor of the shim where its timeouts are others', () => {
    expect(fetches(of('configured', name))).toBe(1);
    expect(of('configured', name).code).toContain('request: 4321');
    expect(of('first', name).code).not.toContain('request: 4321');
  });
});
