// In: a condition whose tests are answered, and what it decides. Out: edits after which nothing is left of the answers: the
// branch that runs stands alone, and the other one is gone where nothing needs it.
// Knows no target, and not why a test is answered.

import type { LiftedFile } from '../lift/file.ts';
import type { Arm, Branch, Condition, IfRole, Logic, Standing } from '../resolve/resolve.ts';
import { contains, type Edit, type Span, type Template } from '../text/text.ts';
import { wholeLines } from './alias-edits.ts';
import type { Unwrapped } from './unindent.ts';

export interface Answers {
  readonly unit: LiftedFile;
  readonly conditions: readonly Condition[];
  /** What the test that stands there comes to; nothing where it is not answered. */
  readonly presentAt: (at: Span) => boolean | undefined;
  /** What a line ends with. */
  readonly eol: string;
  /** No site lies in the span, or reaches into it. */
  readonly isUntouched: (at: Span) => boolean;
}

export interface Folding {
  readonly edits: readonly Edit[];
  /** What goes with all that is in it, comments too. */
  readonly dropped: readonly Span[];
  /** Blocks that lost the test around them. */
  readonly unwrapped: readonly Unwrapped[];
}

export function foldAll(answers: Answers): Folding {
  const chained = new Map<number, Chained>();
  const all = answers.conditions.map((condition) => ({ condition, folded: foldLogic(answers, condition.root) }));
  for (const { condition, folded } of all) {
    const { role } = condition;
    if (role.kind === 'if' && 'known' in folded) chained.set(role.at.start, { role, known: folded.known });
  }
  return merge(all.map(({ condition, folded }) => fold(answers, condition, folded, chained)));
}

function merge(foldings: readonly Folding[]): Folding {
  return {
    edits: foldings.flatMap(({ edits }) => edits),
    dropped: foldings.flatMap(({ dropped }) => dropped),
    unwrapped: foldings.flatMap(({ unwrapped }) => unwrapped),
  };
}

/** An `if` whose answer is known, by where it starts: it may be the `else` of another one. */
interface Chained {
  readonly role: IfRole;
  readonly known: boolean;
}

/** What a part of a condition comes to: a known answer, or its text, of which perhaps only a part is left. */
type Folded = { readonly known: boolean } | Reduced;

interface Reduced {
  readonly left: Span;
  /** What it needs around it there. */
  readonly standing?: Standing;
  readonly edits: readonly Edit[];
}

function fold(
  answers: Answers,
  { root, role }: Condition,
  folded: Folded,
  chained: ReadonlyMap<number, Chained>,
): Folding {
  if (!('known' in folded)) return { ...nothing, edits: reduced(root, folded) };
  return decide(answers, root, role, folded.known, chained) ?? { ...nothing, edits: [literal(root, folded.known)] };
}

const nothing: Folding = { edits: [], dropped: [], unwrapped: [] };

function reduced({ at }: Logic, { left, standing, edits }: Reduced): Edit[] {
  const isWhole = left.start === at.start && left.end === at.end;
  return isWhole ? [...edits] : [{ at, text: around(left, standing) }, ...edits];
}

/** `swan && [a].forEach(f)` becomes `;[a].forEach(f)` where the line before has no semicolon. */
function around(at: Span, { needsSemicolon, needsParentheses }: Standing = plain): Template {
  return [...(needsSemicolon ? [';'] : []), ...(needsParentheses ? ['(', at, ')'] : [at])];
}

const plain: Standing = { needsSemicolon: false, needsParentheses: false };

function foldLogic(answers: Answers, logic: Logic): Folded {
  const asIs: Folded = { left: logic.at, edits: [] };
  switch (logic.kind) {
    case 'opaque':
      return asIs;
    case 'guard': {
      const known = answers.presentAt(logic.at);
      return known === undefined ? asIs : { known };
    }
    case 'not':
    case 'wrapped': {
      const inner = foldLogic(answers, logic.inner);
      if ('known' in inner) return { known: logic.kind === 'not' ? !inner.known : inner.known };
      return { left: logic.at, edits: reduced(logic.inner, inner) };
    }
    default:
      return foldPair(answers, logic);
  }
}

