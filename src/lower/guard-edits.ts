// In: the tests for swan in a file, and which of them are answered. Out: edits after which each of them reads as a person
// would have written it, and notes at those that stay.
// Knows no target by name.

import type { SourceUnit } from '../syntax/parse.ts';
import type { Branch, Condition, Guard, Logic } from '../resolve/resolve.ts';
import type { Note, Target } from '../target.ts';
import { contains, type Edit, type Span } from '../text/text.ts';
import { wholeLines, withoutSwallowed } from './alias-edits.ts';
import type { Plan } from './plan.ts';
import type { Unwrapped } from './unindent.ts';

export interface GuardEdits {
  readonly edits: readonly Edit[];
  readonly notes: readonly Note[];
  /** Tests that went from around their blocks. */
  readonly unwrapped: readonly Unwrapped[];
}

export interface Tested {
  readonly unit: SourceUnit;
  readonly guards: readonly Guard[];
  readonly conditions: readonly Condition[];
  /** Nothing of the span is edited. */
  readonly isUntouched: (at: Span) => boolean;
  /** The place goes with a declaration that nobody needs. */
  readonly isGone: (at: Span) => boolean;
}

export function editGuards(tested: Tested, { answered, moved }: Plan, { host, title }: Asked): GuardEdits {
  const { guards, conditions } = tested;
  const isMoved = (at: Span): boolean =>
    [...moved].some(({ references }) => references.some((one) => contains(at, one.at)));
  const edits =
    'global' in host
      ? [...answered].flatMap((guard) => (isMoved(guard.at) ? [] : rehost(guard, host.global)))
      : conditions.flatMap((condition) => fold(tested, condition, answered));
  const left = withoutSwallowed(edits);
  return {
    edits: left,
    unwrapped: conditions.flatMap(({ role }) => unwrappedBy(left, role)),
    notes: [
      ...outermost(
        guards
          .filter((guard) => !answered.has(guard) && !tested.isGone(guard.at))
          .filter(({ isOpen, protects, leadsTo }) => !isOpen || protects.length + leadsTo.length > 0),
      ).map((guard) => noteAt(tested, guard)),
      ...[...answered].filter(({ kind }) => kind === 'canIUse').map((guard) => answerAt(tested, guard, host, title)),
    ],
  };
}

/** What a test that is answered is asked of now. */
type Asked = Pick<Target, 'host' | 'title'>;

function answerAt({ unit }: Tested, { at }: Guard, host: Target['host'], title: string): Note {
  const answer = 'global' in host ? { askedOf: host.global } : {};
  return { code: 'can-i-use', at, details: { text: clip(unit.text.slice(at.start, at.end)), title, ...answer } };
}

function unwrappedBy(edits: readonly Edit[], role: Condition['role']): Unwrapped[] {
  if (role.kind !== 'if' || !role.block) return [];
  const { at, block: inner } = role;
  const isLeft = edits.some(({ at: whole, text }) => whole === at && text.length === 1 && text[0] === inner);
  return isLeft ? [{ at, inner }] : [];
}

/** `typeof swan` becomes `typeof wx`, a tested `request` becomes `wx.request`. */
function rehost({ swan, named, api }: Guard, host: string): Edit[] {
  if (swan) return [{ at: swan, text: [host] }];
  return named ? [{ at: named, text: [`${host}.${api}`] }] : [];
}

/** Those that are asked only while swan is there, as another one has found, leave the word to that one. */
function outermost(guards: readonly Guard[]): Guard[] {
  const behind = [...new Set(guards.flatMap(({ reads }) => reads.map(({ start }) => start)))];
  return guards.filter(({ at }) => !behind.some((start) => at.start <= start && start < at.end));
}

function noteAt({ unit }: Tested, { at, without, protects, leadsTo }: Guard): Note {
  const text = clip(unit.text.slice(at.start, at.end));
  return { code: 'swan-guard', at, details: { text, without, isSeen: protects.length + leadsTo.length > 0 } };
}

function clip(text: string): string {
  const line = text.replace(/\s+/g, ' ');
  return line.length > 60 ? `${line.slice(0, 59)}…` : line;
}

// Answers

/** What a part of a condition comes to: a known answer, or its text, of which perhaps only a part is left. */
type Folded = { readonly known: boolean } | Reduced;

interface Reduced {
  readonly left: Span;
  readonly edits: readonly Edit[];
}

