// In: the files of a project and its tsconfig. Out: for each file, which imported names stand for swan or its APIs.
// Looks at syntax only: exports are read as any other file is, and ts-morph says where a module specifier leads.
// Also how the project is written. No type is checked. ts-morph is loaded only when some module gives swan to others,
// or the origin of a call is asked for that another module shows.

import path from 'node:path';
import { indexLines } from '../text/lines.ts';
import { isParseFailure, parse } from '../syntax/parse.ts';
import { ParsedTexts } from '../syntax/parsed-texts.ts';
import { createCircles, mayHoist } from './circles.ts';
import type { GlobalQuestion } from './globals.ts';
import type { Modules } from './modules.ts';
import { findOrigins, type FileWithOpenUrls, type FoundOrigin } from './origins.ts';
import { houseStyleOf, lazyStyle, readHabits, type HouseHabits, type HouseStyle } from './house-style.ts';
import {
  resolve,
  type Exported,
  type ExportSite,
  type Facts,
  type ModuleFacts,
  type SeenInterceptor,
} from '../resolve/resolve.ts';
import { isCandidate, isGenerated, mayConcernOthers, mayReplace } from '../resolve/scan.ts';
import { programIn } from '../syntax/scripts.ts';

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
  /** Those among the files that cannot name swan: they are read only for what they import. */
  readonly silent?: ReadonlySet<string>;
  /** Has the trees of the files, if anybody asked for them before, and for those who come later. */
  readonly texts?: ParsedTexts;
}

/** With what nobody has to be told. */
type Options = ProjectOptions & { readonly texts: ParsedTexts };

export interface Project {
  /**
   * How the program of a file is written, or else the project, for what the file says nothing of itself. The files are read
   * when the first of its members is.
   */
  styleFor(file: string): HouseStyle;
  /** What the other modules hand to this file. */
  factsFor(file: string): Facts;
  /** The files into which some module hands swan or one of its APIs: they may hold sites without naming swan. */
  readonly importers: ReadonlySet<string>;
  /** The file holds functions that may be called before the last of its imports is there: it is part of a circle. */
  mayRunEarly(file: string): boolean;
  /** Where calls of a file lead whose origin the file itself does not show: where the whole project proves it. */
  originsFor(files: readonly FileWithOpenUrls[]): Promise<ReadonlyMap<string, readonly FoundOrigin[]>>;
  /** Whether the types that a file sees declare a global of that name. */
  seesGlobal(question: GlobalQuestion): Promise<boolean>;
}

interface Known {
  /** By file. */
  readonly exports: Map<string, Map<string, Exported>>;
  /** By file, the paths by which swan may be got from it, besides. */
  readonly handsOut: Map<string, ReadonlySet<string>>;
  readonly interceptors: Map<string, readonly SeenInterceptor[]>;
  /** Files that store or return swan. */
  readonly letGo: Set<string>;
  /** The exports that another file writes to, `file name`. */
  readonly written: Set<string>;
}

/** How often what one module hands on may reach the next before we stop looking. */
const longestChain = 30;

