// In: the compiler, bundled for a browser with its packages and without anything of Node. Out: what it makes of a program in
// Chromium, held against what it makes of it here.

import { readFileSync } from 'node:fs';
import path from 'node:path';
import { type Plugin, build } from 'esbuild';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { withPackages } from '../../scripts/packages-apart.mjs';
import { rewrite, targetNames } from '../../src/core.ts';
import { browsers } from '../runtime/browsers.ts';

const root = path.dirname(path.dirname(import.meta.dirname));
const program = ['s01-request', 's03-uploadFile', 's05-downloadFile']
  .map((name) => readFileSync(path.join(root, 'test/fixtures/samples', `${name}.js`), 'utf8'))
  // Another name for swan asks for the second opinion on scopes.
  .concat("const host = swan;\nhost.request({ url: 'https://a.example' });\n")
  .join('\n');

/** In a browser nothing is loaded with require: the package is taken in, and still runs no earlier than it is needed. */
const packagesWithin: Plugin = {
  name: 'packages-within',
  setup({ onLoad }) {
    onLoad({ filter: /[\\/]src[\\/].*\.ts$/ }, ({ path: file }) => {
      // before: createRequire(import.meta.url)('@babel/traverse')
      // after:  require('@babel/traverse')
      const text = withPackages(file, (name) => `require('${name}')`);
      return { contents: text.replace("import { createRequire } from 'node:module';\n", ''), loader: 'ts' };
    });
  },
};

async function bundleCore() {
  const { outputFiles, metafile } = await build({
    absWorkingDir: root,
    entryPoints: ['src/core.ts'],
    bundle: true,
    format: 'iife',
    globalName: 'cygnet',
    platform: 'browser',
    // Babel asks which of its versions it is to be.
    define: { 'process.env': '{}' },
    plugins: [packagesWithin],
    // recast asks for it where there is no browser.
    external: ['os'],
    write: false,
    metafile: true,
  });
  return {
    text: outputFiles[0]?.text ?? '',
    inputs: Object.keys(metafile.inputs),
    outputs: Object.values(metafile.outputs),
  };
}

describe('the compiler in a browser', () => {
  let core: Awaited<ReturnType<typeof bundleCore>>;
  let browser: Browser;

  beforeAll(async () => {
    core = await bundleCore();
    browser = await browsers[0]!.launch();
  });
  afterAll(() => browser.close());

  it('takes in nothing of Node, no look across files and no ts-morph', () => {
    const others = core.outputs.flatMap(({ imports }) => imports).filter(({ path: name }) => name !== 'os');
    expect(others).toEqual([]);
    expect(core.inputs.filter((input) => /ts-morph|src\/workspace|src\/project\/(?!house-style)/.test(input))).toEqual(
      [],
    );
  });

  it('rewrites as it does here', async () => {
    const page = await browser.newPage();
    await page.addScriptTag({ content: core.text });
    const all = await page.evaluate(
      ([code, targets]) =>
        targets.map(
          (target) =>
            (window as never as { cygnet: { rewrite: typeof rewrite } }).cygnet.rewrite(code, { target }).code,
        ),
      [program, targetNames] as const,
    );
    expect(all).toEqual(targetNames.map((target) => rewrite(program, { target }).code));
    expect(new Set([program, ...all]).size).toBe(1 + targetNames.length);
  });
});
