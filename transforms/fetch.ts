// The target fetch: a request is the platform's own fetch inside the small task helper; files and sockets are calls of
// the shim. Sees spans and facts only.

import type { Target } from '../src/target.ts';
import { hasMethodComment, optionItems, optionOrder, signalItem, type Spelling } from './web/native-request.ts';
import { webTarget } from './web/web.ts';

/** `fetch(url, { method, headers, body, signal })` */
const spelling: Spelling = {
  globals: ['fetch', 'JSON'],
  needsBody: false,
  order: (parts) => [parts.url.value, ...(parts.query ? [parts.query.value] : []), ...optionOrder(parts)],
  call(native, tools) {
    const { method, chosenMethod } = native.parts;
    const isUsual = method === 'GET' && !chosenMethod && !hasMethodComment(native, tools);
    const own = optionItems(native, tools, { method: !isUsual, body: 'body' });
    return { callee: [tools.global('fetch')], args: [native.url], options: [...own, signalItem(native)] };
  },
};

export const fetch: Target = webTarget({
  name: 'fetch',
  title: { en: 'fetch', 'zh-CN': 'fetch' },
  summary: { en: 'the web: fetch, FormData and WebSocket', 'zh-CN': 'Web：fetch、FormData 和 WebSocket' },
  shim: 'fetch',
  packages: [],
  globals: ['fetch'],
  spelling,
});
