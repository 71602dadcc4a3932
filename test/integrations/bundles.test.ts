// In: a small program of ES modules and CommonJS, whose host lies in another file than its calls. Out: whether each of the six
// bundlers makes of it with the plugin what the command line makes of it: the same calls on the wire, the same edits, a map that
// leads home, and no more of the shim than is used.

import { cpSync, readFileSync } from 'node:fs';
import path from 'node:path';

import { TraceMap, originalPositionFor } from '@jridgewell/trace-mapping';
import { beforeAll, describe, expect, it } from 'vitest';
import { cygnet } from '../cli/command-line.ts';
import { shippedSize } from '../runtime/sizes.ts';
import { type Ran, runBundle } from './bundled-run.ts';
import { type Bundled, type BundlerName, bundle, bundlerNames, projectOf } from './bundlers.ts';

const files = {
  'package.json': '{ "name": "shop" }',
  'app.json': '{ "networkTimeout": { "request": 4321 } }',
  'main.js': `import { host } from './host.js';
import { old } from './old.cjs';

function asked(call) {
  return new Promise((done) => call({ success: ({ statusCode, data }) => done([statusCode, data]), fail: done }));
}

export async function run(base) {
  const ends = [];
  ends.push(await new Promise((done) => host.request({ url: base + '/list', data: { page: 2, word: '茶' }, success: (told) => done(told.data), fail: (told) => done(told) })));
  ends.push(await asked((told) => swan.request({ url: base + '/add', method: 'POST', data: { id: 7 }, success: told.success })));
  ends.push(await asked((told) => old({ url: base + '/old', ...told })));
  try {
    throw new Error('kept');
  } catch ({ message }) {
    ends.push(message);
  }
  return ends;
}
`,
  'host.js': 'export const host = swan;\n',
  'old.cjs': `exports.old = function old(options) {
  return swan.request(options);
};
`,
};

/** Within the callbacks, and beside them. */
const kept = [/done\(told\.data\)/, /done\(told\)/, /done\(\[statusCode, data\]\)/, /new Error\(.kept.\)/];

const bundled = new Map<BundlerName, Bundled>();
let folder: string;
let moved: string;
let wanted: Ran;

const of = (name: BundlerName): Bundled => {
  const one = bundled.get(name);
  if (!one) throw new Error(`${name} made nothing`);
  return one;
};

beforeAll(async () => {
  folder = projectOf(files);
  for (const name of bundlerNames) bundled.set(name, await bundle(name, folder));
  moved = projectOf({});
  cpSync(folder, moved, { recursive: true, filter: (file) => path.basename(file) !== 'node_modules' });
  await cygnet(['migrate', '.', '--to', 'fetch', '--write', '--quiet'], { cwd: moved });
  wanted = await runBundle((await bundle('esbuild', moved, { plugins: [] })).code);
});

describe('what the command line made', () => {
  it('asks for everything', () => {
    expect(wanted.asked.map(({ method, url }) => `${method} ${url}`)).toEqual([
      'GET /list?page=2&word=%E8%8C%B6',
      'POST /add',
      'GET /old',
    ]);
  });
});

describe.each(bundlerNames)('what %s makes of it', (name) => {
  it('asks what the output of the command line asks, and ends alike', async () => {
    expect(await runBundle(of(name).code)).toEqual(wanted);
  });

  it('has nothing of swan left, the timeout of app.json, and no more of the shim than is used', () => {
    const { code } = of(name);
    expect(code).not.toMatch(/\b(?:swan|host)\.request\b/);
    expect(code).toContain('request: 4321');
    expect(code).not.toMatch(/WebSocket|FormData|FileReader/);
  });

  it('warns as that bundler does, with the place and the page', () => {
    const warning = of(name).warnings.find((text) => text.includes('swan-escapes')) ?? '';
    expect(warning).toContain('host.js');
    expect(warning).toMatch(/\b1:2[01]\b/);
    expect(warning).toContain('docs/diagnostics.md#swan-escapes');
  });

  it('has a map that leads home: from each call that was written, and to the very place from each callback that was kept', () => {
    const { code, map } = of(name);
    const trace = new TraceMap(map);
    const placeOf = (text: string, wanted: RegExp) => {
      const before = text.slice(0, text.search(wanted)).split('\n');
      return { line: before.length, column: before.at(-1)?.length ?? 0 };
    };
    const homeOf = (wanted: RegExp) => {
      const { source, line, column } = originalPositionFor(trace, placeOf(code, wanted));
      return { file: path.basename(source ?? ''), line, column };
    };
    for (const text of kept) {
      expect(homeOf(text), String(text)).toEqual({ file: 'main.js', ...placeOf(files['main.js'], text) });
    }
    expect(homeOf(/fetch\([^]{0,120}\/list/)).toMatchObject({ file: 'main.js', line: 10 });
    expect(homeOf(/.\/add/)).toMatchObject({ file: 'main.js', line: 11 });
    expect(homeOf(/\breturn [^\n]*request\d*\)?\(options\)/)).toMatchObject({ file: 'old.cjs', line: 2 });
  });
});

describe('the texts', () => {
  it('are those of the command line, but for what the shim is imported by', async () => {
    const texts = new Map<string, string>();
    const watcher = {
      name: 'look',
      transform(code: string, id: string) {
        texts.set(path.basename(id), code);
      },
    };
    const { pluginOf } = await import('./bundlers.ts');
    await bundle('rollup', folder, { plugins: [pluginOf('rollup')({ to: 'fetch' }), watcher as never] });
    for (const name of ['main.js', 'host.js', 'old.cjs']) {
      const text = readFileSync(path.join(moved, name), 'utf8');
      expect(texts.get(name), name).toBe(text.replace(/\.\/swan-net\.c?js/, 'cygnet/runtime/fetch'));
    }
  });
});

describe.each(bundlerNames)('a program of requests alone, in %s', (name) => {
  const built = async (entry: string, text: string, plugins?: readonly never[]): Promise<string> => {
    const program = projectOf({ 'package.json': '{}', [entry]: text });
    return (await bundle(name, program, { entry, isSmall: true, ...(plugins && { plugins }) })).code;
  };

  it('carries a request and nothing else, whether it is of ES modules or CommonJS', async () => {
    // What a bundler puts around it is its own.
    const own = await shippedSize(await built('main.js', '', []));
    for (const [entry, text] of [
      ['main.js', 'export const send = (options) => swan.request(options);\n'],
      ['main.cjs', 'exports.send = (options) => swan.request(options);\n'],
    ] as const) {
      const code = await built(entry, text);
      expect(code, entry).toContain('fetch(');
      // 1.5 kB is what the request of a linked shim may be.
      expect((await shippedSize(code)) - own, entry).toBeLessThan(1900);
    }
  });
});
