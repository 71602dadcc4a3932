// In: the sites of a file on a target. Out: which edits each of them carries, so that every fix is right by itself, ESLint gets
// through all of them in one run, and the import is there once.
// ESLint leaves of two fixes that overlap one for its next pass, and there are ten: a fix reaches from its first edit to its
// last, so all that bring an import would be in each other's way.

import type { Edit, Rewritten, RewrittenSite } from '../../core.ts';
import { type TextEdit, textEditsOf } from '../../workspace/text-edits.ts';

export interface SiteEdits {
  readonly fix?: readonly TextEdit[];
  readonly suggestion?: readonly TextEdit[];
}

/** Passes that are left for what waits for an import, or for the call around it. */
const mostWaits = 8;

/** Sites times length of the text: beyond it, looking at each site alone takes seconds. */
const mostWork = 3_000_000;

/** @param isOff the site is to be told of and not rewritten */
export function siteEdits(
  text: string,
  rewritten: Rewritten,
  isOff: (site: RewrittenSite) => boolean,
): ReadonlyMap<number, SiteEdits> {
  const moving = rewritten.sites.filter(({ verdict }) => verdict !== 'kept');
  const fixed = moving.filter((site) => isProved(site) && !isOff(site));
  const own = new Map(moving.map(({ id }) => [id, rewritten.editsOf(id)] as const));
  const plain = (edits: readonly Edit[] | undefined): readonly TextEdit[] | undefined =>
    edits && edits.length > 0 ? textEditsOf(text, edits) : undefined;
  const alone = (id: number): readonly TextEdit[] | undefined => {
    const edits = own.get(id);
    if (edits) return plain(edits);
    return moving.length * text.length > mostWork ? undefined : plain(rewritten.apply([id]).edits);
  };
  const isEachAlone = fixed.every(({ id }) => own.get(id)) && waitsIn(fixed) <= mostWaits;
  const bearer = isEachAlone ? bearerOf(fixed) : fixed[0];
  return new Map(
    moving.map((site) => {
      const { id, names } = site;
      const isFixed = fixed.includes(site) && (id === bearer?.id || (isEachAlone && names.length === 0));
      // What is about several sites at once goes with the first of them, as a whole.
      const fix = isFixed
        ? isEachAlone
          ? plain(own.get(id))
          : plain(rewritten.apply(fixed.map((one) => one.id)).edits)
        : undefined;
      // Its fix is it.
      const suggestion = fix && (isEachAlone || fixed.length === 1) ? undefined : alone(id);
      return [id, { ...(fix && { fix }), ...(suggestion && { suggestion }) }];
    }),
  );
}

/** All that it rests on can be seen: its own options are, or the call is the target's own. */
export function isProved({ verdict, form }: Pick<RewrittenSite, 'verdict' | 'form'>): boolean {
  return verdict !== 'shim' || (form !== undefined && form.options !== 'variable' && form.options !== 'value');
}

/** The one that brings the import: in its next pass ESLint finds it there, and none of the others needs to. */
function bearerOf(sites: readonly RewrittenSite[]): RewrittenSite | undefined {
  const most = Math.max(0, ...sites.map(({ names }) => names.length));
  return most === 0 ? undefined : sites.find(({ names }) => names.length === most);
}

/** How many passes may go by until the last one's turn has come. */
function waitsIn(sites: readonly RewrittenSite[]): number {
  const names = new Set(sites.flatMap((site) => site.names));
  let deepest = 0;
  const open: RewrittenSite[] = [];
  for (const site of [...sites].sort((a, b) => a.start - b.start || b.end - a.end)) {
    while (open.length > 0 && (open.at(-1)?.end ?? 0) <= site.start) open.pop();
    open.push(site);
    deepest = Math.max(deepest, open.length);
  }
  return names.size + deepest;
}
