// The target axios: a request is a call of the shim's axios instance inside the small task helper; files and sockets are
// calls of the shim. Sees spans and facts only.

import type { Target, Tools } from '../src/target.ts';
import type { Argument, TargetCall } from './layout/call-layout.ts';
import { renameEntry, type Item } from './layout/object-layout.ts';
import type { NativeCall } from './web/native-parts.ts';
import { hasMethodComment, optionItems, optionOrder, signalItem, type Spelling } from './web/native-request.ts';
import type { RequestParts } from './web/request-parts.ts';
import { webTarget } from './web/web.ts';

/** The methods that axios has a function for, and where each takes its body. */
const named: Readonly<Record<string, { readonly name: string; readonly body: 'argument' | 'option' }>> = {
  GET: { name: 'get', body: 'option' },
  HEAD: { name: 'head', body: 'option' },
  DELETE: { name: 'delete', body: 'option' },
  OPTIONS: { name: 'options', body: 'option' },
  POST: { name: 'post', body: 'argument' },
  PUT: { name: 'put', body: 'argument' },
  PATCH: { name: 'patch', body: 'argument' },
};

/** `http.post(url, body, { headers, signal })`, or `http.request({ … })` where the method has no function of its own. */
const spelling: Spelling = {
  globals: ['JSON'],
  needsBody: true,
  order(parts) {
    const url = [parts.url.value, ...(parts.query ? [parts.query.value] : [])];
    const isArgument = wayOf(parts)?.body === 'argument' && parts.body !== undefined;
    const headers = parts.headers ? [parts.headers.entry.value] : [];
    return isArgument ? [...url, parts.body.entry.value, ...headers] : [...url, ...optionOrder(parts)];
  },
  call(native, tools) {
    const way = wayOf(native.parts);
    // The method's comment stays with it. Headers may then run before a body, which `order` does not know of.
    const isWritten = hasMethodComment(native, tools) && (way?.body === 'option' || isAnyOrder(native.parts));
    return way && !isWritten ? callByName(native, way, tools) : callByConfig(native, tools);
  },
};

function isAnyOrder({ body, headers }: RequestParts): boolean {
  return [body, headers].every((part) => part === undefined || part.entry.value.effect !== 'effects');
}

function wayOf({ method, chosenMethod, body }: RequestParts): (typeof named)[string] | undefined {
  // A payload is headers and body in one, which only the config has a place for, as for a method that is chosen there.
  return body?.kind === 'payload' || chosenMethod ? undefined : named[method];
}

function callByName(native: NativeCall, way: (typeof named)[string], tools: Tools): TargetCall {
  const isOption = way.body === 'option';
  const own = optionItems(native, tools, { method: false, ...(isOption ? { body: 'data' as const } : {}) });
  const body = isOption ? [] : [native.body ?? nothing];
  const callee = [tools.shim('http'), `.${way.name}`];
  return { callee, args: [native.url, ...body], options: [...own, signalItem(native)] };
}

/** Where the headers come third, no body has a place of its own. */
const nothing: Argument = { entries: [], text: () => ['null'] };

function callByConfig(native: NativeCall, tools: Tools): TargetCall {
  const { layout, parts } = native;
  const value = native.url.text(layout.written);
  const url: Item = parts.query ? { text: ['url: ', ...value] } : renameEntry(parts.url, 'url', value, tools);
  const own = optionItems(native, tools, { method: true, body: 'data' });
  return { callee: [tools.shim('http'), '.request'], args: [], options: [url, ...own, signalItem(native)] };
}

const guide: NonNullable<Target['guide']> = {
  en: {
    title: 'An axios of your own',
    text: `The axios shim sends with an instance that stands for itself: nothing that the program sets on \`axios.defaults\` (headers, params,
\`timeout\`, \`adapter\`, \`baseURL\`) and none of its interceptors reaches it, since swan knew nothing of them either. A program that wants
them hands its own instance in, once, before its first call. Every status stays a success, and the shim reads the data:

\`\`\`js
import axios from 'axios';
import { useAxios } from './swan-net.js';

useAxios(axios.create({ headers: { 'x-app': 'shop' }, adapter: myAdapter }));
\`\`\`

A shim that sends with axios holds \`useAxios\`, and one that opens sockets \`useWebSocket\`: there a program hands in a WebSocket where the
platform has none, as in Node 20.`,
  },
  'zh-CN': {
    title: '使用自己的 axios',
    text: `axios 的 shim 用独立的实例发送请求：程序在 \`axios.defaults\` 上的设置（请求头、params、\`timeout\`、\`adapter\`、\`baseURL\`）和它的拦截器都不会影响这个实例，
因为 swan 原本也不知道它们。如果程序需要它们，请在第一次调用之前把自己的实例交给 shim，只需一次。任何状态码仍算成功，数据由 shim 读取：

\`\`\`js
import axios from 'axios';
import { useAxios } from './swan-net.js';

useAxios(axios.create({ headers: { 'x-app': 'shop' }, adapter: myAdapter }));
\`\`\`

用 axios 发送请求的 shim 含有 \`useAxios\`，打开 socket 的 shim 含有 \`useWebSocket\`：在没有 WebSocket 的平台上（例如 Node 20），程序用它传入一个。`,
  },
};

export const axios: Target = webTarget({
  name: 'axios',
  title: { en: 'axios', 'zh-CN': 'axios' },
  summary: {
    en: 'the web and Node: axios for requests and files, WebSocket for sockets',
    'zh-CN': 'Web 和 Node：请求和文件用 axios，socket 用 WebSocket',
  },
  shim: 'axios',
  packages: [{ name: 'axios', major: 1 }],
  guide,
  globals: [],
  spelling,
});
