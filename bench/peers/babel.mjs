// In: a list of files. Out: how many there are. What every peer that reads JavaScript with Babel cannot go below: their parse, and no more.
// Not even looking for the files is part of it.

import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

const { parse } = createRequire(import.meta.url)('@babel/parser');

const files = readFileSync(process.argv[2], 'utf8').split('\n');
for (const file of files) {
  parse(readFileSync(file, 'utf8'), {
    sourceType: 'unambiguous',
    plugins: file.endsWith('.ts') ? ['typescript'] : [],
    attachComment: false,
  });
}
console.log(`${files.length} files`);
