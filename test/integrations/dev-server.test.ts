// In: a page that asks a server, in Vite's dev server, and what a person writes into it meanwhile. Out: whether the page in Chromium does
// what the source says now: after an edit, after one in another file that its call rests on, and after a mistake, which it shows.

import { writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { createRequire } from 'node:module';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { setTimeout } from 'node:timers/promises';

import type { Browser, Page } from 'playwright-core';
import type * as Vite from 'vite';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { isChromiumAvailable, launchChromium } from '../example/chromium.ts';
import { pluginOf, projectOf } from './bundlers.ts';

const main = (mark: string): string => `import { ask } from './api.js';
const show = ({ data }) => { document.body.textContent = data.said + '${mark}'; };
ask(show);
import.meta.hot.accept('./api.js', (api) => api.ask(show));
`;

const leaving: (() => unknown)[] = [];
afterAll(async () => {
  for (const leave of leaving.reverse()) await leave();
});

describe.skipIf(!isChromiumAvailable)('the dev server of Vite (Linux on x64 only)', () => {
  let folder: string;
  let page: Page;
  let asks: (what: string) => string;

  beforeAll(async () => {
    const backend = createServer(({ url = '' }, response) => {
      response.writeHead(200, { 'access-control-allow-origin': '*', 'content-type': 'application/json' });
      response.end(JSON.stringify({ said: `the backend got ${url}` }));
    });
    await new Promise<void>((resolve) => backend.listen(0, '127.0.0.1', resolve));
    leaving.push(() => backend.close());
    const { port } = backend.address() as AddressInfo;
    asks = (what) => `import { host } from './host.js';
export const ask = (success) => host.request({ url: 'http://127.0.0.1:${port}/${what}', success });
`;
    folder = projectOf({
      'package.json': '{ "type": "module" }',
      'index.html':
        '<!doctype html><script>swan = {};</script><body><script type="module" src="/main.js"></script></body>\n',
      'main.js': main(''),
      'api.js': asks('one'),
      'host.js': 'export const host = swan;\n',
    });
    const vite = createRequire(import.meta.url)('vite') as typeof Vite;
    const server = await vite.createServer({
      ...{ root: folder, configFile: false, logLevel: 'silent', plugins: [pluginOf('vite')({ to: 'fetch' })] },
      server: { host: '127.0.0.1', port: 0 },
    });
    await server.listen();
    leaving.push(() => server.close());
    const browser: Browser = await launchChromium({});
    leaving.push(() => browser.close());
    page = await browser.newPage();
    page.setDefaultTimeout(30_000);
    const whole = connected();
    await page.goto(`http://127.0.0.1:${(server.httpServer?.address() as AddressInfo).port}/`);
    await whole;
  }, 60_000);

  /** What changes before a page listens it never hears of. */
  const connected = (): Promise<unknown> =>
    page.waitForEvent('console', (message) => message.text().includes('[vite] connected'));

  const write = async (name: string, text: string): Promise<void> => {
    // Who watches files takes two changes within so short a time for one, and the second for none.
    await setTimeout(80);
    writeFileSync(path.join(folder, name), text);
  };

  it('moves the page, and again after an edit, in place or by a reload as the page has it', async () => {
    await page.getByText('the backend got /one').waitFor();
    await page.evaluate(() => Object.assign(globalThis, { isFirst: true }));
    await write('api.js', asks('second'));
    await page.getByText('the backend got /second').waitFor();
    expect(await page.evaluate(() => 'isFirst' in globalThis)).toBe(true);
    const reloaded = connected();
    await write('main.js', main(', reloaded'));
    await reloaded;
    await page.getByText('the backend got /second, reloaded').waitFor();
    expect(await page.evaluate(() => 'isFirst' in globalThis)).toBe(false);
  });

  it('follows the file that hands the call its host', async () => {
    await write(
      'host.js',
      "export const host = { request: ({ success }) => success({ data: { said: 'no backend' } }) };\n",
    );
    await page.getByText('no backend').waitFor();
    await write('host.js', 'export const host = swan;\n');
    await page.getByText('the backend got /second').waitFor();
  });

  it('shows a mistake with its place, and goes on when it is mended', async () => {
    await write('api.js', `${asks('third')}const = 1;\n`);
    const overlay = page.locator('vite-error-overlay');
    await overlay.waitFor();
    expect(await overlay.locator('.message-body').textContent()).toContain('api.js:3');
    await write('api.js', asks('third'));
    await page.getByText('the backend got /third').waitFor();
    expect(await overlay.count()).toBe(0);
  });
});
