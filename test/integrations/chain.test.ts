// In: a program in TypeScript, with a loader for TypeScript before the plugin and Babel behind it. Out: whether the bundles of webpack and
// Rspack ask what the program asks, and whether their maps lead from each site and each callback that was kept to where it stands in
// the source.

import path from 'node:path';

import { TraceMap, originalPositionFor } from '@jridgewell/trace-mapping';
import { beforeAll, describe, expect, it } from 'vitest';
import { runBundle } from './bundled-run.ts';
import { type Bundled, bundle, pluginOf, projectOf } from './bundlers.ts';

const source = `interface Told { statusCode: number; data: { said: string } }
type Done = (end: string) => void;
declare const swan: { request(options: object): { abort(): void }; uploadFile(options: object): void };

enum Ends { Fine = 'fine' }

const asked = (base: string, done: Done): void => {
    swan.request({
        url: base + '/first',
        data: { page: 1 as number },
        success: ({ data }: Told) => done('first ' + data.said),
        fail: (error: { errMsg: string }) => done('first failed ' + error.errMsg),
    });
};

export async function run(base: string): Promise<string[]> {
    const first = await new Promise<string>((done) => asked(base, done));
    const second = await new Promise<string>((done: Done) => {
        const task = swan.request({ url: \`\${base}/second\`, method: 'POST', data: { id: 7 }, success(told: Told) { done('second ' + told.statusCode); } });
        if (!task) done('second has no task');
    });
    const options = { url: base + '/third', complete: (told: Told) => done3(\`third \${told.statusCode}\`) };
    let done3!: Done;
    const third = await new Promise<string>((done) => { done3 = done; swan.request(options); });
    return [first, second, third, Ends.Fine];
}
`;

/** What stands in the source and in the bundle alike, but for the kind of its quotes. */
const kept = ['first ', 'first failed ', 'second ', 'second has no task', 'third '];
/** The beginnings of what took the place of the calls, and the lines that these stood on. */
const sites: readonly (readonly [RegExp, number])[] = [
  [/fetch\([^]{0,80}\/first/, 8],
  [/request\)?\(\{\s+url: `\$\{base\}\/second/, 19],
  [/request\)?\(options\)/, 24],
];
const rules = [
  { test: /\.ts$/, enforce: 'pre', use: [path.join(import.meta.dirname, 'loaders/typescript.cjs')] },
  { test: /\.ts$/, use: [path.join(import.meta.dirname, 'loaders/babel.cjs')] },
];

describe.each(['webpack', 'rspack'] as const)('behind TypeScript and before Babel, in %s', (name) => {
  let bundled: Bundled;
  beforeAll(async () => {
    const folder = projectOf({ 'package.json': '{}', 'main.ts': source });
    const loaders = {
      apply({ options }: { readonly options: { readonly module: { rules: unknown[] } } }) {
        options.module.rules.push(...rules);
      },
    };
    const plugins = [pluginOf(name)({ to: 'fetch' }), loaders as never];
    bundled = await bundle(name, folder, { entry: 'main.ts', plugins });
  });

  it('asks what the program asks, and ends as it does', async () => {
    expect(bundled.warnings.filter((text) => !text.includes('swan-name-stays'))).toEqual([]);
    const { asked, result } = await runBundle(bundled.code);
    expect(asked.map(({ method, url, body }) => `${method} ${url} ${body}`)).toEqual([
      'GET /first?page=1 ',
      'POST /second {"id":7}',
      'GET /third ',
    ]);
    expect(result).toEqual(['first /first?page=1', 'second 200', 'third 200', 'fine']);
  });

  it('has a map that leads from each callback that was kept to itself, and from each site to its line', () => {
    const { code, map } = bundled;
    const trace = new TraceMap(map);
    const placeIn = (text: string, at: number) => {
      const lines = text.slice(0, at).split('\n');
      return { line: lines.length, column: lines.at(-1)?.length ?? 0 };
    };
    const homeOf = (at: number) => originalPositionFor(trace, placeIn(code, at));
    for (const text of kept) {
      const quoted = new RegExp(`['"\`]${text}`);
      const home = homeOf(code.search(quoted));
      expect(path.basename(home.source ?? ''), text).toBe('main.ts');
      expect({ line: home.line, column: home.column }, text).toEqual(placeIn(source, source.search(quoted)));
    }
    for (const [text, line] of sites) {
      const home = homeOf(code.search(text));
      expect([path.basename(home.source ?? ''), home.line], String(text)).toEqual(['main.ts', line]);
    }
  });
});
