// In: a component as a whole, and the ids and texts of its blocks as plugins for Vite and Rollup hand them over. Out: what the plugin
// makes of each: the scripts moved in the language that they are in, as the ES modules that they are, and nothing else touched.

import path from 'node:path';

import { beforeAll, describe, expect, it } from 'vitest';
import { pluginOf, projectOf } from './bundlers.ts';

const script = `
interface Item { id: number }
const add = (item: Item): void => { swan.request({ url: 'https://a.example/add', data: <Item>item }); };
`;
const style = '\n.swan { color: red; /* swan.request({}) */ }\n';
const template = '\n<view @tap="swan.request({})">swan.request({})</view>\n';
const component = `<template>${template}</template>\n<script setup lang="ts">${script}</script>\n<style>${style}</style>\n`;

interface Hooks {
  buildStart(this: object, options: object): Promise<void>;
  readonly transform: {
    handler(this: object, code: string, id: string): Promise<{ readonly code: string } | undefined>;
  };
}

const context = { meta: { watchMode: false, rollupVersion: '4.0.0' }, warn: () => undefined };

describe.each(['rollup', 'vite'] as const)('the plugin for %s', (name) => {
  let folder: string;
  let plugin: Hooks & { configResolved?(config: object): void };

  beforeAll(async () => {
    folder = projectOf({ 'package.json': '{}', 'App.vue': component, 'a.js': '' });
    plugin = pluginOf(name)({ to: 'fetch' });
    plugin.configResolved?.({ root: folder, command: 'build', build: {}, environments: {}, plugins: [] });
    await plugin.buildStart.call(context, { cwd: folder, plugins: [] });
  });

  const transform = async (code: string, query = ''): Promise<string | undefined> =>
    (await plugin.transform.handler.call(context, code, path.join(folder, 'App.vue') + query))?.code;

  it('moves the script of a component that is whole', async () => {
    const code = (await transform(component)) ?? '';
    expect(code).toContain("fetch(query('https://a.example/add', <Item>item)");
    expect(code).toContain(`<template>${template}</template>`);
    expect(code).toContain(`<style>${style}</style>`);
  });

  it.each(['?vue&type=script&lang.ts', '?vue&type=script&setup=true&lang.ts', '?vue&type=script&lang=ts'])(
    'moves a script block called App.vue%s',
    async (query) => {
      const code = (await transform(script, query)) ?? '';
      expect(code).toContain("fetch(query('https://a.example/add', <Item>item)");
      expect(code).toContain("from 'cygnet/runtime/fetch'");
      expect(code).toContain('interface Item { id: number }');
      expect(code).not.toContain('swan');
    },
  );

  it('moves one of plain JavaScript', async () => {
    const code = await transform("swan.request({ url: 'https://a.example/js' });\n", '?vue&type=script&lang.js');
    expect(code).toContain("fetch('https://a.example/js'");
    expect(code).toContain("from 'cygnet/runtime/fetch'");
  });

  it('imports the shim into a file that neither imports nor requires, and requires it where the file does', async () => {
    const of = async (code: string) =>
      (await plugin.transform.handler.call(context, code, path.join(folder, 'a.js')))?.code;
    const call = "swan.request({ url: 'https://a.example/' });\n";
    expect(await of(call)).toContain("import { send } from 'cygnet/runtime/fetch'");
    expect(await of(`require('./b.js');\n${call}`)).toContain("require('cygnet/runtime/fetch')");
  });

  it('takes a script for what it is, also where it is asked for by its type', async () => {
    const text = "export const add = () => swan.request({ url: 'https://a.example/' });\n";
    const id = path.join(folder, 'a.js?worker_file&type=module');
    expect((await plugin.transform.handler.call(context, text, id))?.code).toContain('fetch(');
  });

  it.each([
    ['?vue&type=style&index=0&lang.css', style],
    ['?vue&type=template&id=1a2b', template],
    ['?vue&type=custom&index=0&blockType=docs&lang.js', "swan.request({ url: 'https://a.example/' });\n"],
  ])('leaves a block called App.vue%s alone', async (query, text) => {
    expect(await transform(text, query)).toBeUndefined();
  });
});