/** `true && x` is `x`, and `x && true` is `x` where only its truth counts. */
function foldPair(answers: Answers, logic: Logic & { kind: 'and' | 'or' }): Folded {
  const neutral = logic.kind === 'and';
  const left = foldLogic(answers, logic.left);
  const right = foldLogic(answers, logic.right);
  if ('known' in left) {
    if (left.known !== neutral) {
      const isDead = logic.isTruth && answers.isUntouched(logic.right.at);
      return isDead
        ? left
        : { left: logic.at, edits: [literal(logic.left, left.known), ...editsOf(logic.right, right)] };
    }
    if ('known' in right) return right;
    if (hasNoComment(answers, logic.at, logic.right.at)) return { ...right, standing: outer(logic.standing, right) };
    return { left: logic.at, edits: [literal(logic.left, left.known), ...editsOf(logic.right, right)] };
  }
  if (!('known' in right))
    return { left: logic.at, edits: [...reduced(logic.left, left), ...reduced(logic.right, right)] };
  if (logic.isTruth && right.known === neutral && hasNoComment(answers, logic.at, logic.left.at)) return left;
  return { left: logic.at, edits: [...reduced(logic.left, left), literal(logic.right, right.known)] };
}

/** In `swan && (swan && x)` the inner part stands for the right side, which stands for the whole. */
function outer(own: Standing, { standing: inner = plain }: Reduced): Standing {
  return {
    needsSemicolon: own.needsSemicolon || inner.needsSemicolon,
    needsParentheses: own.needsParentheses || inner.needsParentheses,
  };
}

function editsOf(logic: Logic, folded: Folded): Edit[] {
  return 'known' in folded ? [literal(logic, folded.known)] : reduced(logic, folded);
}

function literal({ at }: Logic, known: boolean): Edit {
  return { at, text: [String(known)] };
}

/** No comment stands in what goes. */
function hasNoComment({ unit }: Answers, whole: Span, left: Span): boolean {
  return !unit.comments.some((comment) => contains(whole, comment) && !contains(left, comment));
}

function holdsComment({ unit }: Answers, at: Span): boolean {
  return unit.comments.some((comment) => contains(at, comment));
}

// What the answer decides

/** Nothing where the answer has to be written as `true` or `false`. */
function decide(
  answers: Answers,
  root: Logic,
  role: Condition['role'],
  known: boolean,
  chained: ReadonlyMap<number, Chained>,
): Folding | undefined {
  switch (role.kind) {
    case 'if':
      return decideIf(answers, role, known, chained);
    case 'choice':
      return decideChoice(root, role, known);
    case 'statement':
      return role.isInList ? withoutStatement(answers, role) : undefined;
    default:
      return undefined;
  }
}

/** The whole lines go, and the comments in them. */
function withoutStatement(
  { unit }: Answers,
  { at, semicolonAt }: { readonly at: Span; readonly semicolonAt?: number },
): Folding {
  const lines = wholeLines(unit, at);
  return { ...nothing, edits: [{ at: lines, text: [] }, ...semicolon(semicolonAt)], dropped: [lines] };
}

function semicolon(at: number | undefined): Edit[] {
  return at === undefined ? [] : [{ at: { start: at, end: at }, text: [';'] }];
}

/** `swan ? a : b` becomes `a`. */
function decideChoice(
  root: Logic,
  { at, consequent, alternate }: Condition['role'] & { kind: 'choice' },
  known: boolean,
): Folding | undefined {
  const [taken, other]: readonly [Branch, Branch] = known ? [consequent, alternate] : [alternate, consequent];
  if (!other.canGo) return undefined;
  const start = known ? consequent.at.end : root.at.end;
  return {
    ...nothing,
    edits: [{ at, text: around(taken.at, taken.standing) }],
    dropped: [{ start, end: other.at.end }],
  };
}

