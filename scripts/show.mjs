// In: a file, `--to TARGET`, perhaps `--style dropin`, and behind the file others of its program. Out: what each phase of the
// compiler knows of the file (scripts/show/show-file.ts), from the sources as they are now; nothing has to be built first.
// What the other files hand to it counts. Writes nothing.

import { readFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { importSources } from './import-sources.mjs';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { to: { type: 'string' }, style: { type: 'string', default: 'native' } },
});
// npm starts scripts in its own folder; the paths are those of who asks.
const files = positionals.map((file) => path.resolve(process.env.INIT_CWD ?? process.cwd(), file));

const { isTargetName, loadProject, showFile, targetNames } = await importSources(
  'show',
  "export * from './src/index.ts';\nexport * from './scripts/show/show-file.ts';",
);
const { to: target = targetNames[0] } = values;
if (files[0] === undefined || !isTargetName(target) || !['native', 'dropin'].includes(values.style)) {
  console.error(`npm run show -- FILE [OTHER FILES] --to ${targetNames.join('|')} [--style native|dropin]`);
  process.exitCode = 2;
} else {
  const read = (file) => (files.includes(file) ? readFileSync(file, 'utf8') : undefined);
  const project = await loadProject({ root: path.dirname(files[0]), files, read });
  const filename = path.relative(process.env.INIT_CWD ?? process.cwd(), files[0]);
  const facts = project.factsFor(files[0]);
  process.stdout.write(showFile(read(files[0]), { filename, target, style: values.style, facts }));
}
