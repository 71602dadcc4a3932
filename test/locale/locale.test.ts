// In: names of languages, and environments. Out: the language that is spoken there, and that words are those of it.
// Holds no sentence of the program.

import { describe, expect, test } from 'vitest';

import { findLocale, localeOfEnvironment, wordsIn } from '../../src/locale/locale.ts';

describe('the language that a name means', () => {
  test.each(['zh', 'zh-CN', 'zh_CN.UTF-8', 'zh_CN.GB18030', 'zh-Hans', 'zh_TW.UTF-8', 'ZH-cn'])(
    '%s is Chinese',
    (name) => {
      expect(findLocale(name)).toBe('zh-CN');
    },
  );
  test.each(['en', 'en_GB.UTF-8', 'C', 'C.UTF-8', 'POSIX'])('%s is English', (name) => {
    expect(findLocale(name)).toBe('en');
  });
  test.each(['fr_FR.UTF-8', '', 'chinese', 'xzh'])('%j is not spoken', (name) => {
    expect(findLocale(name)).toBeUndefined();
  });
});

describe('the language of an environment', () => {
  test('the first variable that is set decides', () => {
    expect(localeOfEnvironment({ LC_ALL: 'en_US.UTF-8', LC_MESSAGES: 'zh_CN', LANG: 'zh_CN' })).toBe('en');
    expect(localeOfEnvironment({ LC_ALL: '', LC_MESSAGES: 'zh_CN', LANG: 'en_US' })).toBe('zh-CN');
    expect(localeOfEnvironment({ LANG: 'zh_CN.UTF-8' })).toBe('zh-CN');
  });
  test('a language that is not spoken is answered in English, also where a later one would be', () => {
    expect(localeOfEnvironment({ LC_ALL: 'fr_FR', LANG: 'zh_CN' })).toBe('en');
  });
  test('the system is asked only where no variable is set', () => {
    expect(localeOfEnvironment({}, 'zh-Hans-CN')).toBe('zh-CN');
    expect(localeOfEnvironment({ LANG: 'en' }, 'zh-Hans-CN')).toBe('en');
    expect(localeOfEnvironment({})).toBe('en');
  });
});

test('words are those of the language', () => {
  const wording = {
    nothing: { en: 'nothing', 'zh-CN': '无' },
    files: { en: (count: number) => `${count} files`, 'zh-CN': (count: number) => `${count} 个文件` },
  };
  expect(wordsIn(wording, 'zh-CN').files(3)).toBe('3 个文件');
  expect(wordsIn(wording, 'en').nothing).toBe('nothing');
});
