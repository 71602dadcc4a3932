// In: the environment of the process, and its system. Out: the language that whoever started it speaks.
// Knows nothing of options and configs, which go before it.

import { type Locale, localeOfEnvironment } from '../../locale/locale.ts';

export function systemLocale(): Locale {
  // Windows sets none of the variables and has a setting of its own.
  const ofSystem = process.platform === 'win32' ? Intl.DateTimeFormat().resolvedOptions().locale : undefined;
  return localeOfEnvironment(process.env, ofSystem);
}
