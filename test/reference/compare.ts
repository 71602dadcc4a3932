// In: two runs of what should be the same program, before and after. Out: how their wire and trace differ, in words; nothing
// when they are equal. What counts as equal is decided here and only here.
// Knows nothing of how the runs were made.

import { diffLines } from 'diff';
import type { Run } from './run.ts';
import type { WorldName } from './world.ts';
import type { TraceEvent, WireEntry, WirePart, WireRequest, WireSocket } from './wire.ts';

export interface CompareOptions {
  /** The world of the second run. */
  readonly target: WorldName;
  /**
   * `strict`: every event and request has its place. `channel`: calls ran side by side; only events whose names begin
   * with the same word before a colon keep their order, and requests may arrive in any order.
   */
  readonly order?: 'strict' | 'channel';
  /** `any`: names and types of uploaded files are the platform's own business, as for a temporary file. */
  readonly fileNames?: 'same' | 'any';
}

/** Fields that clients set of their own accord. They count only where the program before sent one. */
const clientFields = new Set([
  'accept',
  'accept-encoding',
  'accept-language',
  'user-agent',
  'sec-fetch-mode',
  'sec-fetch-site',
  'sec-fetch-dest',
  'origin',
  'cache-control',
  'pragma',
]);
/** Fields of the connection, and what is compared elsewhere. */
const transportFields = new Set(['host', 'connection', 'content-length', 'transfer-encoding', 'upgrade', 'keep-alive']);
/** Fields of an answer that are not the same twice, or that a client takes out once it has used them. */
const answerFields = new Set([
  'date',
  'connection',
  'keep-alive',
  'transfer-encoding',
  'content-length',
  'content-encoding',
]);

/** One text for each difference. */
export function compareRuns(before: Run, after: Run, options: CompareOptions): string[] {
  return [
    ...compareTexts('wire', wireText(before.wire, before.wire, options), wireText(after.wire, before.wire, options)),
    ...compareTexts('trace', traceText(before.trace, options), traceText(after.trace, options)),
  ];
}

function compareTexts(what: string, before: string, after: string): string[] {
  if (before === after) return [];
  const lines = diffLines(before, after).flatMap((change) => {
    const mark = change.added ? '+' : change.removed ? '-' : ' ';
    return change.value
      .replace(/\n$/, '')
      .split('\n')
      .map((line) => `${mark} ${line}`);
  });
  return [`the ${what} differs (- before, + after):\n${lines.join('\n')}`];
}

/** The wire as lines of text; `measure` is the wire before, which says which of the client's own fields count. */
function wireText(wire: readonly WireEntry[], measure: readonly WireEntry[], options: CompareOptions): string {
  const requests = wire.filter((entry) => entry.kind === 'request');
  const sockets = wire.filter((entry) => entry.kind === 'socket');
  const asked = new Set(measure.flatMap((entry) => Object.keys(entry.header)));
  const blocks = requests.map((request) => requestText(request, asked, options));
  if (options.order === 'channel') blocks.sort();
  return [...blocks, ...sockets.map((socket) => socketText(socket, asked, options))].join('\n');
}

function requestText(request: WireRequest, asked: ReadonlySet<string>, options: CompareOptions): string {
  const lines = [`${request.method} ${request.host.toLowerCase()}${pathText(request)}`];
  lines.push(...headerLines(request.header, asked));
  if (request.parts) lines.push(...request.parts.map((part) => partText(part, options)));
  else if (!request.isWhole) lines.push('  (cut before the end of the body)');
  else if (request.body.length > 0) lines.push(`  ${bodyText(request.body)}`);
  return lines.join('\n') + '\n';
}

function socketText(socket: WireSocket, asked: ReadonlySet<string>, options: CompareOptions): string {
  const lines = [`SOCKET ${socket.host.toLowerCase()}${pathText(socket)}`];
  if (socket.protocols.length > 0) lines.push(`  protocols: ${socket.protocols.join(', ')}`);
  lines.push(...headerLines(socket.header, asked));
  lines.push(...socket.frames.map((frame) => `  ${frame.type} ${JSON.stringify(frame.value)}`));
  if (socket.close && socket.close.code !== 1006) {
    const code = options.target === 'wx' || isBrowserCode(socket.close.code) ? socket.close.code : 1000;
    lines.push(`  close ${code} ${JSON.stringify(socket.close.reason)}`);
  }
  return lines.join('\n') + '\n';
}

/** R6: what the platform's own URL parser insists on counts as equal, so both sides go through it. */
function pathText({ path, query }: { readonly path: string; readonly query?: string }): string {
  const url = new URL(`http://host${path}${query === undefined ? '' : `?${query}`}`);
  return url.pathname + url.search;
}

