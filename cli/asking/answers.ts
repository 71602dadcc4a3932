// In: the questions of a run, what was decided before, and what a person answers now. Out: which sites to rewrite, and the
// decisions as a file has them. A question is answered when each of its sites is: until then none of them is rewritten.
// Knows nothing of how anybody is asked.

import type { TargetName } from '../../src/core.ts';
import type { Decision, DecisionAnswer, Decisions } from '../../src/workspace/decisions/format.ts';
import { type MatchedDecisions, decisionOf } from '../../src/workspace/decisions/match.ts';
import type { FileResult, FileSite } from '../../src/workspace/file-result.ts';
import type { AnswerToSite } from '../../src/workspace/rewrite-file.ts';
import type { AnswersIn } from '../../src/workspace/known.ts';
import type { SiteQuestion } from './questions.ts';

export interface GivenAnswers {
  /** Nothing where a site of it has none; where they differ, that of the first. */
  readonly of: (question: SiteQuestion) => DecisionAnswer | undefined;
  readonly at: (site: FileSite) => DecisionAnswer | undefined;
  readonly give: (question: SiteQuestion, answer: DecisionAnswer) => void;
  /** Those of before that are about nothing here stay as they are. */
  readonly decisions: () => Decisions;
  readonly answersIn: AnswersIn;
}

export interface DecidedBefore {
  readonly root: string;
  readonly target: TargetName;
  readonly files: readonly FileResult[];
  readonly decisions: readonly Decision[];
  readonly matched: MatchedDecisions;
}

export function openAnswers(questions: readonly SiteQuestion[], before: DecidedBefore): GivenAnswers {
  const { root, target, files, matched } = before;
  const given = new Map<FileSite, DecisionAnswer>();
  const answerAt = (site: FileSite): DecisionAnswer | undefined => given.get(site) ?? matched.of(site)?.answer;
  const of = (question: SiteQuestion): DecisionAnswer | undefined => {
    const answers = question.map(({ site }) => answerAt(site));
    return answers.includes(undefined) ? undefined : answers[0];
  };
  const decided = ({ path }: FileResult, site: FileSite): Decision | undefined => {
    const [answer, reviewed] = [answerAt(site), matched.of(site)?.reviewed];
    if (answer === undefined && reviewed === undefined) return undefined;
    return decisionOf(root, { path }, site, {
      ...(answer !== undefined && { answer }),
      ...(reviewed !== undefined && { reviewed }),
    });
  };
  return {
    of,
    at: answerAt,
    give(question, answer) {
      for (const { site } of question) given.set(site, answer);
    },
    decisions() {
      const own = files.flatMap((file) => file.sites.flatMap((site) => decided(file, site) ?? []));
      return { version: 1, target, sites: [...own, ...before.decisions.filter((one) => !matched.isAboutSite(one))] };
    },
    answersIn: ({ path }) =>
      questions
        .filter((question) => of(question) !== undefined)
        .flat()
        .filter(({ file }) => file.path === path)
        .map(({ site }) => siteAnswer(site, answerAt(site) === 'accept')),
  };
}

export function siteAnswer({ start, end, api }: FileSite, isAccepted: boolean): AnswerToSite {
  return { start, end, api, isAccepted };
}
