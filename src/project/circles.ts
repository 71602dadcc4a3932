// In: the files of a project. Out: whether a file is loaded by what it loads, so that its functions may be called before
// the last of its imports is there. Goes by the paths and names in specifiers, so that no module has to be looked for:
// a specifier that is mapped counts for every file of its last name. Knows nothing of swan.

import path from 'node:path';

interface Files {
  readonly files: readonly string[];
  readonly read: (file: string) => string | undefined;
}

export function createCircles({ files, read }: Files): (file: string) => boolean {
  const known = new Map<string, readonly string[]>();
  let named: ReadonlyMap<string, readonly string[]> | undefined;
  const importsOf = (file: string): readonly string[] => {
    named ??= byName(files);
    const found = known.get(file) ?? targetsOf(file, read(file) ?? '', named);
    known.set(file, found);
    return found;
  };
  return (file) => {
    const seen = new Set<string>();
    const waiting = [file];
    for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
      for (const target of importsOf(next)) {
        if (target === file) return true;
        if (seen.has(target)) continue;
        seen.add(target);
        waiting.push(target);
      }
    }
    return false;
  };
}

/** By what a specifier may call it: its path or its name, with and without its extension, and its folder's for an index. */
function byName(files: readonly string[]): Map<string, string[]> {
  const named = new Map<string, string[]>();
  for (const file of files) {
    const { dir, name, base } = path.parse(file);
    const keys = [file, path.join(dir, name), base, name, ...(name === 'index' ? [dir, path.basename(dir)] : [])];
    for (const key of keys) {
      const list = named.get(key);
      if (list) list.push(file);
      else named.set(key, [file]);
    }
  }
  return named;
}

function targetsOf(file: string, text: string, named: ReadonlyMap<string, readonly string[]>): string[] {
  const found = new Set<string>();
  for (const specifier of namedModules(text)) {
    const key = specifier.startsWith('.') ? path.join(path.dirname(file), specifier) : path.basename(specifier);
    const { dir, name } = path.parse(key);
    // A slash at the end names a folder, and TypeScript's own files are named as they will be.
    for (const one of [key, key.replace(/[\\/]$/, ''), path.join(dir, name)]) {
      for (const target of named.get(one) ?? []) found.add(target);
    }
  }
  return [...found];
}

/** What stands where a specifier would. */
export function namedModules(text: string): string[] {
  return [...text.matchAll(/\b(?:from|import|require\s*\()\s*(['"])([^'"\n]+)\1/g)].map(([, , name = '']) => name);
}

/** Functions are there before a module runs; a `require` runs where it stands. */
export function mayHoist(text: string): boolean {
  return /\bfunction\b/.test(text) && /\bimport\b/.test(text);
}
