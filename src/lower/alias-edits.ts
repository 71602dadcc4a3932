// In: what is to become of a file's other names for swan. Out: the edits that make it so, and a note at each that stays.
// The plan is over a statement as a whole: of its declarators, names and arguments some go and some stay.
// Knows no target by name.

import { isApiName, type ApiName } from '../apis.ts';
import type { LiftedFile } from '../lift/file.ts';
import type { AliasDeclaration, AliasName, Guard } from '../resolve/resolve.ts';
import type { Draft, DraftEdit, Note, ShimName } from '../target.ts';
import { contains, keeps, type Edit, type Span } from '../text/text.ts';
import { assignedWithin, type NamePlan } from './plan.ts';

export interface AliasEdits {
  readonly edits: readonly DraftEdit[];
  readonly notes: readonly Note[];
  /** Declared names that go with what declares them: the file can have them for something else. */
  readonly freed: readonly Span[];
}

export interface AliasTexts {
  /** What stands for an API from now on. */
  readonly api: (api: ApiName) => string | ShimName;
  /** The object that stands for swan, where the target has one. */
  readonly host?: string;
}

export interface RewrittenPlaces {
  /** A place that an edit takes away. */
  readonly isGone: (at: Span) => boolean;
  /** A site, or an exported name, that is the target's from now on. */
  readonly isRewritten: (at: Span) => boolean;
  /** The tests for swan. */
  readonly guards: readonly Guard[];
  /** Every place that reads the global `swan`. */
  readonly swanNames: readonly Span[];
  /** Every place that reads the target's host. */
  readonly hostNames: () => readonly Span[];
  readonly comments: readonly Span[];
}

export function editAliases(
  unit: LiftedFile,
  aliases: readonly AliasDeclaration[],
  settled: NamePlan,
  rewritten: RewrittenPlaces,
  texts: AliasTexts,
): AliasEdits {
  const { isGone } = rewritten;
  const staying = aliases.filter((alias) => !settled.gone.has(alias));
  const edits: DraftEdit[] = [
    ...removals(unit, aliases, settled.gone),
    ...staying.flatMap((alias) => (settled.moved.has(alias) ? moving(alias, settled, rewritten, texts) : [])),
  ];
  const freed = [...settled.gone].filter(({ kind }) => kind !== 'argument').flatMap(({ names }) => names);
  const notes: Note[] = [];
  for (const alias of staying) {
    if (settled.moved.has(alias) || alias.kind === 'import' || alias.of === 'module') continue;
    const isSourceNeeded = !assignedWithin(alias, aliases).every((inner) => settled.gone.has(inner));
    const own = alias.of === 'host' ? nothing : stayingEdits({ alias, isSourceNeeded }, rewritten, texts);
    edits.push(...own.edits);
    freed.push(...own.freed);
    const code = noteOn(alias, own.edits.length > 0, isGone);
    if (code) notes.push(code);
  }
  const isFree = ({ isExported, isWritten }: AliasName): boolean => !isExported && !isWritten;
  return { edits: withoutSwallowed(edits), notes, freed: freed.filter(isFree).map(({ at }) => at) };
}

/** What is to be said of a declaration that stays: what needs it, or that it names swan for nothing. */
function noteOn(alias: AliasDeclaration, isEdited: boolean, isGone: (at: Span) => boolean): Note | undefined {
  const { references, names, source: at } = alias;
  const isUsed = references.some((reference) => isGone(reference.at));
  const needing = references.find((reference) => !isGone(reference.at) && reference.use.kind !== 'export');
  const isNeeded = needing !== undefined;
  const takesMore = names.some(({ stands }) => stands === 'other');
  if (alias.of === 'host' && !alias.needsSwan)
    return isUsed || isNeeded || names.length > 0 ? undefined : { code: 'swan-named', at, details: {} };
  if (isUsed && (isNeeded || !isEdited)) {
    return { code: 'swan-alias-left', at, details: { name: needing?.name ?? names[0]?.name ?? 'swan' } };
  }
  // Kept sites and other APIs that hang on it have their own word in the report.
  const isTold = references.some(
    ({ use }) => /^(?:call|value|kept)$/.test(use.kind) || (use.kind === 'other' && use.member !== undefined),
  );
  const handed = names.filter(({ isExported }) => isExported);
  // So has a rest.
  const isOpen = alias.isOpen || takesMore;
  if (isOpen || isTold || isEdited || handed.some(({ stands, kept }) => stands === 'swan' || kept)) return undefined;
  // A name that is written to may be swan where it is read.
  const name = handed[0] ?? names.find(({ isWritten }) => isNeeded && isWritten);
  return name ? { code: 'swan-alias-left', at, details: { name: name.name } } : { code: 'swan-named', at, details: {} };
}

