// In: options, configs and programs that are wrong. Out: what the bundlers are told of them: the mistake, what is meant and where, as an
// error of theirs and never as a crash within them.

import { beforeAll, describe, expect, it } from 'vitest';
import { bundle, bundlerNames, pluginOf, projectOf } from './bundlers.ts';

const page = "swan.request({ url: 'https://a.example/' });\n";
const dynamic = "export const call = (name) => swan[name]({ url: 'https://a.example/' });\n";

/** Rollup prints the place of an error beside its message; the others have it in there. */
const fault = async (work: Promise<unknown>): Promise<string> =>
  work.then(
    () => 'nothing',
    (error: Error & { readonly loc?: { readonly file?: string } }) => `${error.message}\n${error.loc?.file ?? ''}`,
  );

let folder: string;
beforeAll(() => {
  folder = projectOf({ 'package.json': '{}', 'main.js': page, 'kept.js': dynamic, 'broken.js': `${page}const = 1;\n` });
});

describe.each(bundlerNames)('%s', (name) => {
  it.each([
    [{ to: 'fetch', sokets: 'one' }, 'the plugin has no option sokets', 'Did you mean sockets?'],
    [{ to: 'fetsch' }, 'the option to of the plugin is "fetsch"', 'It should be one of fetch, axios, wx.'],
    [{ to: 'fetch', networkTimeout: { requests: 1 } }, 'networkTimeout', 'milliseconds above 0'],
  ])('is told of %j when the plugin is made', async (options, what, help) => {
    const told = await fault(Promise.resolve().then(() => bundle(name, folder, { options })));
    expect(told).toContain(what);
    expect(told).toContain(help);
  });

  it('is told that no target is named', async () => {
    expect(await fault(bundle(name, folder, { options: {} }))).toContain('which target?');
  });

  it('is told that two plugins are one too many', async () => {
    const plugins = ['fetch', 'wx'].map((to) => pluginOf(name)({ to }));
    expect(await fault(bundle(name, folder, { plugins }))).toContain('two plugins of cygnet');
  });

  it('ends at a file that does not parse, with its place', async () => {
    const told = await fault(bundle(name, folder, { entry: 'broken.js' }));
    expect(told).toContain('broken.js');
  });

  it('ends at a call that is kept where that is asked for, and at no other time', async () => {
    expect(await fault(bundle(name, folder, { entry: 'kept.js' }))).toBe('nothing');
    const told = await fault(bundle(name, folder, { entry: 'kept.js', options: { to: 'fetch', failOn: 'kept' } }));
    expect(told).toContain('dynamic-name');
  });
});

describe('a bundler older than is supported is told so', () => {
  interface Hooks {
    configResolved(config: object): void;
    buildStart(this: object, options: object): Promise<void>;
  }
  const context = { warn: () => undefined };

  it('Vite 5, which has no environments', async () => {
    const plugin: Hooks = pluginOf('vite')({ to: 'fetch' });
    plugin.configResolved({ root: folder, command: 'build', build: { outDir: 'dist' }, plugins: [] });
    await expect(plugin.buildStart.call(context, {})).rejects.toThrow('this Vite is older than Vite 6');
  });

  it.each([
    ['rollup', { watchMode: false, rollupVersion: '3.29.5' }, 'this Rollup is older than Rollup 4'],
    ['rolldown', { watchMode: false, rolldownVersion: '0.15.1' }, 'this Rolldown is older than Rolldown 1'],
    ['rolldown', undefined, 'this Rolldown is older than Rolldown 1'],
  ] as const)('%s, which says %j', async (name, meta, says) => {
    const plugin: Hooks = pluginOf(name)({ to: 'fetch' });
    await expect(plugin.buildStart.call({ ...context, meta }, { plugins: [] })).rejects.toThrow(says);
  });

  it.each([
    ['webpack', {}, 'this webpack is older than webpack 5.61'],
    ['webpack', { webpack: { version: '5.49.0' } }, 'this webpack is older than webpack 5.61'],
    ['rspack', {}, 'this Rspack is older than Rspack 1'],
    ['rspack', { rspack: { rspackVersion: '0.7.5' } }, 'this Rspack is older than Rspack 1'],
  ] as const)('%s, whose compiler says %j', (name, says, told) => {
    const plugin: { apply(compiler: object): void } = pluginOf(name)({ to: 'fetch' });
    expect(() => plugin.apply({ context: folder, options: {}, hooks: {}, ...says })).toThrow(told);
  });

  it.each([{}, { esbuild: { version: '0.16.17' } }])('esbuild, which says %j', async (says) => {
    type Start = () => Promise<{ readonly errors: readonly { readonly text: string }[] }>;
    const plugin: { setup(host: object): void } = pluginOf('esbuild')({ to: 'fetch' });
    let start: Start | undefined;
    const onStart = (given: Start): void => void (start = given);
    const others = { onEnd: () => undefined, onLoad: () => undefined, onResolve: () => undefined };
    plugin.setup({ ...others, ...says, onStart, initialOptions: { absWorkingDir: folder } });
    expect((await start?.())?.errors[0]?.text).toContain('this esbuild is older than esbuild 0.17');
  });
});

describe('a config file', () => {
  it('is obeyed, and the plugin goes first', async () => {
    const own = projectOf({ 'package.json': '{}', 'cygnet.config.json': '{ "to": "wx" }', 'main.js': page });
    expect((await bundle('rolldown', own, { options: {} })).code).toContain('wx.request');
    expect((await bundle('rolldown', own, { options: { to: 'fetch' } })).code).toContain('fetch(');
  });

  it('that throws is an error with its name', async () => {
    const own = projectOf({ 'package.json': '{}', 'cygnet.config.js': "throw new Error('no');\n", 'main.js': page });
    const told = await fault(bundle('webpack', own, { options: {} }));
    expect(told).toContain('cygnet.config.js');
    expect(told).toContain('no');
  });
});
