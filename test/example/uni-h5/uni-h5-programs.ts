// The executed programs, rewritten for wx, on a wx of foreign make: uni-h5 in Chromium, against a real server. What they do there
// is compared with what they did on the reference swan. Programs that come out otherwise for a reason of uni-h5's own are listed
// with it in differences.ts, and must come out otherwise. Opt-in: scripts/matrix/uni-h5.mjs installs uni-h5 and runs this file.

import net from 'node:net';
import tls from 'node:tls';
import type { AddressInfo, Server } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readPrograms, type ProgramFile } from '../../executed/program-file.ts';
import { rewriteProgram } from '../../executed/rewritten.ts';
import { compareRuns } from '../../reference/compare.ts';
import { runProgram, type Run } from '../../reference/run.ts';
import { startServer, type LoopbackServer } from '../../reference/server.ts';
import type { TraceEvent, WireEntry } from '../../reference/wire.ts';
import { launchChromium } from '../chromium.ts';
import { createCertificate } from '../self-signed.ts';
import { differences } from './differences.ts';
import { buildPageWorld, buildProgram, buildUniHost, uniSettings } from './uni-h5-page.ts';

const home = process.env['CYGNET_UNI_H5'];
if (home === undefined) throw new Error('CYGNET_UNI_H5 does not say where uni-h5 is; run scripts/matrix/uni-h5.mjs');

/** Milliseconds without an event, after which a program counts as done, and after which one is cut. */
const quiet = 400;
const quietWithTimeouts = 1500;
const limit = 8000;

let browser: Browser;
let server: LoopbackServer;
let secure: Server;
let scripts: { readonly host: string; readonly world: string };

beforeAll(async () => {
  scripts = { host: await buildUniHost(home), world: await buildPageWorld() };
  // One address for the browser's life; behind it each program has a server of its own.
  const forward = (socket: net.Socket): void => {
    const inner = net.connect(server.port, '127.0.0.1');
    for (const end of [socket, inner]) {
      end.on('error', () => {});
      end.on('close', () => (end === socket ? inner : socket).destroy());
    }
    socket.pipe(inner).pipe(socket);
  };
  secure = tls.createServer(createCertificate(['*.example.com', 'example.com', '*.baidu.com']), forward);
  const plain = net.createServer(forward);
  for (const one of [secure, plain]) await new Promise<void>((resolve) => one.listen(0, '127.0.0.1', resolve));
  const portOf = (one: Server): number => (one.address() as AddressInfo).port;
  browser = await launchChromium({ 'refused.example.com': 1, '*:80': portOf(plain), '*': portOf(secure) }, [
    '--disable-web-security',
    '--allow-running-insecure-content',
    '--disable-features=LocalNetworkAccessChecks',
  ]);
}, 60_000);

afterAll(async () => {
  await browser.close();
  secure.close();
});

const programs = readPrograms().filter(
  ({ isBroken, targets, kept }) => !isBroken && kept.length === 0 && targets.includes('wx'),
);

describe('wx is uni-h5', () => {
  test('the list of differences names programs that exist', () => {
    const names = new Set(programs.map(({ name }) => name));
    expect(Object.keys(differences).filter((name) => !names.has(name))).toEqual([]);
  });

  test.each(programs.map((program) => [program.name, program] as const))('%s', async (name, program) => {
    const { files, left } = await rewriteProgram(program, 'wx', 'native');
    expect(left).toEqual([]);
    const before = await runProgram({ files: program.files, entry: program.entry, target: 'swan', ...program.run });
    const after = await runOnUni(program, files);
    const found = compareRuns(comparable(before), comparable(after), {
      target: 'wx',
      ...program.compare,
      fileNames: 'any',
    });
    const why = differences[name];
    if (why === undefined) expect(found.join('\n')).toBe('');
    else expect(found, `it comes out as on swan, though: ${why}`).not.toEqual([]);
  });
});

async function runOnUni({ entry, run }: ProgramFile, files: Readonly<Record<string, string>>): Promise<Run> {
  server = await startServer();
  const context = await browser.newContext({ ignoreHTTPSErrors: true });
  try {
    const page = await context.newPage();
    const origin = 'http://page.example.com/';
    await page.route(origin, (route) => route.fulfill({ contentType: 'text/html', body: html }));
    await page.exposeFunction('reached', (path: string, count = 1) => server.reached(path, count));
    await page.goto(origin);
    await page.evaluate(uniSettings(run.networkTimeout));
    await page.evaluate(`globalThis.taps = ${JSON.stringify(run.taps ?? [])};`);
    for (const content of [scripts.host, scripts.world]) await page.addScriptTag({ content });
    const script = await buildProgram(files, entry);
    await page.addScriptTag(script);
    if (script.type !== 'module') await page.addScriptTag({ content: 'launchPages();' });
    const read = (): Promise<TraceEvent[]> => page.evaluate('events');
    const deadline = Date.now() + limit;
    const pause = run.networkTimeout ? quietWithTimeouts : quiet;
    let seen = '';
    for (let since = Date.now(); Date.now() - since < pause && Date.now() < deadline; await wait(50)) {
      const now = `${(await read()).length} ${server.wire.map((item) => (item.kind === 'socket' ? item.frames.length : item.isWhole)).join()}`;
      if (now !== seen) since = Date.now();
      seen = now;
    }
    // Copies: the end of the page closes what is open.
    return { trace: await read(), wire: server.wire.map((item) => ({ ...item })) };
  } finally {
    await context.close();
    await server.close();
  }
}

const html = `<!doctype html><meta charset="utf-8"><meta name="referrer" content="no-referrer"><link rel="icon" href="data:,">`;

/** Without what a browser adds to every request. */
function comparable({ wire, trace }: Run): Run {
  const isOwn = (name: string): boolean => !/^(sec-|priority$|upgrade-insecure-requests$|dnt$|referer$)/.test(name);
  const plain = wire.map((entry): WireEntry => {
    const header = Object.fromEntries(Object.entries(entry.header).filter(([name]) => isOwn(name)));
    return { ...entry, header };
  });
  return { wire: plain, trace };
}
