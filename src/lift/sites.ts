// In: what was found in a file, lifted. Out: one list of all places that reach swan's network, in source order, each with
// the reason for which it stays on any target, if there is one: the program itself says it, or the kind of file.
// Knows nothing of targets.

import type { FoundSite, NetworkCall, NetworkValue, Note } from '../ir.ts';
import { isApiName, type ApiName } from '../apis.ts';
import type { AliasDeclaration, Resolution } from '../resolve/resolve.ts';
import { requestsToKeep } from '../resolve/requests-to-keep.ts';
import type { SourceUnit } from '../syntax/parse.ts';
import { isViewModule } from '../syntax/scripts.ts';
import type { Span } from '../text/text.ts';
import type { TemplateUse } from './template-uses.ts';

export interface Sited {
  readonly calls: readonly NetworkCall[];
  readonly values: readonly NetworkValue[];
  readonly templateUses: readonly TemplateUse[];
}

export function findSites(
  unit: SourceUnit,
  { kept, aliases }: Pick<Resolution, 'kept' | 'aliases'>,
  { calls, values, templateUses }: Sited,
): FoundSite[] {
  const wish = wishes(unit);
  const id = 0;
  /** What a person asks for goes before any other reason. */
  const reasonFor = (at: Span, own?: Note): { readonly reason?: Note } => {
    const reason = wish(at) ?? fileReason(unit, at) ?? own;
    return reason ? { reason } : {};
  };
  const sites: FoundSite[] = [
    ...calls.map((call): FoundSite => ({ id, kind: 'call', api: call.api, at: call.at, call, ...reasonFor(call.at) })),
    ...values.map((value): FoundSite => {
      const { api, at } = value;
      return { id, kind: 'value', api, at, value, ...reasonFor(at) };
    }),
    ...kept.map((one): FoundSite => {
      const { api, at } = one;
      return { id, kind: 'kept', api, at, reason: wish(at) ?? one };
    }),
    ...aliases.flatMap(exportedNames).map(({ api, at, own }): FoundSite => {
      return { id, kind: 'exported', api, at, ...reasonFor(at, own) };
    }),
  ];
  sites.sort((a, b) => a.at.start - b.at.start || b.at.end - a.at.end);
  sites.push(...templateUses.map(templateSite));
  return sites.sort((a, b) => a.at.start - b.at.start).map((site, number) => ({ ...site, id: number }));
}

/** What a comment of the program asks for at a place. */
function wishes(unit: SourceUnit): (at: Span) => Note | undefined {
  const reasonAt = requestsToKeep(unit);
  return (at) => {
    const reason = reasonAt(at);
    return reason === undefined ? undefined : { code: 'kept-on-request', at, details: { reason } };
  };
}

/** Why nothing in this file is rewritten. */
function fileReason({ filename, hidden }: SourceUnit, at: Span): Note | undefined {
  if (isViewModule(filename)) return { code: 'view-module', at, details: {} };
  return hidden ? { code: 'conditional-compilation', at, details: { isWithin: false } } : undefined;
}

interface ExportedName {
  readonly api: ApiName;
  readonly at: Span;
  readonly own?: Note;
}

/** `export const { request } = swan`: each API is handed to the importers, and goes with its declaration. */
function exportedNames(alias: AliasDeclaration): ExportedName[] {
  if (alias.kind === 'import' || alias.kind === 'value' || alias.of === 'module') return [];
  return alias.names.flatMap(({ stands, isExported, kept, property: at }): ExportedName[] => {
    if (!isExported || !isApiName(stands)) return [];
    return [{ api: stands, at, ...(kept ? { own: { ...kept, at } } : {}) }];
  });
}

function templateSite({ alias, name }: TemplateUse): FoundSite {
  const [{ stands } = { stands: 'other' }] = alias.names.filter((one) => one.name === name);
  const at = alias.source;
  const reason: Note = { code: 'template-use', at, details: { name } };
  return { id: 0, kind: 'template', api: isApiName(stands) ? stands : '*', at, reason };
}
