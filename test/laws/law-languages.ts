// Law 13, the languages: what is said of a program is said in each language, with the same code in it and nothing of the
// other language.

import { describe } from '../../src/diagnostics/diagnostics.ts';
import { inEach } from '../../src/locale/locale.ts';
import { faultsOfTwins, textsIn } from './twins.ts';
import type { Law, Subject, Violations } from './subject.ts';

export const spokenInEach: Law = { name: '13 languages', check };

function check({ result: { diagnostics } }: Subject): Violations {
  return diagnostics.flatMap((one) => {
    // As they come back from a thread, a cache or a report.
    const details = JSON.parse(JSON.stringify(one.details)) as typeof one.details;
    const texts = inEach((locale) => describe({ code: one.code, details }, locale));
    const isSame = texts.en === one.message;
    return [...(isSame ? [] : [`${texts.en} is not ${one.message}`]), ...faultsOfTwins(texts, textsIn(details))];
  });
}
