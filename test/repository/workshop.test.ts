// In: planted generators, cases and builds. Out: whether the scripts that are used while one works do what CONTRIBUTING.md says:
// `generate` runs each generator in its order, `fixtures` the cases that are named, and `dev` builds again after a change.
// What the real generators make is held here too: nothing that is made from other files may be out of date.

import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { root } from './files.ts';
import { plantProject, type PlantedProject } from './planted-project.ts';

let project: PlantedProject;

beforeEach(() => {
  project = plantProject();
});

afterEach(() => project.remove());

describe('generate', () => {
  const parts = ['store-runtime', 'options', 'docs', 'examples'];

  beforeEach(() => {
    for (const part of parts) plant(part, true);
  });

  it('makes everything, in order', () => {
    expect(generate()).toEqual({ status: 0, ran: ['store-runtime', 'options', 'docs', 'examples'] });
  });

  it('makes what is named', () => {
    expect(generate('examples', 'runtime')).toEqual({ status: 0, ran: ['store-runtime', 'examples'] });
  });

  it('makes nothing from what could not be made', () => {
    plant('docs', false);
    expect(generate()).toEqual({ status: 1, ran: ['store-runtime', 'options', 'docs'] });
  });

  it('looks at everything with --check', () => {
    plant('docs', false);
    expect(generate('--check')).toEqual({
      status: 1,
      ran: ['store-runtime --check', 'options --check', 'docs --check', 'examples --check'],
    });
  });

  it('knows its parts', () => {
    expect(project.run('scripts/generate.mjs', ['runtim'])).toMatchObject({ status: 2, stdout: '' });
  });

  it('has nothing to do here; the examples are looked at beside the example', () => {
    const args = ['scripts/generate.mjs', '--check', 'runtime', 'options', 'docs'];
    const { status, stdout, stderr } = spawnSync(process.execPath, args, { cwd: root, encoding: 'utf8' });
    expect({ status, said: stdout + stderr }).toEqual({ status: 0, said: '' });
  });

  function plant(part: string, isFine: boolean): void {
    const text = `console.log([${JSON.stringify(part)}, ...process.argv.slice(2)].join(' '));\n`;
    project.write(`scripts/${part}.mjs`, `${text}process.exitCode = ${isFine ? 0 : 1};\n`);
  }

  function generate(...args: string[]): { readonly status: number | null; readonly ran: string[] } {
    const { status, stdout } = project.run('scripts/generate.mjs', args);
    return { status, ran: stdout.trim().split('\n') };
  }
});

describe('fixtures', () => {
  beforeEach(() => {
    for (const name of ['guards/one', 'guards/two', 'tasks/one']) {
      project.write(`test/fixtures/cases/${name}/input.js`, '');
    }
    project.write(
      'test/laws/fixtures.test.ts',
      `import { appendFileSync } from 'node:fs';
import { describe, it } from 'vitest';
describe('fixtures', () => {
  for (const name of ['guards/one', 'guards/two', 'tasks/one'])
    describe(name, () => { it('runs', () => appendFileSync('ran.txt', name + ' ' + process.env.UPDATE + '\\n')); });
});
`,
    );
  });

  it.each([
    [['guards/two'], ['guards/two undefined']],
    [
      ['one', '--update'],
      ['guards/one 1', 'tasks/one 1'],
    ],
  ])('%s runs these and no others', (args, ran) => {
    expect(project.run('scripts/fixtures.mjs', args).status).toBe(0);
    expect(readFileSync(path.join(project.folder, 'ran.txt'), 'utf8').trim().split('\n')).toEqual(ran);
  });

  it('says when there is no such case', () => {
    expect(project.run('scripts/fixtures.mjs', ['gards'])).toMatchObject({ status: 2, stdout: '' });
  });
});

describe('dev', () => {
  let dev: ChildProcess | undefined;

  afterEach(async () => {
    if (!dev || dev.exitCode !== null) return;
    const ended = once(dev, 'close');
    dev.kill();
    await ended;
  });

  it('builds at once and after each change, the shim before all else', async () => {
    for (const folder of ['src', 'cli', 'transforms']) project.write(`${folder}/a.ts`, '');
    for (const script of ['store-runtime', 'build']) {
      project.write(`scripts/${script}.mjs`, `console.log('${script}', ...process.argv.slice(2));\n`);
    }
    dev = spawn(process.execPath, [path.join(project.folder, 'scripts/dev.mjs')], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const lines = createInterface({ input: dev.stdout ?? process.stdin })[Symbol.asyncIterator]();
    const round = async (): Promise<string[]> => {
      const said: string[] = [];
      for (;;) {
        const { value, done } = await lines.next();
        if (done || value.startsWith('built')) return said;
        said.push(value);
      }
    };
    expect(await round()).toEqual(['store-runtime', 'build --no-types']);
    project.write('cli/a.ts', 'export {};\n');
    expect(await round()).toEqual(['build --no-types']);
    project.write('src/runtime/a.ts', 'export {};\n');
    expect(await round()).toContain('store-runtime');
  });
});
