// Reports for CI servers, code hosts and spreadsheets: each held to what its readers take, with names that are made to break them.
// On the command line.

import { readFileSync } from 'node:fs';
import path from 'node:path';

import { describe, expect, it } from 'vitest';

import { reportFormats } from '../../src/workspace/choices.ts';
import { brokenFile, makeProject, plainCall, read } from './command-line.ts';
import { cygnetHere } from './in-process.ts';

const hostile = `<b>&"'x]]>.js`;
const kept = 'module.exports = (name, options) =>\n    /* 😀 */ swan[name](options);\n';
const program = {
  'app.json': '{}',
  'pages/a.js': plainCall,
  'utils/kept.js': kept,
  'utils/note.js': "swan.request({ url: 'https://example.org/', timeout: 5 });\n",
  'broken.js': brokenFile,
  [hostile]: kept,
  "=cmd|'!A1,中文.js": plainCall,
};
const toFetch = ['migrate', '--to', 'fetch'];

async function reportOf(format: string, args: readonly string[] = toFetch): Promise<string> {
  const { stdout } = await cygnetHere([...args, '--locale', 'zh-CN', '--report', format], {
    cwd: makeProject(program),
  });
  return stdout;
}

describe('--report junit', { concurrent: true }, () => {
  it('is well-formed, counts what it holds, and fails where a call is left', async () => {
    const text = await reportOf('junit');
    const { root, tags } = parseXml(text);
    expect(root).toMatchObject({
      name: 'testsuites',
      attributes: { name: 'cygnet', tests: '6', failures: '2', errors: '1' },
    });
    const suites = tags.filter(({ name }) => name === 'testsuite').map(({ attributes }) => attributes['name']);
    expect(suites).toContain(hostile);
    const cases = tags.filter(({ name }) => name === 'testcase');
    expect(cases).toHaveLength(6);
    for (const tag of tags) expect(faultsIn(tag)).toEqual([]);
    const failures = tags.filter(({ name }) => name === 'failure').map(({ attributes }) => attributes);
    expect(failures).toEqual([
      { type: 'dynamic-name', message: expect.stringContaining('is kept') as unknown },
      { type: 'dynamic-name', message: expect.stringContaining('is kept') as unknown },
    ]);
    expect(tags.filter(({ name }) => name === 'error').map(({ attributes }) => attributes['type'])).toEqual([
      'parse-error',
    ]);
  });

  it('fails for each call that check finds, and for none that scan does', async () => {
    expect((await reportOf('junit', ['check'])).match(/<failure /g)).toHaveLength(5);
    expect(await reportOf('junit', ['scan'])).not.toContain('<failure ');
  });
});

/** As junit-10.xsd of the xUnit plugin of Jenkins has it: what an element may hold, must hold and stand in. */
const junitShape: Readonly<Record<string, { readonly has: string; readonly needs: string; readonly within?: string }>> =
  {
    testsuites: { has: 'name time tests failures errors', needs: '' },
    testsuite: {
      has: 'name tests failures errors group time skipped timestamp hostname id package file log url',
      needs: 'name tests failures errors',
      within: 'testsuites',
    },
    testcase: { has: 'name time classname group', needs: 'name', within: 'testsuite' },
    failure: { has: 'type message', needs: '', within: 'testcase' },
    error: { has: 'type message', needs: '', within: 'testcase' },
  };

function faultsIn({ name, attributes, within }: Tag): string[] {
  const shape = junitShape[name];
  if (!shape) return [name];
  const [has, needs] = [shape.has.split(' '), shape.needs.split(' ').filter((key) => key !== '')];
  return [
    ...Object.keys(attributes).filter((key) => !has.includes(key)),
    ...needs.filter((key) => attributes[key] === undefined),
    ...(shape.within === within ? [] : [`within ${within ?? 'nothing'}`]),
    ...(/^\d*(?:\.\d*)?$/.test(attributes['time'] ?? '') ? [] : ['time']),
  ];
}

