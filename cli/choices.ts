// In: nothing. Out: the words that options take, each with a line for the help.
// The types tie every list to the library, so that a new target or API does not compile until it is named here;
// the library itself is not loaded for it, so that the help is there at once.

import type { ApiName, TargetName } from '../src/index.ts';

export const targets = {
  fetch: 'the web: fetch, FormData and WebSocket',
  axios: 'the web and Node: axios for requests and files, WebSocket for sockets',
  wx: 'WeChat mini-programs: the same calls on wx',
} satisfies Record<TargetName, string>;

export const targetNames = Object.keys(targets) as TargetName[];

const apis = {
  request: true,
  uploadFile: true,
  downloadFile: true,
  connectSocket: true,
  onSocketOpen: true,
  onSocketError: true,
  onSocketMessage: true,
  onSocketClose: true,
  sendSocketMessage: true,
  closeSocket: true,
} satisfies Record<ApiName, true>;

export const apiNames = Object.keys(apis) as ApiName[];

export const styles = ['native', 'dropin'] as const;
export const sockets = ['one', 'many'] as const;
export const reportFormats = ['pretty', 'json', 'sarif', 'html', 'markdown', 'github'] as const;
export type ReportFormat = (typeof reportFormats)[number];

/** The kinds of files in which programs are looked for, as the library knows them. */
export const scriptPattern = /\.(?:[cm]?[jt]sx?|n?vue|uvue|mpx|san|wpy|swan|sjs)$/i;