/** What lies in a stretch that another edit takes away needs no edit of its own; nor does a stretch need two. */
export function withoutSwallowed<Hole extends object = never>(edits: readonly Edit<Hole>[]): Edit<Hole>[] {
  return edits.filter(
    (edit, index) =>
      !edits.some(
        (other, at) =>
          at !== index && (swallows(other, edit) || (isSame(other.at, edit.at) && isFirst(other, at, edit, index))),
      ),
  );
}

/** Of two edits of one stretch, the one that leaves less. */
function isFirst(a: Edit<object>, indexA: number, b: Edit<object>, indexB: number): boolean {
  return a.text.length !== b.text.length ? a.text.length < b.text.length : indexA < indexB;
}

function swallows(outer: Edit<object>, inner: Edit<object>): boolean {
  const isInsertion = inner.at.start === inner.at.end;
  const isAtEdge = isInsertion && (inner.at.start === outer.at.start || inner.at.start === outer.at.end);
  if (isAtEdge || !contains(outer.at, inner.at) || isSame(outer.at, inner.at)) return false;
  return !keeps(outer.text, inner.at);
}

function isSame(a: Span, b: Span): boolean {
  return a.start === b.start && a.end === b.end;
}

/**
 * `const s = swan` becomes `const s = wx`, and `typeof swan !== 'undefined' ? swan : null` keeps its test, which has nothing to
 * decide where it ends in `: wx`. What is made of another alias follows it.
 */
function moving(
  alias: AliasDeclaration,
  { moved, answered }: NamePlan,
  { guards, swanNames, hostNames, comments }: RewrittenPlaces,
  { host }: AliasTexts,
): Edit[] {
  const { source } = alias;
  const isFollower = [...moved].some(
    (other) => other !== alias && other.references.some(({ at }) => contains(source, at)),
  );
  // `t = s = swan`: the inner one is written anew.
  const isOuter = [...moved].some((other) => contains(source, other.source) && !isSame(source, other.source));
  if (isFollower || isOuter || host === undefined) return [];
  const tests = guards.filter(({ at }) => contains(source, at) && !isSame(source, at));
  const named = swanNames.filter((at) => contains(source, at));
  const given = named.filter((name) => !tests.some(({ at }) => contains(at, name)));
  const areSeen = tests.every(({ at }) => named.some((name) => contains(at, name)));
  const isIn = (at: Span): boolean => contains(source, at);
  const isDecided = hostNames().some(isIn) && !comments.some(isIn);
  if (tests.length > 0 && areSeen && given.length === 1 && !isDecided) {
    const isAnswered = (name: Span): boolean => [...answered].some(({ at }) => contains(at, name));
    return named.filter((name) => !isAnswered(name)).map((at) => ({ at, text: [host] }));
  }
  return [{ at: source, text: [isApiName(alias.of) ? `${host}.${alias.of}` : host] }];
}

// What goes

function removals(unit: LiftedFile, aliases: readonly AliasDeclaration[], gone: ReadonlySet<AliasDeclaration>): Edit[] {
  const edits: Edit[] = [];
  const done = new Set<string>();
  for (const alias of gone) {
    const { declaration } = alias;
    const key = `${declaration.start} ${declaration.end}`;
    if (done.has(key)) continue;
    done.add(key);
    const together = aliases.filter((other) => isSame(other.declaration, declaration) && gone.has(other));
    edits.push(...(alias.arguments ? argumentRemovals(together) : statementRemovals(unit, together)));
  }
  return edits;
}

