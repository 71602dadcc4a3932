// In: what was decided, and what of it is about no call of now. Out: sentences that say so, with the places, up to twenty.
// Knows nothing of how they are shown.

import { type InEach, type Locale, inEach } from '../../src/locale/locale.ts';
import type { MatchedDecisions, Unmatched, WhyUnmatched } from '../../src/workspace/decisions/match.ts';
import type { GivenAnswers } from './answers.ts';
import type { SiteQuestion } from './questions.ts';
import { askingWords, unmatchedWords } from './words.ts';

const namedAtMost = 20;

/** A sentence for each reason. Accepted calls that are gone were rewritten, most likely: they are counted only. */
export function describeMatch({ unmatched, elsewhere }: MatchedDecisions, shown: string): InEach<string>[] {
  const isQuiet = ({ why, decision }: Unmatched): boolean => why === 'gone' && decision.answer !== 'reject';
  const quiet = unmatched.filter(isQuiet).length;
  const named = (Object.keys(unmatchedWords) as WhyUnmatched[]).flatMap((why) => {
    const own = unmatched.filter((one) => one.why === why && !isQuiet(one));
    if (own.length === 0) return [];
    return [
      inEach((locale) => askingWords.at[locale](unmatchedWords[why][locale](own.length, shown), placesOf(own, locale))),
    ];
  });
  return [
    ...named,
    ...(quiet > 0 ? [inEach((locale) => askingWords.goneQuietly[locale](quiet, shown))] : []),
    ...(elsewhere > 0 ? [inEach((locale) => askingWords.elsewhere[locale](elsewhere, shown))] : []),
  ];
}

function placesOf(unmatched: readonly Unmatched[], locale: Locale): string {
  const places = unmatched.slice(0, namedAtMost).map(({ decision }) => `${decision.file}:${decision.line}`);
  const more = unmatched.length - places.length;
  return [...places, ...(more > 0 ? [askingWords.more[locale](more)] : [])].join(askingWords.comma[locale]);
}

/** What nobody has answered is no surprise to who was asked for it a moment ago, and one to who only writes. */
export function describeOpen(questions: readonly SiteQuestion[], answers: GivenAnswers): InEach<string>[] {
  const open = questions.filter((question) => answers.of(question) === undefined).flat().length;
  return open === 0 ? [] : [inEach((locale) => askingWords.open[locale](open))];
}

/** Sockets that are one question, of which some have an answer and others have none. */
export function openFamilies(questions: readonly SiteQuestion[], answers: GivenAnswers): InEach<string>[] {
  return questions.flatMap((question) => {
    if (answers.of(question) !== undefined) return [];
    const open = question.filter(({ site }) => answers.at(site) === undefined);
    if (open.length === question.length) return [];
    const [{ file, site }] = question;
    const place = `${file.file}:${site.line}`;
    return [inEach((locale) => askingWords.partFamily[locale](place, open.length, question.length))];
  });
}
