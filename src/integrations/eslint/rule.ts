// In: a file that ESLint looks at. Out: a report at each place that reaches swan's network, with the rewrite where it is proved, as a
// suggestion where a person should look at it, and with the reason where there is none.
// Finds nothing itself, and looks at the text alone: any parser will do.

import type { Rule } from 'eslint';

import type { EditorSettings } from '../../workspace/disk/editor-options.ts';
import type { TextEdit } from '../../workspace/text-edits.ts';
import type { Answer, Question, SiteAnswer } from './answer.ts';
import { stretchesOff } from './directives.ts';
import { ruleSchema } from './schema.generated.ts';

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
      messages: {
        site: '{{message}} ({{code}}{{page}})',
        failure: 'cygnet cannot look at this file: {{reason}}',
        rewrite: 'Rewrite this call, with what it needs',
      },
    },
    create(context) {
      return {
        Program() {
          const { sourceCode: source, filename, cwd } = context;
          const [settings = {}] = context.options as EditorSettings[];
          const off = stretchesOff(source, context.id);
          const answer = ask({ cwd, filename, text: source.text, settings, off });
          if ('failure' in answer) {
            context.report({ loc: { line: 1, column: 0 }, messageId: 'failure', data: { reason: answer.failure } });
            return;
          }
          for (const site of answer.sites) report(context, site);
        },
      };
    },
  };
}

function report(context: Rule.RuleContext, { start, end, code, message, page, fix, suggestion }: SiteAnswer): void {
  const { sourceCode: source } = context;
  context.report({
    loc: { start: source.getLocFromIndex(start), end: source.getLocFromIndex(Math.min(end, source.text.length)) },
    messageId: 'site',
    data: { message, code, page: page === undefined ? '' : `: ${page}` },
    ...(fix && { fix: fixing(fix) }),
    ...(suggestion && { suggest: [{ messageId: 'rewrite', fix: fixing(suggestion) }] }),
  });
}

function fixing(edits: readonly TextEdit[]): (fixer: Rule.RuleFixer) => Rule.Fix[] {
  return (fixer) => edits.map(({ start, end, text }) => fixer.replaceTextRange([start, end], text));
}
