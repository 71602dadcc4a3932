// In: the names that a file has for swan, its tests for swan, and the sites that are rewritten.
// Out: which declarations nobody needs any more, which of them move to the target's host as a whole, and which tests can
// be answered (F3, F5). One plan for all of them, as each hangs on the others: at first all may go, and what something that
// stays needs is taken back until nothing changes. Knows no target by name, and writes no text.

import type { AliasDeclaration, AliasReference, Guard } from '../resolve/resolve.ts';
import { asApi, type ApiName } from '../apis.ts';
import { contains, type Span } from '../text/text.ts';

export interface NamePlan {
  /** Nothing that stays needs them. */
  readonly gone: ReadonlySet<AliasDeclaration>;
  /** Everything that hangs on them moves to the host, so they do. */
  readonly moved: ReadonlySet<AliasDeclaration>;
  /** Their answer is known, or is asked of the new host. */
  readonly answered: ReadonlySet<Guard>;
}

export interface Planning {
  readonly aliases: readonly AliasDeclaration[];
  readonly guards: readonly Guard[];
  /** Some site is rewritten: otherwise the file is left alone, with what its tests are for. */
  readonly hasSites: boolean;
  /** A site that is rewritten, by its place. */
  readonly isRewritten: (site: Span) => boolean;
  /** The place belongs to a site that is rewritten: to its name, or to what an edit takes away. */
  readonly isReplaced: (at: Span) => boolean;
  /** Sites of the API were left by choice, and none of them moves. */
  readonly isLeft: (api: ApiName | '*') => boolean;
  /** What goes when the test is answered: code that never runs while swan is there. */
  readonly dropsOf: (guard: Guard) => readonly Span[];
  /** An edit of a site takes the text away. */
  readonly isTakenAway: (at: Span) => boolean;
  /** The object that stands for swan on the target, if it has one: how often the file binds its name. */
  readonly host?: { readonly name: string; readonly bindings: number };
  /** Those that the sites were lowered for as if they moved. */
  readonly moving: ReadonlySet<AliasDeclaration>;
}

export function planNames(settling: Planning): NamePlan {
  const { aliases, guards, host, moving } = settling;
  const hiding = aliases.filter((alias) => host !== undefined && alias.names.some(({ name }) => name === host.name));
  let state: State = {
    gone: new Set(aliases.filter((alias) => mayGo(alias, settling))),
    moved: moving,
    answered: new Set(guards.filter((guard) => mayAnswer(guard, settling))),
    refilled: new Set(aliases.filter(({ isExported }) => isExported)),
  };
  for (let before = -1; before !== sizeOf(state);) {
    before = sizeOf(state);
    state = narrow(state, settling);
    // Where the file gives the host's name to something that stays, nothing can stand for the host.
    const isHidden =
      host !== undefined &&
      hiding.filter((alias) => state.gone.has(alias) || state.moved.has(alias)).length !== host.bindings;
    if (isHidden) state = { ...state, moved: new Set(), answered: new Set() };
  }
  // Where both are possible, the declaration moves: the calls through it can stay as they are. A name that is the
  // host's own needs no declaration, nor does one of which nothing is left.
  const isSpent = ({ references, source, declarator: own }: AliasDeclaration): boolean =>
    references.length > 0 &&
    references.every(({ at }) => settling.isTakenAway(at)) &&
    // In `t = s = swan` the value of `s` would go along.
    !aliases.some(({ declarator }) => contains(source, declarator)) &&
    // and without that of `s`, `t` would have none.
    !aliases.some((other) => contains(other.source, own));
  return {
    answered: state.answered,
    gone: new Set(
      [...state.gone].filter((alias) => !state.moved.has(alias) || hiding.includes(alias) || isSpent(alias)),
    ),
    moved: state.moved,
  };
}

interface State {
  readonly gone: ReadonlySet<AliasDeclaration>;
  readonly moved: ReadonlySet<AliasDeclaration>;
  readonly answered: ReadonlySet<Guard>;
  /** They stay for what they export, and take it from elsewhere: nothing is left of their source. */
  readonly refilled: ReadonlySet<AliasDeclaration>;
}

function sizeOf({ gone, moved, answered, refilled }: State): number {
  return gone.size + moved.size + answered.size + refilled.size;
}

/** What could be taken away at all: loading a module, and whatever else the source does, has to be done all the same. */
function mayGo(alias: AliasDeclaration, { aliases: all, isLeft }: Planning): boolean {
  if (!isPlainAlias(alias) || alias.isExported) return false;
  if (alias.references.length === 0 && isLeft(asApi(alias.of))) return false;
  // What `b = (a = swan)` does besides goes with the declaration of `b`.
  if (alias.hasEffect || (alias.isPassedOn && !all.some(({ source }) => contains(source, alias.declarator))))
    return false;
  // A pattern cannot leave its names without their values.
  if (alias.kind === 'destructured' && alias.names.some(({ isWritten }) => isWritten)) return false;
  return alias.names.every(({ stands }) => stands !== 'other');
}

/** It gives swan or an API another name, for certain, and nothing else. */
function isPlainAlias({ kind, of, isOpen, isCertain, isSeenByEval }: AliasDeclaration): boolean {
  return kind !== 'import' && of !== 'host' && of !== 'module' && !isOpen && isCertain && !isSeenByEval;
}

/**
 * Other APIs never change hosts, and who imports swan may use them.
 * @param isPlain true for an API that the host's own function can stand for, whatever it is called with
 */
export function mayMove(alias: AliasDeclaration, isPlain: (api: ApiName) => boolean): boolean {
  const { hasEffect, names, references, isExported } = alias;
  if (!isPlainAlias(alias) || hasEffect) return false;
  if (references.length === 0 && !isExported) return false;
  return names.every(
    ({ stands, isExported: isHanded }) => stands !== 'other' && (!isHanded || (stands !== 'swan' && isPlain(stands))),
  );
}

