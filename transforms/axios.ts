// The target axios: a request is a call of the shim's axios instance inside the small task helper; files and sockets are
// calls of the shim. Sees spans and facts only.

import type { Target, Tools } from '../src/target.ts';
import type { Template } from '../src/text.ts';
import { objectOf, renameEntry, type Item } from './shared/layout.ts';
import { optionItems, optionOrder, signalItem, type NativeCall, type Spelling } from './shared/native-request.ts';
import type { RequestParts } from './shared/request-parts.ts';
import { webTarget } from './shared/web.ts';

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
  order(parts) {
    const url = [parts.url.value, ...(parts.query ? [parts.query.value] : [])];
    const isArgument = wayOf(parts)?.body === 'argument' && parts.body !== undefined;
    const headers = parts.headers ? [parts.headers.entry.value] : [];
    return isArgument ? [...url, parts.body.entry.value, ...headers] : [...url, ...optionOrder(parts)];
  },
  call(native, comments, tools) {
    const way = wayOf(native.parts);
    return way ? callByName(native, way, comments, tools) : callByConfig(native, comments, tools);
  },
};

function wayOf({ method, body }: RequestParts): (typeof named)[string] | undefined {
  // A payload is headers and body in one, which only the config has a place for.
  return body?.kind === 'payload' ? undefined : named[method];
}

function callByName(
  native: NativeCall,
  way: (typeof named)[string],
  comments: readonly Item[],
  tools: Tools,
): Template {
  const isOption = way.body === 'option';
  const own = optionItems(native, tools, { method: false, ...(isOption ? { body: 'data' as const } : {}) });
  const items = [...comments, ...own, signalItem(native)];
  const layout = items.length === 1 ? { ...native.layout, broken: false } : native.layout;
  const body: Template = isOption ? [] : [', ', ...(native.body ? native.body(true) : ['null'])];
  return [`${tools.shim('http')}.${way.name}(`, ...native.url, ...body, ', ', ...objectOf(items, layout, tools), ')'];
}

function callByConfig(native: NativeCall, comments: readonly Item[], tools: Tools): Template {
  const url: Item = native.parts.query
    ? { text: ['url: ', ...native.url] }
    : renameEntry(native.parts.url, 'url', native.url, tools);
  const own = optionItems(native, tools, { method: true, body: 'data' });
  const items = [...comments, url, ...own, signalItem(native)];
  return [`${tools.shim('http')}.request(`, ...objectOf(items, native.layout, tools), ')'];
}

export const axios: Target = webTarget({ name: 'axios', title: 'axios', spelling });
