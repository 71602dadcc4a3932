// In: a run. Out: the sentences about what the new home needs that every report has, in each language.
// Knows nothing of formats.

import { type InEach, wordsIn } from '../../locale/locale.ts';
import { countUnknownOrigins, describeUnknownOrigins } from './needs.ts';
import type { Run } from './run.ts';

export const needsTitle: InEach<string> = { en: 'What the new home needs', 'zh-CN': '迁移后需要准备' };

/** Below a list of origins with their methods and header fields. */
export const corsSentence: InEach<string> = {
  en: 'In a browser these origins must allow the methods and header fields to your page (CORS).',
  'zh-CN': '在浏览器中，这些源（origin）必须允许您的页面使用所列的方法和请求头（CORS）。',
};

/** Nothing where every origin is known. */
export function unknownOriginsSentence(run: Pick<Run, 'files' | 'locale'>): string | undefined {
  const calls = describeUnknownOrigins(run);
  const count = countUnknownOrigins(run.files).reduce((sum, [, own]) => sum + own, 0);
  return calls === '' ? undefined : wordsIn({ unknown }, run.locale).unknown(calls, count);
}

const unknown = {
  en: (calls: string, count: number) =>
    `${calls} ${count === 1 ? 'goes' : 'go'} to an origin that is known at run time only, and that no list here names.`,
  'zh-CN': (calls: string) => `${calls}的域名在运行时才能确定，未列在这里。`,
};