/** @throws Error when the tsconfig cannot be read. */
export async function loadProject({ files, texts = new ParsedTexts(), ...rest }: ProjectOptions): Promise<Project> {
  const options = { ...rest, texts, files: files.map((file) => path.normalize(file)) };
  const { root } = options;
  const programOf = (file: string) => options.programOf?.(file) ?? root;
  const known: Known = {
    exports: new Map(),
    handsOut: new Map(),
    interceptors: new Map(),
    letGo: new Set(),
    written: new Set(),
  };
  /** Files with functions and imports, by whether they may reach swan's network by themselves. */
  const hoisting = new Map<string, boolean>();
  for (const file of options.files) {
    const text = options.silent?.has(file) ? undefined : options.read(file);
    if (text === undefined) continue;
    const [mayConcern, isEarly] = [mayConcernOthers(text), mayHoist(text)];
    const mayHoldSites = (mayConcern || isEarly) && isCandidate(text);
    if (isEarly) hoisting.set(file, mayHoldSites);
    if (mayConcern && mayHoldSites) readFile(known, options, file, text, new Map());
  }
  const modules = new Map<string, Map<string, string>>();
  let found: Modules | undefined;
  const loadModules = async (): Promise<Modules> => {
    found ??= (await import('./modules.ts')).findModules(options);
    return found;
  };
  if (known.exports.size + known.handsOut.size > 0) {
    const search = await loadModules();
    // Files that hand on what they were handed add to what their own importers see.
    let next = [...new Set([...known.exports.keys(), ...known.handsOut.keys()])];
    for (let round = 0; next.length > 0 && round < longestChain; round++) {
      for (const [file, specifiers] of search.importersOf(next))
        modules.set(file, merged(modules.get(file), specifiers));
      const changed = new Set<string>();
      for (const [file, specifiers] of modules) {
        if (![...specifiers.values()].some((target) => next.includes(target))) continue;
        const text = options.read(file);
        if (text === undefined) continue;
        for (const other of readFile(known, options, file, text, specifiers)) changed.add(other);
      }
      next = [...changed];
    }
    doubtCircles(known, modules, (file) => search.importsOf(file));
  }
  if (known.letGo.size > 0) findWritersOf(known, options, programOf, modules);
  const isInCircle = createCircles(options);
  return {
    styleFor: createStyles(options, programOf),
    importers: new Set(modules.keys()),
    mayRunEarly: (file) => {
      const own = path.normalize(file);
      const isSilent = options.silent?.has(own) === true;
      const mayHoldSites = modules.has(own) || hoisting.get(own) === true;
      const isEarly = isSilent ? mayHoist(options.read(own) ?? '') : hoisting.has(own);
      return mayHoldSites && isEarly && isInCircle(own);
    },
    seesGlobal: async (question) => (await import('./globals.ts')).seesGlobal(question),
    originsFor: (open) => findOrigins(open, options, loadModules),
    factsFor: (file) => {
      const own = path.normalize(file);
      return {
        ...factsOf(known, modules.get(own) ?? new Map()),
        interceptors: interceptorsFor(known, own, programOf, root),
        isLetGo: [...known.letGo].some((file) => isInReach(programOf(file), programOf(own), root)),
      };
    },
  };
}

/** Most files show themselves how they are written: all others are read when the first one asks. */
function createStyles(
  { files, read }: Pick<ProjectOptions, 'files' | 'read'>,
  programOf: (file: string) => string,
): Project['styleFor'] {
  const styles = new Map<string, HouseStyle>();
  let all: { readonly program: string; readonly habits: HouseHabits }[] | undefined;
  return (file) => {
    const program = programOf(path.normalize(file));
    const style = styles.get(program) ?? lazyStyle(() => styleOf(program));
    styles.set(program, style);
    return style;
  };

  function styleOf(program: string): HouseStyle {
    all ??= files.flatMap((one) => {
      const text = read(one);
      return text === undefined || isGenerated(text, one)
        ? []
        : [{ program: programOf(one), habits: readHabits(programIn(text, one)) }];
    });
    const own = all.filter((one) => one.program === program);
    return houseStyleOf(
      own.map(({ habits }) => habits),
      all.map(({ habits }) => habits),
    );
  }
}

function merged(one: ReadonlyMap<string, string> | undefined, other: ReadonlyMap<string, string>): Map<string, string> {
  return new Map([...(one ?? []), ...other]);
}

function factsOf({ exports, handsOut }: Known, specifiers: ReadonlyMap<string, string>): Facts {
  const modules = new Map<string, ModuleFacts>();
  for (const [specifier, file] of specifiers) {
    const given = exports.get(file);
    const paths = handsOut.get(file);
    if (given || paths) modules.set(specifier, { exports: given ?? new Map(), handsOut: paths ?? new Set() });
  }
  return { modules };
}

/** Programs side by side do not see each other; what belongs to none of them may work for each. */
function interceptorsFor(
  { interceptors }: Known,
  file: string,
  programOf: (file: string) => string,
  root: string,
): SeenInterceptor[] {
  const own = programOf(file);
  return [...interceptors]
    .filter(([other]) => other !== file && isInReach(programOf(other), own, root))
    .flatMap(([, seen]) => seen);
}

function isInReach(program: string, own: string, root: string): boolean {
  return program === own || program === root || own === root;
}

/** A module that its importer is loaded by may be read before it has run: then nothing is certain of what it exports. */
function doubtCircles(
  { exports }: Known,
  modules: ReadonlyMap<string, ReadonlyMap<string, string>>,
  importsOf: (file: string) => readonly (string | undefined)[],
): void {
  for (const [file, own] of exports) {
    const importers = new Set(
      [...modules].flatMap(([one, given]) => ([...given.values()].includes(file) ? [one] : [])),
    );
    if (!isLoadedBack(file, importers, importsOf)) continue;
    for (const [name, exported] of own) {
      if (exported.stands === 'swan') own.set(name, { ...exported, isMixed: true });
      else own.delete(name);
    }
  }
}

