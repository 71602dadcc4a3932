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
    help: {
      en: `swan accepts only absolute urls, so this call always ends in \`fail\` today. In a browser the same url works; in Node it still fails. The url was not changed (R18).

Write the full address if the call is meant to work.`,
      'zh-CN': `swan 只接受绝对地址，因此这处调用现在总是以 \`fail\` 结束。同样的 url 在浏览器中可用，在 Node 中仍会失败。url 没有改动（R18）。

如果希望它可用，请写出完整的地址。`,
    },
    example: `swan.request({ url: '/example/abc' });`,
  } satisfies CatalogueEntry<{ url: string }>,

  'port-in-url': {
    severity: 'note',
    title: { en: 'A port in the url', 'zh-CN': 'url 中带有端口' },
    message: {
      en: ({ url }) => `The url '${url}' names a port, which swan forbids and the web allows.`,
      'zh-CN': ({ url }) => `url“${url}”带有端口：swan 不允许，而 Web 允许。`,
    },
    help: {
      en: `The network document says that a url must not contain a port. The web has no such rule; WeChat allows the port that is configured for the domain (R18).

Check that the server is reachable on this port from where the program runs next.`,
      'zh-CN': `网络文档规定 url 中不能带端口。Web 没有这条规定；微信允许使用为该域名配置的端口（R18）。

请确认从程序今后运行的环境可以访问服务器的这个端口。`,
    },
    example: `swan.request({ url: 'https://example.com:8443/list' });`,
  } satisfies CatalogueEntry<{ url: string }>,

  'cookie-header': {
    severity: 'note',
    title: { en: 'A cookie header', 'zh-CN': 'Cookie 请求头' },
    message: {
      en: () => 'A browser does not let a program set the cookie header: it will be dropped there.',
      'zh-CN': () => '浏览器不允许程序设置 Cookie 请求头：在浏览器中它会被丢弃。',
    },
    help: {
      en: `Browsers keep cookies themselves and drop a \`cookie\` header that a program sets; in Node it is sent (R18).

If the server needs the cookie, let it set one and send it with credentials, or pass the token in another header.`,
      'zh-CN': `浏览器自行管理 Cookie，会丢弃程序设置的 \`cookie\` 请求头；在 Node 中则会发送（R18）。

如果服务器需要这个 Cookie，请由服务器来设置，并让请求携带凭证，或改用其他请求头传递 token。`,
    },
    example: `swan.request({ url: 'https://example.com/list', header: { cookie: 'sid=' + sid } });`,
  } satisfies CatalogueEntry<None>,

  'referer-header': {
    severity: 'note',
    title: { en: 'A Referer header', 'zh-CN': 'Referer 请求头' },
    message: {
      en: () => 'The Referer header is left out: swan does not let a program set it either.',
      'zh-CN': () => 'Referer 请求头已去掉：swan 也不允许程序设置它。',
    },
    help: {
      en: `The network document says that \`header\` cannot set Referer, so it is not sent today and must not be sent tomorrow (R10).

Remove it from the options.`,
      'zh-CN': `网络文档规定 \`header\` 中不能设置 Referer，因此它现在没有发送，今后也不应发送（R10）。

请从参数中去掉它。`,
    },
    example: `swan.request({ url: 'https://example.com/list', header: { Referer: 'https://example.com' } });`,
  } satisfies CatalogueEntry<None>,

  preflight: {
    severity: 'note',
    title: { en: 'A content type on a GET', 'zh-CN': 'GET 请求带有 content-type' },
    message: {
      en: ({ value }) => `A GET with content-type '${value}' makes browsers ask the server first (a CORS preflight).`,
      'zh-CN': ({ value }) => `GET 请求带有 content-type“${value}”，浏览器会先询问服务器（CORS 预检请求）。`,
    },
    help: {
      en: `The program sets the header itself, so it is sent as before. Across origins a browser sends an OPTIONS request first unless the type is one of three plain ones. Nothing is said where another header that the program sets makes it ask anyway.

Remove the header, as a GET has no body, or let the server answer OPTIONS.`,
      'zh-CN': `这个请求头是程序自己设置的，因此照旧发送。跨域时，除非类型属于三种简单类型之一，浏览器会先发送 OPTIONS 请求。如果程序还设置了别的请求头，本来就会触发预检，则不再提示。

GET 没有请求体，请去掉这个请求头，或让服务器响应 OPTIONS。`,
    },
    example: `swan.request({ url: 'https://example.com/list', header: { 'content-type': 'application/json' } });`,
  } satisfies CatalogueEntry<{ value: string }>,

  'unsendable-method': {
    severity: 'note',
    title: { en: 'A method that the target cannot send', 'zh-CN': '目标平台无法发送的 method' },
    message: {
      en: ({ method, target }) => `${target} cannot send ${method}: the call will end in fail.`,
      'zh-CN': ({ method, target }) => `${target} 无法发送 ${method}：此调用会以 fail 结束。`,
    },
    help: {
      en: `Browsers and fetch refuse TRACE and CONNECT, and swan has them on some devices only (R18).

Use another method, if the server allows.`,
      'zh-CN': `浏览器和 fetch 拒绝 TRACE 和 CONNECT，而 swan 只在部分设备上支持它们（R18）。

如果服务器允许，请改用其他 method。`,
    },
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
    help: {
      en: `Only \`application/x-www-form-urlencoded\` gives the form encoding; with every other value text and bytes go out as they are and other data as JSON, and the header as written (R6, R8, R9).

Write \`application/json\` if the server looks at it.`,
      'zh-CN': `只有 \`application/x-www-form-urlencoded\` 会采用表单编码；其他值下，文本和二进制数据原样发送，其他数据以 JSON 发送，请求头按所写的发送（R6、R8、R9）。

如果服务器会查看它，请写成 \`application/json\`。`,
    },
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
    help: {
      en: `A request cannot build the parts of a form; the header alone does not make it one. What is sent is what swan sends (R8). Where the program puts the parts together as text or bytes, with the boundary in the header, that is what goes out.

Use \`uploadFile\`, or the form content type.`,
      'zh-CN': `request 无法组装表单的各个部分，仅凭请求头也做不到。发送的内容与 swan 相同（R8）。如果程序自行把各部分拼成文本或二进制数据，并在请求头中写明分隔符，那么发送的就是它拼成的内容。

请使用 \`uploadFile\`，或改用表单的 content-type。`,
    },
    example: `swan.request({ url: 'https://example.com/up', method: 'POST', data: { a: 1 }, header: { 'content-type': 'multipart/form-data' } });`,
  } satisfies CatalogueEntry<None>,
};
