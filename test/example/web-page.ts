// In: the folder of a rewritten program. Out: the files of one web page that runs it, bundled with a small host (browser-host.ts)
// as a project of the new world would bundle it.
// Knows nothing of servers and browsers.

import { readFileSync } from 'node:fs';
import path from 'node:path';
import { build } from 'esbuild';

const here = import.meta.dirname;
const root = path.resolve(here, '../..');

export interface WebPage {
  readonly files: Readonly<Record<string, { readonly type: string; readonly body: string }>>;
}

/** The page starts at `place`, which ends with `/`; its script leaves the host in `globalThis.host`. */
export async function buildWebPage(folder: string, place: string): Promise<WebPage> {
  const { pages } = JSON.parse(readFileSync(path.join(folder, 'app.json'), 'utf8')) as { pages: string[] };
  const file = (name: string): string => JSON.stringify(path.join(folder, name));
  const parts = pages.map(
    (route) => `{
      route: ${JSON.stringify(route)},
      template: require(${file(`${route}.swan`)}),
      style: require(${file(`${route}.css`)}),
      load: () => void require(${file(`${route}.js`)}),
    }`,
  );
  const result = await build({
    stdin: {
      contents: `
        import { startBrowserHost } from ${JSON.stringify(path.join(here, 'browser-host.ts'))};
        const loadApp = () => void require(${file('app.js')});
        globalThis.host = startBrowserHost('巷口茶铺', require(${file('app.css')}), loadApp, [${parts.join()}]);
      `,
      resolveDir: here,
    },
    bundle: true,
    write: false,
    format: 'iife',
    platform: 'browser',
    target: 'es2022',
    loader: { '.css': 'text', '.swan': 'text' },
    nodePaths: [path.join(root, 'node_modules')],
    logLevel: 'silent',
  });
  const html = `<!doctype html><html lang="zh"><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<link rel="icon" href="data:,"><body><script src="app.js"></script></body></html>`;
  return {
    files: {
      [place]: { type: 'text/html; charset=utf-8', body: html },
      [`${place}app.js`]: { type: 'text/javascript; charset=utf-8', body: result.outputFiles[0]?.text ?? '' },
    },
  };
}
