// In: programs that use of a bundler what goes past its modules: workers, texts and copies, modules that lie in no file, components,
// loaders in other processes. Out: whether what runs is moved, what is data stays as it is, and of the rest somebody is told.

import path from 'node:path';

import { beforeAll, describe, expect, it } from 'vitest';
import { type Bundled, type BundlerName, bundle, pluginOf, projectOf } from './bundlers.ts';

const call = (place: string): string => `swan.request({ url: 'https://a.example/${place}' });\n`;
const worker = "new Worker(new URL('./worker.js', import.meta.url), { type: 'module' });\n";
const inNoFile = 'virtual:calls';

const files = {
  'package.json': '{}',
  'app.json': '{ "networkTimeout": { "request": 4321 } }',
  'worker.js': call('worker'),
  'text.js': call('text'),
  'copied.js': call('copied'),
  'copied.url.js': call('copied'),
  'App.vue': `<script>\n${call('component')}</script>\n`,
};

/** As every plugin that makes up modules: for Rollup, Rolldown and Vite. */
const madeUp = {
  name: 'made-up',
  resolveId: (id: string) => (id === inNoFile ? `\0${id}` : undefined),
  load: (id: string) => (id === `\0${inNoFile}` ? call('virtual') : undefined),
};

/** For webpack and Rspack, whose rules say what a module is. */
const ruled = (...rules: object[]) => ({
  apply({ options }: { readonly options: { readonly module: { rules: object[] } } }) {
    options.module.rules.push(...rules);
  },
});
const asData = ruled(
  { resourceQuery: /raw/, type: 'asset/source' },
  { resourceQuery: /url/, type: 'asset/resource', generator: { filename: '[name].url.js' } },
);

/** esbuild reads its options when the first plugin is set up. */
const loaders = {
  name: 'loaders',
  setup({ initialOptions }: { readonly initialOptions: { loader?: object } }) {
    initialOptions.loader = { '.js': 'jsx', '.url.js': 'file' };
  },
};
const components = {
  name: 'components',
  setup({ onLoad }: { onLoad(options: object, load: () => object): void }) {
    onLoad({ filter: /\.vue$/ }, () => ({ contents: 'export default {};' }));
  },
};

const queries = "import text from './text.js?raw';\nimport url from './copied.js?url';\nexport { text, url };\n";
const attributes = "import text from './text.js' with { type: 'text' };\nimport url from './copied.url.js';\n";

/** What is written for each, and what stands before and behind the plugin. */
const programs: Readonly<
  Record<string, readonly [text: string, before: readonly object[], behind: readonly object[]]>
> = {
  vite: [
    `import Inline from './worker.js?worker&inline';\nnew Inline();\n${queries}${worker}import '${inNoFile}';\n`,
    [],
    [madeUp],
  ],
  rollup: [`import '${inNoFile}';\n`, [], [madeUp]],
  rolldown: [`import '${inNoFile}';\n`, [], [madeUp]],
  webpack: [queries + worker, [], [asData]],
  rspack: [queries + worker, [], [asData]],
  esbuild: [`${attributes}import './App.vue';\nexport default [text, url, () => <a />];\n`, [loaders], [components]],
};

const bundled = new Map<string, Bundled>();
const of = (name: string): Bundled => {
  const one = bundled.get(name);
  if (!one) throw new Error(`${name} made nothing`);
  return one;
};
const warningOf = (name: string, file: string): string =>
  of(name).warnings.find((text) => text.includes(`${file} names network APIs`)) ?? '';

beforeAll(async () => {
  for (const [name, [text, before, behind]] of Object.entries(programs)) {
    const folder = projectOf({ ...files, 'main.js': text + call('main') });
    const plugins = [...before, pluginOf(name as BundlerName)({ to: 'fetch' }), ...behind] as never[];
    bundled.set(name, await bundle(name as BundlerName, folder, { plugins }));
  }
});

