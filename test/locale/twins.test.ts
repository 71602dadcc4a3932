// The texts that stand beside each other: titles and helps of diagnostics, options, targets, the messages about whole files; and the
// check itself, with a fault of each kind. Messages about places are checked where programs raise them (test/laws, test/diagnostics).

import { describe, expect, it } from 'vitest';
import { type Details, catalogue, codes, describe as wordsOf } from '../../src/diagnostics/diagnostics.ts';
import { inEach } from '../../src/locale/locale.ts';
import { rewrite } from '../../src/index.ts';
import { targets } from '../../src/targets.ts';
import { options, settingsWithoutFlag } from '../../src/workspace/options.ts';
import { type OptionDefinition, type SettingDefinition, faultOf } from '../../src/workspace/option-definition.ts';
import { faultsOfTwins, textsIn } from '../laws/twins.ts';

describe('the check', () => {
  it.each([
    ['a value that is none', { en: 'It is kept.', 'zh-CN': '保持不变：undefined。' }],
    ['no Chinese in it', { en: 'It is kept.', 'zh-CN': 'It is kept.' }],
    ['an English sentence', { en: 'It is kept.', 'zh-CN': '保持不变：the program replaces it here。' }],
    ['half-width punctuation beside Chinese', { en: 'It is kept.', 'zh-CN': '保持不变,不会改写。' }],
    ['half-width punctuation beside Chinese', { en: 'It is kept.', 'zh-CN': '保持不变(第 3 行)。' }],
    ['no space between Chinese and Latin', { en: 'It is kept.', 'zh-CN': 'swan保持不变。' }],
    ['no space between Chinese and Latin', { en: '`swan` is kept.', 'zh-CN': '`swan`保持不变。' }],
    ['other code than the English text', { en: 'Use `--mark`.', 'zh-CN': '请使用 `--watch`。' }],
  ])('sees %s', (fault, texts) => {
    expect(faultsOfTwins(texts).map((one) => one.split(':')[0])).toContain(fault);
  });

  it('is silent where nothing is wrong, and about what is the own of the program', () => {
    expect(faultsOfTwins({ en: '`swan` is kept (F1).', 'zh-CN': '`swan` 保持不变（F1）。' })).toEqual([]);
    const own = 'a,b了c undefined';
    expect(faultsOfTwins({ en: `'${own}' is kept.`, 'zh-CN': `“${own}”保持不变。` }, [own])).toEqual([]);
  });
});

it.each(codes)('the title and the help of %s', (code) => {
  const { title, help } = catalogue[code];
  expect([...faultsOfTwins(title), ...faultsOfTwins(help)]).toEqual([]);
});

const reason = { en: 'the disk reported an error', 'zh-CN': '磁盘报告了错误' };
const samples = {
  'parse-error': { says: 'Unexpected token, expected "," after it' },
  'nested-too-deep': {},
  'file-too-large': { reason },
  'internal-error': { reason: 'Cannot read properties of undefined here' },
  'unreadable-file': { reason },
  'not-utf8': { reason },
  'generated-file': {},
  'unread-file': {},
  'unread-package': { count: 1 },
} as const satisfies Partial<Details>;

it.each(Object.entries(samples) as [keyof typeof samples, Details[keyof typeof samples]][])(
  'the message of %s',
  (code, details) => {
    const texts = inEach((locale) => wordsOf({ code, details }, locale));
    expect(faultsOfTwins(texts, textsIn(details))).toEqual([]);
  },
);

it('what the parser finds wrong is named in Chinese, with its own words behind it', () => {
  const { diagnostics } = rewrite('swan.request({ url: 1 }', { target: 'fetch' });
  expect(diagnostics.map((one) => wordsOf(one, 'zh-CN'))).toEqual([
    '此文件无法解析，因此未作任何改动：意外的符号（Unexpected token, expected ","）',
  ]);
});

describe('options', () => {
  const table: Readonly<Record<string, Partial<OptionDefinition> & SettingDefinition>> = {
    ...options,
    ...settingsWithoutFlag,
  };

  it.each(Object.entries(table))('%s', (_name, option) => {
    const { help, setting, helpOn = {} } = option;
    const said = [help, setting, ...Object.values(helpOn)].flatMap((texts) => (texts ? faultsOfTwins(texts) : []));
    expect(said).toEqual([]);
    const fault = faultOf(option.value, { an: 'object' });
    expect(fault && faultsOfTwins(fault)).toEqual([]);
  });
});

it.each(Object.values(targets).map((target) => [target.name, target] as const))('the target %s', (_name, target) => {
  expect(faultsOfTwins(target.summary)).toEqual([]);
});
