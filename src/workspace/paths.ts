// In: paths. Out: how they lie to each other, and as people see them.
// Opens nothing, and knows nothing of what lies there.

import path from 'node:path';

/** `folder` itself counts as within. `system` is the kind of paths, for those of another system. */
export function isWithin(folder: string, file: string, system: path.PlatformPath = path): boolean {
  const relative = system.relative(folder, file);
  const isUpwards = relative === '..' || relative.startsWith(`..${system.sep}`);
  return relative === '' || (!isUpwards && !system.isAbsolute(relative));
}

/** The folder and all those around it, nearest first. */
export function upwards(folder: string): string[] {
  const folders = [folder];
  for (let at = folder; path.dirname(at) !== at;) {
    at = path.dirname(at);
    folders.push(at);
  }
  return folders;
}

/** Relative to `from`, with `/`, as people and reports get to see it. */
export function shownPath(from: string, file: string, system: path.PlatformPath = path): string {
  const relative = system.relative(from, file);
  return (relative === '' ? '.' : relative).split(system.sep).join('/');
}
