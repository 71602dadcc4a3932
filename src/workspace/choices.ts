// In: nothing. Out: the words that options take, besides the names of targets and APIs.
// The types tie a list that the library knows as well to it. Loads nothing of the library, so that the help is there at once.

import type { Sockets, Style } from '../target.ts';

export const styles = ['native', 'dropin'] as const satisfies readonly Style[];
export const sockets = ['one', 'many'] as const satisfies readonly Sockets[];
export const reportFormats = [
  'pretty',
  'html',
  'markdown',
  'json',
  'sarif',
  'junit',
  'gitlab',
  'github',
  'step-summary',
  'rdjson',
  'csv',
  'csv-origins',
] as const;
export type ReportFormat = (typeof reportFormats)[number];
export type ReportRequest = ReportFormat | `${ReportFormat}=${string}`;

/** The kinds of files in which programs are looked for, as the library knows them. */
export const scriptPattern = /\.(?:[cm]?[jt]sx?|n?vue|uvue|mpx|san|wpy|swan|sjs)$/i;

/** The same, as bundlers name what they load: with a query behind. */
export const scriptIdPattern = /\.(?:[cm]?[jt]sx?|n?vue|uvue|mpx|san|wpy|swan|sjs)(?:\?|$)/i;
