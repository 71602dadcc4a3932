// In: a file that ESLint looks at. Out: a report at each place that reaches swan's network, with the rewrite where it is proved, as a
// suggestion where a person should look at it, and with the reason where there is none.
// Finds nothing itself, and looks at the text alone: any parser will do.

import type { Rule } from 'eslint';

import { type Locale, type Wording, locales } from '../../locale/locale.ts';
import type { EditorSettings } from '../../workspace/disk/editor-options.ts';
import type { TextEdit } from '../../workspace/text-edits.ts';
import type { Answer, Question, SiteAnswer } from './answer.ts';
import { stretchesOff } from './directives.ts';
import { ruleSchema } from './schema.generated.ts';

const words = {
  site: { en: '{{message}} ({{code}}{{page}})', 'zh-CN': '{{message}}（{{code}}{{page}}）' },
  failure: {
    en: 'cygnet cannot look at this file: {{reason}}',
    'zh-CN': 'cygnet 无法检查此文件：{{reason}}',
  },
  rewrite: { en: 'Rewrite this call, with what it needs', 'zh-CN': '改写这处调用，并加入它所需的内容' },
} as const satisfies Wording;

/** ESLint knows messages by their id: those of another language than English have it behind their name. */
const messages = Object.fromEntries(
  locales.flatMap((locale) => Object.entries(words).map(([name, each]) => [idIn(name, locale), each[locale]])),
);

function idIn(name: string, locale: Locale): string {
  return locale === 'en' ? name : `${name}-${locale}`;
}

export function createRule(ask: (question: Question) => Answer, page: string | undefined): Rule.RuleModule {
  return {
    meta: {
      type: 'problem',
      docs: {
        description: 'move network calls of Baidu Smart Programs (swan) to fetch, axios or WeChat',
        recommended: true,
        ...(page !== undefined && { url: page }),
      },
      fixable: 'code',
      hasSuggestions: true,
      schema: ruleSchema,
      messages,
    },
    create(context) {
      return {
        Program() {
          const { sourceCode: source, filename, cwd } = context;
          const [settings = {}] = context.options as EditorSettings[];
          const off = stretchesOff(source, context.id);
          const answer = ask({ cwd, filename, text: source.text, settings, off });
          if ('failure' in answer) {
            const messageId = idIn('failure', answer.locale);
            context.report({ loc: { line: 1, column: 0 }, messageId, data: { reason: answer.failure } });
            return;
          }
          for (const site of answer.sites) report(context, answer.locale, site);
        },
      };
    },
  };
}

function report(context: Rule.RuleContext, locale: Locale, site: SiteAnswer): void {
  const { start, end, code, message, page, fix, suggestion } = site;
  const { sourceCode: source } = context;
  context.report({
    loc: { start: source.getLocFromIndex(start), end: source.getLocFromIndex(Math.min(end, source.text.length)) },
    messageId: idIn('site', locale),
    data: { message, code, page: page === undefined ? '' : `${locale === 'en' ? ': ' : '：'}${page}` },
    ...(fix && { fix: fixing(fix) }),
    ...(suggestion && { suggest: [{ messageId: idIn('rewrite', locale), fix: fixing(suggestion) }] }),
  });
}

function fixing(edits: readonly TextEdit[]): (fixer: Rule.RuleFixer) => Rule.Fix[] {
  return (fixer) => edits.map(({ start, end, text }) => fixer.replaceTextRange([start, end], text));
}
