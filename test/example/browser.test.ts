// The example mini-program in Chromium, rewritten for fetch and for axios by the real command: bundled with a small host, opened
// over TLS under the hosts that it names, which lead to a backend on loopback that answers across origins.
// A user sees the list, a photo on its way, a poster and the chat. CYGNET_SCREENSHOTS names a folder for pictures of it.

import { mkdirSync } from 'node:fs';
import path from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { WireRequest } from '../reference/wire.ts';
import type { BrowserHost } from './browser-host.ts';
import { isChromiumAvailable, launchChromium } from './chromium.ts';
import { migrateExample } from './migrated.ts';
import { startTeaShop, type TeaShop } from './tea-shop.ts';
import { buildWebPage } from './web-page.ts';

declare const host: BrowserHost;

const origin = 'https://m.chapu.example';
const targets = ['fetch', 'axios'] as const;
const pictures = process.env['CYGNET_SCREENSHOTS'];

let shop: TeaShop;
let browser: Browser;
const leaving: (() => unknown)[] = [];

beforeAll(async () => {
  if (!isChromiumAvailable) return;
  const files: Record<string, { type: string; body: string }> = {};
  for (const target of targets) {
    const program = migrateExample(target);
    leaving.unshift(() => program.remove());
    Object.assign(files, (await buildWebPage(program.folder, `/${target}/`)).files);
  }
  shop = await startTeaShop({ isSecure: true, page: { origin, files } });
  leaving.unshift(() => shop.close());
  // Trusted by its key: told to ignore the errors of certificates, Chromium gives up when many connections begin at once.
  browser = await launchChromium({ '*.chapu.example:443': shop.port }, [
    `--ignore-certificate-errors-spki-list=${shop.keyHash}`,
  ]);
  leaving.unshift(() => browser.close());
}, 120_000);

afterAll(async () => {
  for (const leave of leaving) await leave();
});

