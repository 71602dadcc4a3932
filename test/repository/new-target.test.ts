// In: a copy of the project with two targets more: the one of docs/architecture.md, made by the letter of its section, and
// one for a host with an API like swan's. Out: whether one file and one line are all that a target asks for: it compiles,
// obeys the laws of the fixtures, and stands in help, schemas, pages and reports.

import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { Ajv } from 'ajv';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findImportFault } from '../../scripts/import-rules.mjs';
import { casesFolder } from '../laws/cases.ts';
import type { Ran } from './planted-project.ts';
import { plantTarget, type PlantedTarget } from './planted-target.ts';

let planted: PlantedTarget;

let generated: Ran;

beforeAll(() => {
  planted = plantTarget();
  generated = planted.run('scripts/generate.mjs', 'options', 'docs');
});

afterAll(() => planted.remove());

describe('a new target', () => {
  it('is one file and a line of the registry', () => {
    expect(planted.files).toEqual([`transforms/${planted.name}.ts`, 'src/targets.ts']);
  });

  it('compiles, and so does all that may know of targets', () => {
    const own = ['my', planted.name].map((name) => `transforms/${name}.ts`);
    const mayKnow = (file: string): boolean =>
      findImportFault(file, `./${path.posix.relative(path.posix.dirname(file), 'src/targets.ts')}`) === undefined;
    expect(mayKnow('cli/program.ts')).toBe(true);
    expect(mayKnow('src/lower/lower.ts')).toBe(false);
    expect(planted.check((file) => own.includes(file) || mayKnow(file))).toEqual([]);
  });

  it.each([
    ['an API', '    closeSocket: lower,\n'],
    ['a trait', "    headerCase: 'as-sent',\n"],
    [
      'what the help says',
      "  summary: { en: 'Alipay mini-programs: the same calls on my', 'zh-CN': '支付宝小程序：my 上的同名调用' },\n",
    ],
  ])('does not compile when it forgets %s', (_what, line) => {
    const file = 'transforms/my.ts';
    const text = planted.read(file);
    expect(text).toContain(line);
    const replaced = new Map([[file, text.replace(line, '')]]);
    expect(planted.check((one) => one === file, replaced)).not.toEqual([]);
  });

  it('obeys the laws', async () => {
    const { makeSubjects, readCases, targetNames, violationsOf } = await planted.loadLaws();
    const names: readonly string[] = targetNames;
    expect(names).toEqual(expect.arrayContaining(['my', planted.name]));
    const own = targetNames.filter((name) => [planted.name, 'my'].includes(name));
    // Enough of them to meet each area; each takes some hundredths of a second for each target.
    const cases = readCases(casesFolder).filter((_, i) => i % 8 === 0);
    const changed = new Set<string>();
    const found = cases.flatMap((fixture) => {
      const subjects = makeSubjects({ name: fixture.name, filename: fixture.input, code: fixture.code });
      return own.flatMap((target) => {
        const subject = subjects({ target, sockets: fixture.sockets });
        if (subject.result.status === 'changed') changed.add(`${target} ${fixture.name}`);
        return violationsOf(subject).map((violation) => `${fixture.name}, ${target}: ${violation}`);
      });
    });
    expect(found).toEqual([]);
    expect(changed.size).toBeGreaterThan(cases.length);
  });

  it('stands in what is made from the registry', () => {
    expect(generated).toMatchObject({ status: 0, stderr: '' });
    expect(planted.read('docs/targets.md')).toContain(`\`${planted.name}\``);
    expect(planted.read('docs/targets.md')).toContain('**Alipay my**: ');
    for (const [file, key] of [
      ['config.schema.json', 'to'],
      ['report.schema.json', 'target'],
    ] as const) {
      const schema = JSON.parse(planted.read(file)) as { properties: Record<string, { enum: string[] }> };
      expect(schema.properties[key]?.enum).toEqual(expect.arrayContaining(['my', planted.name]));
    }
  });

  it('stands in help and reports', () => {
    expect(planted.run('scripts/build.mjs', '--no-types')).toMatchObject({ status: 0 });
    const cli = (...args: string[]) => planted.run('dist/cli/main.js', ...args);
    const help = cli('migrate', '--help').stdout.replace(/\s+/g, ' ');
    expect(help).toContain('my (Alipay mini-programs: the same calls on my)');
    expect(help).toContain(`${planted.name} (`);
    expect(cli('migrate').stderr).toContain(`--to ${planted.name} `);

    const program = path.join(planted.folder, 'program');
    mkdirSync(program);
    // A root of its own, as the tests' own programs do whatever they like to swan.
    writeFileSync(path.join(program, 'app.json'), '{}');
    const code = "swan.request({ url: 'https://a.example/x', success: (res) => res.header['x-a'] });\n";
    writeFileSync(path.join(program, 'page.ts'), code);
    const patch = cli('migrate', 'program', '--to', planted.name).stdout;
    expect(patch).toMatch(new RegExp(`^\\+.*${planted.name}\\(`, 'm'));
    const reports = ['json', 'markdown', 'html'].flatMap((format) => ['--report', `${format}=${format}.out`]);
    expect(cli('migrate', 'program', '--to', 'my', ...reports).stdout).toContain('+my.request({');
    const report: unknown = JSON.parse(planted.read('json.out'));
    const isValid = new Ajv({ strict: false }).compile(JSON.parse(planted.read('report.schema.json')) as object);
    expect(isValid(report), JSON.stringify(isValid.errors)).toBe(true);
    expect(report).toMatchObject({ target: 'my', diagnostics: [{ code: 'header-case' }] });
    for (const format of ['markdown', 'html']) {
      const text = readFileSync(path.join(planted.folder, `${format}.out`), 'utf8');
      expect(text).toContain('httpRequest 域名: https://a.example');
      expect(text).toContain('@mini-types/alipay');
    }
  });
});
