// In: the words of the command line, the environment, and later the config. Out: the language that is spoken to whoever runs it.
// The command line goes first, then the config, then the environment. One that nobody knows is passed over and named once.
// Knows no sentence.

import { type InEach, type Locale, findLocale } from '../src/locale/locale.ts';
import { systemLocale, unknownLocale } from '../src/workspace/disk/system-locale.ts';

export interface Speech {
  /** What is spoken now: that of the config from when it was read. */
  readonly locale: Locale;
  /** What the command line names, where it is spoken. */
  readonly named?: Locale;
  /** The config names this language, or none. */
  configure(name: string | undefined): Locale;
  /** A warning, on standard error. */
  warn(text: InEach<string>): void;
}

const label: InEach<string> = { en: 'warning: ', 'zh-CN': '警告：' };

/** @param say takes what is to be printed */
export function openSpeech(args: readonly string[], say: (text: string) => void): Speech {
  let locale = systemLocale();
  const told = new Set<string>();
  const warn = (text: InEach<string>): void => {
    say(`${label[locale]}${text[locale]}\n`);
  };
  const take = (name: string): boolean => {
    const found = findLocale(name);
    if (found === undefined && !told.has(name)) warn(unknownLocale(name));
    told.add(name);
    locale = found ?? locale;
    return found !== undefined;
  };
  const named = findNamed(args);
  const isNamed = named !== undefined && take(named);
  const own = isNamed ? { named: locale } : {};
  return {
    ...own,
    get locale() {
      return locale;
    },
    configure(name) {
      if (name !== undefined && !isNamed) take(name);
      return locale;
    },
    warn,
  };
}

/** The help is made before anything is parsed, so the option is looked for in the words themselves; the last one counts. */
function findNamed(args: readonly string[]): string | undefined {
  const end = args.indexOf('--');
  const words = end < 0 ? args : args.slice(0, end);
  const given = words.flatMap((word, i) => {
    if (word.startsWith('--locale=')) return [word.slice('--locale='.length)];
    return word === '--locale' ? [words[i + 1] ?? ''] : [];
  });
  return given.findLast((name) => name !== '');
}
