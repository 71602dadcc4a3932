// In: a run. Out: what may be said of it as a whole: that nothing is left, and of which files that is known; and what was
// not read though it names swan. Every report takes these words from here.
// Knows nothing of formats.

import { describeLeftOut, namesOf } from '../../src/workspace/search/left-out.ts';
import type { UnreadFile } from '../../src/workspace/search/unread.ts';
import type { Run } from '../../src/workspace/report/run.ts';

/** `No network call is left in the files looked at.` */
export function nothingLeft(run: Run, kind = ''): string {
  const calls = run.only ? `call of ${run.only.map((api) => `swan.${api}`).join(' or ')}` : `${kind}network call`;
  return `No ${calls} is left${scopeOf(run)}.`;
}

/** `No swan network call was found in the files looked at: nothing to do here.` */
export function nothingFound(run: Run): string {
  const calls = run.only ? `call of ${run.only.map((api) => `swan.${api}`).join(' or ')}` : 'swan network call';
  return `No ${calls} was found${scopeOf(run)}: nothing to do here.`;
}

/** What is known holds of what was read. */
function scopeOf({ isPartial, leftOut, unread }: Run): string {
  return isPartial || unread.length > 0 || describeLeftOut(leftOut) !== '' ? ' in the files looked at' : '';
}

/** Those of the program itself: what lies in packages is not its to rewrite. */
export function ownUnread({ unread }: Pick<Run, 'unread'>): UnreadFile[] {
  return unread.filter(({ code }) => code !== 'unread-package');
}

const kinds: Readonly<Record<UnreadFile['code'], readonly [one: string, many: string]>> = {
  'unread-file': ['file of a kind that is not read', 'files of kinds that are not read'],
  'generated-file': ['minified or generated file', 'minified or generated files'],
  'unread-package': ['installed package', 'installed packages'],
};

/** What names swan and was not read, a line for each kind: `2 files of kinds that are not read (a.html, b.svelte)`. */
export function unreadLines({ unread }: Run): string[] {
  return (Object.keys(kinds) as UnreadFile['code'][]).flatMap((code) => {
    const files = unread.filter((file) => file.code === code);
    if (files.length === 0) return [];
    const names = files.map(({ file, count }) =>
      code === 'unread-package' ? `${file}: ${count} ${count === 1 ? 'file' : 'files'}` : file,
    );
    return [`${files.length} ${kinds[code][files.length === 1 ? 0 : 1]} (${namesOf(names)})`];
  });
}
