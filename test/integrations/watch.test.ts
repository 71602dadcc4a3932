// In: a program whose host lies in another file than its call, and what a person writes into both while a bundler watches. Out:
// whether what each of the six bundlers makes of the page is new each time, wherever the change was, and good again after a mistake.

import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout } from 'node:timers/promises';

import { afterEach, describe, expect, it } from 'vitest';
import { bundlerNames, projectOf } from './bundlers.ts';
import { type Built, type Watch, watch } from './watches.ts';

const page = (url: string): string => `import { host } from './host.js';
export const send = (success) => host.request({ url: 'https://a.example/${url}', success });
`;
const swanHost = 'export const host = swan;\n';
const otherHost = 'export const host = { request: (options) => options.success(1) };\n';

const holds = (...words: readonly (string | RegExp)[]) => {
  const isIn = (code: string, word: string | RegExp): boolean =>
    typeof word === 'string' ? code.includes(word) : word.test(code);
  return ({ code }: Built): boolean => code !== undefined && words.every((word) => isIn(code, word));
};
const moved = /\bfetch\(/;
const kept = /\bhost\b\S*\.request\(/;

let watched: Watch | undefined;
afterEach(async () => {
  await watched?.close();
  watched = undefined;
});

describe.each(bundlerNames)('while %s watches', (name) => {
  const begin = async (folder: string) => {
    const { until } = (watched = await watch(name, folder));
    const write = async (file: string, text: string): Promise<void> => {
      // Who watches files takes two changes within so short a time for one, and the second for none.
      await setTimeout(80);
      writeFileSync(path.join(folder, file), text);
    };
    return { until, write };
  };

  it('follows the page, files that are new to it, the file that hands it its host, and a mistake and its mend', async () => {
    const folder = projectOf({ 'package.json': '{}', 'main.js': 'export const send = 1;\n', 'host.js': otherHost });
    const { until, write } = await begin(folder);

    await until(holds('send'));
    // What was written into a file before anything imported it.
    await write('host.js', swanHost);
    await write('main.js', page('first'));
    expect((await until(holds('/first'))).code).toMatch(moved);
    await write('host.js', otherHost);
    expect((await until(holds('/first', kept))).code).not.toMatch(moved);
    await write('host.js', swanHost);
    expect((await until(holds('/first', moved))).code).not.toMatch(kept);
    await write('main.js', `${page('second')}const = 1;\n`);
    expect((await until(({ error }) => error !== undefined)).error).toMatch(/main\.js|parse|expected/i);
    await write('mine.js', swanHost);
    await write('main.js', page('third').replace('./host.js', './mine.js'));
    expect((await until(holds('/third'))).code).toMatch(moved);
  });

  it('follows the config, and a mistake in it and its mend', async () => {
    const files = { 'package.json': '{}', 'main.js': page('one'), 'host.js': swanHost };
    const folder = projectOf({ ...files, 'cygnet.config.json': '{}' });
    const { until, write } = await begin(folder);

    await until(holds('/one', moved));
    await write('cygnet.config.json', '{ "only": ["uploadFile"] }');
    expect((await until(holds('/one', kept))).code).not.toMatch(moved);
    await write('cygnet.config.json', '{ "only": ["uploadFiles"] }');
    expect((await until(({ error }) => error !== undefined)).error).toContain('cygnet.config.json');
    await write('cygnet.config.json', '{}');
    await until(holds('/one', moved));
  });
});
