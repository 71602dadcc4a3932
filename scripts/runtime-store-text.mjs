// In: the modules of src/runtime as they were read. Out: the text of src/shim/store.generated.ts: them as data, and its types.
// Knows nothing of how a module is read.

export function isVariant(name) {
  return name.endsWith('-many');
}

/** `socket-current` for `socket-current-many`. */
export function plainName(name) {
  return name.replace(/-many$/, '');
}

/** @param order the modules, each behind those that it needs */
export function storeText(modules, order, entries) {
  const chosen = order.flatMap((name) => (modules.has(`${name}-many`) ? [name, `${name}-many`] : [name]));
  const stored = chosen.map((name) => {
    const { heading, declarations } = modules.get(name);
    return {
      name: plainName(name),
      ...(modules.has(`${plainName(name)}-many`) && { sockets: isVariant(name) ? 'many' : 'one' }),
      heading,
      declarations: declarations.map(({ name: own, isSetting, ts: typed, js, needs, needsAtRunTime }) => ({
        name: own,
        ...(isSetting && { isSetting }),
        ts: typed,
        ...(js === undefined ? {} : js === typed ? { js: true } : { js }),
        needs,
        ...(js === undefined || String(needsAtRunTime) === String(needs) ? {} : { needsAtRunTime }),
      })),
    };
  });
  return `// Generated from src/runtime by scripts/store-runtime.mjs. Do not edit: change the modules there and run it again.
// Every declaration of the shim as it ships, with the names that it needs ('module/name', or 'package#name').

export interface StoredDeclaration {
  readonly name: string;
  /** The texts end before the value, which the linker prints. */
  readonly isSetting?: true;
  readonly ts: string;
  /** true: the same as \`ts\`. Absent: a type, which JavaScript has no need of. */
  readonly js?: string | true;
  readonly needs: readonly string[];
  /** Where JavaScript needs less. */
  readonly needsAtRunTime?: readonly string[];
}

export interface StoredModule {
  readonly name: string;
  /** Of two modules of one name the one that is for these sockets is taken. */
  readonly sockets?: 'one' | 'many';
  readonly heading: string;
  readonly declarations: readonly StoredDeclaration[];
}

export interface StoredEntry {
  readonly values: Readonly<Record<string, string>>;
  readonly types: Readonly<Record<string, string>>;
}

/** Each behind the modules that it needs. */
export const storedModules: readonly StoredModule[] = ${JSON.stringify(stored)};

/** The public names of each entry. */
export const storedEntries: Readonly<Record<string, StoredEntry>> = ${JSON.stringify(entries)};
`;
}