function statementRemovals(unit: LiftedFile, gone: readonly AliasDeclaration[]): Edit[] {
  const [alias] = gone;
  if (!alias) return [];
  const { declaration, standsAs, list, isAssignment, kind, names } = alias;
  // `let s = swan` becomes `let s` where something else is written to it later.
  const written = isAssignment ? [] : gone.filter((one) => one.names.some(({ isWritten }) => isWritten));
  if (written.length > 0) {
    const rest = gone.filter((one) => !written.includes(one)).map(({ declarator }) => declarator);
    return [...written.map(withoutValue), ...listRemovals(list, rest)];
  }
  // `function f(host = swan) {}` becomes `function f(host) {}`
  if (kind === 'argument') return [{ at: alias.declarator, text: names[0] ? [names[0].at] : ['undefined'] }];
  if (isAssignment ? !alias.isAlone : gone.length < list.length) {
    return isAssignment
      ? [{ at: alias.source, text: ['undefined'] }]
      : listRemovals(
          list,
          gone.map(({ declarator }) => declarator),
        );
  }
  if (standsAs === 'head') return [{ at: declaration, text: [] }];
  // `if (ok) s = swan;` becomes `if (ok) {}`
  if (standsAs !== 'statement') return [{ at: declaration, text: ['{}'] }];
  const semicolon: Edit[] =
    alias.semicolonAt === undefined ? [] : [{ at: { start: alias.semicolonAt, end: alias.semicolonAt }, text: [';'] }];
  return [{ at: wholeLines(unit, declaration), text: [] }, ...semicolon];
}

function withoutValue({ names, declarator }: AliasDeclaration): Edit {
  return { at: { start: names[0]?.at.end ?? declarator.end, end: declarator.end }, text: [] };
}

/** The statement, and the lines that hold nothing else; a comment behind it on its last line goes along. */
export function wholeLines({ text, comments }: LiftedFile, statement: Span): Span {
  const lineStart = text.lastIndexOf('\n', statement.start - 1) + 1;
  const first = text.charCodeAt(lineStart) === 0xfeff ? lineStart + 1 : lineStart;
  let end = statement.end;
  for (;;) {
    while (text.charAt(end) === ' ' || text.charAt(end) === '\t') end++;
    const comment = comments.find(({ start }) => start === end);
    if (!comment || text.slice(comment.start, comment.end).includes('\n')) break;
    end = comment.end;
  }
  const isLast = end === text.length || text.charAt(end) === '\n' || text.charAt(end) === '\r';
  if (text.slice(first, statement.start).trim() !== '' || !isLast) return withSpace(text, statement);
  const lineEnd = text.startsWith('\r\n', end) ? end + 2 : Math.min(end + 1, text.length);
  return { start: first, end: lineEnd };
}

/** In `{ const s = swan; s.request(…) }` one of the two spaces goes along. */
function withSpace(text: string, { start, end }: Span): Span {
  const isSpaced = start === 0 || /\s/.test(text.charAt(start - 1));
  return { start, end: isSpaced && text.charAt(end) === ' ' ? end + 1 : end };
}

/** Items of a list go with their commas: `a = 1, s = swan, b = 2` becomes `a = 1, b = 2`. */
function listRemovals(list: readonly Span[], gone: readonly Span[]): Edit[] {
  const isOut = (item: Span | undefined): boolean => item !== undefined && gone.some((one) => isSame(one, item));
  const firstKept = list.findIndex((item) => !isOut(item));
  return list.flatMap((item, index): Edit[] => {
    if (!isOut(item)) return [];
    const before = list[index - 1];
    const next = list[index + 1];
    const at =
      index < firstKept
        ? { start: item.start, end: next?.start ?? item.end }
        : { start: before?.end ?? item.start, end: item.end };
    return [{ at, text: [] }];
  });
}

/**
 * `(function (host) { … })(swan)` becomes `(function () { … })()`. An argument in front of others leaves `undefined`,
 * and a parameter in front of others keeps its place.
 */
function argumentRemovals(gone: readonly AliasDeclaration[]): Edit[] {
  const [alias] = gone;
  const passed = alias?.arguments ?? [];
  const sources = gone.map(({ source }) => source);
  const edits: Edit[] = trailing(passed, sources, (item) => ({ at: item, text: ['undefined'] }));
  // A parameter that the function writes to is a variable of its own.
  const unused = gone.filter(({ names }) => !names.some(({ isWritten }) => isWritten));
  if (!alias || unused.length === 0) return edits;
  // `host => …` becomes `() => …`
  if (alias.hasBareParameter) return [...edits, { at: alias.declarator, text: ['()'] }];
  const parameters = unused.map(({ declarator }) => declarator);
  return [...edits, ...trailing(alias.list, parameters, () => undefined)];
}

