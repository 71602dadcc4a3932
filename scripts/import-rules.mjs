// In: a file of this repository and what it imports. Out: the rule that the import breaks, if any.
// The only place that knows which way imports run and through which file each package comes in;
// the linter and the repository tests both ask here. It looks at names and never at file contents.

import path from 'node:path';

/** Of our own code, only these files may import the package. Tests are free to import any but commander. */
const doors = [
  { package: '@babel/parser', door: /^src\/parse\.ts$/, says: 'src/parse.ts' },
  { package: '@babel/traverse', door: /^src\/(resolve|lift)/, says: 'src/resolve* and src/lift*' },
  { package: '@babel/types', door: /^src\/(source|parse|resolve|lift|print)/, says: 'src/parse.ts up to src/lift*' },
  { package: 'recast', door: /^src\/print\.ts$/, says: 'src/print.ts' },
  { package: 'ts-morph', door: /^src\/project/, says: 'src/project*' },
  { package: 'commander', door: /^cli\//, says: 'cli', isClosedToTests: true },
  { package: 'vitest', door: /^(test\/|vitest\.config\.ts$)/, says: 'test' },
];

/** The first zone that holds a file decides; a file in no zone may import any other. */
const zones = [
  { files: /^src\/runtime\//, may: /^src\/runtime\//, says: 'the shim imports nothing outside src/runtime' },
  { files: /^src\/hosts\//, may: /^src\/(hosts\/|index\.ts$)/, says: 'hosts import src/index.ts only' },
  { files: /^src\/index\.ts$/, may: /^src\/(?!runtime\/|hosts\/)/, says: 'src/index.ts imports src only' },
  {
    files: /^src\/targets\.ts$/,
    may: /^(transforms\/|src\/target\.ts$)/,
    says: 'src/targets.ts imports transforms only',
  },
  {
    files: /^src\//,
    may: /^src\/(?!runtime\/|hosts\/|(index|targets)\.ts$)/,
    says: 'src imports neither its index, targets, hosts and shim, nor transforms, cli and test',
  },
  {
    files: /^transforms\//,
    may: /^(transforms\/|src\/(target|ir|text|comments|apis|diagnostics|runtime\/encode)\.ts$)/,
    says: 'transforms import src/{target,ir,text,comments,apis,diagnostics}.ts and src/runtime/encode.ts only',
  },
  {
    files: /^cli\//,
    may: /^(cli\/|src\/(index|printable)\.ts$|package\.json$)/,
    says: 'cli imports src/{index,printable}.ts only',
  },
];

/** What the shim may take from outside: the client that the axios target is about. */
const runtimePackages = new Set(['axios']);

/**
 * @param {string} importer path from the repository's root, with `/`
 * @param {string} specifier as written in the import
 * @returns {string | undefined} the rule that is broken, in words
 */
export function findImportFault(importer, specifier) {
  if (specifier.startsWith('.')) {
    const imported = path.posix.join(path.posix.dirname(importer), specifier);
    const zone = zones.find((candidate) => candidate.files.test(importer));
    return zone && !zone.may.test(imported) ? `${zone.says}; this imports ${imported}` : undefined;
  }
  const name = packageName(specifier);
  if (importer.startsWith('src/runtime/') && !runtimePackages.has(name)) {
    return `the shim imports nothing outside src/runtime; this imports ${name}`;
  }
  const rule = doors.find((candidate) => candidate.package === name);
  if (!rule || rule.door.test(importer)) return undefined;
  if (importer.startsWith('test/') && !rule.isClosedToTests) return undefined;
  return `${name} comes in through ${rule.says} only`;
}

/**
 * @param {string} specifier `axios`, `@babel/parser`, `recast/lib/patcher`, `node:fs/promises`
 * @returns {string} the package without the path inside it
 */
export function packageName(specifier) {
  const [first = '', second] = specifier.split('/');
  return first.startsWith('@') && second !== undefined ? `${first}/${second}` : first;
}
