// In: a way to load the files of the example mini-program, in a world where `swan` or what replaced it is there.
// Out: a user's walk through every page. What the pages set is told to `trace`, and the data they end with.
// Each step waits for what the user would see before the next one starts. Knows nothing of targets.

import { createPageHost, type Data, type PageInstance } from './page-host.ts';

/** What the thread of a run puts into its globals. */
interface RunGlobals {
  trace(name: string, value?: unknown): void;
  reached(path: string, count?: number): Promise<void>;
  files: { readonly photo: unknown; readonly big: string };
  swan: Record<string, unknown>;
}

const { trace, reached, files, swan } = globalThis as unknown as RunGlobals;

/** Routes of app.json, in its order. */
const routes = ['index', 'detail', 'upload', 'download', 'chat', 'about'].map((name) => `pages/${name}/${name}`);

export async function walk(load: (file: string) => void): Promise<void> {
  const host = createPageHost({
    onData: (page, patch) => trace(`${page.route}.setData`, patch),
  });
  Object.assign(globalThis, host.globals);
  Object.assign(swan, {
    getSystemInfo: ({ success }: { success(info: object): void }) => success({ brand: '茶', model: 'T1' }),
  });

  const app = host.launch(() => load('./app.js'));
  for (const route of routes) host.define(route, () => load(`./${route}.js`));
  const shown = { data: app['globalData'] as Data };
  await until('the login', () => shown.data['token'] !== '');
  trace('signed in', shown.data);

  const index = host.open('/pages/index/index');
  await until('the first page of the list and its stock', () => count(index, 'stock') === 10);
  index.call('onReachBottom');
  await until('the second page', () => count(index, 'stock') === 14);
  index.call('onReachBottom'); // nothing is left: no request
  await end(index, '/track/sold-out', 2);
  index.call('onSearch', { detail: { value: '茶点 & 蜜饯' } });
  await until('what was found', () => length(index, 'list') === 1 && index.data['loading'] === false);
  await end(index, '/track/sold-out', 3);
  index.call('onSearch', { detail: { value: '打翻' } });
  await until('the status of a failure', () => index.data['error'] !== '');
  trace('after a status of 500', index.data['error']);
  index.call('onSearch', { detail: { value: '断线' } });
  await until('a failure', () => index.data['loading'] === false);
  index.call('onSearch', { detail: { value: '' } });
  await end(index, '/track/sold-out', 4);
  index.call('onPullDownRefresh');
  await end(index, '/track/sold-out', 5);

  const detail = host.open('/pages/detail/detail?id=7');
  await until('the price', () => detail.data['price'] === 18);
  detail.call('takeCoupon');
  await until('the coupon', () => detail.data['message'] === '领取成功');
  detail.call('takeCoupon');
  await until('no second coupon', () => detail.data['message'] === '已经领过了');
  detail.call('addCart');
  await until('the cart', () => detail.data['cartCount'] === 1);
  detail.call('chooseSpec', { currentTarget: { dataset: { spec: '小份' } } });
  detail.call('chooseSpec', { currentTarget: { dataset: { spec: '大份' } } }); // in the same tick: one request only
  await until('the last price', () => detail.data['price'] === 26);
  await leave(detail);

  const slow = host.open('/pages/detail/detail?id=8');
  await arrival('/goods/quote', 3);
  slow.call('chooseSpec', { currentTarget: { dataset: { spec: '大份' } } }); // the one before is on its way
  await until('the price of the last choice', () => slow.data['price'] === 26);
  await leave(slow);

  const unknown = host.open('/pages/detail/detail?id=99');
  await until('what the shop says', () => unknown.data['message'] !== '');
  await leave(unknown);

  const upload = host.open('/pages/upload/upload');
  upload.call('share');
  await until('thanks', () => upload.data['tip'] === '谢谢分享');
  swan['chooseImage'] = ({ success }: { success(found: object): void }) => success({ tempFilePaths: [files.big] });
  upload.call('share');
  upload.call('cancel'); // in the same tick
  await until('an end before the start', () => upload.data['tip'] === '已取消');
  swan['chooseImage'] = ({ fail }: { fail(error: object): void }) => fail({ errMsg: 'chooseImage:fail cancel' });
  upload.call('share');
  await leave(upload);

  const download = host.open('/pages/download/download');
  await until('the poster', () => download.data['poster'] !== '' && download.data['percent'] === 100);
  download.call('preview');
  download.call('fetchPoster', '/poster/gone.png' as unknown as object);
  await until('that it is gone', () => download.data['tip'] !== '长按保存');
  trace('after a status of 404', download.data['tip']);
  download.call('fetchPoster', '/poster/endless.png' as unknown as object);
  await until('half of it', () => Number(download.data['percent']) < 100);
  host.back(); // the page aborts what it still waits for
  await until('the abort', () => /abort/.test(String(download.data['tip'])));
  trace('download ends with', download.data['tip']);

  const chat = host.open('/pages/chat/chat');
  say('在吗？'); // before the line is open: it waits
  await until('an answer', () => length(chat, 'lines') === 3);
  say('有龙井吗');
  await until('another answer', () => length(chat, 'lines') === 5);
  say('再见');
  await until('the end of the talk', () => chat.data['online'] === false);
  trace('after the close of the shop', chat.data['tip']);
  chat.call('connect');
  await until('the second greeting', () => length(chat, 'lines') === 7);
  say('又来了');
  await until('the second answer', () => length(chat, 'lines') === 9);
  host.back();
  await until('the second end', () => chat.data['online'] === false);
  trace('pages/chat/chat ends with', chat.data);

  const about = host.open('/pages/about/about');
  await until('the device', () => about.data['device'] !== '');
  await leave(about);
  trace('walked');

  function say(line: string): void {
    chat.call('onInput', { detail: { value: line } });
    chat.call('send');
  }

  async function leave(page: PageInstance): Promise<void> {
    host.back();
    await new Promise(setImmediate);
    trace(`${page.route} ends with`, page.data);
  }

  /** Waits for the last request of a step, which the page does not show. */
  async function end(page: PageInstance, path: string, times: number): Promise<void> {
    await arrival(path, times);
    await until('quiet', () => page.data['loading'] === false);
    trace(`${page.route} shows`, page.data);
  }
}

/** Waits for the backend; the message of it alone would not keep the thread. */
async function arrival(path: string, times: number): Promise<void> {
  let isThere = false;
  void reached(path, times).then(() => (isThere = true));
  await until(`request ${times} for ${path}`, () => isThere);
}

async function until(what: string, isThere: () => boolean): Promise<void> {
  for (let turns = 0; !isThere(); turns += 1) {
    if (turns > 2000) throw new Error(`waited in vain for ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 2));
  }
}

function length(page: PageInstance, member: string): number {
  return (page.data[member] as readonly unknown[]).length;
}

function count(page: PageInstance, member: string): number {
  return Object.keys(page.data[member] as object).length;
}
