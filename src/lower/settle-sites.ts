// In: the sites of one file and a target. Out: each of them lowered, with what becomes of the names and tests around them, in
// accord: each may decide the other. Knows no target by name.

import type { ApiName } from '../apis.ts';
import type { AliasDeclaration, Guard } from '../resolve/resolve.ts';
import type { DraftEdit, Tools } from '../target.ts';
import { contains, keeps, type Span } from '../text/text.ts';
import { findDrops } from './drops.ts';
import { isLeft } from './belonging.ts';
import type { Acceptance, DraftSite, LowerInput, LowerOptions } from './lower.ts';
import { lowerSite } from './lower-site.ts';
import { mayMove, planNames, type NamePlan } from './plan.ts';
import { SiteTools } from './tools.ts';

export interface SettledSites {
  readonly sites: readonly DraftSite[];
  readonly settled: NamePlan;
  /** The place is taken away by a site, a test that is answered, or a declaration that goes. */
  readonly isGone: (at: Span) => boolean;
}

/**
 * Lowers the sites as if every alias that may move did; where one does not, its sites are lowered again. What a target
 * keeps may need an alias, and what an alias stands for may decide whether a target keeps a site.
 */
export function settleSites(input: LowerInput, options: LowerOptions): SettledSites {
  const { resolution } = input;
  const { host } = options.target;
  const answers = new Map<number, Acceptance>();
  const asked: LowerOptions = {
    ...options,
    accept(site, verdict) {
      const answer = answers.get(site.id) ?? options.accept(site, verdict);
      answers.set(site.id, answer);
      return answer;
    },
  };
  const isPlain = (api: ApiName): boolean => options.target.valueName(api, options.sockets) === undefined;
  const drops = 'global' in host ? new Map<Guard, readonly Span[]>() : findDrops(resolution);
  let moving = new Set('global' in host ? resolution.aliases.filter((alias) => mayMove(alias, isPlain)) : []);
  for (;;) {
    const sites = lowerSites(input, asked, moving);
    const edits = sites.flatMap((site) => site.edits);
    const named = namesOfSites(input, sites);
    const isTakenAway = (at: Span): boolean => edits.some((edit) => replaces(edit, at));
    const isReplaced = (at: Span): boolean => isTakenAway(at) || named.some((one) => contains(one, at));
    const settled = planNames({
      dropsOf: (guard) => drops.get(guard) ?? [],
      aliases: resolution.aliases,
      guards: resolution.guards,
      hasSites: sites.some(({ verdict }) => verdict !== 'kept'),
      isRewritten: isRewrittenIn(sites),
      isLeft: (api) => isLeft(sites, api),
      isReplaced,
      isTakenAway,
      moving,
      ...('global' in host
        ? { host: { name: host.global, bindings: input.unit.names.of(host.global).bindings.length } }
        : {}),
    });
    if (settled.moved.size === moving.size) {
      const answered = [...settled.answered].flatMap((guard) => [guard.at, ...(drops.get(guard) ?? [])]);
      const taken = [...answered, ...[...settled.gone].map(({ source }) => source)];
      return { sites, settled, isGone: (at) => isReplaced(at) || taken.some((one) => contains(one, at)) };
    }
    moving = new Set(settled.moved);
  }
}

/** The names by which rewritten sites reach their API: these are theirs, whether they are written anew or moved. */
function namesOfSites({ lifted }: LowerInput, sites: readonly DraftSite[]): Span[] {
  const isRewritten = isRewrittenIn(sites);
  return [
    ...lifted.calls.filter(({ at }) => isRewritten(at)).map(({ callee }) => callee),
    ...lifted.values
      .filter(({ at }) => isRewritten(at))
      .flatMap(({ at, receiver }) => (receiver ? [at, receiver] : [at])),
  ];
}

export function isRewrittenIn(sites: readonly DraftSite[]): (at: Span) => boolean {
  const places = new Set(sites.filter(({ verdict }) => verdict !== 'kept').map(({ at }) => `${at.start} ${at.end}`));
  return ({ start, end }) => places.has(`${start} ${end}`);
}

function lowerSites(input: LowerInput, options: LowerOptions, moving: ReadonlySet<AliasDeclaration>): DraftSite[] {
  const toolsFor = (own: Span): Tools => new SiteTools(input, options, own, moving);
  return input.lifted.sites
    .filter((site) => site.kind === 'template' || options.isWanted(site.api))
    .map((site) => lowerSite(site, toolsFor, input, options));
}

/** The edit takes the text away rather than keeping it. */
export function replaces(edit: DraftEdit, at: Span): boolean {
  return contains(edit.at, at) && !keeps(edit.text, at);
}