interface Taken {
  /** Absent where nothing runs. */
  readonly arm?: Arm;
  readonly dropped: readonly Span[];
  /** Variables that are to be declared all the same. */
  readonly left: readonly string[];
}

function decideIf(
  answers: Answers,
  role: IfRole,
  known: boolean,
  chained: ReadonlyMap<number, Chained>,
): Folding | undefined {
  const taken = takenOf(answers, role, known, chained);
  if (!taken) return undefined;
  const { arm, dropped, left } = taken;
  if (!role.isInList) return left.length > 0 ? undefined : inPlace(role, taken);
  const declared = left.length > 0 ? `var ${[...new Set(left)].join(', ')};` : '';
  if (!arm) {
    return declared === ''
      ? withoutStatement(answers, role)
      : { ...nothing, edits: [{ at: role.at, text: [declared] }], dropped: [role.at] };
  }
  const { at, rest } = role;
  const behind: Edit[] = [];
  const gone = [...dropped];
  if (arm.exits && rest?.canGo) {
    const unreached = { start: at.end, end: rest.at.end };
    behind.push({ at: unreached, text: [] });
    gone.push(unreached);
  } else if (arm.inner) behind.push(...semicolon(arm.semicolonAt));
  const text = declared === '' ? standing(arm) : [declared, lineBehind(answers, at), ...standing(arm)];
  const unwrapped = arm.inner && arm.isBlock ? [{ at, inner: arm.inner }] : [];
  return { edits: [{ at, text }, ...behind], dropped: gone, unwrapped };
}

/** The branch among the statements around the `if`: without its braces, where nothing in it needs them. */
function standing({ at, inner, isBlock, needsSemicolon }: Arm): Template {
  if (inner) return needsSemicolon ? [';', inner] : [inner];
  return isBlock ? [at] : ['{ ', at, ' }'];
}

/** From the end of a statement to the next one. */
function lineBehind({ unit: { text }, eol }: Answers, { start }: Span): string {
  const before = text.slice(text.lastIndexOf('\n', start - 1) + 1, start);
  return before.trim() === '' ? eol + before : ' ';
}

/** The `if` is the body of another statement, or its `else`. */
function inPlace({ at, elseFrom }: IfRole, { arm, dropped }: Taken): Folding {
  if (arm) {
    // A branch that holds another `if` would take the `else` behind it.
    const text = arm.isBlock || arm.isPlain ? [arm.at] : ['{ ', arm.at, ' }'];
    return { ...nothing, edits: [{ at, text }], dropped };
  }
  if (elseFrom === undefined) return { ...nothing, edits: [{ at, text: ['{}'] }], dropped: [at] };
  const whole = { start: elseFrom, end: at.end };
  return { ...nothing, edits: [{ at: whole, text: [] }], dropped: [whole] };
}

/** The branch that runs, through `else if` after `else if` whose answers are known too. */
function takenOf(
  answers: Answers,
  role: IfRole,
  known: boolean,
  chained: ReadonlyMap<number, Chained>,
): Taken | undefined {
  const { at, consequent, alternate } = role;
  const other = known ? alternate : consequent;
  if (other && !other.left) return undefined;
  const arm = known ? consequent : alternate;
  const left = other?.left ?? [];
  if (!arm || (arm.isEmpty && !holdsComment(answers, arm.at))) return { dropped: [], left };
  const dropped = known
    ? [{ start: consequent.at.end, end: at.end }]
    : [{ start: consequent.at.start, end: consequent.at.end }];
  const next = known ? undefined : chained.get(arm.at.start);
  if (!next) return { arm, dropped, left };
  const further = takenOf(answers, next.role, next.known, chained);
  if (!further) return { arm, dropped, left };
  return { ...further, dropped: [...dropped, ...further.dropped], left: [...left, ...further.left] };
}
