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
    help: {
      en: `\`fail\` runs for transport errors, timeouts, aborts and bad parameters only; it is never given a status (R1). This code has not been reached so far.

Move the check of the status into \`success\`.`,
      'zh-CN': `\`fail\` 只在传输错误、超时、中断和参数错误时运行，从来不会得到状态码（R1）。这段代码至今没有执行过。

请把对状态码的判断移到 \`success\` 中。`,
    },
    example: `swan.request({ url: 'https://example.com/list', fail: err => { if (err.statusCode === 401) login(); } });`,
  } satisfies CatalogueEntry<None>,

  'err-code-compared': {
    severity: 'note',
    title: { en: 'An errCode is compared with a number', 'zh-CN': 'errCode 与数字比较' },
    message: {
      en: ({ target }) => `errCode is compared here; its values on ${target} are not those of every swan device.`,
      'zh-CN': ({ target }) => `这里比较了 errCode；它在 ${target} 上的取值与各 swan 设备上的并不一致。`,
    },
    help: {
      en: `Error codes differ between swan's own platforms. After the rewrite for the web errCode is 202 for bad parameters and 1001 for everything else (R15); on WeChat it is filled with WeChat's own errno.

Compare \`errMsg\` for \`abort\` or \`timeout\`, or treat all failures alike.`,
      'zh-CN': `swan 自身的各个平台错误码也不一致。改写到 Web 后，参数错误时 errCode 为 202，其余为 1001（R15）；在微信上则填入微信自己的 errno。

请在 \`errMsg\` 中查找 \`abort\` 或 \`timeout\`，或对所有失败一视同仁。`,
    },
    example: `swan.request({ url: 'https://example.com/list', fail: err => { if (err.errCode === 1) retry(); } });`,
  } satisfies CatalogueEntry<{ target: string }>,

  'datatype-text': {
    severity: 'note',
    title: { en: "dataType 'text'", 'zh-CN': 'dataType 为 text' },
    message: {
      en: () => "dataType 'text' gives the text as it is; some swan devices parsed it as JSON all the same.",
      'zh-CN': () => 'dataType 为“text”时原样返回文本；有些 swan 设备仍会把它当作 JSON 解析。',
    },
    help: {
      en: `The document says that only \`json\` is parsed, and that is what the rewritten call does (R13). Some devices parse for every value but \`'string'\`.

If the program reads members of \`res.data\` here, use \`json\`.`,
      'zh-CN': `文档规定只有 \`json\` 才会解析，改写后的调用正是如此（R13）。有些设备除了 \`'string'\` 以外的值都会解析。

如果程序在这里读取 \`res.data\` 的成员，请使用 \`json\`。`,
    },
    example: `swan.request({ url: 'https://example.com/list', dataType: 'text' });`,
  } satisfies CatalogueEntry<None>,

  'header-case': {
    severity: 'note',
    title: { en: 'A response header in another case', 'zh-CN': '响应头的大小写' },
    message: {
      en: ({ name }) => `The response header '${name}' is read in this spelling; the host may spell it differently.`,
      'zh-CN': ({ name }) => `这里按“${name}”这种写法读取响应头，而宿主的大小写可能不同。`,
    },
    help: {
      en: `On the web the shim's \`header\` answers in any case (R12). On WeChat it is the host's own object, whose names keep the spelling that the server used.

Read it without regard to case if the server's spelling is not certain.`,
      'zh-CN': `在 Web 上，shim 的 \`header\` 不区分大小写（R12）。在微信上，它是宿主自己的对象，其中的名字保持服务器的写法。

如果不能确定服务器的写法，请在读取时忽略大小写。`,
    },
    example: `swan.request({ url: 'https://example.com/list', success: res => save(res.header['Set-Cookie']) });`,
  } satisfies CatalogueEntry<{ name: string }>,

  'set-cookie-read': {
    severity: 'note',
    title: { en: 'A set-cookie response header is read', 'zh-CN': '读取 set-cookie 响应头' },
    message: {
      en: () => 'Browsers hide set-cookie from programs: this reads undefined there.',
      'zh-CN': () => '浏览器不让程序看到 set-cookie：在浏览器中这里读到的是 undefined。',
    },
    help: {
      en: `In a browser no program can read \`set-cookie\`; the browser stores the cookie itself. In Node the header is there.

Let the server return what the program needs in the body or in another header.`,
      'zh-CN': `在浏览器中，任何程序都读不到 \`set-cookie\`，Cookie 由浏览器自行保存。在 Node 中可以读到这个响应头。

请让服务器在响应体或其他响应头中返回程序所需的内容。`,
    },
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
    help: {
      en: `A task has no \`then\`, so \`await\` does not wait for the answer, and a call of \`then\`, \`catch\` or \`finally\` throws (R17). Code that expects the response here does not work on swan either.

Wrap the call in a promise of its own.`,
      'zh-CN': `任务对象没有 \`then\`，因此 \`await\` 不会等待响应，而调用 \`then\`、\`catch\` 或 \`finally\` 会抛出异常（R17）。在这里期待得到响应的代码，在 swan 上也不起作用。

请把这处调用包在自己的 Promise 中。`,
    },
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
    help: {
      en: `The network document names no members of its functions, so this one is undefined unless the program, or a test tool, puts it there. What takes the place of \`swan.request\` is another function: a member that was put on swan's will not be on it.

Put the member on the new function, or remove the case that asks for it.`,
      'zh-CN': `网络文档中的函数都没有成员，因此除非程序或测试工具放上去，它就是 undefined。取代 \`swan.request\` 的是另一个函数：放在 swan 函数上的成员，在新函数上并不存在。

请把成员放到新的函数上，或去掉询问它的代码。`,
    },
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
    help: {
      en: `swan returns nothing here and is silent when the call fails. WeChat returns a promise to a call that has no callback, and a rejection that nobody handles is reported as an error of the program. An empty \`fail\` makes the call what it was.

Put what should happen on a failure into it, or leave it as it is.`,
      'zh-CN': `这里 swan 不返回任何值，调用失败时也没有任何提示。微信对没有回调的调用返回 Promise，而未处理的 Promise 拒绝会作为程序的错误上报。加上空的 \`fail\`，这处调用就与原来一样。

请在其中写上失败时要做的事，或保持原样。`,
    },
    example: `swan.closeSocket();`,
  } satisfies CatalogueEntry<{ api: string }>,
};
