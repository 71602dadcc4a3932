// In: the bundles of the example mini-program, as CommonJS modules by name. Out: the wire that the backend saw and the trace of a user's
// walk through the pages (scenario.ts), in one Chromium with a page for each walk, over TLS and across origins.
// Knows nothing of what counts as equal.

import path from 'node:path';
import { build } from 'esbuild';
import type { Run } from '../reference/run.ts';
import type { WireEntry } from '../reference/wire.ts';
import type { BrowserWalk } from './browser-walk.ts';
import { launchChromium } from './chromium.ts';
import { startTeaShop } from './tea-shop.ts';
import { scenarioScript } from './walked.ts';

declare const walk: BrowserWalk;

const origin = 'https://m.chapu.example';
const html = '<!doctype html><meta charset="utf-8"><link rel="icon" href="data:,"><script src="walk.js"></script>';

export interface Walker {
  /** `walk.js` begins the walk with what `./scenario.js` exports. */
  walk(files: Readonly<Record<string, string>>): Promise<Run>;
  close(): Promise<void>;
}

export async function startWalker(): Promise<Walker> {
  const [body, scenario] = await Promise.all([pageScript(), scenarioScript()]);
  const files = {
    '/': { type: 'text/html', body: html },
    '/walk.js': { type: 'text/javascript; charset=utf-8', body },
  };
  const shop = await startTeaShop({ isSecure: true, page: { origin, files } });
  const browser = await launchChromium({ '*.chapu.example:443': shop.port }, [
    `--ignore-certificate-errors-spki-list=${shop.keyHash}`,
  ]);
  return {
    async walk(modules) {
      shop.reopen();
      const page = await browser.newPage();
      await page.exposeFunction('reached', (place: string, count = 1) => shop.reached(place, count));
      await page.goto(origin);
      const trace = await page.evaluate((own) => walk.walkFiles(own), { 'scenario.js': scenario, ...modules });
      await page.close();
      return { wire: [...shop.wire].sort(byPlace), trace };
    },
    async close() {
      await browser.close();
      await shop.close();
    },
  };
}

/** What a page asks side by side comes over several lines, in any order; of one place the order counts. */
function byPlace(a: WireEntry, b: WireEntry): number {
  const [one, other] = [a, b].map(({ host, path: place }) => host + place) as [string, string];
  return one < other ? -1 : Number(one > other);
}

async function pageScript(): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [path.join(import.meta.dirname, 'browser-walk.ts')],
    ...{ bundle: true, write: false, format: 'iife', target: 'es2022' },
  });
  return outputFiles[0]?.text ?? '';
}
