// In: nothing. Out: the notes on what a call gives back: its result, its failure, its task, and the function itself.
// A note never changes the exit code.

import type { CatalogueEntry } from './diagnostics.ts';
import type { None } from './details.ts';

export const notesAnswers = {
  'status-in-fail': {
    severity: 'note',
    title: { en: 'A status is handled in fail', 'zh-CN': '在 fail 中处理状态码' },
    message: {
      en: () => 'fail reads a status code, but on swan (and after the rewrite) every HTTP status goes to success.',
      'zh-CN': () => 'fail 中读取了状态码，但在 swan 上（改写后也一样）任何 HTTP 状态码都会进入 success。',
    },
    help: `\`fail\` runs for transport errors, timeouts, aborts and bad parameters only; it is never given a status (R1). This code has not been reached so far.

Move the check of the status into \`success\`.`,
    example: `swan.request({ url: 'https://example.com/list', fail: err => { if (err.statusCode === 401) login(); } });`,
  } satisfies CatalogueEntry<None>,

  'err-code-compared': {
    severity: 'note',
    title: { en: 'An errCode is compared with a number', 'zh-CN': 'errCode 与数字比较' },
    message: {
      en: ({ target }) => `errCode is compared here; its values on ${target} are not those of every swan device.`,
      'zh-CN': ({ target }) => `这里比较了 errCode；它在 ${target} 上的取值与各 swan 设备上的并不一致。`,
    },
    help: `Error codes differ between swan's own platforms. After the rewrite for the web errCode is 202 for bad parameters and 1001 for everything else (R15); on WeChat it is filled with WeChat's own errno.

Compare \`errMsg\` for \`abort\` or \`timeout\`, or treat all failures alike.`,
    example: `swan.request({ url: 'https://example.com/list', fail: err => { if (err.errCode === 1) retry(); } });`,
  } satisfies CatalogueEntry<{ target: string }>,

  'datatype-text': {
    severity: 'note',
    title: { en: "dataType 'text'", 'zh-CN': 'dataType 为 text' },
    message: {
      en: () => "dataType 'text' gives the text as it is; some swan devices parsed it as JSON all the same.",
      'zh-CN': () => 'dataType 为“text”时原样返回文本；有些 swan 设备仍会把它当作 JSON 解析。',
    },
    help: `The document says that only \`json\` is parsed, and that is what the rewritten call does (R13). Some devices parse for every value but \`'string'\`.

If the program reads members of \`res.data\` here, use \`json\`.`,
    example: `swan.request({ url: 'https://example.com/list', dataType: 'text' });`,
  } satisfies CatalogueEntry<None>,

  'header-case': {
    severity: 'note',
    title: { en: 'A response header in another case', 'zh-CN': '响应头的大小写' },
    message: {
      en: ({ name }) => `The response header '${name}' is read in this spelling; the host may spell it differently.`,
      'zh-CN': ({ name }) => `这里按“${name}”这种写法读取响应头，而宿主的大小写可能不同。`,
    },
    help: `On the web the shim's \`header\` answers in any case (R12). On WeChat it is the host's own object, whose names keep the spelling that the server used.

Read it without regard to case if the server's spelling is not certain.`,
    example: `swan.request({ url: 'https://example.com/list', success: res => save(res.header['Set-Cookie']) });`,
  } satisfies CatalogueEntry<{ name: string }>,

  'set-cookie-read': {
    severity: 'note',
    title: { en: 'A set-cookie response header is read', 'zh-CN': '读取 set-cookie 响应头' },
    message: {
      en: () => 'Browsers hide set-cookie from programs: this reads undefined there.',
      'zh-CN': () => '浏览器不让程序看到 set-cookie：在浏览器中这里读到的是 undefined。',
    },
    help: `In a browser no program can read \`set-cookie\`; the browser stores the cookie itself. In Node the header is there.

Let the server return what the program needs in the body or in another header.`,
    example: `swan.request({ url: 'https://example.com/login', success: res => save(res.header['set-cookie']) });`,
  } satisfies CatalogueEntry<None>,

  'awaited-task': {
    severity: 'note',
    title: { en: 'A task taken for a promise', 'zh-CN': '把任务对象当作 Promise' },
    message: {
      en: ({ api, method }) =>
        `${method === undefined ? 'await gives the task at once' : `A task has no '${method}'`}: swan.${api} returns no promise, before and after the rewrite.`,
      'zh-CN': ({ api, method }) =>
        `${method === undefined ? 'await 会立即得到任务对象' : `任务对象没有“${method}”`}：无论改写前后，swan.${api} 都不返回 Promise。`,
    },
    help: `A task has no \`then\`, so \`await\` does not wait for the answer, and a call of \`then\`, \`catch\` or \`finally\` throws (R17). Code that expects the response here does not work on swan either.

Wrap the call in a promise of its own.`,
    example: `async function load() {
    const res = await swan.request({ url: 'https://example.com/list' });
}`,
  } satisfies CatalogueEntry<{ api: string; method?: string }>,

  'api-member': {
    severity: 'note',
    title: { en: 'A member of an API', 'zh-CN': '用到了 API 函数的成员' },
    message: {
      en: ({ api, member }) =>
        `'${member}' is used as a member of swan.${api}; the function that takes its place has no such member.`,
      'zh-CN': ({ api, member }) => `“${member}”被当作 swan.${api} 的成员使用；取代它的函数没有这个成员。`,
    },
    help: `The network document names no members of its functions, so this one is undefined unless the program, or a test tool, puts it there. What takes the place of \`swan.request\` is another function: a member that was put on swan's will not be on it.

Put the member on the new function, or remove the case that asks for it.`,
    example: `if (swan.request.mock) swan.request.mock(options);`,
  } satisfies CatalogueEntry<{ api: string; member: string }>,

  'empty-fail-added': {
    severity: 'note',
    title: { en: 'An empty fail was added', 'zh-CN': '加上了空的 fail' },
    message: {
      en: ({ api }) =>
        `Without a callback wx.${api} returns a promise; the empty 'fail' keeps its failure from becoming an unhandled rejection.`,
      'zh-CN': ({ api }) => `没有回调时 wx.${api} 返回 Promise；空的“fail”可避免它失败时成为未处理的 Promise 拒绝。`,
    },
    help: `swan returns nothing here and is silent when the call fails. WeChat returns a promise to a call that has no callback, and a rejection that nobody handles is reported as an error of the program. An empty \`fail\` makes the call what it was.

Put what should happen on a failure into it, or leave it as it is.`,
    example: `swan.closeSocket();`,
  } satisfies CatalogueEntry<{ api: string }>,
};
