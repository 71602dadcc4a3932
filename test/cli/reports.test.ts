// Every report, held against its schema or looked at in a browser. On the real binary.
// Each case makes a small project of its own.

import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { pathToFileURL } from 'node:url';

import chromium from '@sparticuz/chromium';
import { Ajv } from 'ajv';
import draft4 from 'ajv-draft-04';
import { type Browser, type Page, chromium as launcher } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { brokenFile, cygnet, makeProject, plainCall, read } from './command-line.ts';

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
    const { stdout } = await cygnet(['migrate', '--to', 'fetch', '--report', 'json'], { cwd });
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
    const { stdout, code } = await cygnet([...args.filter((arg) => arg !== undefined), '--report', 'json'], { cwd });
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
    const { stdout } = await cygnet(['migrate', '--to', 'wx', '--report', 'json'], { cwd });
    expect(JSON.parse(stdout)).toMatchObject({ sites: [{ line: 1, column: 10 }] });
  });

  it('gives paths relative to where the command ran', async () => {
    const cwd = makeProject({ 'app.json': '{}', 'pages/a.js': plainCall, 'utils/b.js': plainCall });
    const { stdout } = await cygnet(['migrate', '..', '--to', 'wx', '--report', 'json'], {
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
      const { stdout } = await cygnet([...args, '--report', 'sarif'], { cwd });
      const log: unknown = JSON.parse(stdout);
      validate(log);
      expect(validate.errors ?? []).toEqual([]);
    }
    validate({ version: '2.1.0', runs: [{}] });
    expect(validate.errors).not.toBeNull();
  });

  it('holds every diagnostic with its rule, place and fingerprint', async () => {
    const cwd = makeProject({ ...program, '中 文/x.js': program['utils/kept.js'] });
    const { stdout } = await cygnet(['migrate', '--to', 'fetch', '--report', 'sarif'], { cwd });
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
    const { stdout } = await cygnet(['migrate', '--to', 'fetch', '--report', 'github'], { cwd });
    const lines = stdout.trimEnd().split('\n');
    expect(lines.length).toBeGreaterThan(1);
    for (const line of lines)
      expect(line).toMatch(/^::(error|warning|notice) file=[^:]*,line=\d+,endLine=\d+.*,title=cygnet%3A [\w-]+::\S/);
    expect(stdout).toContain('file=a%2Cb%3Ac.js,line=2');
    expect(stdout).toMatch(/^::error file=broken\.js,line=4/m);
  });

  it('annotates every call that check finds', async () => {
    const cwd = makeProject({ 'a.js': plainCall });
    const { stdout, code } = await cygnet(['check', '--report', 'github'], { cwd });
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
    const { stdout } = await cygnet(['migrate', '--to', 'fetch', '--report', 'markdown'], { cwd });
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
    const { stdout, stderr } = await cygnet(['migrate', '--to', 'fetch', '--report', 'pretty'], { cwd });
    expect(stdout).toMatch(/^pages\/a\.js {2}changed\n {2}1:1 +request {2}native$/m);
    expect(stdout).toMatch(/^ {2}1:\d+ +note .* ignored-option$/m);
    expect(stdout).toContain('Left for you (2):');
    expect(stderr).toBe('');
  });
});