/** The module loads one of its importers, itself or through others. */
function isLoadedBack(
  file: string,
  importers: ReadonlySet<string>,
  importsOf: (file: string) => readonly (string | undefined)[],
): boolean {
  const seen = new Set<string>();
  const waiting = [file];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    for (const target of importsOf(next)) {
      if (target === undefined || target.includes('/node_modules/') || seen.has(target)) continue;
      if (importers.has(target)) return true;
      seen.add(target);
      waiting.push(target);
    }
  }
  return false;
}

/** Where swan is stored or returned, any file of its program may have it and replace what hangs on it. */
function findWritersOf(
  known: Known,
  options: Options,
  programOf: (file: string) => string,
  modules: ReadonlyMap<string, ReadonlyMap<string, string>>,
): void {
  const programs = new Set([...known.letGo].map(programOf));
  for (const file of options.files) {
    const isReached = programs.has(programOf(file)) || programs.has(options.root);
    const text = isReached ? options.read(file) : undefined;
    if (text !== undefined && mayReplace(text))
      readFile(known, options, file, text, modules.get(file) ?? new Map(), true);
  }
}

/** Takes note of what a file hands on, replaces, and writes to. Returns the files whose importers see something new. */
function readFile(
  known: Known,
  { root, texts }: Pick<Options, 'root' | 'texts'>,
  file: string,
  text: string,
  specifiers: ReadonlyMap<string, string>,
  isLetGo = false,
): string[] {
  const unit = texts.of(text, file, parse);
  if (isParseFailure(unit)) return [];
  const { interceptors, exports, handedOut, writes, kept } = resolve(unit, { ...factsOf(known, specifiers), isLetGo });
  if (kept.some(({ code }) => code === 'swan-escapes')) known.letGo.add(file);
  if (interceptors.length > 0) {
    const lines = indexLines(text);
    const name = path.relative(root, file).split(path.sep).join('/');
    known.interceptors.set(
      file,
      interceptors.map(({ at, ...one }) => ({ ...one, place: { file: name, line: lines.place(at.start).line } })),
    );
  }
  const changed = writes.flatMap(({ specifier, name }) => {
    const target = specifiers.get(specifier);
    return target !== undefined && markWritten(known, target, name) ? [target] : [];
  });
  const isNew = handedOut.size > (known.handsOut.get(file)?.size ?? 0);
  if (isNew) known.handsOut.set(file, handedOut);
  return setExports(known, file, exports) || isNew ? [...changed, file] : changed;
}

/** What another file writes to an export joins what the module itself gives it. */
function markWritten({ exports, written }: Known, file: string, name: string): boolean {
  const key = `${file} ${name}`;
  if (written.has(key)) return false;
  written.add(key);
  const own = exports.get(file);
  let isNew = false;
  for (const [one, exported] of own ?? []) {
    if (!isPathOf(name, one)) continue;
    isNew = true;
    if (exported.stands === 'swan') own?.set(one, { ...exported, isMixed: true });
    else own?.delete(one);
  }
  return isNew;
}

/** `*` stands for whatever the module exports below a path. */
function isPathOf(written: string, name: string): boolean {
  return written.endsWith('*') ? name !== '=' && name.startsWith(written.slice(0, -1)) : name === written;
}

/** True when there is something new. */
function setExports({ exports, written }: Known, file: string, found: readonly ExportSite[]): boolean {
  const own = new Map<string, Exported>();
  for (const { name, stands, isMixed } of found) {
    const isWritten = [...written].some(
      (key) => key.startsWith(`${file} `) && isPathOf(key.slice(file.length + 1), name),
    );
    if (isWritten && stands !== 'swan') continue;
    const before = own.get(name);
    // One name that stands for two things stands for neither.
    const isOne = !before || before.stands === stands;
    if (!isOne && stands !== 'swan' && before.stands !== 'swan') own.delete(name);
    else
      own.set(name, { stands: isOne ? stands : 'swan', ...(isMixed || isWritten || !isOne ? { isMixed: true } : {}) });
  }
  const before = exports.get(file) ?? new Map<string, Exported>();
  if (own.size === 0 && before.size === 0) return false;
  exports.set(file, own);
  const isSame =
    own.size === before.size &&
    [...own].every(([name, { stands, isMixed }]) => {
      const other = before.get(name);
      return other?.stands === stands && other.isMixed === isMixed;
    });
  return !isSame;
}