describe.each(['vite', 'webpack', 'rspack'])('a worker in %s', (name) => {
  it('is moved, with a shim of its own', () => {
    const own = of(name).others.filter((text) => !text.startsWith('{') && text.includes('https://a.example/worker'));
    expect(own).toHaveLength(1);
    expect(own[0]).toContain('fetch(');
    expect(own[0]).toContain('4321');
    expect([of(name).code, ...own].join('\n')).not.toMatch(/swan\.request[^;]{0,40}worker/);
  });
});

describe.each(['vite', 'webpack', 'rspack', 'esbuild'])('a script that %s takes for data', (name) => {
  it('is the text that it is', () => {
    const { code } = of(name);
    expect(code).toMatch(/swan\.request\(\{ url: \\?'https:\/\/a\.example\/text/);
    expect(code).not.toMatch(/fetch\([^;]{0,40}text/);
    expect(warningOf(name, 'text.js')).toBe('');
  });

  it('is told of where it is copied, and may run', () => {
    expect(warningOf(name, name === 'esbuild' ? 'copied.url.js' : 'copied.js')).toContain(
      'the build copies it as it is',
    );
  });
});

describe.each(['vite', 'rollup', 'rolldown'])('a module that a plugin for %s makes up', (name) => {
  it('is told of', () => {
    expect(warningOf(name, inNoFile)).toContain('it lies in no file');
  });
});

describe('esbuild', () => {
  it('is given each file with the loader that its options name', () => {
    expect(of('esbuild').code).toContain('React.createElement("a"');
    expect(of('esbuild').code).toMatch(/fetch\([^;]{0,40}main/);
  });

  it('is told of a component, which is for another plugin to load', () => {
    expect(warningOf('esbuild', 'App.vue')).toContain('esbuild has one plugin load a file');
  });

  it('is told of an entry that lies in no file', async () => {
    const stdin = {
      name: 'stdin',
      setup({ initialOptions }: { readonly initialOptions: { stdin?: object; entryPoints?: unknown } }) {
        delete initialOptions.entryPoints;
        initialOptions.stdin = { contents: call('stdin') };
      },
    };
    const plugins = [stdin, pluginOf('esbuild')({ to: 'fetch' })] as never[];
    const { warnings } = await bundle('esbuild', projectOf(files), { plugins });
    expect(warnings.join('\n')).toContain('<stdin> names network APIs of swan and was not moved: it lies in no file');
  });
});

describe('Vite', () => {
  it('moves a worker once, also where somebody named the plugin for workers', async () => {
    const folder = projectOf({ ...files, 'main.js': worker });
    const named = { name: 'named', config: () => ({ worker: { plugins: () => [pluginOf('vite')({ to: 'fetch' })] } }) };
    const plugins = [named, pluginOf('vite')({ to: 'fetch' })] as never[];
    const { others } = await bundle('vite', folder, { plugins });
    expect(others.join('\n')).toMatch(/fetch\([^;]{0,40}worker/);
  });
});

describe('thread-loader', () => {
  const threads = ruled({ test: /\.js$/, use: [path.join(import.meta.dirname, 'loaders/thread-loader/index.cjs')] });
  const built = (name: 'webpack' | 'rspack'): Promise<Bundled> => {
    const folder = projectOf({
      ...files,
      'main.js': `import './other.js';\n${call('main')}`,
      'other.js': 'export {};\n',
    });
    return bundle(name, folder, { plugins: [pluginOf(name)({ to: 'fetch' }), threads as never] });
  };

  it('is left out of what the plugin moves in webpack, and the plugin out of the rest', async () => {
    const { code } = await built('webpack');
    expect(code).toMatch(/fetch\([^;]{0,40}main/);
    expect(code).toContain('4321');
  });

  it('is told to be one too many in Rspack', async () => {
    await expect(built('rspack')).rejects.toThrow('thread-loader hands modules of Rspack to processes');
  });
});
