// In: the catalogue of diagnostics, the registry of targets, the table of the follower, the executed programs. Out: the
// generated pages under docs/, written afresh, the table in the page on the architecture, the programs of each rule, and the names
// of the targets in the schemas.
// Run it after a change to a diagnostic, an API, a target, the table or a program. `--check` writes nothing and names what is not current.

import { existsSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { importSources } from './import-sources.mjs';
import prettier from 'prettier';
import { renderDiagnostics, renderTargets, withTable } from './render-docs.mjs';
import { rulesOn, withPrograms } from './rules.mjs';

const root = path.dirname(import.meta.dirname);
const contents = ['apis', 'diagnostics/diagnostics', 'locale/locale', 'resolve/table', 'shim/shim', 'targets']
  .map((name) => `export * from './src/${name}.ts';`)
  .join('\n');
const { apis, catalogue, locales, shimExports, table, targets } = await importSources('docs', contents);

const pageOf = (name) => {
  const file = path.join(root, name);
  return existsSync(file) ? readFileSync(file, 'utf8') : '';
};
const names = Object.keys(targets);
const pages = {
  'docs/rules.md': withPrograms(pageOf('docs/rules.md'), readPrograms()),
  ...Object.fromEntries(locales.flatMap(pagesIn)),
  'docs/architecture.md': withTable(pageOf('docs/architecture.md'), table),
  'config.schema.json': await withChoices('config.schema.json', 'to', names),
  // A run that only looks has none.
  'report.schema.json': await withChoices('report.schema.json', 'target', [...names, null]),
};
for (const [name, text] of Object.entries(pages)) {
  if (pageOf(name) === text) continue;
  if (!process.argv.includes('--check')) writeFileSync(path.join(root, name), text);
  else {
    console.log(`not current: ${name}. Run: node scripts/docs.mjs`);
    process.exitCode = 1;
  }
}

/** Those that are there in each language. */
function pagesIn(locale) {
  const folder = locale === 'en' ? 'docs' : `docs/${locale}`;
  return [
    [`${folder}/diagnostics.md`, renderDiagnostics(catalogue, rulesOn(pageOf('docs/rules.md')), locale)],
    [`${folder}/targets.md`, renderTargets(targets, apis, shimExports, locale)],
  ];
}

/** A schema in which a property is one of the values. */
async function withChoices(name, property, values) {
  const schema = JSON.parse(pageOf(name));
  schema.properties[property].enum = values;
  const filepath = path.join(root, name);
  const style = await prettier.resolveConfig(filepath);
  return prettier.format(JSON.stringify(schema, null, 2), { ...style, filepath });
}

/** By the path that leads to them from docs/: files, and the entries of programs of several files. */
function readPrograms() {
  const folder = path.join(root, 'test/executed/programs');
  const entries = readdirSync(folder)
    .sort()
    .map((name) => (existsSync(path.join(folder, name, 'main.js')) ? `${name}/main.js` : name));
  return new Map(
    entries.map((entry) => [
      path.posix.join('../test/executed/programs', entry),
      readFileSync(path.join(folder, entry), 'utf8'),
    ]),
  );
}
