// In: the sites of a file after lowering. Out: which of them are parted from what they work with: the socket APIs of a
// program are one unit (S8), and a path that one host gave means nothing to the other.
// Knows no target: what moves and what stays is all it asks.

import { isApiName, type ApiName } from '../apis.ts';
import type { NetworkCall } from '../ir.ts';
import type { Note, Verdict } from '../target.ts';
import { contains, type Span } from '../text/text.ts';

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

/** A site stays because somebody wanted it to. */
export function isChosen({ codes }: Pick<Verdicted, 'codes'>): boolean {
  return codes.includes('declined') || codes.includes('kept-on-request');
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

interface Sited {
  readonly at: Span;
  readonly verdict: Verdict;
}

/** A note for each upload and download of which one moves and the other, whose path it is given or gives, stays. */
export function splitPaths(calls: readonly NetworkCall[], sites: readonly Sited[]): Note[] {
  const moves = ({ at }: NetworkCall): boolean =>
    sites.some((site) => site.verdict !== 'kept' && site.at.start === at.start && site.at.end === at.end);
  const downloads = calls.filter(({ api }) => api === 'downloadFile');
  return calls.flatMap((call): Note[] => {
    if (call.giver?.api !== 'downloadFile') return [];
    const around = downloads.filter(({ at }) => contains(at, call.at));
    return (around.length > 0 ? around.slice(-1) : downloads).flatMap((download): Note[] => {
      if (moves(call) === moves(download)) return [];
      const [moving, staying] = moves(call) ? [call, download] : [download, call];
      return [{ code: 'file-path-split', at: moving.at, details: { moving: moving.api, staying: staying.api } }];
    });
  });
}
