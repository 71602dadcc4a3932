// In: the other names that a file has for swan, and which of their uses were rewritten. Out: what becomes of their
// declarations: removed when nothing is left of them, made to stand for the target's host, or left with a note.
// Knows no target by name.

import type { AliasDeclaration, AliasReference } from './resolve.ts';
import type { SourceUnit } from './parse.ts';
import type { Note } from './target.ts';
import { contains, type Edit, type Span } from './text.ts';

export interface AliasPlan {
  readonly edits: readonly Edit[];
  readonly notes: readonly Note[];
}

/**
 * The aliases whose every use is a network call, directly or through another such alias: these can stand for the
 * target's own host, and what is called through them need not change.
 * @param host the target's host object, and how often the file binds its name
 * @param isKept true for a place that stays as it is
 */
export function findRehosted(
  unit: SourceUnit,
  aliases: readonly AliasDeclaration[],
  host: { readonly name: string; readonly bindings: number },
  isKept: (at: Span) => boolean,
): AliasDeclaration[] {
  const pure = new Map<AliasDeclaration, boolean>();
  const isPure = (alias: AliasDeclaration): boolean => {
    const known = pure.get(alias);
    if (known !== undefined) return known;
    pure.set(alias, false);
    const result =
      ['object', 'destructured', 'value', 'argument'].includes(alias.kind) &&
      alias.of !== 'host' &&
      alias.of !== 'module' &&
      !loadsModule(unit, alias) &&
      alias.references.length > 0 &&
      alias.references.every((reference) => !isKept(reference.at) && isNetworkUse(reference, aliases, isPure));
    pure.set(alias, result);
    return result;
  };
  const found = aliases.filter(isPure);
  const hiding = found.filter((alias) => alias.names.some(({ name }) => name === host.name));
  // Where the file gives the host's name to something that stays, nothing can be made to stand for the host.
  return hiding.length === host.bindings && hiding.every((alias) => isRemovable(unit, alias)) ? found : [];
}

function isNetworkUse(
  reference: AliasReference,
  aliases: readonly AliasDeclaration[],
  isPure: (alias: AliasDeclaration) => boolean,
): boolean {
  const { use } = reference;
  if (use.kind === 'alias') {
    const next = aliasOf(reference, aliases);
    return next !== undefined && isPure(next);
  }
  return ['call', 'value', 'guard', 'export', 'receiver'].includes(use.kind);
}

/** The name comes out of another module, which has to be loaded all the same. */
function loadsModule({ text }: SourceUnit, { source }: AliasDeclaration): boolean {
  return text.slice(source.start, source.end).includes('(');
}

/** The alias that is made from this reference. */
function aliasOf(reference: AliasReference, aliases: readonly AliasDeclaration[]): AliasDeclaration | undefined {
  return aliases.find((alias) => contains(alias.source, reference.at));
}

/** Rehosted aliases get the target's host; one that would hide it goes. */
export function planRehosted(unit: SourceUnit, rehosted: readonly AliasDeclaration[], host: string): Edit[] {
  return rehosted.flatMap((alias): Edit[] => {
    if (alias.names.some(({ name }) => name === host)) return [removal(unit, alias)];
    // One made from another alias follows it.
    if (rehosted.some((other) => other.references.some(({ at }) => contains(alias.source, at)))) return [];
    return [{ at: alias.source, text: [alias.of === 'swan' ? host : `${host}.${alias.of}`] }];
  });
}

/**
 * What becomes of the aliases after their uses were rewritten.
 * @param edited true for a place that an edit of a site replaces
 * @param source the text that can stand for the alias's source from now on, asked only for exported aliases
 */