describe.skipIf(!isChromiumAvailable).each(targets)('in Chromium, rewritten for %s (Linux on x64 only)', (target) => {
  let page: Page;
  /** What a user would not see: exceptions and errors of the page. */
  const faults: string[] = [];
  const printed: string[] = [];

  beforeAll(async () => {
    shop.reopen();
    const context = await browser.newContext({
      viewport: { width: 390, height: 760 },
      deviceScaleFactor: 2,
    });
    page = await context.newPage();
    page.setDefaultTimeout(20_000);
    page.on('pageerror', (error) => faults.push(error.message));
    page.on('console', (message) => (message.type() === 'error' ? faults : printed).push(message.text()));
    await page.goto(`${origin}/${target}/`);
    await page.waitForFunction(() => localStorage.getItem('token') !== null);
  });

  afterAll(() => page.context().close());

  test('the list is there, with pictures, and goes on', async () => {
    await open('/pages/index/index');
    await page.getByText('明前龙井').waitFor();
    await page.waitForFunction(
      () => [...document.images].length === 10 && [...document.images].every((image) => image.naturalWidth > 0),
    );
    await page.getByText('（已售罄）').first().waitFor();
    expect(await page.locator('.row').count()).toBe(10);
    expect(await page.getByText('（已售罄）').count()).toBe(2);
    await picture('list');
    await page.evaluate(() => host.call('onReachBottom'));
    await page.getByText('没有更多了').waitFor();
    expect(await page.locator('.row').count()).toBe(14);
    await shop.reached('/track/sold-out', 2);
    await page.getByPlaceholder('想喝点什么？').fill('茶点 & 蜜饯');
    await page.getByPlaceholder('想喝点什么？').press('Enter');
    await page.waitForFunction(() => document.querySelectorAll('.row').length === 1);
    expect(requests('/goods/list').map(({ query }) => new URLSearchParams(query).get('keyword'))).toEqual([
      '',
      '',
      '茶点 & 蜜饯',
    ]);
    // A GET without header fields of its own costs no leave.
    expect(shop.preflights.filter((line) => !line.startsWith('POST'))).toEqual([]);
  });

  test('a choice asks for a price, the coupon comes once, the cart counts', async () => {
    await page.locator('.row').click();
    await page.getByText('小份 × 1：￥18').waitFor();
    await page.getByRole('button', { name: '大份' }).click();
    await page.getByText('大份 × 1：￥26').waitFor();
    await page.getByRole('button', { name: '领新客券' }).click();
    await page.getByText('领取成功').waitFor();
    await page.getByRole('button', { name: '领新客券' }).click();
    await page.getByText('已经领过了').waitFor();
    await page.getByRole('button', { name: /加入购物车/ }).click();
    await page.getByText('加入购物车（1）').waitFor();
    await picture('detail');
    await page.evaluate(() => host.back());
    // The price of goods number 8 is waited for until another one is asked for.
    await open('/pages/detail/detail?id=8');
    await shop.reached('/goods/quote', 3);
    await page.getByRole('button', { name: '大份' }).click();
    await page.getByText('大份 × 1：￥26').waitFor();
    const shown = await page.evaluate(() =>
      host.settings.filter(({ patch }) => 'price' in patch || 'message' in patch),
    );
    expect(shown.at(-1)?.patch).toEqual({ price: 26, message: '' });
    expect(shown.filter(({ patch }) => String(patch['message']).includes('失败'))).toEqual([]);
  });

  test('a photo goes up, its bar moves, and it comes back', async () => {
    const bar = page.locator('.progress-bar');
    const full = 'document.querySelector(".progress-track").clientWidth';
    const width = 'document.querySelector(".progress-bar").clientWidth';
    shop.limit('upload', 1);
    await open('/pages/upload/upload');
    expect(await bar.evaluate((element) => element.clientWidth)).toBe(0);
    await page.getByRole('button', { name: '选一张照片' }).click();
    await page.getByText('正在上传…').waitFor();
    await page.waitForFunction(`${width} > 0 && ${width} < ${full}`);
    const first = await bar.evaluate((element) => element.clientWidth);
    await picture('upload');
    shop.limit('upload', 4_000_000);
    await page.waitForFunction(`${width} > ${first} && ${width} < ${full}`);
    shop.limit('upload', Infinity);
    await page.getByText('谢谢分享').waitFor();
    await page.waitForFunction(() => (document.images[0]?.naturalWidth ?? 0) > 0);
    expect(await bar.evaluate((element) => element.clientWidth)).toBe(await page.evaluate<number>(full));
    await picture('uploaded');
    expect(await page.evaluate(() => document.images[0]?.naturalWidth)).toBe(2400);

    const told = (await settings('pages/upload/upload')).flatMap((patch) => patch['progress'] ?? []) as number[];
    expect(told).toEqual([...told].sort((a, b) => a - b));
    expect(told.filter((percent) => percent > 0 && percent < 100).length).toBeGreaterThanOrEqual(2);
    expect(told.at(-1)).toBe(100);
    const [upload] = requests('/share/photo');
    expect(upload?.header['x-token']).toBe('t-2019');
    expect(upload?.parts?.map(({ name, filename, type }) => ({ name, filename, type }))).toEqual([
      { name: 'title', filename: undefined, type: undefined },
      { name: 'goods', filename: undefined, type: undefined },
      // The path is a blob: url, which does not tell the name that its file had.
      { name: 'photo', filename: expect.stringMatching(/\.png$/) as string, type: 'image/png' },
    ]);
  });

  test('an upload can be cancelled on its way', async () => {
    shop.limit('upload', 1);
    await page.getByRole('button', { name: '选一张照片' }).click();
    await page.getByText('正在上传…').waitFor();
    await page.waitForFunction(() => !/^0%|100%/.test(document.querySelector('.x-progress')?.textContent ?? '0%'));
    await page.getByRole('button', { name: '取消' }).click();
    await page.getByText('已取消').waitFor();
    shop.limit('upload', Infinity);
    expect(requests('/share/photo').map(({ isWhole }) => isWhole)).toEqual([true, false]);
  });

  test('a poster comes down, its bar moves, and it is shown', async () => {
    shop.limit('download', 100_000);
    await open('/pages/download/download');
    await page.waitForFunction(
      () => parseInt(document.querySelector<HTMLElement>('.progress-bar')?.style.width ?? '0') > 0,
    );
    await picture('download');
    shop.limit('download', Infinity);
    await page.getByText('长按保存').waitFor();
    await page.waitForFunction(() => (document.images[0]?.naturalWidth ?? 0) > 0);
    const image = await page.evaluate(() => ({
      src: document.images[0]?.src,
      width: document.images[0]?.naturalWidth,
    }));
    expect(image).toEqual({ src: expect.stringMatching(/^blob:/) as string, width: 600 });
    await picture('downloaded');
    const told = (await settings('pages/download/download')).flatMap((patch) => patch['percent'] ?? []) as number[];
    expect(told).toEqual([...told].sort((a, b) => a - b));
    expect(told.filter((percent) => percent > 0 && percent < 100).length).toBeGreaterThanOrEqual(1);
    expect(told.at(-1)).toBe(100);
  });

  test('a poster that is gone tells so, one that hangs is aborted with its page', async () => {
    await page.evaluate(() => host.call('fetchPoster', '/poster/gone.png' as unknown as object));
    await page.getByText('海报下架了（404）').waitFor();
    await page.evaluate(() => host.call('fetchPoster', '/poster/endless.png' as unknown as object));
    await shop.reached('/poster/endless.png', 1);
    await page.evaluate(() => host.back());
    await page.waitForFunction(() => String(host.settings.at(-1)?.patch['tip']).includes('abort'));
    expect((await settings('pages/download/download')).at(-1)).toEqual({ tip: '下载失败：downloadFile:fail abort' });
  });

  test('the chat goes both ways and ends with the code that the program gave', async () => {
    await open('/pages/chat/chat');
    await page.getByText('您好，想喝点什么？').waitFor();
    await page.getByText('客服小周为您服务').waitFor();
    for (const line of ['有龙井吗？', '来一壶']) {
      await page.getByPlaceholder('说点什么').fill(line);
      await page.getByRole('button', { name: '发送' }).click();
      await page.getByText(`收到：${line}`).waitFor();
    }
    await picture('chat');
    await page.evaluate(() => host.call('leave'));
    await page.getByText('会话已结束（1001）').waitFor();
    await picture('chat-closed');
    const [socket] = shop.wire.filter((entry) => entry.kind === 'socket');
    expect(socket?.protocols).toEqual(['tea-chat.v1']);
    expect(socket?.frames.map(({ value }) => JSON.parse(value) as object)).toEqual([
      { type: 'text', text: '有龙井吗？' },
      { type: 'text', text: '来一壶' },
    ]);
    expect(socket?.close).toEqual({ code: 1000, reason: '客人离开了聊天页' });
    expect(printed).toContain('聊天结束');
  });

  test('the chat can be taken up again, and the shop can end it', async () => {
    await page.getByRole('button', { name: '重连' }).click();
    await page.getByText('客服小周为您服务').waitFor();
    await page.getByPlaceholder('说点什么').fill('再见');
    await page.getByRole('button', { name: '发送' }).click();
    await page.getByText('会话已结束（4000）').waitFor();
  });

  test('the page without network is as it was', async () => {
    await open('/pages/about/about');
    await page.getByText('Chromium').waitFor();
    await picture('about');
  });

  test('nothing went wrong unseen', () => {
    // The browser itself reports a status of 400 and more.
    expect(faults.filter((fault) => !fault.startsWith('Failed to load resource: the server responded'))).toEqual([]);
  });

  async function open(url: string): Promise<void> {
    await page.evaluate((place) => host.open(place), url);
  }

  async function settings(route: string): Promise<Record<string, unknown>[]> {
    return page.evaluate(
      (wanted) => host.settings.filter((setting) => setting.route === wanted).map(({ patch }) => patch),
      route,
    );
  }

  function requests(place: string): WireRequest[] {
    return shop.wire.filter((entry) => entry.kind === 'request').filter((entry) => entry.path === place);
  }

  async function picture(name: string): Promise<void> {
    if (pictures === undefined) return;
    mkdirSync(pictures, { recursive: true });
    await page.screenshot({ path: path.join(pictures, `${target}-${name}.png`) });
  }
});
