// In: the folder into which @dcloudio/uni-h5 was installed, and the files of a program. Out: scripts for a page: one that makes
// uni-h5's network `wx`, and one with the program.
// Knows nothing of browsers and servers.

import path from 'node:path';
import { build } from 'esbuild';

const network = [
  ...['request', 'uploadFile', 'downloadFile', 'connectSocket', 'sendSocketMessage', 'closeSocket'],
  ...['onSocketOpen', 'onSocketMessage', 'onSocketError', 'onSocketClose'],
];
const features = [
  ...[
    'PAGES',
    'PULL_DOWN_REFRESH',
    'TOPWINDOW',
    'TABBAR',
    'RIGHTWINDOW',
    'LEFTWINDOW',
    'TABBAR_MIDBUTTON',
    'WX',
    'WXS',
  ],
  ...['NAVIGATIONBAR', 'NAVIGATIONBAR_BUTTONS', 'RESPONSIVE', 'NAVIGATIONBAR_TRANSPARENT', 'NAVIGATIONBAR_SEARCHINPUT'],
  ...['UNI_CLOUD', 'ROUTER_MODE', 'LONGPRESS', 'I18N_EN', 'I18N_ES', 'I18N_FR', 'I18N_ZH_HANS', 'I18N_ZH_HANT'],
];

/** @param home holds node_modules with uni-h5 in it */
export async function buildUniHost(home: string): Promise<string> {
  const result = await build({
    stdin: {
      contents: `import { UniServiceJSBridge, UniViewJSBridge, ${network.join(', ')} } from '@dcloudio/uni-h5/dist/uni-h5.es.js';
        Object.assign(globalThis, { UniServiceJSBridge, UniViewJSBridge });
        globalThis.wx = { ${network.join(', ')} };
        // Without a callback uni gives a promise where wx gives the task.
        for (const api of ${JSON.stringify(network.slice(0, 4))}) {
          const call = wx[api];
          const hasCallback = (options) => ['success', 'fail', 'complete'].some((name) => typeof options?.[name] === 'function');
          wx[api] = (options) => call(hasCallback(options) ? options : { ...options, complete() {} });
        }`,
      resolveDir: home,
    },
    bundle: true,
    write: false,
    format: 'iife',
    platform: 'browser',
    target: 'es2022',
    alias: { vue: path.join(home, 'node_modules/@dcloudio/uni-h5-vue/dist/vue.runtime.esm.js') },
    define: {
      ...Object.fromEntries(features.map((feature) => [`__UNI_FEATURE_${feature}__`, 'false'])),
      'process.env': '{"NODE_ENV":"production"}',
    },
    logLevel: 'silent',
  });
  return result.outputFiles[0]?.text ?? '';
}

/** What stands before uni-h5: the part of its configuration that the network reads, in milliseconds. */
export function uniSettings(timeouts: object = {}): string {
  const every = { request: 60_000, connectSocket: 60_000, uploadFile: 60_000, downloadFile: 60_000, ...timeouts };
  return `globalThis.__uniConfig = ${JSON.stringify({ networkTimeout: every, router: { base: '/' } })};`;
}

export async function buildPageWorld(): Promise<string> {
  const result = await build({
    entryPoints: [path.join(import.meta.dirname, 'page-world.ts')],
    bundle: true,
    write: false,
    format: 'iife',
    platform: 'browser',
    target: 'es2022',
  });
  return result.outputFiles[0]?.text ?? '';
}

/** A script, or a module when the program is one. */
export async function buildProgram(
  files: Readonly<Record<string, string>>,
  entry: string,
): Promise<{ content: string; type?: 'module' }> {
  const isModule = /^(import|export)\b(?!\s*\()/m.test(files[entry] ?? '') || entry.endsWith('.mjs');
  const result = await build({
    entryPoints: [entry],
    bundle: true,
    write: false,
    format: isModule ? 'esm' : 'iife',
    platform: 'browser',
    target: 'esnext',
    logLevel: 'silent',
    plugins: [
      {
        name: 'program',
        setup(plugin) {
          plugin.onResolve({ filter: /.*/ }, ({ path: wanted, importer, kind }) => {
            if (kind === 'entry-point') return { path: wanted, namespace: 'program' };
            const base = path.posix.join(path.posix.dirname(importer), wanted);
            const plain = base.replace(/\.[cm]?js$/, '');
            const found = [base, `${base}.ts`, `${base}.js`, `${plain}.ts`].find((name) => name in files);
            return found === undefined
              ? { errors: [{ text: `Cannot find module '${wanted}'` }] }
              : { path: found, namespace: 'program' };
          });
          plugin.onLoad({ filter: /.*/, namespace: 'program' }, ({ path: name }) => ({
            contents: files[name] ?? '',
            loader: /\.[cm]?ts$/.test(name) ? 'ts' : 'js',
          }));
        },
      },
    ],
  });
  const content = result.outputFiles[0]?.text ?? '';
  return isModule ? { content: `${content}\nlaunchPages();`, type: 'module' } : { content };
}
