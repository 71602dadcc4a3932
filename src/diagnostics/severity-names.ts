// In: nothing. Out: what a person is told of how grave a diagnostic is, in each language.
// Loads nothing, so that the script of a page may have it too.

import type { InEach } from '../locale/locale.ts';
import type { Severity } from './diagnostics.ts';

export const severityNames: InEach<Readonly<Record<Severity, string>>> = {
  en: { error: 'error', warning: 'warning', note: 'note' },
  'zh-CN': { error: '错误', warning: '警告', note: '提示' },
};