function fold(tested: Tested, { root, role }: Condition, answered: ReadonlySet<Guard>): Edit[] {
  const folded = foldLogic(tested, root, answered);
  if (!('known' in folded)) return reduced(root, folded);
  const edits = decide(tested, role, folded.known);
  return edits.length > 0 ? edits : [{ at: root.at, text: [String(folded.known)] }];
}

function reduced({ at }: Logic, { left, edits }: Reduced): Edit[] {
  const isWhole = left.start === at.start && left.end === at.end;
  return isWhole ? [...edits] : [{ at, text: [left] }, ...edits];
}

function foldLogic(tested: Tested, logic: Logic, answered: ReadonlySet<Guard>): Folded {
  const asIs: Folded = { left: logic.at, edits: [] };
  switch (logic.kind) {
    case 'opaque':
      return asIs;
    case 'guard': {
      const guard = [...answered].find(({ at }) => at.start === logic.at.start && at.end === logic.at.end);
      return guard?.present === undefined ? asIs : { known: guard.present };
    }
    case 'not':
    case 'wrapped': {
      const inner = foldLogic(tested, logic.inner, answered);
      if ('known' in inner) return { known: logic.kind === 'not' ? !inner.known : inner.known };
      return { left: logic.at, edits: reduced(logic.inner, inner) };
    }
    default:
      return foldPair(tested, logic, answered);
  }
}

/** `true && x` is `x`, and `x && true` is `x` where only its truth counts. */
function foldPair(tested: Tested, logic: Logic & { kind: 'and' | 'or' }, answered: ReadonlySet<Guard>): Folded {
  const neutral = logic.kind === 'and';
  const left = foldLogic(tested, logic.left, answered);
  const right = foldLogic(tested, logic.right, answered);
  if ('known' in left) {
    if (left.known !== neutral) {
      const isDead = logic.isTruth && tested.isUntouched(logic.right.at);
      return isDead
        ? left
        : { left: logic.at, edits: [literal(logic.left, left.known), ...editsOf(logic.right, right)] };
    }
    if ('known' in right) return right;
    if (logic.canBeRight && hasNoComment(tested, logic.at, logic.right.at)) return right;
    return { left: logic.at, edits: [literal(logic.left, left.known), ...editsOf(logic.right, right)] };
  }
  if (!('known' in right))
    return { left: logic.at, edits: [...reduced(logic.left, left), ...reduced(logic.right, right)] };
  if (logic.isTruth && right.known === neutral && hasNoComment(tested, logic.at, logic.left.at)) return left;
  return { left: logic.at, edits: [...reduced(logic.left, left), literal(logic.right, right.known)] };
}

function editsOf(logic: Logic, folded: Folded): Edit[] {
  return 'known' in folded ? [literal(logic, folded.known)] : reduced(logic, folded);
}

function literal({ at }: Logic, known: boolean): Edit {
  return { at, text: [String(known)] };
}

/** No comment stands in what goes. */
function hasNoComment({ unit }: Tested, whole: Span, left: Span): boolean {
  return !unit.comments.some((comment) => contains(whole, comment) && !contains(left, comment));
}

/** What the answer decides, without the test; nothing where the test has to be written as `true` or `false`. */
function decide(tested: Tested, role: Condition['role'], known: boolean): Edit[] {
  if (role.kind === 'choice') return decideChoice(tested, role, known);
  if (role.kind !== 'if' || role.hasAlternate) return [];
  if (known) {
    const inner = role.block ?? (role.standsAlone ? role.consequent : undefined);
    if (!role.standsAlone || !inner || !hasNoComment(tested, role.at, inner)) return [];
    return [{ at: role.at, text: [inner] }];
  }
  if (!role.isInList || !role.isTrivial || !hasNoComment(tested, role.at, { start: 0, end: 0 })) return [];
  const { semicolonAt: at } = role;
  return [
    { at: wholeLines(tested.unit, role.at), text: [] },
    ...(at === undefined ? [] : [{ at: { start: at, end: at }, text: [';'] }]),
  ];
}

function decideChoice(
  tested: Tested,
  { at, consequent, alternate }: Condition['role'] & { kind: 'choice' },
  known: boolean,
): Edit[] {
  const [taken, dropped]: readonly [Branch, Branch] = known ? [consequent, alternate] : [alternate, consequent];
  const isLost = !dropped.isTrivial || !taken.isSimple || !hasNoComment(tested, at, taken.at);
  return isLost ? [] : [{ at, text: [taken.at] }];
}
