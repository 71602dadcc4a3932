// In: the names of languages that somebody gave, the environment of the process, and its system. Out: the language that is spoken.
// Knows nothing of where a name was given.

import { type InEach, type Locale, findLocale, localeOfEnvironment, locales } from '../../locale/locale.ts';
import { printable } from '../../text/printable.ts';

/** That of whoever started the process. */
export function systemLocale(): Locale {
  // Windows sets none of the variables and has a setting of its own.
  const ofSystem = process.platform === 'win32' ? Intl.DateTimeFormat().resolvedOptions().locale : undefined;
  return localeOfEnvironment(process.env, ofSystem);
}

/** The first of the names that is one of a language that is spoken, or else what the system says. */
export function spokenLocale(...names: readonly (string | undefined)[]): Locale {
  for (const name of names) {
    const found = name === undefined ? undefined : findLocale(name);
    if (found !== undefined) return found;
  }
  return systemLocale();
}

/** What is said of a language that is not spoken. */
export function unknownLocale(name: string): InEach<string> {
  return {
    en: `there are no texts in ${printable(name)}, only in ${locales.join(' and ')}`,
    'zh-CN': `不支持语言 ${printable(name)}，只支持 ${locales.join(' 和 ')}`,
  };
}
