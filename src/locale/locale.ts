// In: the name of a language, as people, systems and editors write it; words in each language. Out: the language that is
// spoken, and its words. Everything that a person reads goes through here; JSON, SARIF and codes do not, they stay English.
// Knows no sentence.

/** The languages that are spoken. The first is taken where another is asked for. */
export const locales = ['en', 'zh-CN'] as const;

export type Locale = (typeof locales)[number];

/** The same in each language, beside each other: one without its twin does not compile. */
export type InEach<T> = Readonly<Record<Locale, T>>;

/** What `make` makes in each language; a text that is the same in all, such as the words of another program, takes none. */
export function inEach<T>(make: (locale: Locale) => T): InEach<T> {
  return { en: make('en'), 'zh-CN': make('zh-CN') };
}

/** Sentences, or functions that make one, as text or as what a format makes of it. */
export type Wording = Readonly<Record<string, InEach<unknown>>>;

/** A function takes what it takes in each language. */
export type WordsOf<W extends Wording> = { readonly [K in keyof W]: W[K][Locale] };

/** `wordsIn({ yes: { en: 'yes', 'zh-CN': '是' } }, 'zh-CN').yes` is `是`. */
export function wordsIn<W extends Wording>(wording: W, locale: Locale): WordsOf<W> {
  // What each key has in this language is what the type says; Object.entries loses it.
  return Object.fromEntries(Object.entries(wording).map(([key, each]) => [key, each[locale]])) as WordsOf<W>;
}

/**
 * The language that a name means: `zh`, `zh_CN.UTF-8`, `zh-Hans-CN`, `en-GB`, `C`, `POSIX`. Every Chinese is answered in
 * the one that there is. Nothing for a language that is not spoken.
 */
export function findLocale(name: string): Locale | undefined {
  const language = name.split(/[-_.@]/, 1)[0]?.toLowerCase();
  if (language === 'zh') return 'zh-CN';
  return language === 'en' || language === 'c' || language === 'posix' ? 'en' : undefined;
}

/** As it stands behind a Chinese word: a space goes in front of a Latin letter or a digit. */
export function behindChinese(text: string): string {
  return /^\w/.test(text) ? ` ${text}` : text;
}

/** The variables that POSIX asks for the language of messages: the first that is set and not empty decides. */
export type LocaleVariables = Readonly<Partial<Record<'LC_ALL' | 'LC_MESSAGES' | 'LANG', string>>>;

/** `ofSystem` is the language of a system that sets none of the variables, such as Windows. */
export function localeOfEnvironment({ LC_ALL, LC_MESSAGES, LANG }: LocaleVariables, ofSystem = 'en'): Locale {
  const name = [LC_ALL, LC_MESSAGES, LANG].find((value) => value !== undefined && value !== '');
  const locale = findLocale(name ?? ofSystem) ?? 'en';
  // A terminal of another encoding, such as GBK, would show our UTF-8 as noise.
  const encoding = name?.split(/[.@]/)[1];
  return encoding === undefined || /^utf-?8$/i.test(encoding) ? locale : 'en';
}