describe('--report gitlab', { concurrent: true }, () => {
  it('has what GitLab asks of each finding, in English, with fingerprints that stay when lines move', async () => {
    const issues = JSON.parse(await reportOf('gitlab')) as GitLabIssue[];
    expect(issues.length).toBeGreaterThan(3);
    for (const { description, check_name: name, fingerprint, severity, location } of issues) {
      expect(description).toMatch(/^[\x20-\x7e]+$/);
      expect(name).toMatch(/^[a-z-]+$/);
      expect(fingerprint).toMatch(/^[\da-f]{32}$/);
      expect(severity).toMatch(/^(?:info|minor|major)$/);
      expect(location).toEqual({
        path: expect.any(String) as unknown,
        lines: { begin: expect.any(Number) as unknown, end: expect.any(Number) as unknown },
      });
    }
    const prints = issues.map(({ fingerprint }) => fingerprint);
    expect(new Set(prints).size).toBe(prints.length);
    const cwd = makeProject({ ...program, 'utils/kept.js': `// one more line\n${kept}` });
    const { stdout } = await cygnetHere([...toFetch, '--report', 'gitlab'], { cwd });
    const moved = JSON.parse(stdout) as GitLabIssue[];
    expect(moved.map(({ fingerprint }) => fingerprint)).toEqual(prints);
    expect(moved.map(({ location }) => location)).not.toEqual(issues.map(({ location }) => location));
  });
});

interface GitLabIssue {
  readonly description: string;
  readonly check_name: string;
  readonly fingerprint: string;
  readonly severity: string;
  readonly location: unknown;
}

describe('--report rdjson', { concurrent: true }, () => {
  it('counts columns in bytes', async () => {
    const report = JSON.parse(await reportOf('rdjson')) as {
      source: object;
      diagnostics: { severity: string; code: { value: string }; location: { path: string } }[];
    };
    expect(report.source).toEqual({ name: 'cygnet' });
    const found = report.diagnostics.find(({ location }) => location.path === 'utils/kept.js');
    const line = kept.split('\n')[1] ?? '';
    const start = Buffer.byteLength(line.slice(0, line.indexOf('swan'))) + 1;
    expect(found).toMatchObject({
      severity: 'WARNING',
      code: { value: 'dynamic-name' },
      location: { range: { start: { line: 2, column: start } } },
    });
    expect(start).toBe(16);
  });
});

describe('--report csv', { concurrent: true }, () => {
  it('opens in a spreadsheet as what it is: one row for each call, no formula, Chinese as Chinese', async () => {
    const text = await reportOf('csv');
    expect(text.startsWith('\ufefffile,line,column,endLine,endColumn,api,verdict,codes,messages\r\n')).toBe(true);
    const rows = parseCsv(text.slice(1));
    expect(rows.map(([file, , , , , api, verdict]) => [file, api, verdict])).toEqual(
      expect.arrayContaining([
        ["'=cmd|'!A1,中文.js", 'request', 'native'],
        [hostile, 'swan', 'kept'],
      ]),
    );
    expect(rows).toHaveLength(6);
    for (const row of rows) expect(row).toHaveLength(9);
    for (const cell of rows.flat()) expect(cell).not.toMatch(/^[=+\-@]/);
  });

  it('of the origins: what each is called with', async () => {
    const rows = parseCsv((await reportOf('csv-origins')).slice(1));
    expect(rows).toEqual([
      ['origin', 'apis', 'methods', 'headers'],
      ['https://example.com', 'request', 'GET', expect.any(String)],
      ['https://example.org', 'request', 'GET', expect.any(String)],
    ]);
  });
});

