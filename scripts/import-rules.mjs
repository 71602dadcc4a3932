// In: a file of this repository and what it imports. Out: the rule that the import breaks, if any.
// The only place that knows which way imports run and through which file each package comes in;
// the linter and the repository tests both ask here. It looks at names and never at file contents.

import path from 'node:path';

/** Of our own code, only these files may import the package. Tests are free to import any but commander. */
const doors = [
  { package: '@babel/parser', door: /^src\/syntax\/parse\.ts$/, says: 'src/syntax/parse.ts' },
  { package: '@babel/traverse', door: /^src\/syntax\/second-opinion\.ts$/, says: 'src/syntax/second-opinion.ts' },
  { package: '@babel/types', door: /^src\/(syntax|resolve|lift)\//, says: 'src/syntax, src/resolve and src/lift' },
  { package: 'recast', door: /^src\/lower\/print\.ts$/, says: 'src/lower/print.ts' },
  { package: 'ts-morph', door: /^src\/project\//, says: 'src/project' },
  { package: 'commander', door: /^cli\//, says: 'cli', isClosedToTests: true },
  { package: 'vitest', door: /^(test\/|vitest\.config\.ts$)/, says: 'test' },
];

/** Rooms of src, in the order of the pipeline: each may import itself and the ones that it names. */
const rooms = [
  room('text', []),
  room('syntax', ['text/']),
  room('locale', []),
  room('diagnostics', ['locale/']),
  room('resolve', ['text/', 'syntax/', 'diagnostics/', 'apis.ts', 'ir.ts']),
  room('lift', ['text/', 'syntax/', 'resolve/', 'project/house-style.ts', 'apis.ts', 'ir.ts', 'once.ts']),
  room('lower', ['text/', 'resolve/', 'lift/', 'apis.ts', 'ir.ts', 'target.ts', 'once.ts']),
  room('shim', ['apis.ts', 'target.ts', 'targets.ts']),
  room('workspace', [
    ...['apis.ts', 'target.ts', 'targets.ts', 'core.ts', 'index.ts'],
    ...['project/', 'text/', 'locale/', 'diagnostics/', 'syntax/parsed-texts.ts', 'once.ts'],
  ]),
  room('project', ['text/', 'syntax/', 'resolve/', 'lift/', 'apis.ts', 'targets.ts']),
];

/** Of Node's own modules: where the compiler is to run in a browser there are none. The first that holds a file decides. */
const nodeModules = [
  { files: /^src\/workspace\/disk\//, may: /^/, says: '' },
  { files: /^src\/integrations\//, may: /^/, says: '' },
  {
    files: /^src\/(?:workspace|project)\//,
    may: /^node:path$/,
    says: 'src/workspace and src/project take path from Node and nothing else; the disk is for src/workspace/disk',
  },
  // What loads a package with require stands for itself in a bundle.
  {
    files: /^src\/(?:syntax\/second-opinion|lower\/print)\.ts$/,
    may: /^node:module$/,
    says: 'a package is loaded with createRequire only',
  },
  { files: /^(?:src|transforms)\//, may: /^(?!node:)/, says: 'the compiler takes nothing from Node' },
];

/** The first zone that holds a file decides; a file in no zone may import any other. */
const zones = [
  { files: /^src\/runtime\//, may: /^src\/runtime\//, says: 'the shim imports nothing outside src/runtime' },
  ...rooms,
  {
    files: /^src\/integrations\//,
    may: /^(src\/(integrations\/|workspace\/|locale\/|diagnostics\/|core\.ts$)|package\.json$)/,
    says: 'integrations import src/workspace, src/locale, src/diagnostics and src/core.ts only',
  },
  { files: /^src\/index\.ts$/, may: /^src\/(?!runtime\/|integrations\/)/, says: 'src/index.ts imports src only' },
  {
    files: /^src\/core\.ts$/,
    may: /^src\/(?!runtime\/|integrations\/|workspace\/|index\.ts$|project\/(?!house-style\.ts$))/,
    says: 'src/core.ts imports the rooms of the compiler only',
  },
  {
    files: /^src\/targets\.ts$/,
    may: /^(transforms\/|src\/target\.ts$)/,
    says: 'src/targets.ts imports transforms only',
  },
  {
    files: /^src\//,
    may: /^src\/(?!runtime\/|integrations\/|(index|core|targets)\.ts$)/,
    says: 'src imports neither its index, core, targets, integrations and shim, nor transforms, cli and test',
  },
  {
    files: /^transforms\//,
    may: /^(transforms\/|src\/(target|ir|apis)\.ts$|src\/text\/|src\/locale\/|src\/diagnostics\/|src\/runtime\/encode\.ts$)/,
    says: 'transforms import src/{target,ir,apis}.ts, src/text, src/locale, src/diagnostics and src/runtime/encode.ts only',
  },
  {
    files: /^cli\//,
    may: /^(cli\/|src\/(workspace|text|locale|diagnostics|integrations\/lsp)\/|src\/(core|apis|targets)\.ts$|package\.json$)/,
    says: 'cli imports src/workspace, src/text, src/locale, src/diagnostics, src/integrations/lsp and src/{core,apis,targets}.ts only',
  },
];

/**
 * @param {string} name of the folder in src
 * @param {readonly string[]} others what it imports of src besides itself: folders with `/`, and files
 */
function room(name, others) {
  const may = new RegExp(`^src/(${[`${name}/`, ...others].join('|').replaceAll('.', '\\.')})`);
  return {
    files: new RegExp(`^src/${name}/`),
    may,
    says: `src/${name} imports ${others.join(', ') || 'nothing else of src'} only`,
  };
}

/** What the shim may take from outside: the clients that targets are about, which name them among their packages. */
export const runtimePackages = new Set(['axios']);

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
  if (specifier.startsWith('node:') && !importer.startsWith('src/runtime/')) {
    const rule = nodeModules.find((candidate) => candidate.files.test(importer));
    return rule && !rule.may.test(specifier) ? `${rule.says}; this imports ${specifier}` : undefined;
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
