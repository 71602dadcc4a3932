// In: what a reader wants to see. Out: which sites of a file that leaves.
// Knows nothing of how it is asked.

import type { PageFile, PageSite } from '../page-data.ts';
import type { Marks } from './marks.ts';

export interface Filter {
  /** Those that are switched off. */
  readonly withoutVerdicts: readonly string[];
  readonly api: string;
  readonly code: string;
  readonly mark: '' | 'open' | 'reviewed' | 'accepted' | 'rejected';
  /** With a slash behind; empty for all. */
  readonly folder: string;
  readonly text: string;
}

export const noFilter: Filter = { withoutVerdicts: [], api: '', code: '', mark: '', folder: '', text: '' };

export interface ShownFile {
  readonly file: PageFile;
  readonly sites: readonly PageSite[];
}

export function shownFiles(files: readonly PageFile[], filter: Filter, marks: Marks): ShownFile[] {
  const { withoutVerdicts, api, code, mark, folder, text } = filter;
  const wanted = text.trim().toLowerCase();
  const isForFiles = api === '' && mark === '' && !withoutVerdicts.includes('failed');
  return files.flatMap((file) => {
    if (!file.file.startsWith(folder)) return [];
    const isNamed = file.file.toLowerCase().includes(wanted);
    const sites = file.sites.filter(
      (site) =>
        !withoutVerdicts.includes(site.verdict ?? '') &&
        (api === '' || site.api === api) &&
        (code === '' || site.notes.some((note) => note.code === code)) &&
        (mark === '' || hasMark(site, mark, marks)) &&
        (isNamed || textOf(file, site).includes(wanted)),
    );
    const isFile =
      isForFiles &&
      isNamed &&
      file.sites.length === 0 &&
      (code === '' || file.notes.some((note) => note.code === code));
    const isLeft = sites.length > 0 || isFile || (file.isFailed && isForFiles && isNamed && code === '');
    return isLeft ? [{ file, sites }] : [];
  });
}

function hasMark({ id }: PageSite, mark: Filter['mark'], marks: Marks): boolean {
  const { answer, reviewed = false } = marks.get(id) ?? {};
  if (mark === 'open') return !reviewed && answer === undefined;
  if (mark === 'reviewed') return reviewed;
  return answer === (mark === 'accepted' ? 'accept' : 'reject');
}

/** What was asked for once may be asked for with every key that is pressed. */
const texts = new WeakMap<PageSite, string>();

function textOf(file: PageFile, site: PageSite): string {
  const known = texts.get(site);
  if (known !== undefined) return known;
  const excerpt = file.excerpts.findLast(({ oldStart }) => oldStart <= site.line);
  const said = site.notes.map(({ code, message }) => `${code} ${message}`);
  const text = [site.api, ...said, ...(excerpt?.lines ?? [])].join('\n').toLowerCase();
  texts.set(site, text);
  return text;
}
