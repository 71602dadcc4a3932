// In: templates and styles of pages, and the swan APIs beside the network that the example uses. Out: a small mini-program host
// in a browser's page: setData draws, taps call handlers, chooseImage finds a photo that is painted here.
// Knows nothing of the network and nothing of what it is tested for.

import { createPageHost, type PageInstance, type Patch } from './page-host.ts';
import { parseTemplate, renderTemplate } from './template.ts';

interface Picked {
  readonly tempFilePaths: readonly string[];
  readonly tempFiles: readonly File[];
}
interface Callbacks<Result> {
  success?(result: Result): void;
  fail?(error: { errMsg: string }): void;
  complete?(): void;
}

export interface BrowserHost {
  /** Everything that was set, by route, in order. */
  readonly settings: readonly { readonly route: string; readonly patch: Patch }[];
  open(url: string): void;
  back(): void;
  /** Calls a handler of the page on top. */
  call(handler: string, event?: object): void;
}

export interface PageParts {
  readonly route: string;
  readonly template: string;
  readonly style: string;
  load(): void;
}

export function startBrowserHost(
  title: string,
  style: string,
  loadApp: () => void,
  pages: readonly PageParts[],
): BrowserHost {
  const templates = new Map(pages.map(({ route, template }) => [route, parseTemplate(template)]));
  const settings: { route: string; patch: Patch }[] = [];
  const view = document.createElement('main');
  const bar = document.createElement('header');
  bar.textContent = title;
  document.title = title;
  for (const text of [ownStyle, style]) addStyle(text);
  const pageStyle = addStyle('');
  document.body.append(bar, view);

  const draw = (page: PageInstance | undefined): void => {
    if (page !== host.current) return;
    const focused = [...view.querySelectorAll('input')].findIndex((input) => input === document.activeElement);
    const nodes = page
      ? renderTemplate(templates.get(page.route) ?? [], page.data, (name, event) => page.call(name, event))
      : [];
    view.replaceChildren(...nodes);
    view.querySelectorAll('input')[focused]?.focus();
  };
  const host = createPageHost({
    onData(page, patch) {
      settings.push({ route: page.route, patch });
      draw(page);
    },
    onTop(page) {
      pageStyle.textContent = toWebStyle(pages.find(({ route }) => route === page?.route)?.style ?? '');
      draw(page);
    },
  });
  const toast = (text: string): void => {
    const note = document.createElement('aside');
    note.textContent = text;
    document.body.append(note);
    setTimeout(() => note.remove(), 1500);
  };
  Object.assign(globalThis, host.globals, {
    swan: {
      login: ({ success }: Callbacks<{ code: string }>) => queueMicrotask(() => success?.({ code: 'a-login-code' })),
      getStorageSync: (key: string) => localStorage.getItem(key) ?? '',
      setStorageSync: (key: string, value: string) => localStorage.setItem(key, value),
      stopPullDownRefresh: () => {},
      showToast: ({ title: text }: { title: string }) => toast(text),
      navigateTo: ({ url }: { url: string }) => host.open(url),
      previewImage: () => {},
      getSystemInfo: ({ success }: Callbacks<object>) => success?.({ brand: 'Chromium', model: navigator.platform }),
      chooseImage: ({ success }: Callbacks<Picked>) => void paintPhoto().then((photo) => success?.(photo)),
    },
  });
  host.launch(loadApp);
  for (const { route, load } of pages) host.define(route, load);
  return {
    settings,
    open: (url) => void host.open(url),
    back: () => host.back(),
    call: (handler, event) => host.current?.call(handler, event),
  };
}

/** A photo as heavy as a phone takes it: a cup of tea, with the grain of a dim room. */
async function paintPhoto(): Promise<Picked> {
  const [width, height] = [2400, 1800];
  const canvas = document.createElement('canvas');
  Object.assign(canvas, { width, height });
  const context = canvas.getContext('2d', { alpha: false });
  if (!context) throw new Error('no canvas');
  context.fillStyle = '#8a6b4a';
  context.fillRect(0, 0, width, height);
  for (const [colour, radius] of [
    ['#f4efe4', 760],
    ['#fffdf8', 640],
    ['#b5803c', 560],
  ] as const) {
    context.fillStyle = colour;
    context.beginPath();
    context.arc(width / 2, height / 2, radius, 0, 2 * Math.PI);
    context.fill();
  }
  const pixels = context.getImageData(0, 0, width, height);
  for (let at = 0; at < pixels.data.length; at += 1) {
    if (at % 4 !== 3) pixels.data[at] = (pixels.data[at] ?? 0) + Math.random() * 48 - 24;
  }
  context.putImageData(pixels, 0, 0);
  const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/png'));
  const file = new File(blob ? [blob] : [], 'photo.png', { type: 'image/png' });
  return { tempFilePaths: [URL.createObjectURL(file)], tempFiles: [file] };
}

function addStyle(text: string): HTMLStyleElement {
  const sheet = document.createElement('style');
  sheet.textContent = toWebStyle(text);
  document.head.append(sheet);
  return sheet;
}

/** 750rpx are the width of the screen. */
function toWebStyle(text: string): string {
  return text
    .replace(/([\d.]+)rpx/g, 'calc($1 * 100vw / 750)')
    .replace(/(^|[\s,}])page(?=\s*\{)/g, '$1body')
    .replace(/(^|[\s,}])(view|image|text|button)(?=[\s,{])/g, '$1.x-$2');
}

const ownStyle = `
* { box-sizing: border-box; }
body { margin: 0; min-height: 100vh; font-family: 'Noto Sans SC', 'PingFang SC', 'Microsoft YaHei', sans-serif; line-height: 1.5; }
header { position: sticky; top: 0; padding: 24rpx; text-align: center; font-weight: 600; background: #f7f3ea; border-bottom: 1px solid #e6dfd2; }
aside { position: fixed; left: 50%; top: 45%; transform: translateX(-50%); padding: 20rpx 32rpx; border-radius: 12rpx; background: #3b3228dd; color: #fff; }
.x-button { display: block; width: 100%; padding: 18rpx 28rpx; border: 0; border-radius: 12rpx; background: #e6dfd2; color: inherit; font: inherit; }
.x-button[size=mini] { display: inline-block; width: auto; margin-right: 12rpx; padding: 10rpx 26rpx; font-size: 24rpx; }
.x-input { flex: 1; width: 100%; min-width: 0; margin-right: 12rpx; padding: 14rpx 20rpx; border: 1px solid #d8cfbe; border-radius: 12rpx; background: #fffdf8; font: inherit; }
.x-image { display: inline-block; max-width: 100%; border-radius: 12rpx; }
.x-scroll-view { overflow-y: auto; }
.x-progress { display: flex; gap: 16rpx; align-items: center; margin: 24rpx 0; }
.progress-track { flex: 1; height: 16rpx; border-radius: 8rpx; background: #e6dfd2; overflow: hidden; }
.progress-bar { height: 100%; border-radius: 8rpx; background: #7a9a5b; }
main > .muted { padding: 8rpx 20rpx; }
`;
