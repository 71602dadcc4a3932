// In: a severity. Out: its word in a language.
// Knows nothing of what has it.

import type { Severity } from '../../src/core.ts';
import { type Locale, type Wording, wordsIn } from '../../src/locale/locale.ts';

export function severityIn(severity: Severity, locale: Locale): string {
  return wordsIn(wording, locale)[severity];
}

const wording = {
  error: { en: 'error', 'zh-CN': '错误' },
  warning: { en: 'warning', 'zh-CN': '警告' },
  note: { en: 'note', 'zh-CN': '说明' },
} satisfies Wording;
