// In: nothing. Out: the notes on sockets.
// A note never changes the exit code.

import type { CatalogueEntry } from './diagnostics.ts';
import type { None } from './details.ts';

export const notesSockets = {
  'close-code': {
    severity: 'note',
    title: { en: "A close code outside a browser's range", 'zh-CN': '超出浏览器允许范围的关闭码' },
    message: {
      en: ({ code }) => `Browsers refuse close code ${code}: the server will see 1000, and onClose reports ${code}.`,
      'zh-CN': ({ code }) => `浏览器不接受关闭码 ${code}：服务器收到的是 1000，而 onClose 报告的是 ${code}。`,
    },
    help: {
      en: `A program may close a WebSocket with 1000 or 3000 to 4999 only. Another code is sent as 1000 with the same reason, and the program's own \`onClose\` is told the code that it asked for (S6).

If the server looks at the code, choose one from 3000 on.`,
      'zh-CN': `程序关闭 WebSocket 时只能使用 1000 或 3000 至 4999。其他关闭码会以 1000 发送，原因不变，而程序自己的 \`onClose\` 得到的仍是它所给的关闭码（S6）。

如果服务器会查看关闭码，请选用 3000 及以上的值。`,
    },
    example: `swan.closeSocket({ code: 1001 });`,
  } satisfies CatalogueEntry<{ code: number }>,

  'socket-replaced': {
    severity: 'note',
    title: { en: 'One socket at a time', 'zh-CN': '同一时间只有一个 socket' },
    message: {
      en: () => 'A new connection replaces the one that is open, as the network document says.',
      'zh-CN': () => '新的连接会取代已打开的连接，与网络文档所述一致。',
    },
    help: {
      en: `swan's document allows one socket at a time: connecting again closes the old one (S1). The shim does the same. Later versions of swan allow five.

If the program was written for several, migrate with \`--sockets many\`.`,
      'zh-CN': `swan 的文档规定同一时间只能有一个 socket：再次连接会关闭旧的连接（S1）。shim 的行为相同。较新版本的 swan 允许五个。

如果程序是按多个连接编写的，请用 \`--sockets many\` 迁移。`,
    },
    example: `const chat = swan.connectSocket({ url: 'wss://example.com/chat' });
const news = swan.connectSocket({ url: 'wss://example.com/news' });`,
  } satisfies CatalogueEntry<None>,
};
