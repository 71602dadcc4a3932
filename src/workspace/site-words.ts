// In: a site, and what becomes of it. Out: what an editor says of it in one message, and the code that stands behind it.
// Knows nothing of editors.

import { type Code, type Diagnostic, type ProgramSite, type Site, type TargetName, keepsSite } from '../core.ts';
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
export function wordsOf(site: Site & { readonly diagnostics: readonly Diagnostic[] }, target: TargetName): SiteWords {
  const { api, verdict, diagnostics } = site;
  const messages = diagnostics.map(({ message }) => message);
  if (verdict === 'kept') {
    const reason = diagnostics.find(({ code }) => keepsSite(code)) ?? diagnostics[0];
    if (reason) return { code: reason.code, message: messages.join(' ') };
  }
  return {
    code: diagnostics[0]?.code ?? callCode,
    message: [`${nameOfApi(api)} ${becomes(verdict, target)}`, ...messages].join(' '),
  };
}

/** What is said of a site as long as nobody named a target. */
export function wordsWithoutTarget({ api }: ProgramSite): SiteWords {
  return { code: callCode, message: `${nameOfApi(api)} is called here, and no target is set for it (\`to\`).` };
}

function becomes(verdict: Site['verdict'], target: TargetName): string {
  const title = targets[target].title.en;
  switch (verdict) {
    case 'renamed':
      return `can move: ${title} has the same under another name.`;
    case 'native':
      return `can move: ${title} can be called for it.`;
    case 'shim':
      return `can move: the shim does the same with ${title}.`;
    case 'kept':
      return 'stays as it is.';
  }
}
