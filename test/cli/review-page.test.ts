// The HTML report, in Chromium: what needs a person first, each call once, marks that stay and become decisions, and nothing that is
// asked of anybody. On the real binary, with one browser for all.

import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { pathToFileURL } from 'node:url';

import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { parseDecisions } from '../../src/workspace/decisions/format.ts';
import { launchChromium } from '../example/chromium.ts';
import { brokenFile, cygnet, makeProject, plainCall, read } from './command-line.ts';

const nested = `swan.request({
    url: 'https://example.com/outer',
    success: () => {
        swan.request({
            url: 'https://example.com/<b>&"inner"',
            success: () => console.log('</script></style><i>')
        });
        one(1);
        one(2);
        one(3);
        one(4);
        one(5);
        one(6);
        one(7);
        one(8);
        one(9);
        one(10);
        one(11);
        one(12);
        one(13);
        one(14);
        one(15);
        one(16);
        one(17);
        one(18);
        one(19);
        one(20);
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
  [`${'long-'.repeat(30)}/x.js`]: '// some-function-name-without-any-place-to-break-some-function-name\n',
};
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

let browser: Browser;

beforeAll(async () => {
  browser = await launchChromium({});
}, 120_000);

afterAll(async () => {
  await browser.close();
});

interface Opened {
  readonly page: Page;
  readonly folder: string;
  readonly requests: string[];
  readonly faults: string[];
}

async function open(args: readonly string[], options: BrowserContextOptions = {}, files = program): Promise<Opened> {
  const folder = makeProject(files);
  await cygnet([...args, '--report', 'html=report.html'], { cwd: folder });
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, ...options });
  const page = await context.newPage();
  const requests: string[] = [];
  const faults: string[] = [];
  page.on('request', (request) => requests.push(request.url()));
  page.on('console', (message) => faults.push(message.text()));
  page.on('pageerror', (error) => faults.push(error.message));
  await page.goto(pathToFileURL(path.join(folder, 'report.html')).href);
  if (options.javaScriptEnabled !== false) await page.locator('.file').first().waitFor();
  return { page, folder, requests, faults };
}

const toFetch = ['migrate', '--to', 'fetch'];

/** All of it is drawn, as for paper. */
async function drawAll(page: Page): Promise<void> {
  await page.evaluate(() => dispatchEvent(new Event('beforeprint')));
}

async function seriousFaults(page: Page): Promise<unknown[]> {
  await page.evaluate(axe);
  return page.evaluate(async () => {
    const { violations } = await (
      globalThis as unknown as {
        axe: { run(): Promise<{ violations: { impact: string; id: string; nodes: { html: string }[] }[] }> };
      }
    ).axe.run();
    return violations
      .filter(({ impact }) => impact === 'serious' || impact === 'critical')
      .map(({ id, nodes }) => [id, ...nodes.slice(0, 3).map(({ html }) => html.slice(0, 200))]);
  });
}

const isWithinWindow = (page: Page) => page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth);

describe('the page of a migration', () => {
  it('asks for nothing, shows each call once, and what needs a person first', async () => {
    const { page, requests, faults } = await open(toFetch);
    expect(requests).toHaveLength(1);
    await page.locator('header a', { hasText: '2 places need you' }).click();
    const first = await page.locator('main > *').first().innerText();
    expect(first).toContain('2 places need you');
    expect(first).toContain('broken.js:4:1');
    expect(first).toContain('swan[name](options)');
    expect(first).toContain('The name between the brackets is not a constant');
    await page.locator('.needs-you a', { hasText: 'utils/kept.js:2:5' }).click();
    await expect
      .poll(() => page.evaluate(() => document.activeElement?.textContent ?? ''))
      .toContain('swan[name](options)');
    await drawAll(page);
    const heads = await page.locator('.site h4').allTextContents();
    expect(heads.map((head) => head.trim().replace(/\s+/g, ' '))).toEqual([
      'native request 1:1',
      'native request 1:1',
      'native request 4:9',
      'shim connectSocket 1:1',
      'shim onSocketOpen 2:1',
      'kept swan 2:5',
      'native request 1:1',
    ]);
    const ids = await page.locator('[id]').evaluateAll((all) => all.map(({ id }) => id));
    expect(new Set(ids).size).toBe(ids.length);
    expect(faults).toEqual([]);
    await page.context().close();
  });

  it('marks words within lines, folds what stays, and shows text as text', async () => {
    const { page } = await open(toFetch);
    await drawAll(page);
    const file = page.locator('.file', { hasText: 'pages/deep/n.js' });
    expect(await file.textContent()).toContain('https://example.com/<b>&"inner"');
    expect(await file.locator('i').count()).toBe(0);
    expect((await file.locator('.new mark').allTextContents()).join(' ')).toContain('fetch');
    expect(await file.locator('.t-string').count()).toBeGreaterThan(1);
    await page.reload();
    const fold = page.locator('.file', { hasText: 'pages/deep/n.js' }).locator('.fold button');
    await page.locator('.file', { hasText: 'pages/deep/n.js' }).scrollIntoViewIfNeeded();
    expect(await fold.innerText()).toMatch(/\d+ unchanged lines/);
    const shown = () => page.locator('.file', { hasText: 'pages/deep/n.js' }).textContent();
    expect(await shown()).not.toContain('one(15)');
    await fold.click();
    expect(await shown()).toContain('one(15)');
    await page.context().close();
  });

  it('narrows down by verdict, API, code, mark, folder and text', async () => {
    const { page } = await open(toFetch);
    const shown = async () => {
      await drawAll(page);
      return page.locator('.file > h3 code').allTextContents();
    };
    const all = await shown();
    expect(all).toHaveLength(6);
    await page.locator('#v-native').uncheck();
    await page.locator('#v-shim').uncheck();
    expect(await shown()).toEqual(['broken.js', 'utils/kept.js']);
    await page.getByRole('button', { name: 'Show all' }).click();
    await page.getByLabel('API', { exact: true }).selectOption('connectSocket');
    expect(await shown()).toEqual(['sockets.js']);
    expect(await page.locator('.site').count()).toBe(1);
    await page.getByRole('button', { name: 'Show all' }).click();
    await page.getByLabel('Code', { exact: true }).selectOption('ignored-option');
    expect(await shown()).toEqual(['utils/note.js']);
    await page.getByRole('button', { name: 'Show all' }).click();
    await page.locator('.tree').getByRole('button', { name: 'Show only pages/deep/' }).click();
    expect(await shown()).toEqual(['pages/deep/n.js']);
    await page.getByRole('button', { name: 'Show all' }).click();
    await page.locator('#search').fill('example.net/socket');
    expect(await shown()).toEqual(['sockets.js']);
    await page.context().close();
  });

  it('keeps marks in the browser and saves them as decisions', async () => {
    const { page, folder } = await open(toFetch, { acceptDownloads: true });
    await page.locator('#review').focus();
    await page.keyboard.press('j');
    await page.keyboard.press('j');
    await page.locator('.site:focus', { hasText: '/outer' }).waitFor();
    await page.keyboard.press('r');
    await page.keyboard.press('v');
    await page.keyboard.press('k');
    await page.locator('.site:focus', { hasText: '/list' }).waitFor();
    await page.keyboard.press('a');
    await page.reload();
    await drawAll(page);
    expect(await page.locator('.site.accept .head').innerText()).toContain('request');
    expect(await page.locator('.site.reject').count()).toBe(1);
    expect(await page.locator('.decisions [role=status]').innerText()).toBe('2 decided, 1 reviewed');
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'Save the decisions' }).click(),
    ]);
    await download.saveAs(path.join(folder, 'd.json'));
    const decisions = parseDecisions(read(folder, 'd.json'), 'd.json');
    expect(decisions.sites.map(({ file, answer, reviewed }) => [file, answer, reviewed])).toEqual([
      ['pages/a.js', 'accept', undefined],
      ['pages/deep/n.js', 'reject', true],
    ]);
    const { stdout } = await cygnet(['migrate', '--to', 'fetch', '--decisions', 'd.json'], { cwd: folder });
    expect(stdout).toContain('+++ b/pages/a.js');
    expect(stdout).not.toContain('+++ b/pages/deep/n.js');
    await page.context().close();
  });

  it('is read without a script: what needs a person, why, and what to do', async () => {
    const { page } = await open(toFetch, { javaScriptEnabled: false });
    const text = await page.locator('main').innerText();
    for (const words of ['utils/kept.js:2:5', 'swan[name]', 'is not a constant', 'drawn by a script, which is off'])
      expect(text).toContain(words);
    await page.context().close();
  });

  it('says what was run, when and on what, and what the verdicts mean', async () => {
    const { page } = await open(toFetch);
    const text = await page.locator('header').innerText();
    expect(text).toContain('cygnet migrate --to fetch --report html=report.html');
    expect(text).toMatch(/\d{4}-\d\d-\d\d \d\d:\d\d UTC/);
    expect(text).toContain('not in git');
    expect(await page.locator('.tiles').innerText()).toContain('Left byte for byte as it was');
    await page.context().close();
  });

  it('draws what comes into view and no more of a large program', async () => {
    const files = Object.fromEntries(Array.from({ length: 60 }, (_, i) => [`pages/p${i}/x.js`, plainCall.repeat(5)]));
    const { page } = await open(toFetch, {}, files as typeof program);
    expect(await page.locator('.file').count()).toBe(60);
    const drawn = await page.locator('.site').count();
    expect(drawn).toBeLessThan(150);
    const last = page.locator('.file').last();
    await last.scrollIntoViewIfNeeded();
    await last.locator('.site').first().waitFor();
    await page.context().close();
  });
});

describe('in Chinese, light and dark, wide and narrow', () => {
  it.each([
    ['light', 1280],
    ['dark', 420],
  ] as const)('has no serious fault to axe-core and fits: %s, %s', async (colorScheme, width) => {
    const { page } = await open([...toFetch, '--locale', 'zh-CN'], { colorScheme, viewport: { width, height: 900 } });
    expect(await page.locator('html').getAttribute('lang')).toBe('zh-CN');
    expect(await page.locator('header').innerText()).toContain('2 处需要人工处理');
    expect(await page.locator('#review').innerText()).toContain('导出决定');
    await drawAll(page);
    for (const details of await page.locator('details').all())
      await details.evaluate((one) => one.setAttribute('open', ''));
    expect(await seriousFaults(page)).toEqual([]);
    expect(await isWithinWindow(page)).toBe(true);
    expect((await page.locator('.diff.split').count()) > 0).toBe(width > 700);
    await page.emulateMedia({ media: 'print', colorScheme });
    expect(await page.locator('.filters').isVisible()).toBe(false);
    // Paper is white.
    const ink = await page.locator('body').evaluate((body) => getComputedStyle(body).color);
    expect(Math.max(...(ink.match(/\d+/g) ?? []).map(Number))).toBeLessThan(80);
    await page.context().close();
  });

  it('a scan has no verdicts, and shows every call', async () => {
    const { page } = await open(['scan']);
    await drawAll(page);
    expect(await page.locator('.site').count()).toBe(7);
    expect(await page.locator('.badge').count()).toBe(0);
    expect(await page.getByRole('button', { name: 'Accept' }).count()).toBe(0);
    await page.context().close();
  });
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
    expect(text).toContain('3 uses of other swan APIs remain in 2 files.');
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
    const fold = page.locator('.folds details');
    expect(await fold.locator('table').first().isVisible()).toBe(false);
    await fold.nth(0).locator('summary').click();
    await fold.nth(1).locator('summary').click();
    const cells = await page
      .locator('.folds tbody tr')
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
    for (const summary of await page.locator('.folds summary').all()) await summary.click();
    expect(await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth)).toBe(true);
    await page.close();
  });
});
