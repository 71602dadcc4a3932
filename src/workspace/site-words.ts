// In: a site, and what becomes of it. Out: what an editor says of it in one message, and the code that stands behind it.
// Knows nothing of editors.

import {
  type Code,
  type Diagnostic,
  type ProgramSite,
  type Site,
  type TargetName,
  describe,
  keepsSite,
} from '../core.ts';
import type { InEach, Locale } from '../locale/locale.ts';
import { targets } from '../targets.ts';

/** Calls that are left, and could move, are told under a code of their own. */
export const callCode = 'swan-network-call';

export interface SiteWords {
  readonly code: Code | typeof callCode;
  readonly message: string;
}

/** `swan.request` */
export function nameOfApi(api: ProgramSite['api']): string {
  return api === '*' ? 'swan' : `swan.${api}`;
}

/** Why it stays, or what it can become, with the notes that go with that. */
export function wordsOf(
  site: Site & { readonly diagnostics: readonly Diagnostic[] },
  target: TargetName,
  locale: Locale,
): SiteWords {
  const { api, verdict, diagnostics } = site;
  const messages = diagnostics.map((one) => describe(one, locale));
  if (verdict === 'kept') {
    const reason = diagnostics.find(({ code }) => keepsSite(code)) ?? diagnostics[0];
    if (reason) return { code: reason.code, message: messages.join(between[locale]) };
  }
  return {
    code: diagnostics[0]?.code ?? callCode,
    message: [`${nameOfApi(api)} ${becomes(verdict, target)[locale]}`, ...messages].join(between[locale]),
  };
}

/** What is said of a site as long as nobody named a target. */
export function wordsWithoutTarget({ api }: ProgramSite, locale: Locale): SiteWords {
  const name = nameOfApi(api);
  const message = {
    en: `${name} is called here, and no target is set for it (\`to\`).`,
    'zh-CN': `这里调用了 ${name}，而没有设置目标平台（\`to\`）。`,
  };
  return { code: callCode, message: message[locale] };
}

/** Between two sentences. */
const between: InEach<string> = { en: ' ', 'zh-CN': '' };

function becomes(verdict: Site['verdict'], target: TargetName): InEach<string> {
  const { en, 'zh-CN': zh } = targets[target].title;
  switch (verdict) {
    case 'renamed':
      return {
        en: `can move: ${en} has the same under another name.`,
        'zh-CN': `可以迁移：${zh} 有同样的 API，只是名字不同。`,
      };
    case 'native':
      return { en: `can move: ${en} can be called for it.`, 'zh-CN': `可以迁移：改为调用 ${zh}。` };
    case 'shim':
      return {
        en: `can move: the shim does the same with ${en}.`,
        'zh-CN': `可以迁移：shim 用 ${zh} 实现同样的功能。`,
      };
    case 'kept':
      return { en: 'stays as it is.', 'zh-CN': '保持不变。' };
  }
}
