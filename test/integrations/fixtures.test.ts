// In: every fixture, each a program of its own. Out: whether the plugin makes of its text what the command line writes, byte for byte but
// for what the shim is imported by, and how a list of names is broken before a longer name. Each is taken on one target: what hands a text over does not depend on it.

import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';

import { describe, expect, it } from 'vitest';
import { targetNames } from '../../src/targets.ts';
import { cygnet } from '../cli/command-line.ts';
import { readCases } from '../laws/cases.ts';
import { pluginOf, projectOf } from './bundlers.ts';

interface Hooks {
  buildStart(this: object, options: object): Promise<void>;
  readonly transform: {
    handler(this: object, code: string, id: string): Promise<{ readonly code: string } | undefined>;
  };
}

const cases = readCases();
/** As the file writes it, also from a file of a shim that stands elsewhere or has another ending. */
const shim = /(['"`])(?:\.{1,2}\/)+swan-net[\w.-]*\1/g;

const list = /\{[^{}]*\}(?= from ['"]cygnet\/| = require\(['"]cygnet\/)/g;

function onOneLine(names: string): string {
  return names.replace(/\s+/g, ' ').replace(/,? \}/, ' }');
}

describe.each(targetNames.map((target, at) => [target, at] as const))('the fixtures on %s', (target, at) => {
  it('come to what the command line writes', async () => {
    const own = cases.filter(({ code }, i) => i % targetNames.length === at && !code.includes('swan-net'));
    expect(own.length).toBeGreaterThan(100);
    const folder = projectOf({ 'package.json': '{}' });
    const files = own.map(({ name, input, code }) => {
      const program = path.join(folder, name.replaceAll('/', '-'));
      mkdirSync(program);
      writeFileSync(path.join(program, 'app.json'), '{}');
      writeFileSync(path.join(program, input), code);
      return path.join(program, input);
    });
    const plugin: Hooks = pluginOf('rolldown')({ to: target, failOn: 'never' });
    const context = {
      meta: { watchMode: false, rolldownVersion: '1.0.0' },
      warn: () => undefined,
      addWatchFile: () => undefined,
    };
    await plugin.buildStart.call(context, { cwd: folder, plugins: [] });
    const moved = new Map<string, string>();
    for (const [i, file] of files.entries()) {
      const text = own[i]?.code ?? '';
      moved.set(file, (await plugin.transform.handler.call(context, text, file))?.code ?? text);
    }
    await cygnet(['migrate', '.', '--to', target, '--write', '--quiet', '--allow-dirty'], { cwd: folder });
    const plain = (text: string) => text.replace(shim, `$1cygnet/runtime/${target}$1`).replace(list, onOneLine);
    const others = files.filter((file) => plain(moved.get(file) ?? '') !== plain(readFileSync(file, 'utf8')));
    const shown = others.map((file) => `${file}\n${moved.get(file) ?? ''}\n--\n${plain(readFileSync(file, 'utf8'))}`);
    expect(shown).toEqual([]);
  });
});
