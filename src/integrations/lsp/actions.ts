// In: a file that was opened, and where somebody asks what can be done. Out: the actions there: rewrite this call, rewrite all of the
// file, say why a call stays. Their edits are those of the compiler, made when an action is chosen where the client can wait.

import { type CodeAction, CodeActionKind, type Diagnostic } from 'vscode-languageserver/node';

import { type RewrittenSite, type TargetName, describe, keepsSite, targetNames } from '../../core.ts';
import type { Locale, Wording } from '../../locale/locale.ts';
import type { OpenedFile } from '../../workspace/rewrite-file.ts';
import { callCode, nameOfApi } from '../../workspace/site-words.ts';

/** What an action is about, for when its edit is asked for. */
export interface ActionData {
  readonly uri: string;
  readonly version: number;
  readonly target: TargetName;
  /** Absent: all of the file. */
  readonly site?: number;
}

export interface ActionWish {
  readonly uri: string;
  readonly version: number;
  readonly start: number;
  readonly end: number;
  /** The kinds that are asked for; absent, any. */
  readonly only?: readonly string[];
  /** What is set goes first; without it any will do. */
  readonly target: TargetName | undefined;
  /** Also to targets that are not set. */
  readonly isForAllTargets: boolean;
  readonly diagnostics: readonly Diagnostic[];
  readonly locale: Locale;
}

const titles = {
  rewrite: {
    en: (name: string, target: TargetName) => `Rewrite ${name} for ${target}`,
    'zh-CN': (name: string, target: TargetName) => `将 ${name} 改写为 ${target}`,
  },
  rewriteAll: {
    en: (target: TargetName) => `Rewrite all network calls of this file for ${target}`,
    'zh-CN': (target: TargetName) => `将此文件的所有网络调用改写为 ${target}`,
  },
  why: {
    en: (name: string, code: string) => `Why ${name} stays: ${code}`,
    'zh-CN': (name: string, code: string) => `${name} 为何保持不变：${code}`,
  },
} as const satisfies Wording;

/** The command behind the reason for which a call stays. */
export const whyCommand = 'cygnet.why';

const fixAll = [CodeActionKind.SourceFixAll, `${CodeActionKind.SourceFixAll}.cygnet`];

export function actionsAt({ program, rewritten }: OpenedFile, wish: ActionWish): CodeAction[] {
  const { start, end, target } = wish;
  const sites = (rewritten?.sites ?? program.sites).filter((site) => site.start <= end && start <= site.end);
  // Of calls within each other the innermost is meant.
  const [site] = [...sites].sort((a, b) => a.end - a.start - (b.end - b.start));
  const targets =
    wish.isForAllTargets || !target ? [...new Set([...(target ? [target] : []), ...targetNames])] : [target];
  const moving = rewritten?.sites.some(({ verdict }) => verdict !== 'kept') ?? program.sites.length > 0;
  const found: CodeAction[] = [];
  if (site && wants(wish, CodeActionKind.QuickFix)) {
    const isKept = 'verdict' in site && site.verdict === 'kept';
    if (isKept) found.push(...whyActions(site as RewrittenSite, wish.locale));
    else for (const to of targets) found.push(rewriteAction(wish, to, nameOfApi(site.api), site.id));
    if (moving && target) found.push(allAction(wish, target, CodeActionKind.QuickFix));
  }
  if (moving && target) {
    // Some clients want the kind that they asked for and no other.
    const kind = fixAll.find((one) => wish.only?.includes(one)) ?? fixAll.find((one) => wants(wish, one) && wish.only);
    if (kind !== undefined) found.push(allAction(wish, target, kind));
  }
  return found;
}

function rewriteAction(wish: ActionWish, target: TargetName, name: string, site: number): CodeAction {
  const { uri, version, diagnostics } = wish;
  const data: ActionData = { uri, version, target, site };
  return {
    title: titles.rewrite[wish.locale](name, target),
    kind: CodeActionKind.QuickFix,
    isPreferred: target === (wish.target ?? target),
    diagnostics: diagnostics.filter(({ code, source }) => source === 'cygnet' && code === callCode),
    data,
  };
}

function allAction({ uri, version, locale }: ActionWish, target: TargetName, kind: string): CodeAction {
  const data: ActionData = { uri, version, target };
  return { title: titles.rewriteAll[locale](target), kind, data };
}

function whyActions({ api, diagnostics }: RewrittenSite, locale: Locale): CodeAction[] {
  const reason = diagnostics.find(({ code }) => keepsSite(code)) ?? diagnostics[0];
  if (!reason) return [];
  const title = titles.why[locale](nameOfApi(api), reason.code);
  return [
    {
      title,
      kind: CodeActionKind.QuickFix,
      command: { title, command: whyCommand, arguments: [reason.code, describe(reason, locale)] },
    },
  ];
}

/** `source` asks for `source.fixAll` as well. */
function wants({ only }: ActionWish, kind: string): boolean {
  return only === undefined || only.some((one) => kind === one || kind.startsWith(`${one}.`));
}