/** Whether swan itself is there matters only to what needs it; an API that is carried over is there. */
function mayAnswer(
  { kind, present, isOpen, isPrivate, protects, leadsTo, api }: Guard,
  { isRewritten, hasSites, isLeft }: Planning,
): boolean {
  const behind = [...protects, ...leadsTo];
  if (!hasSites || (behind.length === 0 && isLeft(api))) return false;
  if (present === undefined || isOpen || !isPrivate || !behind.every(isRewritten)) return false;
  // What else it may be asked for, as for a count of old devices, is nobody's to answer.
  if (kind === 'canIUse') return behind.length > 0;
  return api !== '*' || protects.length > 0;
}

/** One round: whatever is needed by something that stays is taken back. */
function narrow(state: State, settling: Planning): State {
  const { aliases } = settling;
  const stays = (
    set: ReadonlySet<AliasDeclaration>,
    isFree: (reference: AliasReference) => boolean,
    others?: ReadonlySet<AliasDeclaration>,
  ): Set<AliasDeclaration> => {
    const needed = new Set(
      aliases
        .filter((alias) => (!set.has(alias) && !others?.has(alias)) || !alias.references.every(isFree))
        .map(({ group }) => group),
    );
    return new Set([...set].filter(({ group }) => !needed.has(group)));
  };
  return {
    gone: stays(state.gone, (reference) => isFreed(reference, state, settling), state.refilled),
    moved: stays(new Set([...state.moved].filter((alias) => isHandedOn(alias, state, settling))), (reference) =>
      isMoved(reference, state, settling),
    ),
    answered: new Set([...state.answered].filter((guard) => isSettled(guard, state, settling))),
    refilled: new Set([...state.refilled].filter((alias) => isRefilled(alias, state, settling))),
  };
}

/** Each API that importers get from the declaration is to be the host's, and so is what the value of an assignment is used for. */
function isHandedOn({ names, passedOn }: AliasDeclaration, state: State, settling: Planning): boolean {
  if (passedOn && !isMoved(passedOn, state, settling)) return false;
  const { isRewritten } = settling;
  return names.every(({ isExported, property }) => !isExported || isRewritten(property));
}

/** `const { request } = s; export { request }` becomes `const { request } = { request: … }`. */
function isRefilled(alias: AliasDeclaration, state: State, settling: Planning): boolean {
  const { kind, names, references, isOpen, hasEffect, value, isSeenByEval } = alias;
  if ((kind !== 'destructured' && kind !== 'value') || isOpen || (hasEffect && !value) || isSeenByEval) return false;
  if (!references.every((one) => isFreed(one, state, settling)) || !names.some(({ isExported }) => isExported))
    return false;
  if (!assignedWithin(alias, settling.aliases).every((inner) => state.gone.has(inner))) return false;
  return names.every(({ name, stands, isExported, property }) => {
    if (stands === 'swan' || stands === 'other') return false;
    return isExported ? settling.isRewritten(property) : references.some((reference) => reference.name === name);
  });
}

/** In `export const { request } = (s = swan)` the assignment to `s`. */
export function assignedWithin(
  { source }: AliasDeclaration,
  aliases: readonly AliasDeclaration[],
): readonly AliasDeclaration[] {
  return aliases.filter(({ declarator }) => contains(source, declarator));
}

/** What is exported has its value from elsewhere, where its declaration does. */
function isFreed({ at, use }: AliasReference, state: State, settling: Planning): boolean {
  return use.kind === 'export' || isGone(at, state, settling);
}

/** The place is taken away: by a site, by a test that is answered, with a declaration that goes. */
function isGone(at: Span, { gone, answered, refilled }: State, { isReplaced, dropsOf }: Planning): boolean {
  if (isReplaced(at)) return true;
  const isIn = (span: Span): boolean => contains(span, at);
  if ([...answered].some((guard) => isIn(guard.at) || dropsOf(guard).some(isIn))) return true;
  return [...gone, ...refilled].some(({ source }) => contains(source, at));
}

/** What the reference is used for moves to the host. */
function isMoved(
  { use, at }: Pick<AliasReference, 'use' | 'at'>,
  { moved, answered }: State,
  { isRewritten, isReplaced }: Planning,
): boolean {
  switch (use.kind) {
    case 'call':
    case 'value':
      return isRewritten(use.at);
    case 'guard':
      return [...answered].some((guard) => guard.at.start === use.at.start && guard.at.end === use.at.end);
    case 'alias':
      return [...moved].some(({ source }) => contains(source, at));
    case 'receiver':
      return isReplaced(use.at);
    case 'export':
      return true;
    default:
      return false;
  }
}

/** All that the test protects is seen, and none of it needs swan any more. */
function isSettled(guard: Guard, state: State, settling: Planning): boolean {
  const { reads } = guard;
  if (guard.protects.length === 0 && isBehindStaying(guard, state, settling)) return false;
  const carried = [...state.moved].flatMap(({ references }) => references);
  return reads.every(
    (at) => isGone(at, state, settling) || carried.some((one) => contains(one.at, at)) || isSourceOfMoved(at, state),
  );
}

/** `typeof swan !== 'undefined' && swan.request`: what nothing depends on is asked of swan, where it is known to be there. */
function isBehindStaying({ at }: Guard, { answered }: State, { guards }: Planning): boolean {
  return guards.some((other) => !answered.has(other) && other.reads.some((read) => contains(at, read)));
}

function isSourceOfMoved(at: Span, { moved }: State): boolean {
  return [...moved].some(({ source }) => contains(source, at));
}