describe('--report html, in a browser', () => {
  let browser: Browser;

  beforeAll(async () => {
    // One process for everything ends as soon as a page is closed.
    const args = chromium.args.filter((arg) => arg !== '--single-process' && arg !== '--no-zygote');
    browser = await launcher.launch({ executablePath: await chromium.executablePath(), args });
  }, 120_000);

  afterAll(async () => {
    await browser.close();
  });

  async function open(
    scheme: 'light' | 'dark',
  ): Promise<{ page: Page; folder: string; requests: string[]; faults: string[] }> {
    const cwd = makeProject(program);
    await cygnet(['migrate', '--to', 'fetch', '--report', 'html=report.html'], { cwd });
    const page = await browser.newPage({ colorScheme: scheme, viewport: { width: 1200, height: 1000 } });
    const requests: string[] = [];
    const errors: string[] = [];
    page.on('request', (request) => requests.push(request.url()));
    page.on('console', (message) => errors.push(message.text()));
    page.on('pageerror', (error) => errors.push(error.message));
    await page.goto(pathToFileURL(path.join(cwd, 'report.html')).href);
    return { page, folder: cwd, requests, faults: errors };
  }

  const shown = (page: Page) => page.locator('.card:visible .where').allTextContents();

  it.each(['light', 'dark'] as const)(
    'is one page that asks for nothing else, and can be looked at: %s',
    async (scheme) => {
      const { page, folder, requests, faults: errors } = await open(scheme);
      expect(requests).toHaveLength(1);
      expect(errors).toEqual([]);
      expect(await shown(page)).toHaveLength(8);
      const picture = await page.screenshot({ path: path.join(folder, `${scheme}.png`), fullPage: true });
      expect(picture.length).toBeGreaterThan(20_000);
      const colour = await page.evaluate(() => getComputedStyle(document.body).backgroundColor);
      const [red = 0] = colour.match(/\d+/g)?.map(Number) ?? [];
      if (scheme === 'light') expect(red).toBeGreaterThan(200);
      else expect(red).toBeLessThan(60);
      expect(await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth)).toBe(true);
      await page.setViewportSize({ width: 400, height: 800 });
      expect(await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth)).toBe(true);
      await page.close();
    },
  );

  it('narrows down by verdict, API, folder and code', async () => {
    const { page } = await open('light');
    await page.locator('#v-native').uncheck();
    await page.locator('#v-shim').uncheck();
    expect(await shown(page)).toEqual(['broken.js:4:1', 'utils/kept.js:2:5']);
    await page.getByRole('button', { name: 'Show all' }).click();
    await page.getByLabel('API', { exact: true }).selectOption('connectSocket');
    expect(await shown(page)).toEqual(['sockets.js:1:1']);
    await page.getByRole('button', { name: 'Show all' }).click();
    await page.getByLabel('Folder', { exact: true }).selectOption({ label: 'pages' });
    expect(await shown(page)).toEqual(['pages/a.js:1:1', 'pages/deep/n.js:1:1', 'pages/deep/n.js:4:9']);
    await page.getByLabel('Folder', { exact: true }).selectOption({ label: 'pages/deep' });
    expect(await shown(page)).toHaveLength(2);
    await page.getByRole('button', { name: 'Show all' }).click();
    await page.getByLabel('Code', { exact: true }).selectOption('ignored-option');
    expect(await shown(page)).toEqual(['utils/note.js:1:1']);
    await page.close();
  });

  it('shows each site before beside after, nested ones too, with text as text', async () => {
    const { page } = await open('light');
    const card = page.locator('.card', { hasText: 'pages/deep/n.js:4:9' });
    const old = await card.locator('td.old').allTextContents();
    const fresh = await card.locator('td.new').allTextContents();
    expect(old.join('\n')).toContain('swan.request({');
    expect(fresh.join('\n')).toContain('fetch(');
    expect(fresh.join('\n')).not.toContain('outer');
    expect(await card.innerText()).toContain('https://example.com/<b>&"inner"');
    expect(await page.locator('.card i:not(.swatch)').count()).toBe(0);
    await page.close();
  });

  describe('what the new home needs', () => {
    const files = {
      'one/app.json': '{"networkTimeout":{"request":5000}}',
      'one/a.js': `swan.request({ url: 'https://a.example.com/x', method: 'put', data: { a: 1 }, header: { 'X-Token': t } });
swan.uploadFile({ url: 'https://b.example.com/<up>', filePath: p, name: 'f' });
swan.showToast({ title: 'ok' });
swan.showToast({ title: '<i>' });
`,
      'two/app.json': '{"networkTimeout":{"request":8000}}',
      'two/b.js': "swan.request({ url: 'https://a.example.com/y' });\nswan.navigateTo({ url: 'b' });\n",
    };

    async function needs(target: string, program: Parameters<typeof makeProject>[0] = files): Promise<Page> {
      const cwd = makeProject(program);
      await cygnet(['migrate', '--to', target, '--report', 'html=report.html'], { cwd });
      const page = await browser.newPage({ viewport: { width: 1200, height: 1000 } });
      await page.goto(pathToFileURL(path.join(cwd, 'report.html')).href);
      return page;
    }

    /** The rows of the table under a heading, cell by cell. */
    const rowsUnder = (page: Page, heading: string) =>
      page
        .locator(`.needs h3:text-is("${heading}") ~ table`)
        .first()
        .locator('tbody tr')
        .evaluateAll((rows) =>
          rows.map((row) => [...row.children].map((cell) => cell.textContent.replaceAll('\u00a0', ' '))),
        );

    it('on the web: origins with what they must allow, hosts by API, timeouts by program, the shims', async () => {
      const page = await needs('fetch');
      expect(await rowsUnder(page, 'Cross-origin requests')).toEqual([
        ['https://a.example.com', 'request', 'GET, PUT', 'content-type, x-token'],
        ['https://b.example.com', 'uploadFile', 'POST', ''],
      ]);
      expect(await rowsUnder(page, 'Hosts')).toEqual([
        ['request', 'https://a.example.com'],
        ['uploadFile', 'https://b.example.com'],
      ]);
      expect(await rowsUnder(page, 'Timeouts')).toEqual([
        ['one/app.json', 'request 5000 ms'],
        ['two/app.json', 'request 8000 ms'],
      ]);
      const text = await page.locator('.needs').innerText();
      expect(text).toContain('(CORS)');
      expect(text).toContain('one/swan-net.js, two/swan-net.js');
      expect(text).toContain('3 uses remain in 2 files: swan.showToast, swan.navigateTo.');
      expect(text).not.toContain('axios');
      await page.close();
    });

    it('for axios: the package', async () => {
      const page = await needs('axios');
      expect(await page.locator('.needs .note').innerText()).toBe(
        'Needs axios (for one/swan-net.js, two/swan-net.js), which no package.json lists: npm install axios.',
      );
      await page.close();
    });

    it('on WeChat: the domain lists in place of CORS', async () => {
      const page = await needs('wx');
      const text = await page.locator('.needs').innerText();
      expect(text).toContain('domain lists');
      expect(text).not.toContain('CORS');
      await page.close();
    });

    it('says so when no origin is written in the code, and nothing where nothing was moved', async () => {
      const unknown = await needs('fetch', { 'a.js': 'swan.request({ url: base + path });\n' });
      expect(await unknown.locator('.needs').innerText()).toContain('No origin is written in the code');
      await unknown.close();
      const nothing = await needs('fetch', { 'a.js': '// nothing\n' });
      expect(await nothing.locator('.needs').count()).toBe(0);
      await nothing.close();
    });

    it('the other swan APIs by count and by file, behind a fold', async () => {
      const page = await needs('fetch');
      const fold = page.locator('.fold details');
      expect(await fold.locator('table').first().isVisible()).toBe(false);
      await fold.nth(0).locator('summary').click();
      await fold.nth(1).locator('summary').click();
      const cells = await page
        .locator('.fold tbody tr')
        .evaluateAll((rows) =>
          rows.map((row) => [...row.children].map((cell) => cell.textContent.replaceAll('\u00a0', ' '))),
        );
      expect(cells).toEqual([
        ['swan.showToast', '2', '1'],
        ['swan.navigateTo', '1', '1'],
        ['one/a.js', '2 showToast'],
        ['two/b.js', '1 navigateTo'],
      ]);
      await page.close();
    });

    it('fits a narrow window', async () => {
      const long = 'a-very-long-name-of-a-folder-that-has-no-place-to-break'.repeat(2);
      const page = await needs('axios', {
        ...files,
        [`${long}/app.json`]: files['one/app.json'],
        [`${long}/a.js`]: plainCall,
      });
      await page.setViewportSize({ width: 360, height: 800 });
      for (const summary of await page.locator('.fold summary').all()) await summary.click();
      expect(await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth)).toBe(true);
      await page.close();
    });
  });

  it('is worked with the keyboard', async () => {
    const { page } = await open('light');
    const visited: string[] = [];
    for (let i = 0; i < 7; i++) {
      await page.keyboard.press('Tab');
      visited.push(await page.evaluate(() => document.activeElement?.id ?? ''));
    }
    expect(visited).toEqual(expect.arrayContaining(['v-kept', 'v-native', 'api', 'folder', 'code']));
    await page.locator('#v-kept').focus();
    await page.keyboard.press('Space');
    expect(await shown(page)).not.toContain('utils/kept.js:2:5');
    await page.close();
  });
});
