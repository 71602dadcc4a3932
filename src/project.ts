// In: the files of a project and its tsconfig. Out: for each file, which imported names stand for swan or its APIs.
// Looks at syntax only: exports are read as any other file is, and ts-morph says where a module specifier leads.
// Also how the project is written. No type is checked. ts-morph is loaded only when some module gives swan to others.

import path from 'node:path';
import type { ApiName } from './apis.ts';
import { isParseFailure, parse } from './parse.ts';
import { houseStyleOf, readHabits, type HouseHabits, type HouseStyle } from './project/house-style.ts';
import { resolve, type Facts, type ModuleFacts } from './resolve.ts';
import { isCandidate, isGenerated } from './scan.ts';
import { programIn } from './scripts.ts';

export interface ProjectOptions {
  /** What a specifier that begins with `/` counts from: the folder of `app.json`. */
  readonly root: string;
  /** The folder of the program that a file belongs to, where several lie in the root. */
  readonly programOf?: (file: string) => string | undefined;
  /** Absolute paths of the code files. */
  readonly files: readonly string[];
  /** Absolute path. Without it, modules are found as bundlers find them. */
  readonly tsconfig?: string;
  /** The text of a file; undefined when it cannot be read. */
  readonly read: (file: string) => string | undefined;
}

export interface Project {
  /** How the program of a file is written, or else the project, for what the file says nothing of itself. */
  styleFor(file: string): HouseStyle;
  /** What the other modules hand to this file. */
  factsFor(file: string): Facts;
  /** The files into which some module hands swan or one of its APIs: they may hold sites without naming swan. */
  readonly importers: ReadonlySet<string>;
}

type Exports = Map<string, 'swan' | ApiName>;

interface Known {
  readonly exports: Map<string, Exports>;
  /** By the program that replaces them. */
  readonly assigned: Map<string, Set<ApiName | '*'>>;
  readonly programOf: (file: string) => string;
}

/** How often what one module hands on may reach the next before we stop looking. */
const longestChain = 30;

/** @throws Error when the tsconfig cannot be read. */
export async function loadProject({ files: given, ...rest }: ProjectOptions): Promise<Project> {
  const options = { ...rest, files: given.map((file) => path.normalize(file)) };
  const { root } = options;
  const programOf = (file: string) => options.programOf?.(file) ?? root;
  const known: Known = { exports: new Map(), assigned: new Map(), programOf };
  for (const file of options.files) {
    const text = options.read(file);
    if (text !== undefined && mayHandOn(text) && isCandidate(text)) readExports(known, file, text, undefined);
  }
  const modules = new Map<string, Map<string, string>>();
  if (known.exports.size > 0) {
    const { findModules } = await import('./project/modules.ts');
    const search = findModules(options);
    // Files that hand on what they were handed add to what their own importers see.
    let next = [...known.exports.keys()];
    for (let round = 0; next.length > 0 && round < longestChain; round++) {
      for (const [file, specifiers] of search(next)) modules.set(file, merged(modules.get(file), specifiers));
      const changed: string[] = [];
      for (const [file, specifiers] of modules) {
        if (![...specifiers.values()].some((target) => next.includes(target))) continue;
        const text = options.read(file);
        if (text === undefined || !/\bexports?\b/.test(text)) continue;
        if (readExports(known, file, text, factsOf(known, specifiers))) changed.push(file);
      }
      next = changed;
    }
  }
  return {
    styleFor: createStyles(options, programOf),
    importers: new Set(modules.keys()),
    factsFor: (file) => ({
      ...factsOf(known, modules.get(path.normalize(file)) ?? new Map()),
      assigned: assignedFor(known, file, root),
    }),
  };
}

/** Who only looks asks for no style: the files are read when it is first asked for. */
function createStyles(
  { files, read }: Pick<ProjectOptions, 'files' | 'read'>,
  programOf: (file: string) => string,
): Project['styleFor'] {
  const styles = new Map<string, HouseStyle>();
  let all: { readonly program: string; readonly habits: HouseHabits }[] | undefined;
  return (file) => {
    const program = programOf(path.normalize(file));
    const known = styles.get(program);
    if (known) return known;
    all ??= files.flatMap((one) => {
      const text = read(one);
      return text === undefined || isGenerated(text, one)
        ? []
        : [{ program: programOf(one), habits: readHabits(programIn(text, one)) }];
    });
    const own = all.filter((one) => one.program === program);
    const style = houseStyleOf(
      own.map(({ habits }) => habits),
      all.map(({ habits }) => habits),
    );
    styles.set(program, style);
    return style;
  };
}

/** The words of an export, or of a change to swan itself, which every file of the project sees. */
function mayHandOn(text: string): boolean {
  return /\bexports?\b|\bswan\b[^\n;]{0,80}[^=!<>]=(?![=>])|\bdefinePropert|\.after\b/.test(text);
}

function merged(one: ReadonlyMap<string, string> | undefined, other: ReadonlyMap<string, string>): Map<string, string> {
  return new Map([...(one ?? []), ...other]);
}

function factsOf({ exports }: Known, specifiers: ReadonlyMap<string, string>): Facts {
  const modules = new Map<string, ModuleFacts>();
  for (const [specifier, file] of specifiers) {
    const given = exports.get(file);
    if (given) modules.set(specifier, { exports: given });
  }
  return { modules };
}

/** Programs side by side do not see each other; what belongs to none of them may work for each. */
function assignedFor({ assigned, programOf }: Known, file: string, root: string): Set<ApiName | '*'> {
  const own = programOf(file);
  const seen = [...assigned].filter(([program]) => program === own || program === root || own === root);
  return new Set(seen.flatMap(([, apis]) => [...apis]));
}

/** Adds what a file exports. True when there is something new. */
function readExports(known: Known, file: string, text: string, facts: Facts | undefined): boolean {
  const unit = parse(text, file);
  if (isParseFailure(unit)) return false;
  const resolution = resolve(unit, facts);
  const program = known.programOf(file);
  if (resolution.assigned.size > 0) {
    known.assigned.set(program, new Set([...(known.assigned.get(program) ?? []), ...resolution.assigned]));
  }
  if (resolution.exports.length === 0) return false;
  const own: Exports = known.exports.get(file) ?? new Map();
  const before = own.size;
  for (const { name, stands } of resolution.exports) own.set(name, stands);
  known.exports.set(file, own);
  return own.size > before;
}
