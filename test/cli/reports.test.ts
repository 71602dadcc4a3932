// The reports for programs and logs, held against their schemas. On the command line; the page is in review-page.test.ts.
// Each case makes a small project of its own.

import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';

import { Ajv } from 'ajv';
import draft4 from 'ajv-draft-04';
import { describe, expect, it } from 'vitest';

import { brokenFile, cygnet, makeProject, plainCall, read } from './command-line.ts';
import { cygnetHere } from './in-process.ts';

const root = path.resolve(import.meta.dirname, '../..');
const nested = `swan.request({
    url: 'https://example.com/outer',
    success: () => {
        swan.request({
            url: 'https://example.com/<b>&"inner"',
            success: () => console.log('</script></style><i>')
        });
    }
});
`;
const program = {
  'app.json': '{}',
  'pages/a.js': plainCall,
  'pages/deep/n.js': nested,
  'utils/kept.js': 'module.exports = (name, options) =>\n    swan[name](options);\n',
  'utils/note.js': "swan.request({ url: 'https://example.org/', timeout: 5 });\n",
  'sockets.js': "swan.connectSocket({ url: 'wss://example.net/socket' });\nswan.onSocketOpen(() => {});\n",
  'broken.js': brokenFile,
  'other.js': "swan.showToast({ title: '你好' });\n",
};

function schema(name: string): object {
  return JSON.parse(readFileSync(path.join(root, name), 'utf8')) as object;
}

function faults(schemaFile: string, value: unknown): unknown {
  const validate = new Ajv({ allErrors: true, strict: false }).compile(schema(schemaFile));
  validate(value);
  return validate.errors ?? [];
}

describe('--report json', { concurrent: true }, () => {
  it('has the shape of the interface, to the key', async () => {
    const cwd = makeProject({ 'pages/a.js': plainCall });
    const { stdout } = await cygnetHere(['migrate', '--to', 'fetch', '--report', 'json'], { cwd });
    expect(JSON.parse(stdout)).toEqual({
      version: 1,
      target: 'fetch',
      files: [{ file: 'pages/a.js', status: 'changed' }],
      sites: [
        {
          file: 'pages/a.js',
          line: 1,
          column: 1,
          endLine: 4,
          endColumn: 3,
          api: 'request',
          verdict: 'native',
          codes: expect.any(Array) as unknown,
        },
      ],
      diagnostics: expect.any(Array) as unknown,
      hosts: { request: ['https://example.com'], uploadFile: [], downloadFile: [], connectSocket: [] },
      needs: expect.any(Object) as unknown,
      summary: { files: 1, changed: 1, failed: 0, sites: 1, renamed: 0, native: 1, shim: 0, kept: 0 },
    });
  });

  it.each([
    ['migrate', '--to', 'fetch'],
    ['migrate', '--to', 'axios'],
    ['migrate', '--to', 'wx', '--write'],
    ['scan'],
    ['check'],
  ])('is valid against report.schema.json: %s %s %s %s', async (...args) => {
    const cwd = makeProject(program);
    const { stdout, code } = await cygnetHere([...args.filter((arg) => arg !== undefined), '--report', 'json'], {
      cwd,
    });
    const report = JSON.parse(stdout) as { files: unknown[]; sites: unknown[] };
    expect(faults('report.schema.json', report)).toEqual([]);
    expect(report.sites.length).toBe(7);
    expect(code).toBe(1);
  });

  it('the schema refuses what is not a report', () => {
    expect(faults('report.schema.json', { version: 1 })).not.toEqual([]);
  });

  it('counts columns in UTF-16 units, and lines from 1', async () => {
    const cwd = makeProject({ 'a.js': `/* 😀 */ ${plainCall}` });
    const { stdout } = await cygnetHere(['migrate', '--to', 'wx', '--report', 'json'], { cwd });
    expect(JSON.parse(stdout)).toMatchObject({ sites: [{ line: 1, column: 10 }] });
  });

  it('gives paths relative to where the command ran', async () => {
    const cwd = makeProject({ 'app.json': '{}', 'pages/a.js': plainCall, 'utils/b.js': plainCall });
    const { stdout } = await cygnetHere(['migrate', '..', '--to', 'wx', '--report', 'json'], {
      cwd: path.join(cwd, 'pages'),
    });
    expect(JSON.parse(stdout)).toMatchObject({ files: [{ file: '../utils/b.js' }, { file: 'a.js' }] });
  });

  it('goes into files, several at once, in folders that are made for them', async () => {
    const cwd = makeProject(program);
    const reports = [
      'json=out/r.json',
      'sarif=out/deep/r.sarif',
      'markdown=r.md',
      'github=r.txt',
      'html=r.html',
      'pretty=p.txt',
    ];
    // The page is made of what the build puts together.
    const { stdout } = await cygnet(['migrate', '--to', 'fetch', ...reports.map((report) => `--report=${report}`)], {
      cwd,
    });
    expect(stdout).toContain('+++ b/pages/a.js');
    for (const report of reports) expect(read(cwd, report.split('=')[1] ?? '').length).toBeGreaterThan(100);
  });
});

describe('config.schema.json', { concurrent: true }, () => {
  it('takes what the program takes, and refuses what it refuses', () => {
    const good = { $schema: 'x', to: 'fetch', only: ['request'], report: ['html=r.html'], jobs: 2, gitignore: false };
    expect(faults('config.schema.json', good)).toEqual([]);
    for (const bad of [{ too: 'fetch' }, { to: 'vx' }, { only: 'request' }, { jobs: 0 }, { report: ['xml'] }]) {
      expect(faults('config.schema.json', bad)).not.toEqual([]);
    }
  });
});

