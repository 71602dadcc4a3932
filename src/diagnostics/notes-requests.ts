// In: nothing. Out: the notes on what a call sends: its url, method, header and data.
// A note never changes the exit code.

import type { CatalogueEntry } from './diagnostics.ts';
import type { None } from './details.ts';

export const notesRequests = {
  'relative-url': {
    severity: 'note',
    title: { en: 'A relative url', 'zh-CN': '相对路径的 url' },
    message: {
      en: ({ url }) =>
        `The url '${url}' is relative: on swan this call fails, on the web it reaches the page's own origin.`,
      'zh-CN': ({ url }) => `url“${url}”是相对路径：在 swan 上此调用会失败，在 Web 上则会请求页面自己的源。`,
    },
    help: `swan accepts only absolute urls, so this call always ends in \`fail\` today. In a browser the same url works; in Node it still fails. The url was not changed (R18).

Write the full address if the call is meant to work.`,
    example: `swan.request({ url: '/example/abc' });`,
  } satisfies CatalogueEntry<{ url: string }>,

  'port-in-url': {
    severity: 'note',
    title: { en: 'A port in the url', 'zh-CN': 'url 中带有端口' },
    message: {
      en: ({ url }) => `The url '${url}' names a port, which swan forbids and the web allows.`,
      'zh-CN': ({ url }) => `url“${url}”带有端口：swan 不允许，而 Web 允许。`,
    },
    help: `The network document says that a url must not contain a port. The web has no such rule; WeChat allows the port that is configured for the domain (R18).

Check that the server is reachable on this port from where the program runs next.`,
    example: `swan.request({ url: 'https://example.com:8443/list' });`,
  } satisfies CatalogueEntry<{ url: string }>,

  'cookie-header': {
    severity: 'note',
    title: { en: 'A cookie header', 'zh-CN': 'Cookie 请求头' },
    message: {
      en: () => 'A browser does not let a program set the cookie header: it will be dropped there.',
      'zh-CN': () => '浏览器不允许程序设置 Cookie 请求头：在浏览器中它会被丢弃。',
    },
    help: `Browsers keep cookies themselves and drop a \`cookie\` header that a program sets; in Node it is sent (R18).

If the server needs the cookie, let it set one and send it with credentials, or pass the token in another header.`,
    example: `swan.request({ url: 'https://example.com/list', header: { cookie: 'sid=' + sid } });`,
  } satisfies CatalogueEntry<None>,

  'referer-header': {
    severity: 'note',
    title: { en: 'A Referer header', 'zh-CN': 'Referer 请求头' },
    message: {
      en: () => 'The Referer header is left out: swan does not let a program set it either.',
      'zh-CN': () => 'Referer 请求头已去掉：swan 也不允许程序设置它。',
    },
    help: `The network document says that \`header\` cannot set Referer, so it is not sent today and must not be sent tomorrow (R10).

Remove it from the options.`,
    example: `swan.request({ url: 'https://example.com/list', header: { Referer: 'https://example.com' } });`,
  } satisfies CatalogueEntry<None>,

  preflight: {
    severity: 'note',
    title: { en: 'A content type on a GET', 'zh-CN': 'GET 请求带有 content-type' },
    message: {
      en: ({ value }) => `A GET with content-type '${value}' makes browsers ask the server first (a CORS preflight).`,
      'zh-CN': ({ value }) => `GET 请求带有 content-type“${value}”，浏览器会先询问服务器（CORS 预检请求）。`,
    },
    help: `The program sets the header itself, so it is sent as before. Across origins a browser sends an OPTIONS request first unless the type is one of three plain ones. Nothing is said where another header that the program sets makes it ask anyway.

Remove the header, as a GET has no body, or let the server answer OPTIONS.`,
    example: `swan.request({ url: 'https://example.com/list', header: { 'content-type': 'application/json' } });`,
  } satisfies CatalogueEntry<{ value: string }>,

  'unsendable-method': {
    severity: 'note',
    title: { en: 'A method that the target cannot send', 'zh-CN': '目标平台无法发送的 method' },
    message: {
      en: ({ method, target }) => `${target} cannot send ${method}: the call will end in fail.`,
      'zh-CN': ({ method, target }) => `${target} 无法发送 ${method}：此调用会以 fail 结束。`,
    },
    help: `Browsers and fetch refuse TRACE and CONNECT, and swan has them on some devices only (R18).

Use another method, if the server allows.`,
    example: `swan.request({ url: 'https://example.com/list', method: 'TRACE' });`,
  } satisfies CatalogueEntry<{ method: string; target: string }>,

  'odd-content-type': {
    severity: 'note',
    title: { en: 'A content type that is none', 'zh-CN': '不是 content-type 的值' },
    message: {
      en: ({ value }) =>
        `'${value}' is no content type: the header is sent as it is, text and bytes as they are, and other data as JSON.`,
      'zh-CN': ({ value }) =>
        `“${value}”不是合法的 content-type：该请求头原样发送，文本和二进制数据原样发送，其他数据以 JSON 发送。`,
    },
    help: `Only \`application/x-www-form-urlencoded\` gives the form encoding; with every other value text and bytes go out as they are and other data as JSON, and the header as written (R6, R8, R9).

Write \`application/json\` if the server looks at it.`,
    example: `swan.request({ url: 'https://example.com/list', method: 'POST', data: { a: 1 }, header: { 'content-type': 'json' } });`,
  } satisfies CatalogueEntry<{ value: string }>,

  'hand-made-multipart': {
    severity: 'note',
    title: { en: 'A multipart header made by hand', 'zh-CN': '手写的 multipart 请求头' },
    message: {
      en: () =>
        'This request says multipart/form-data, but a request makes no parts: text and bytes go out as they are, other data as JSON, as before.',
      'zh-CN': () =>
        '此请求声明为 multipart/form-data，但 request 不会组装各个部分：与之前一样，文本和二进制数据原样发送，其他数据以 JSON 发送。',
    },
    help: `A request cannot build the parts of a form; the header alone does not make it one. What is sent is what swan sends (R8). Where the program puts the parts together as text or bytes, with the boundary in the header, that is what goes out.

Use \`uploadFile\`, or the form content type.`,
    example: `swan.request({ url: 'https://example.com/up', method: 'POST', data: { a: 1 }, header: { 'content-type': 'multipart/form-data' } });`,
  } satisfies CatalogueEntry<None>,
};
