// In: a text and the memory at hand. Out: why it is too long to be parsed, if it is.
// Counts words and signs, and knows nothing of JavaScript.

import type { InEach } from '../locale/locale.ts';

/** Its syntax tree might not fit into the memory of this thread. */
export function whyTooLong(text: string, mostTokens = Infinity): InEach<string> | undefined {
  if (text.length <= mostTokens) return undefined;
  const tokens = countTokens(text);
  if (tokens <= mostTokens) return undefined;
  const inWan = (count: number): string => (count / 1e4).toFixed(0);
  const inMillions = (count: number): string => (count / 1e6).toFixed(1);
  return {
    en: `it holds ${inMillions(tokens)} million words and signs, and the memory at hand bears ${inMillions(mostTokens)} million`,
    'zh-CN': `它含有 ${inWan(tokens)} 万个词和符号，而可用内存只能处理 ${inWan(mostTokens)} 万个`,
  };
}

/** No fewer than the text has tokens: what stands in comments and strings is counted as well. */
function countTokens(text: string): number {
  let count = 0;
  let isInWord = false;
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    const isDigit = unit >= 0x30 && unit <= 0x39;
    // Upper and lower case lie 0x20 apart.
    const isLetter = ((unit | 0x20) >= 0x61 && (unit | 0x20) <= 0x7a) || unit > 0x7f;
    const isWord = isDigit || isLetter || unit === 0x5f || unit === 0x24;
    if (isWord ? !isInWord : unit > 0x20) count++;
    isInWord = isWord;
  }
  return count;
}
