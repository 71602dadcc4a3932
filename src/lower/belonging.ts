// In: the sites of a file after lowering. Out: which of them are parted from what they work with: the socket APIs of a
// program are one unit (S8), and a path that one host gave means nothing to the other.
// Knows no target: what moves and what stays is all it asks.

import { isApiName, type ApiName } from '../apis.ts';
import type { NetworkCall } from '../ir.ts';
import type { Note, Verdict } from '../target.ts';
import type { Span } from '../text/text.ts';

/** The APIs that share the one socket of a program (S1). */
export const socketApis: readonly ApiName[] = [
  'connectSocket',
  'onSocketOpen',
  'onSocketError',
  'onSocketMessage',
  'onSocketClose',
  'sendSocketMessage',
  'closeSocket',
];

/** As far as a site is asked about here. */
export interface Verdicted {
  readonly api: ApiName | '*';
  readonly verdict: Verdict;
  readonly codes: readonly string[];
}

/** A site stays because somebody wanted it to, or has not said yet that it is to move. */
export function isChosen({ codes }: Pick<Verdicted, 'codes'>): boolean {
  return codes.includes('declined') || codes.includes('undecided') || codes.includes('kept-on-request');
}

/**
 * What only asks for an API, or names its type, stays with the sites that were left by choice where none of the API moves; of an
 * API without a site, where none of the file does.
 */
export function isLeft(sites: readonly Sited[], api: ApiName | '*'): boolean {
  const ofApi = sites.filter((site) => site.api === api && api !== '*');
  const own = ofApi.length > 0 ? ofApi : sites;
  const areLeft = own.some(({ notes }) => isChosen({ codes: notes.map(({ code }) => code) }));
  return areLeft && own.every(({ verdict }) => verdict === 'kept');
}

/** A listener, sender or closer works on the socket that any of the calls opened. */
export function sharesSocket(sites: readonly Pick<Verdicted, 'api'>[]): boolean {
  return sites.some((site) => isSocket(site) && site.api !== 'connectSocket');
}

function isSocket({ api }: Pick<Verdicted, 'api'>): boolean {
  return isApiName(api) && socketApis.includes(api);
}

/**
 * The sockets of one program where some of them move and others stay. Without a global listener, sender or closer each
 * connection is used through its own task, and nothing is shared.
 */
export function splitSockets<S extends Verdicted>(
  sites: readonly S[],
): { readonly stay: S[]; readonly move: S[] } | undefined {
  if (!sharesSocket(sites)) return undefined;
  const sockets = sites.filter(isSocket);
  const stay = sockets.filter(({ verdict }) => verdict === 'kept');
  const move = sockets.filter(({ verdict }) => verdict !== 'kept');
  return stay.length > 0 && move.length > 0 ? { stay, move } : undefined;
}

/** As far as a site is asked about here. */
interface Sited {
  readonly api: ApiName | '*';
  readonly at: Span;
  readonly verdict: Verdict;
  readonly notes: readonly Note[];
}

/** An upload and a download that gives it a path, of which one moves and the other stays. */
export interface PathSplit<S> {
  readonly moving: S;
  readonly staying: S;
  /** Somebody wanted the one that stays to do so. */
  readonly isChosen: boolean;
}

export function splitPaths<S extends Sited>(calls: readonly NetworkCall[], sites: readonly S[]): PathSplit<S>[] {
  const siteAt = ({ start, end }: Span): S | undefined => sites.find(({ at }) => at.start === start && at.end === end);
  return calls.flatMap(({ at, giver }) => {
    const upload = giver && siteAt(at);
    if (!upload) return [];
    return giver.downloads.flatMap((place): PathSplit<S>[] => {
      const download = siteAt(place);
      if (!download || (upload.verdict === 'kept') === (download.verdict === 'kept')) return [];
      const [moving, staying] = download.verdict === 'kept' ? [upload, download] : [download, upload];
      return [{ moving, staying, isChosen: isChosen({ codes: staying.notes.map(({ code }) => code) }) }];
    });
  });
}
