// In: the catalogue of diagnostics, the registry of targets, the table of the follower. Out: the generated pages under docs/,
// written afresh, and the table in the page on the architecture.
// Run it after a change to a diagnostic, an API, a target or the table: `node scripts/docs.mjs`.

import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { renderDiagnostics, renderTargets, withTable } from './render-docs.mjs';

const root = path.dirname(import.meta.dirname);
const bundle = path.join(root, 'node_modules/.cache/docs.mjs');
const contents = ['apis', 'diagnostics', 'resolve/table', 'shim', 'targets']
  .map((name) => `export * from './src/${name}.ts';`)
  .join('\n');
await build({
  stdin: { contents, resolveDir: root },
  outfile: bundle,
  bundle: true,
  platform: 'node',
  format: 'esm',
  packages: 'external',
  logLevel: 'error',
});
const { apis, catalogue, shimExports, table, targets } = await import(pathToFileURL(bundle).href);

const docs = path.join(root, 'docs');
writeFileSync(path.join(docs, 'diagnostics.md'), renderDiagnostics(catalogue));
writeFileSync(path.join(docs, 'targets.md'), renderTargets(targets, apis, shimExports));
const architecture = path.join(docs, 'architecture.md');
writeFileSync(architecture, withTable(readFileSync(architecture, 'utf8'), table));