describe('--report step-summary', { concurrent: true }, () => {
  it('is appended to the summary of the step, in the language of the run, and leaves standard output to the diff', async () => {
    const cwd = makeProject({ ...program, 'summary.md': '# before\n' });
    const env = { GITHUB_STEP_SUMMARY: path.join(cwd, 'summary.md') };
    const { stdout } = await cygnetHere(
      [...toFetch, '--locale', 'zh-CN', '--report', 'step-summary', '--exclude', 'summary.md'],
      { cwd, env },
    );
    expect(stdout).toContain('+++ b/pages/a.js');
    const text = read(cwd, 'summary.md');
    expect(text.startsWith('# before\n')).toBe(true);
    expect(text).toContain('## swan → fetch');
    expect(text).toContain('`cygnet migrate --to fetch');
    expect(text).toMatch(/需要|处理/);
  });

  it('goes to the file that is named, and says so where there is neither', async () => {
    const cwd = makeProject(program);
    expect((await cygnetHere([...toFetch, '--report', 'step-summary=s.md'], { cwd })).code).toBe(1);
    expect(read(cwd, 's.md')).toContain('## swan → fetch');
    const refused = await cygnetHere([...toFetch, '--report', 'step-summary'], {
      cwd,
      env: { GITHUB_STEP_SUMMARY: '' },
    });
    expect(refused.code).toBe(2);
    expect(refused.stderr).toContain('GITHUB_STEP_SUMMARY is not set');
  });
});

describe('the page about reports', () => {
  it('tells of every format that there is, in both languages', () => {
    for (const page of ['docs/reports.md', 'docs/zh-CN/reports.md']) {
      const text = readFileSync(path.resolve(import.meta.dirname, '../..', page), 'utf8');
      const told = [...text.matchAll(/^\| `([\w-]+)`/gm)].map(([, format]) => format);
      expect(told, page).toEqual([...reportFormats]);
    }
  });
});

interface Tag {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly within?: string;
}

const entities: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" };

/** Throws where a tag is not closed, or something stands in the text that may not. */
function parseXml(text: string): { root: Tag | undefined; tags: Tag[] } {
  const tags: Tag[] = [];
  const open: string[] = [];
  let at = text.indexOf('?>') + 2;
  // A tag, or text up to the next one.
  const part = /<(\/?)([a-z]+)((?: [a-z]+="[^"<]*")*)(\/?)>|([^<>]+)/y;
  while (at < text.length) {
    part.lastIndex = at;
    const [whole = '', closing, name = '', attributes = '', isEmpty, words] = part.exec(text) ?? [];
    if (whole === '') throw new Error(`not XML: ${text.slice(at, at + 60)}`);
    at += whole.length;
    if (words !== undefined) decode(words);
    else if (closing === '/') {
      if (open.pop() !== name) throw new Error(`${name} was not open`);
    } else {
      const pairs = [...attributes.matchAll(/ ([a-z]+)="([^"]*)"/g)].map(([, key = '', value = '']) => [
        key,
        decode(value),
      ]);
      const within = open.at(-1);
      tags.push({
        name,
        attributes: Object.fromEntries(pairs) as Record<string, string>,
        ...(within !== undefined && { within }),
      });
      if (isEmpty !== '/') open.push(name);
    }
  }
  if (open.length > 0) throw new Error(`${open.join(' ')} stays open`);
  return { root: tags[0], tags };
}

function decode(text: string): string {
  return text.replace(/&(\w*)(;?)/g, (all, name: string, end: string) => {
    const sign = entities[name];
    if (sign === undefined || end === '') throw new Error(`no entity: ${all}`);
    return sign;
  });
}

function parseCsv(text: string): string[][] {
  const lines = text.split('\r\n').slice(0, -1);
  return lines.map((line) =>
    [...line.matchAll(/(?<=^|,)("(?:[^"]|"")*"|[^",]*)(?=,|$)/g)].map(([cell]) =>
      cell.startsWith('"') ? cell.slice(1, -1).replaceAll('""', '"') : cell,
    ),
  );
}
