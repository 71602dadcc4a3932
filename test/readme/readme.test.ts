// Everything that the README shows is so: the rewrites come out as printed, the commands exist, the library call works.
// The two commands themselves are run by the check that this test is part of.

import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, it } from 'vitest';
import { rewrite, targetNames } from '../../src/index.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const readme = readFileSync(`${root}/README.md`, 'utf8');

/** The code of the fenced block that begins with this comment. */
function block(comment: string): string {
  const match = new RegExp('```js\\n// ' + comment + '\\n([\\s\\S]*?)```').exec(readme);
  if (!match?.[1]) throw new Error(`the README has no block '// ${comment}'`);
  return match[1];
}

const run = (...args: string[]): string =>
  execFileSync(process.execPath, [`${root}/dist/cli/main.js`, ...args], { encoding: 'utf8', cwd: root });

describe('README', () => {
  it.each(targetNames)('the block for %s is what comes out', (target) => {
    const { code } = rewrite(block('before'), { filename: 'pages/cart.js', target });
    // The import stands above the call, and a blank line under it.
    expect(code.replace(/^(?:const .* = require\(.*\);\n\n)?/, '')).toBe(block(`after, ${target}`));
  });

  it('the library call of the build step works', () => {
    const source = block('before');
    const options = /rewrite\(source, (\{.*\})\)/.exec(readme)?.[1];
    expect(options).toBe(`{ filename: 'pages/cart.js', target: 'fetch', shim: './swan-net.js' }`);
    const { sites, diagnostics } = rewrite(source, {
      filename: 'pages/cart.js',
      target: 'fetch',
      shim: './swan-net.js',
    });
    expect(sites.map((site) => site.verdict)).toEqual(['native']);
    expect(diagnostics).toEqual([]);
  });

  it('every page that it links to exists', () => {
    const links = [...readme.matchAll(/\]\(([\w./-]+)\)/g)].map((match) => match[1] ?? '');
    expect(links.length).toBeGreaterThan(3);
    expect(links.filter((link) => !existsSync(`${root}/${link}`))).toEqual([]);
  });

  describe('the command line', () => {
    beforeAll(() => {
      execFileSync(process.execPath, [`${root}/scripts/build.mjs`, '--if-needed']);
    });

    it.each([...new Set([...readme.matchAll(/`cygnet (\w+)/g)].map((match) => match[1] ?? ''))])(
      'the command %s exists',
      (command) => {
        expect(run(command, '--help')).toContain(`cygnet ${command}`);
      },
    );

    it('every option that it names is one of migrate', () => {
      const help = run('migrate', '--help');
      const named = [...new Set([...readme.matchAll(/(?<![\w-])(--[a-z][\w-]*)/g)].map((match) => match[1] ?? ''))];
      expect(named.length).toBeGreaterThan(4);
      expect(named.filter((option) => !help.includes(option))).toEqual([]);
    });

    it('the editor command reads code and prints code', () => {
      const output = execFileSync(
        process.execPath,
        [`${root}/dist/cli/main.js`, 'migrate', '--to', 'fetch', '--stdin', '--stdin-filename', 'pages/cart.js'],
        { encoding: 'utf8', input: block('before'), cwd: root },
      );
      expect(output).toContain(block('after, fetch'));
    });
  });
});
