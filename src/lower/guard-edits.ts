// In: the tests for swan in a file, and which of them are answered. Out: edits after which each of them asks for the new
// host, or is gone, and notes at those that stay.
// Knows no target by name.

import type { LiftedFile } from '../lift/file.ts';
import type { Condition, Guard } from '../resolve/resolve.ts';
import type { Note, Target } from '../target.ts';
import { contains, type Edit, type Span } from '../text/text.ts';
import { withoutSwallowed } from './alias-edits.ts';
import { foldAll } from './answers.ts';
import type { NamePlan } from './plan.ts';
import { fitInside, type Unwrapped } from './unindent.ts';

export interface GuardEdits {
  readonly edits: readonly Edit[];
  /** What goes with all that is in it, comments too. */
  readonly dropped: readonly Span[];
  readonly notes: readonly Note[];
  /** Tests that went from around their blocks. */
  readonly unwrapped: readonly Unwrapped[];
}

export interface Tested {
  readonly unit: LiftedFile;
  /** What a line ends with. */
  readonly eol: string;
  readonly guards: readonly Guard[];
  readonly conditions: readonly Condition[];
  /** No site lies in the span, or reaches into it. */
  readonly isUntouched: (at: Span) => boolean;
  /** The place goes with a declaration that nobody needs. */
  readonly isGone: (at: Span) => boolean;
}

const unfolded = { dropped: [], unwrapped: [] };

export function editGuards(tested: Tested, { answered, moved }: NamePlan, { host, title }: Asked): GuardEdits {
  const { unit, eol, guards, conditions, isUntouched } = tested;
  const isMoved = (at: Span): boolean =>
    [...moved].some(({ references }) => references.some((one) => contains(at, one.at)));
  const { edits, dropped, unwrapped } =
    'global' in host
      ? {
          ...unfolded,
          edits: [...answered].flatMap((guard) => (isMoved(guard.at) ? [] : rehost(guard, host.global, unit.text))),
        }
      : foldAll({ unit, eol, conditions, presentAt: presenceOf(answered), isUntouched });
  const left = withoutSwallowed(edits.map((edit) => fitInside(edit, unwrapped)));
  const whole = new Set(left.map(({ at }) => at));
  return {
    edits: left,
    dropped,
    unwrapped: unwrapped.filter(({ at }) => whole.has(at)),
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

function presenceOf(answered: ReadonlySet<Guard>): (at: Span) => boolean | undefined {
  const known = new Map([...answered].map(({ at, present }) => [`${at.start} ${at.end}`, present]));
  return ({ start, end }) => known.get(`${start} ${end}`);
}

/** What a test that is answered is asked of now. */
type Asked = Pick<Target, 'host' | 'title'>;

function answerAt({ unit }: Tested, { at }: Guard, host: Target['host'], title: Asked['title']): Note {
  const answer = 'global' in host ? { askedOf: host.global } : {};
  return { code: 'can-i-use', at, details: { text: clip(unit.text.slice(at.start, at.end)), title, ...answer } };
}

/** `typeof swan` becomes `typeof wx`, `'swan' in window` becomes `'wx' in window`, a tested `request` becomes `wx.request`. */
function rehost({ swan, key, named, api }: Guard, host: string, text: string): Edit[] {
  if (key) {
    const quote = text.charAt(key.start) === '"' ? '"' : "'";
    return [{ at: key, text: [quote, host, quote] }];
  }
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
