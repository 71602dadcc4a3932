// In: the code of a diagnostic, or none. Out: what it means, an example and what to do; or the list of all codes.
// Knows nothing of programs: it reads the catalogue only.

import type { ExitCode } from '../exit-code.ts';
import { type Locale, type Wording, wordsIn } from '../../src/locale/locale.ts';
import { type Severity, catalogue, codes, isCode, keepsSite } from '../../src/diagnostics/diagnostics.ts';
import { severityNames } from '../../src/diagnostics/severity-names.ts';
import { Failure } from '../../src/workspace/failure.ts';
import { paragraph, wrapped } from '../medium.ts';
import type { Streams } from '../streams.ts';
import { askIfMeant } from '../../src/workspace/suggest.ts';

/** `(R18)`, as help texts name the rules of behaviour. */
const namesRule = /\b[RUDSF]\d+\b/;

const words = {
  list: {
    en: 'cygnet explain, without a code, lists them all.',
    'zh-CN': 'cygnet explain 不带代码时会列出全部。',
  },
  example: { en: 'Example', 'zh-CN': '示例' },
  rules: {
    en: 'R1, U1, S1 and so on are rules: docs/rules.md in the package cygnet.',
    'zh-CN': 'R1、U1、S1 等是规则，见 cygnet 包中的 docs/rules.md（英文）。',
  },
  kept: {
    en: 'A call that is kept is left for a person: the exit code is 1.',
    'zh-CN': '保持不变的调用留给人来处理：退出码为 1。',
  },
  harmless: {
    en: (severity: Severity) => `A ${severity} does not change the exit code.`,
    'zh-CN': (severity: Severity) => `${severityNames['zh-CN'][severity]}不影响退出码。`,
  },
} as const satisfies Wording;

export async function explain(code: string | undefined, locale: Locale, streams: Streams): Promise<ExitCode> {
  const { bold, cyan, dim, red, yellow } = streams.outColours;
  const paint = { error: red, warning: yellow, note: cyan };
  const say = wordsIn(words, locale);
  const names = severityNames[locale];
  if (code === undefined) {
    const width = Math.max(...codes.map((known) => known.length));
    const narrow = Math.max(...Object.values(names).map((name) => name.length));
    for (const known of codes) {
      const { severity, title } = catalogue[known];
      const shown = paint[severity](names[severity].padEnd(narrow));
      const lead = `${bold(known.padEnd(width))}  ${shown}  `;
      streams.out(`${paragraph(streams.outMedium, title[locale], lead)}\n`);
    }
    return 0;
  }
  if (!isCode(code)) {
    throw new Failure({
      what: { en: `there is no diagnostic ${code}`, 'zh-CN': `没有诊断代码 ${code}` },
      help: askIfMeant(code, codes) ?? words.list,
    });
  }
  const { severity, title, help, example } = catalogue[code];
  const tell = (text: string) => streams.out(`${wrapped(streams.outMedium, text)}\n`);
  tell(`${bold(code)}  ${paint[severity](names[severity])}  ${title[locale]}\n\n${help[locale].trim()}\n`);
  streams.out(`${bold(say.example)}\n${example.trimEnd().replace(/^(?=.)/gm, '    ')}\n`);
  if (namesRule.test(help.en)) tell(dim(`\n${say.rules}`));
  if (keepsSite(code)) tell(dim(`\n${say.kept}`));
  else if (severity !== 'error') tell(dim(`\n${say.harmless(severity)}`));
  return 0;
}
