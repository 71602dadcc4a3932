// In: what is started most, as stages that are loaded one after the other. Out: for a bundler that makes a part of what the same entry
// points load, fewer and larger parts: what a stage loads lies together. To find a part takes as long as to read 20 KB of one.
// A library still loads nothing that it has no use for.

import path from 'node:path';

/**
 * @param {typeof import('esbuild')} bundler
 * @param {readonly (readonly string[])[]} stages modules by their paths; those of one are loaded in one go
 * @returns {import('esbuild').Plugin}
 */
export function fewParts(bundler, stages) {
  const namespace = 'few-parts';
  return {
    name: namespace,
    setup(build) {
      const { absWorkingDir: root, entryPoints, plugins } = build.initialOptions;
      let companions = new Map();
      // What nothing is taken from adds no code: it is named here for the sake of its part.
      build.initialOptions.logOverride = { ...build.initialOptions.logOverride, 'ignored-bare-import': 'silent' };
      build.onStart(async () => {
        const others = plugins.filter(({ name }) => name !== namespace);
        const options = { ...build.initialOptions, plugins: others, metafile: true, write: false };
        const graph = graphOf((await bundler.build(options)).metafile);
        const libraries = entryPoints.map((entry) => [entry.in]);
        companions = companionsIn(graph, stages, libraries);
      });
      // before: import('./run-migrate.ts')
      // after:  import(a module that exports it and imports what else its stage loads)
      build.onResolve({ filter: /^\./ }, ({ path: name, kind, resolveDir }) => {
        const file = path.join(resolveDir, name);
        return kind === 'dynamic-import' && companions.has(nameIn(root, file)) ? { path: file, namespace } : undefined;
      });
      build.onLoad({ filter: /./, namespace }, ({ path: file }) => {
        const imports = companions.get(nameIn(root, file)).map((other) => `import './${other}';\n`);
        return { contents: `export * from './${nameIn(root, file)}';\n${imports.join('')}`, resolveDir: root };
      });
    },
  };
}

/** By the name of a module: those that are loaded with it, and those that it loads later. */
function graphOf({ inputs }) {
  const pick =
    (isLater) =>
    ([name, { imports }]) => [
      name,
      imports
        .filter(({ external, kind }) => !external && (kind === 'dynamic-import') === isLater)
        .map((one) => one.path)
        .filter((one) => Object.hasOwn(inputs, one)),
    ];
  const entries = Object.entries(inputs);
  return { sooner: new Map(entries.map(pick(false))), later: new Set(entries.map(pick(true)).flatMap(([, to]) => to)) };
}

/** By the name of a module that is loaded later: what else is to be loaded with it, so that no stage is in pieces. */
function companionsIn({ sooner, later }, stages, libraries) {
  const users = [...stages, ...libraries].map((modules) => closureOf(sooner, modules));
  const staged = new Set(users.slice(0, stages.length).flatMap((modules) => [...modules]));
  const usersOf = (module) => users.flatMap((modules, index) => (modules.has(module) ? [index] : [])).join();
  const groups = new Map();
  for (const module of staged) groups.set(usersOf(module), [...(groups.get(usersOf(module)) ?? []), module]);
  const groupOf = (module) => (staged.has(module) ? groups.get(usersOf(module)) : [module]);
  const found = new Map();
  for (const module of later) {
    const own = closureOf(sooner, [module]);
    let all = own;
    for (let size = 0; all.size > size;) {
      size = all.size;
      all = closureOf(sooner, [...all].flatMap(groupOf));
    }
    // Packages come with what imports them: some are run as soon as they are imported.
    const others = [...all].filter((one) => !own.has(one) && !/^node_modules\/|:/.test(one));
    if (others.length > 0) found.set(module, others);
  }
  return found;
}

function closureOf(imports, modules) {
  const found = new Set();
  const open = [...modules];
  for (let module = open.pop(); module !== undefined; module = open.pop()) {
    if (found.has(module) || !imports.has(module)) continue;
    found.add(module);
    open.push(...imports.get(module));
  }
  return found;
}

function nameIn(root, file) {
  return path.relative(root, file).split(path.sep).join('/');
}
