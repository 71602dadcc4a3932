// In: a folder or a file. Out: how many calls are rewritten, nothing being written. What a user of ts-morph would write who knows that
// one edit at a time reads the file again after each.

import { createRequire } from 'node:module';
import { networkApis, scriptsIn } from './network.mjs';

const { Project, SyntaxKind } = createRequire(import.meta.url)('ts-morph');

const project = new Project({ compilerOptions: { allowJs: true }, skipFileDependencyResolution: true });
let calls = 0;
for (const { file, text } of scriptsIn(process.argv[2])) {
  const source = project.createSourceFile(file, text, { overwrite: true });
  const changes = source
    .getDescendantsOfKind(SyntaxKind.PropertyAccessExpression)
    .filter((access) => access.getExpression().getText() === 'swan' && networkApis.has(access.getName()))
    .map((access) => ({
      span: { start: access.getExpression().getStart(), length: 'swan'.length },
      newText: 'wx',
    }));
  if (changes.length > 0) source.applyTextChanges(changes);
  source.getFullText();
  source.forget();
  calls += changes.length;
}
console.log(`${calls} calls`);
