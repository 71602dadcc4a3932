// In: nothing. Out: the plugin for ESLint, of which a config takes the rule or the recommended settings.
// Its types need no package: whoever has another ESLint can be told of it as well.

import description from '../../../package.json' with { type: 'json' };
import { findPage } from '../../workspace/disk/pages.ts';
import { systemLocale } from '../../workspace/disk/system-locale.ts';
import { createAsker } from './ask.ts';
import { createRule } from './rule.ts';

/** A rule, as ESLint knows it. */
export interface EslintRule {
  readonly meta: { readonly type: 'problem' };
  create(context: unknown): { Program(): void };
}

export interface EslintPlugin {
  readonly meta: { readonly name: string; readonly version: string };
  readonly rules: { readonly 'no-swan-network': EslintRule };
  readonly configs: {
    readonly recommended: {
      readonly name: string;
      readonly plugins: { readonly cygnet: EslintPlugin };
      readonly rules: { readonly 'cygnet/no-swan-network': 'error' };
    };
  };
}

/** Takes the target and its settings from the options of the rule, else from cygnet.config. */
export const plugin: EslintPlugin = createPlugin();

function createPlugin(): EslintPlugin {
  const { name, version } = description;
  const rules = {
    'no-swan-network': createRule(
      createAsker(),
      findPage('editors.md', 'eslint', systemLocale()),
    ) as unknown as EslintRule,
  };
  return {
    meta: { name, version },
    rules,
    configs: {
      get recommended() {
        return {
          name: 'cygnet/recommended',
          plugins: { cygnet: plugin },
          rules: { 'cygnet/no-swan-network': 'error' as const },
        };
      },
    },
  };
}
