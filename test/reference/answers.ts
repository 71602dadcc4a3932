// In: a received request. Out: an answer, chosen by the first step of its path. Some are slow, some are broken on purpose.
// /echo (and every path not named here) tells in JSON what arrived. Knows nothing of the client.

import type { ServerResponse } from 'node:http';
import { setTimeout as wait } from 'node:timers/promises';
import { gzipSync } from 'node:zlib';
import type { WireRequest } from './wire.ts';

type Answer = (request: WireRequest, response: ServerResponse, rest: readonly string[]) => void | Promise<void>;

/** `中文` in GBK. */
const gbkName = [0xd6, 0xd0, 0xce, 0xc4];

const answers: Readonly<Record<string, Answer>> = {
  echo: (request, response) => send(response, 200, 'application/json', JSON.stringify(describe(request))),
  /** /status/NNN: that status, with a JSON body where the status allows one. */
  status: (_request, response, [code = '200']) =>
    send(response, Number(code), 'application/json', JSON.stringify({ status: Number(code) })),
  text: (_request, response) => send(response, 200, 'text/plain; charset=utf-8', 'plain text'),
  json: (_request, response) =>
    send(response, 200, 'application/json; charset=utf-8', '{"list":[1,2,3],"name":"天鹅"}', { 'X-Kind': 'Json' }),
  'bad-json': (_request, response) => send(response, 200, 'application/json', '{"list":[1,2'),
  empty: (_request, response) => send(response, 200, 'application/json', ''),
  bom: (_request, response) => send(response, 200, 'application/json', '\ufeff{"bom":true}'),
  'bom-text': (_request, response) => send(response, 200, 'text/plain', '\ufeff\ufeffafter'),
  gbk: (_request, response) =>
    send(
      response,
      200,
      'application/json; charset=GBK',
      Buffer.concat([Buffer.from('{"name":"'), Buffer.from(gbkName), Buffer.from('"}')]),
    ),
  gzip: (_request, response) =>
    send(response, 200, 'application/json', gzipSync(JSON.stringify({ text: 'z'.repeat(20_000) })), {
      'Content-Encoding': 'gzip',
    }),
  /** /drip/N: N pieces of text with pauses between them, no content-length. */
  drip: async (_request, response, [count = '5']) => {
    response.writeHead(200, { 'Content-Type': 'text/plain' });
    for (let at = 0; at < Number(count) && !response.destroyed; at += 1) {
      response.write(`drop ${at};`);
      await wait(15);
    }
    response.end();
  },
  /** Never answers. */
  hang: () => {},
  /** Sends the head and a first piece, and never ends. */
  'hang-body': (_request, response) => {
    response.writeHead(200, { 'Content-Type': 'application/json' });
    response.write('{"half":');
  },
  /** Cuts the connection within the body. */
  cut: async (_request, response) => {
    response.writeHead(200, { 'Content-Type': 'application/json', 'Content-Length': '1000' });
    response.write('{"half":');
    await wait(10);
    response.destroy();
  },
  /** Cuts the connection before any answer. */
  drop: (_request, response) => {
    response.destroy();
  },
  /** /redirect/NNN/path: to /path, or /echo. */
  redirect: (_request, response, [code = '302', ...path]) => {
    response.writeHead(Number(code), { Location: `/${path.join('/') || 'echo'}`, 'Content-Length': '0' });
    response.end();
  },
  /** Redirects to itself. */
  loop: (request, response) => {
    response.writeHead(302, { Location: request.path, 'Content-Length': '0' });
    response.end();
  },
  cookies: (_request, response) =>
    send(response, 200, 'application/json', '{}', {
      'Set-Cookie': ['a=1; Expires=Wed, 09 Jun 2032 10:18:14 GMT', 'b=2; Path=/'],
    }),
  /** /bytes/N: N bytes 0, 1, 2 … 255, 0 …; /bytes/N/chunked without a content-length, in pieces. */
  bytes: async (_request, response, [count = '16', form]) => {
    const bytes = Buffer.from(Array.from({ length: Number(count) }, (_, at) => at % 256));
    if (form !== 'chunked') return send(response, 200, 'application/octet-stream', bytes);
    response.writeHead(200, { 'Content-Type': 'application/octet-stream' });
    for (let at = 0; at < bytes.length && !response.destroyed; at += 4096) {
      response.write(bytes.subarray(at, at + 4096));
      await wait(2);
    }
    response.end();
  },
  /** A named file. */
  image: (_request, response) =>
    send(response, 200, 'image/png', Buffer.from('89504e470d0a1a0a', 'hex'), {
      'Content-Disposition': 'attachment; filename="swan.png"',
    }),
  /** Tells in JSON which parts a multipart body had. */
  upload: (request, response) => {
    const parts = (request.parts ?? []).map((part) =>
      part.filename === undefined
        ? { field: part.name, value: part.value }
        : { file: part.name, name: part.filename, size: Buffer.from(part.value, 'base64').length },
    );
    return send(response, 200, 'application/json', JSON.stringify({ parts, data: { key: 'stored' } }));
  },
  /** Takes an upload and answers with plain text. */
  'upload-text': (_request, response) => send(response, 200, 'text/plain', 'stored'),
};

/** Writes the answer that the path asks for. */
export async function answer(request: WireRequest, response: ServerResponse): Promise<void> {
  const [first = '', ...rest] = request.path.slice(1).split('/');
  const found = Object.hasOwn(answers, first) ? answers[first] : undefined;
  await (found ?? answers['echo'])?.(request, response, rest);
}

/** What arrived, without what clients differ in. */
function describe(request: WireRequest): Record<string, unknown> {
  return {
    method: request.method,
    path: request.path,
    query: request.query ?? null,
    type: request.header['content-type']?.replace(/;\s*boundary=.*/, '') ?? null,
    body: request.body.toString('utf8'),
  };
}

function send(
  response: ServerResponse,
  status: number,
  type: string,
  body: string | Buffer,
  header: Record<string, string | string[]> = {},
): void {
  const isBodiless = status === 204 || status === 304;
  const bytes = isBodiless ? Buffer.alloc(0) : Buffer.from(body);
  response.writeHead(status, {
    'Content-Type': type,
    ...(isBodiless ? {} : { 'Content-Length': bytes.length }),
    ...header,
  });
  response.end(bytes);
}
