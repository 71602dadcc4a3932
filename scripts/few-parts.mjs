// In: what is started most, as stages that are loaded one after the other. Out: for a bundler that makes a part of what the same entry
// points load, fewer and larger parts: what a stage loads lies together. To find a part takes as long as to read 20 KB of one.
// A library still loads nothing that it has no use for, but for what is small.

import path from 'node:path';

/** In bytes of source. */
const small = 20_000;

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
      let graph;
      let companions = new Map();
      // What nothing is taken from adds no code: it is named here for the sake of its part.
      build.initialOptions.logOverride = { ...build.initialOptions.logOverride, 'ignored-bare-import': 'silent' };
      build.onStart(async () => {
        const others = plugins.filter(({ name }) => name !== namespace);
        const options = { ...build.initialOptions, plugins: others, metafile: true, write: false };
        // What is wrong is told by the build itself.
        const first = await bundler.build({ ...options, logLevel: 'silent' }).catch(() => undefined);
        if (!first) return;
        graph = graphOf(first.metafile);
        const libraries = entryPoints.map((entry) => [entry.in]);
        companions = companionsIn(graph, stages, libraries);
      });
      // before: import('./run-migrate.ts')
      // after:  import(a module that exports it and imports what else its stage loads)
      build.onResolve({ filter: /./ }, ({ path: name, kind, resolveDir, namespace: from }) => {
        const file = path.join(resolveDir, name);
        // A program exports nothing, and is run all the same.
        if (from === namespace && graph.programs.has(nameIn(root, file))) return { path: file, sideEffects: true };
        const isEntry = kind === 'dynamic-import' || kind === 'entry-point';
        return isEntry && companions.has(nameIn(root, file)) ? { path: file, namespace } : undefined;
      });
      build.onLoad({ filter: /./, namespace }, ({ path: file }) => {
        const name = nameIn(root, file);
        const imports = companions.get(name).map((other) => {
          return `import './${other}'${other.endsWith('.json') ? " with { type: 'json' }" : ''};\n`;
        });
        if (graph.withDefault.has(name)) imports.unshift(`export { default } from './${name}';\n`);
        return { contents: `export * from './${name}';\n${imports.join('')}`, resolveDir: root };
      });
    },
  };
}

/** By the name of a module: those that are loaded with it, and its size. Besides: the entry points, those that export nothing, and those with a default. */
function graphOf({ inputs, outputs }) {
  const entries = Object.values(outputs).filter((output) => output.entryPoint !== undefined);
  return {
    entries: entries.map((output) => output.entryPoint),
    programs: new Set(entries.filter((output) => output.exports.length === 0).map((one) => one.entryPoint)),
    withDefault: new Set(entries.filter((output) => output.exports.includes('default')).map((one) => one.entryPoint)),
    sizes: new Map(Object.entries(inputs).map(([name, { bytes }]) => [name, bytes])),
    // They are run as soon as they are imported: they come with what has a use for them.
    scripts: new Set(Object.keys(inputs).filter((name) => inputs[name].format === 'cjs')),
    imports: new Map(
      Object.entries(inputs).map(([name, { imports }]) => [
        name,
        imports
          .filter((one) => Object.hasOwn(inputs, one.path) && one.kind !== 'dynamic-import')
          .map((one) => one.path),
      ]),
    ),
  };
}

/** By the name of an entry point: what else is to be loaded with it, so that no group is in pieces. */
function companionsIn(graph, stages, libraries) {
  const { entries, imports } = graph;
  const groups = joinSmall(groupsOf(imports, stages, libraries), graph.sizes);
  const groupOf = new Map(groups.flatMap(({ modules }) => modules.map((module) => [module, modules])));
  const found = new Map();
  for (const entry of entries) {
    const own = closureOf(imports, [entry]);
    let all = own;
    for (let size = 0; all.size > size;) {
      size = all.size;
      all = closureOf(
        imports,
        [...all].flatMap((module) => groupOf.get(module) ?? [module]),
      );
    }
    const others = [...all].filter((one) => !own.has(one) && !graph.scripts.has(one));
    if (others.length > 0) found.set(entry, others);
  }
  return found;
}

/** What the stages load, by who loads it. */
function groupsOf(imports, stages, libraries) {
  const users = [...stages, ...libraries].map((modules) => closureOf(imports, modules));
  const groups = new Map();
  for (const module of new Set(users.slice(0, stages.length).flatMap((modules) => [...modules]))) {
    const by = users.flatMap((modules, index) => (modules.has(module) ? [index] : []));
    const group = groups.get(by.join()) ?? { by, modules: [] };
    group.modules.push(module);
    groups.set(by.join(), group);
  }
  return [...groups.values()];
}

/** A small group goes to the least of those that all who load it load, and others besides: these read a little in vain. */
function joinSmall(groups, sizes) {
  const joined = new Set(groups);
  for (const group of [...groups].sort((one, other) => one.by.length - other.by.length)) {
    const size = group.modules.reduce((sum, module) => sum + sizes.get(module), 0);
    const [home] = [...joined]
      .filter((other) => other !== group && group.by.every((user) => other.by.includes(user)))
      .sort((one, other) => one.by.length - other.by.length);
    if (size > small || !home) continue;
    home.modules.push(...group.modules);
    joined.delete(group);
  }
  return [...joined];
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
