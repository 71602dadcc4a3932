// In: one site and a target. Out: the site's edits, its verdict and its notes; what goes wrong leaves it as it was.
// Knows nothing of other sites, and no target by name.

import { commentBehind } from '../text/comments.ts';
import type { FoundSite } from '../ir.ts';
import type { LiftedFile } from '../lift/file.ts';
import type { DraftEdit, Kept, Lowered, Note, Tools } from '../target.ts';
import { within } from '../text/sorted.ts';
import { contains, keeps, type Span } from '../text/text.ts';
import { socketApis } from './belonging.ts';
import type { DraftSite, LowerInput, LowerOptions } from './lower.ts';

export function lowerSite(
  site: FoundSite,
  toolsFor: (own: Span) => Tools,
  input: LowerInput,
  options: LowerOptions,
): DraftSite {
  const { api, at } = site;
  try {
    const lowered = loweredBy(site, toolsFor, options);
    if (lowered.verdict === 'kept') return keptSite(site, lowered.note);
    const answer = options.accept(site, lowered.verdict);
    if (answer !== true)
      return keptSite(site, { code: answer === 'undecided' ? answer : 'declined', at, details: { api } });
    if (tearsBranches(site, lowered.edits, input.unit)) {
      return keptSite(site, { code: 'conditional-compilation', at, details: { isWithin: true } });
    }
    const edits = lowered.edits.map((edit) => rescueComments(edit, input));
    const { verdict, notes = [], denial } = lowered;
    return { found: site, api, at, verdict, edits, notes, ...(denial && { denial }) };
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return keptSite(site, { code: 'internal-error', at, details: { reason } });
  }
}

/** Options between `#ifdef` and `#endif` would not stay between them. */
function tearsBranches(site: FoundSite, edits: readonly DraftEdit[], file: LiftedFile): boolean {
  const call = site.kind === 'call' ? site.call : site.kind === 'value' ? site.value.call : undefined;
  const around = call?.promise?.comments.filter((comment) => !contains(call.at, comment)) ?? [];
  const own = [...(call?.comments ?? []), ...around];
  const directives = file.branchComments().filter(({ start }) => own.some((one) => one.start === start));
  return edits.some(({ at }) => directives.some((directive) => contains(at, directive)));
}

function loweredBy(
  site: FoundSite,
  toolsFor: (own: Span) => Tools,
  { target, sockets, staying: { socket: place, reasonAt } }: LowerOptions,
): Lowered | Kept {
  const { at } = site;
  if (site.kind === 'kept' || site.kind === 'template') return { verdict: 'kept', note: site.reason };
  const isAsked = site.reason?.code === 'kept-on-request';
  if (!isAsked && place !== undefined && socketApis.includes(site.api)) {
    return { verdict: 'kept', note: { code: 'socket-family', at, details: { place } } };
  }
  const reason = isAsked ? site.reason : (reasonAt(at) ?? site.reason);
  if (reason) return { verdict: 'kept', note: reason };
  switch (site.kind) {
    case 'call':
      return target.lower[site.api](site.call, toolsFor(at));
    case 'value':
      return target.value(site.value, toolsFor(at));
    case 'exported':
      return { verdict: target.valueName(site.api, sockets) === undefined ? 'renamed' : 'shim', edits: [] };
  }
}

function keptSite(found: FoundSite, note: Note): DraftSite {
  const { api, at } = found;
  return { found, api, at, verdict: 'kept', edits: [], notes: [note] };
}

/** A comment that an edit would swallow goes behind its text, where it can break no line in two. */
export function rescueComments(
  edit: DraftEdit,
  { unit: { text, comments }, style: { eol } }: LowerInput,
  dropped: readonly Span[] = [],
): DraftEdit {
  const lost = within(comments, edit.at).filter(
    (comment) => !dropped.some((span) => contains(span, comment)) && !keeps(edit.text, comment),
  );
  if (lost.length === 0) return edit;
  return { at: edit.at, text: [...edit.text, ...lost.flatMap((comment) => commentBehind(text, comment, eol))] };
}
