// In: questions, and a person who answers with one key each. Out: the answers, each of them kept before the next question is there, and
// how it ended.
// Knows nothing of files and of what is done with the answers.

import type { DecisionAnswer } from '../../src/workspace/decisions/format.ts';
import type { GivenAnswers } from './answers.ts';
import type { Ending, Keys } from './keys.ts';
import type { SiteQuestion } from './questions.ts';
import { type AnswerKey, answerWords } from './words.ts';

export interface Dialogue {
  readonly keys: Keys;
  /** Shows the question, from the top. */
  show(question: SiteQuestion, at: number): Promise<void>;
  /** Shows the line that waits for the key. */
  prompt(question: SiteQuestion, known: string): void;
  /** The key that was taken. */
  echo(key: AnswerKey): void;
  explain(question: SiteQuestion): Promise<void>;
  save(): Promise<void>;
}

/** What a run of answers ended with: all was answered, the person quit, or there was no more input. */
export type Outcome = 'answered' | 'quit' | Ending;

export async function askAll(
  questions: readonly SiteQuestion[],
  answers: GivenAnswers,
  dialogue: Dialogue,
): Promise<Outcome> {
  /** Where each answer of this run was given, the last one at the end. */
  const answeredAt: number[] = [];
  let at = nextOpen(0);
  while (at < questions.length) {
    const question = questions[at];
    if (!question) break;
    await dialogue.show(question, at);
    const key = await keyFor(question, answeredAt.length > 0);
    if (key === 'interrupted' || key === 'closed') return key;
    if (key === 'q') return 'quit';
    if (key === 'b') {
      at = answeredAt.pop() ?? at;
      continue;
    }
    await give(question, key);
    answeredAt.push(at);
    at = nextOpen(0);
  }
  return 'answered';

  function nextOpen(from: number): number {
    const found = questions.findIndex((question, i) => i >= from && answers.of(question) === undefined);
    return found < 0 ? questions.length : found;
  }

  async function keyFor(question: SiteQuestion, canGoBack: boolean): Promise<Exclude<AnswerKey, '?'> | Ending> {
    const known = (Object.keys(answerWords) as AnswerKey[]).filter((key) => key !== 'b' || canGoBack).join('');
    for (;;) {
      dialogue.prompt(question, known);
      const key = (await dialogue.keys.next(known)) as AnswerKey | Ending;
      if (key === 'interrupted' || key === 'closed') return key;
      dialogue.echo(key);
      if (key !== '?') return key;
      await dialogue.explain(question);
    }
  }

  async function give(question: SiteQuestion, key: 'y' | 'n' | 'a' | 'f'): Promise<void> {
    const answer: DecisionAnswer = key === 'n' ? 'reject' : 'accept';
    answers.give(question, answer);
    const [{ file }] = question;
    for (const other of key === 'a' || key === 'f' ? questions : []) {
      const isMeant = key === 'a' || other[0].file === file;
      if (isMeant && answers.of(other) === undefined) answers.give(other, answer);
    }
    await dialogue.save();
  }
}