/** Those at the end of a list go, each with the comma before it; for the others `rest` says what is left. */
function trailing(list: readonly Span[], gone: readonly Span[], rest: (item: Span) => Edit | undefined): Edit[] {
  const isOut = (item: Span): boolean => gone.some((one) => isSame(one, item));
  const lastKept = list.findLastIndex((item) => !isOut(item));
  return list.flatMap((item, index): Edit[] => {
    if (!isOut(item)) return [];
    if (index < lastKept) {
      const edit = rest(item);
      return edit ? [edit] : [];
    }
    return [{ at: { start: list[index - 1]?.end ?? item.start, end: item.end }, text: [] }];
  });
}

// What stays, but for some of its names

interface Staying {
  readonly edits: readonly DraftEdit[];
  /** Names that the declaration no longer makes. */
  readonly freed: readonly AliasName[];
}

interface Stays {
  readonly alias: AliasDeclaration;
  /** `(s = swan)`: what else it gives a name to stays as well. */
  readonly isSourceNeeded: boolean;
}

const nothing: Staying = { edits: [], freed: [] };

function stayingEdits(
  { alias, isSourceNeeded }: Stays,
  { isGone, isRewritten }: RewrittenPlaces,
  texts: AliasTexts,
): Staying {
  const { names, isOpen, source, value = source, declarator, kind } = alias;
  if (kind === 'argument' || isOpen || (alias.hasEffect && !alias.value) || alias.isSeenByEval) return nothing;
  const left = (name: AliasName): boolean =>
    alias.references.some(
      (reference) => reference.name === name.name && !isGone(reference.at) && !isExportOf(alias, reference.at),
    );
  const exported = names.filter(
    (name) => name.isExported && isApiName(name.stands) && isRewritten(name.property) && !left(name),
  );
  const unused = names.filter(
    (name) =>
      isApiName(name.stands) &&
      !name.isExported &&
      !left(name) &&
      alias.references.some(({ name: own }) => own === name.name),
  );
  const isWhole = exported.length > 0 && exported.length + unused.length === names.length;
  if (kind === 'value')
    return isWhole && isApiName(alias.of)
      ? { edits: [{ at: value, text: [texts.api(alias.of)] }], freed: [] }
      : nothing;
  if (kind !== 'destructured') return nothing;
  const isRefilled = isWhole && !isSourceNeeded;
  const trimmed = isRefilled ? unused : [...exported, ...unused];
  const list = names.map(({ property }) => property);
  const removed =
    trimmed.length < names.length || (isSourceNeeded && exported.length > 0)
      ? listRemovals(
          list,
          trimmed.map(({ property }) => property),
        )
      : [];
  const freed = removed.length > 0 ? unused : [];
  if (isRefilled) return { edits: [...removed, { at: value, text: objectOf(exported, texts) }], freed };
  // `export const { request, login } = swan` becomes `export const { login } = swan, request = …`
  const added = exported.flatMap(({ name, stands }) => [`, ${name} = `, isApiName(stands) ? texts.api(stands) : name]);
  const isDeclared = !alias.isAssignment;
  if (added.length > 0 && !isDeclared) return nothing;
  const behind = added.length > 0 ? [{ at: { start: declarator.end, end: declarator.end }, text: added }] : [];
  return { edits: [...removed, ...behind], freed };
}

/** What the pattern takes its names out of from now on. */
function objectOf(names: readonly AliasName[], { api }: AliasTexts): Draft {
  const taken = [...new Set(names.map(({ stands }) => stands).filter((stands) => isApiName(stands)))];
  return ['{ ', ...taken.flatMap((one, index) => [`${index === 0 ? '' : ', '}${one}: `, api(one)]), ' }'];
}

function isExportOf({ references }: AliasDeclaration, at: Span): boolean {
  return references.some((reference) => isSame(reference.at, at) && reference.use.kind === 'export');
}