describe('--report sarif', { concurrent: true }, () => {
  it('is valid against SARIF 2.1.0', async () => {
    const file = createRequire(import.meta.url).resolve('@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json');
    const validate = new draft4.default({ strict: false, validateFormats: false, unicodeRegExp: false }).compile(
      JSON.parse(readFileSync(file, 'utf8')) as object,
    );
    const cwd = makeProject({ ...program, '中 文/x.js': program['utils/kept.js'] });
    for (const args of [['migrate', '--to', 'fetch'], ['check'], ['scan']]) {
      const { stdout } = await cygnetHere([...args, '--report', 'sarif'], { cwd });
      const log: unknown = JSON.parse(stdout);
      validate(log);
      expect(validate.errors ?? []).toEqual([]);
    }
    validate({ version: '2.1.0', runs: [{}] });
    expect(validate.errors).not.toBeNull();
  });

  it('holds every diagnostic with its rule, place and fingerprint', async () => {
    const cwd = makeProject({ ...program, '中 文/x.js': program['utils/kept.js'] });
    const { stdout } = await cygnetHere(['migrate', '--to', 'fetch', '--report', 'sarif'], { cwd });
    const [run] = (JSON.parse(stdout) as SarifLog).runs;
    const uris = run?.results.map(({ locations }) => locations[0]?.physicalLocation.artifactLocation.uri);
    expect(uris).toContain('broken.js');
    expect(uris).toContain('%E4%B8%AD%20%E6%96%87/x.js');
    for (const { ruleId, ruleIndex } of run?.results ?? []) expect(run?.tool.driver.rules[ruleIndex]?.id).toBe(ruleId);
    const prints = run?.results.map(({ partialFingerprints }) => partialFingerprints['cygnetSite/v1']);
    expect(new Set(prints).size).toBe(prints?.length);
  });
});

interface SarifLog {
  runs: {
    tool: { driver: { rules: { id: string }[] } };
    results: {
      ruleId: string;
      ruleIndex: number;
      partialFingerprints: Record<string, string>;
      locations: { physicalLocation: { artifactLocation: { uri: string } } }[];
    }[];
  }[];
}

describe('--report github', { concurrent: true }, () => {
  it('annotates every place, with the signs that the format needs escaped', async () => {
    const cwd = makeProject({ 'a,b:c.js': program['utils/kept.js'], 'broken.js': brokenFile });
    const { stdout } = await cygnetHere(['migrate', '--to', 'fetch', '--report', 'github'], { cwd });
    const lines = stdout.trimEnd().split('\n');
    expect(lines.length).toBeGreaterThan(1);
    for (const line of lines)
      expect(line).toMatch(/^::(error|warning|notice) file=[^:]*,line=\d+,endLine=\d+.*,title=cygnet%3A [\w-]+::\S/);
    expect(stdout).toContain('file=a%2Cb%3Ac.js,line=2');
    expect(stdout).toMatch(/^::error file=broken\.js,line=4/m);
  });

  it('annotates every call that check finds', async () => {
    const cwd = makeProject({ 'a.js': plainCall });
    const { stdout, code } = await cygnetHere(['check', '--report', 'github'], { cwd });
    expect(stdout).toBe(
      '::error file=a.js,line=1,endLine=4,title=cygnet%3A swan-network-call::A call of swan.request is left here.\n',
    );
    expect(code).toBe(1);
  });
});

describe('--report markdown', { concurrent: true }, () => {
  it('has the totals, what is left and the hosts', async () => {
    const odd = ['odd|name`.js', '*a*_b_[c](d)<e>.js', '中文 `.js', '# a\nb.js'];
    const cwd = makeProject({ ...program, ...Object.fromEntries(odd.map((name) => [name, program['utils/kept.js']])) });
    const { stdout } = await cygnetHere(['migrate', '--to', 'fetch', '--report', 'markdown'], { cwd });
    expect(stdout).toMatch(/^## swan → fetch$/m);
    expect(stdout).toMatch(/^\| `request` \|( \d+ \|)+$/m);
    expect(stdout).toContain('### Left for you (6)');
    expect(stdout).toContain('- `broken.js:4:1`');
    expect(stdout).toContain('- ``odd|name`.js:2:5`` `');
    expect(stdout).toContain('- `*a*_b_[c](d)<e>.js:2:5` `');
    expect(stdout).toContain('- ``中文 `.js:2:5`` `');
    expect(stdout).toMatch(/^- `# a\\\S*b\.js:2:5` `/m);
    expect(stdout).toContain('`wss://example.net`');
  });
});

describe('--report pretty', { concurrent: true }, () => {
  it('lists every site and diagnostic with its place', async () => {
    const cwd = makeProject(program);
    const { stdout, stderr } = await cygnetHere(['migrate', '--to', 'fetch', '--report', 'pretty'], { cwd });
    expect(stdout).toMatch(/^pages\/a\.js {2}changed\n {2}1:1 +request {2}native$/m);
    expect(stdout).toMatch(/^ {2}1:\d+ +note .* ignored-option$/m);
    expect(stdout).toContain('Left for you (2):');
    expect(stderr).toBe('');
  });
});