function headerLines(header: Readonly<Record<string, string>>, asked: ReadonlySet<string>): string[] {
  return Object.entries(header)
    .filter(([name]) => !transportFields.has(name) && !name.startsWith('sec-websocket-'))
    .filter(([name]) => !clientFields.has(name) || asked.has(name))
    .map(([name, value]) => `  ${name}: ${/^multipart\//i.test(value) ? value.replace(/;\s*boundary=.*$/, '') : value}`)
    .sort();
}

function partText(part: WirePart, options: CompareOptions): string {
  if (part.filename !== undefined && options.fileNames === 'any') {
    return `  part ${JSON.stringify(part.name)} file: ${JSON.stringify(part.value)}`;
  }
  const file = part.filename === undefined ? '' : ` file ${JSON.stringify(part.filename)} ${part.type ?? ''}`;
  return `  part ${JSON.stringify(part.name)}${file}: ${JSON.stringify(part.value)}`;
}

function bodyText(body: Buffer): string {
  const text = body.toString('utf8');
  return Buffer.from(text, 'utf8').equals(body) ? JSON.stringify(text) : `base64 ${body.toString('base64')}`;
}

function isBrowserCode(code: number): boolean {
  return code === 1000 || (code >= 3000 && code <= 4999);
}

function traceText(trace: readonly TraceEvent[], options: CompareOptions): string {
  const lines = trace.map((event) => ({ channel: event.name.split(':')[0] ?? '', text: eventText(event, options) }));
  if (options.order !== 'channel') return lines.map(({ text }) => text).join('\n') + '\n';
  const channels = [...new Set(lines.map(({ channel }) => channel))].sort();
  const ordered = channels.flatMap((channel) => lines.filter((line) => line.channel === channel));
  return ordered.map(({ text }) => text).join('\n') + '\n';
}

function eventText(event: TraceEvent, options: CompareOptions): string {
  if (!('value' in event)) return event.name;
  return `${event.name} ${JSON.stringify(normalise(reported(event), options), null, 1)}`;
}

/** R3: that an exception was reported counts, not the words around it. */
function reported(event: TraceEvent): unknown {
  if (event.name !== 'console.error' || !Array.isArray(event.value)) return event.value;
  const errors = event.value.filter((item) => isObject(item) && item['$'] === 'Error');
  return errors.length > 0 ? errors : event.value;
}

function normalise(value: unknown, options: CompareOptions): unknown {
  if (typeof value === 'string') return normaliseText(value, options);
  if (Array.isArray(value)) return value.map((item) => normalise(item, options));
  if (!isObject(value)) return value;
  const isAnswer = 'statusCode' in value;
  const entries = Object.entries(value).flatMap(([key, item]): [string, unknown][] => {
    if (options.target === 'wx') {
      if (key === 'errCode' && typeof item === 'number') return [[key, 'a number']];
      if (['errno', 'cookies', 'profile'].includes(key)) return [];
      if (key === 'errMsg' && typeof item === 'string' && item.endsWith(':ok')) return [];
    }
    if (key === 'header' && isAnswer && isObject(item)) return [[key, answerHeader(item)]];
    return [[key, normalise(item, options)]];
  });
  return Object.fromEntries(entries.sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)));
}

/** Temporary files of this harness, and what a page has in their place. */
const filePlace = /(?:[A-Za-z]:)?(?:[/\\][\w.~-]+)*[/\\]cygnet-run-[^\s"]*|blob:[^\s"]+/g;

/** R15: the reason is free but for abort and timeout; wx has numbers of its own; clocks and temporary names go on. */
function normaliseText(text: string, options: CompareOptions): string {
  const reason =
    /\b(request|uploadFile|downloadFile|connectSocket|sendSocketMessage|closeSocket):fail (?!(?:abort|timeout)\b)[^\n]+/g;
  const plain = text
    .replace(reason, '$1:fail …')
    .replace(/\b1\d{12}\b/g, '(a time)')
    .replace(filePlace, '(a file)');
  return options.target === 'wx' ? plain.replace(/^错误码：\d+$/, '错误码：a number') : plain;
}

/** R12: names answer in any case, so the spelling does not count. */
function answerHeader(header: Record<string, unknown>): Record<string, unknown> {
  const kept = Object.entries(header)
    .map(([name, value]) => [name.toLowerCase(), value] as const)
    .filter(([name]) => !answerFields.has(name))
    .sort(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(kept);
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