export function planAliases(
  unit: SourceUnit,
  aliases: readonly AliasDeclaration[],
  edited: (at: Span) => boolean,
  source: (alias: AliasDeclaration) => string | undefined,
): AliasPlan {
  const edits: Edit[] = [];
  const notes: Note[] = [];
  const gone = new Set<AliasDeclaration>();
  // An alias made from another one comes behind it, so the last come first.
  for (const alias of [...aliases].sort((a, b) => b.source.start - a.source.start)) {
    if (alias.kind === 'import' || alias.of === 'host' || alias.of === 'module' || loadsModule(unit, alias)) continue;
    const left = alias.references.filter((reference) => {
      if (reference.use.kind === 'alias') {
        const next = aliasOf(reference, aliases);
        return !next || !gone.has(next);
      }
      return !edited(reference.at);
    });
    const takesMore = alias.kind === 'destructured' && !alias.isNetworkOnly;
    const isLive = alias.isExported || takesMore || left.length > 0;
    if (!isLive) {
      // The declaration would be the last thing that needs swan.
      gone.add(alias);
      edits.push(
        isRemovable(unit, alias)
          ? removal(unit, alias)
          : (listRemoval(unit, alias) ?? {
              at: alias.source,
              text: [alias.kind === 'destructured' ? '{}' : 'undefined'],
            }),
      );
      continue;
    }
    if (takesMore && !alias.isExported) edits.push(...unusedNames(unit, alias, left));
    const isOnlyExported = !takesMore && left.every(({ use }) => use.kind === 'export');
    const text = isOnlyExported && (alias.isNetworkOnly || alias.kind === 'value') ? source(alias) : undefined;
    if (text !== undefined) {
      edits.push({ at: alias.source, text: [text] });
    } else if (left.length < alias.references.length) {
      const name = alias.names[0]?.name ?? 'swan';
      notes.push({ code: 'swan-alias-left', at: alias.source, details: { name } });
    }
  }
  return { edits, notes };
}

/** A statement of its own on lines of its own, without comments inside. */
function isRemovable({ text, comments }: SourceUnit, alias: AliasDeclaration): boolean {
  const { declaration } = alias;
  const isStatement = alias.kind !== 'argument' && alias.isAlone && !alias.isExported;
  const before = text.slice(text.lastIndexOf('\n', declaration.start - 1) + 1, declaration.start);
  const previous = text.slice(0, declaration.start).trimEnd().at(-1);
  return (
    isStatement &&
    /^\uFEFF?[ \t]*$/.test(before) &&
    // Not the body of an `if` without braces, which needs a statement.
    (previous === undefined || /[;{}/'"]/.test(previous)) &&
    /^[ \t]*(?:\/\/|\r?\n|$)/.test(text.slice(declaration.end)) &&
    !comments.some((comment) => contains(declaration, comment))
  );
}

function removal({ text }: SourceUnit, { declaration }: AliasDeclaration): Edit {
  const lineStart = text.lastIndexOf('\n', declaration.start - 1) + 1;
  const start = text.charCodeAt(lineStart) === 0xfeff ? lineStart + 1 : lineStart;
  const rest = /^[ \t]*(?:\r?\n|$)/.exec(text.slice(declaration.end));
  // A comment behind it stays where it is.
  if (!rest) return { at: declaration, text: [] };
  return { at: { start, end: declaration.end + rest[0].length }, text: [] };
}

/** A declarator among others goes with its comma. */
function listRemoval(
  unit: SourceUnit,
  { declarator, kind, isAlone, isAssignment }: AliasDeclaration,
): Edit | undefined {
  if (kind === 'argument' || isAlone || isAssignment) return undefined;
  return itemRemoval(unit, declarator);
}

/** The names of a pattern that nobody uses any more, beside others that stay. */
function unusedNames(unit: SourceUnit, alias: AliasDeclaration, left: readonly AliasReference[]): Edit[] {
  const gone = alias.names.filter(
    ({ name, stands }) =>
      stands !== 'other' &&
      alias.references.some((reference) => reference.name === name) &&
      !left.some((reference) => reference.name === name),
  );
  // Two that stand side by side would claim the same comma.
  const [only, more] = gone;
  const edit = only && !more ? itemRemoval(unit, only.property) : undefined;
  return edit ? [edit] : [];
}

/** Takes an item out of a list with commas, unless a comment stands by it. */
function itemRemoval({ text, comments }: SourceUnit, item: Span): Edit | undefined {
  const behind = /^\s*,\s*/.exec(text.slice(item.end))?.[0];
  const before = /,\s*$/.exec(text.slice(0, item.start))?.[0];
  const at =
    behind !== undefined
      ? { start: item.start, end: item.end + behind.length }
      : { start: item.start - (before?.length ?? 0), end: item.end };
  if (behind === undefined && before === undefined) return undefined;
  return comments.some((comment) => contains(at, comment)) ? undefined : { at, text: [] };
}
