// In: the catalogue of diagnostics, the registry of targets. Out: the generated pages under docs/, written afresh.
// Run it after a change to a diagnostic, an API or a target: `node scripts/docs.mjs`.

import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { renderDiagnostics, renderTargets } from './render-docs.mjs';

const root = path.dirname(import.meta.dirname);
const bundle = path.join(root, 'node_modules/.cache/docs.mjs');
const contents = ['apis', 'diagnostics', 'shim', 'targets']
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
const { apis, catalogue, shimExports, targets } = await import(pathToFileURL(bundle).href);

const docs = path.join(root, 'docs');
writeFileSync(path.join(docs, 'diagnostics.md'), renderDiagnostics(catalogue));
writeFileSync(path.join(docs, 'targets.md'), renderTargets(targets, apis, shimExports));
