// In: the settings of a run. Out: a watch over what the run reads: the scripts in its places, and what says how they are to be read,
// also where that lies around the places: app.json, the config, package.json, a tsconfig, .gitignore.
// What a run leaves out is not watched. Knows nothing of what a run does.

import { realpath } from 'node:fs/promises';
import path from 'node:path';

import { type FSWatcher, watch } from 'chokidar';

import { Failure, codeOf, whyOf } from '../../src/workspace/failure.ts';
import { disk } from '../../src/workspace/disk/disk.ts';
import { scriptPattern } from '../../src/workspace/choices.ts';
import { upwards } from '../../src/workspace/paths.ts';
import { findRoot } from '../../src/workspace/root.ts';
import { findSearchRoots } from '../../src/workspace/search/search-roots.ts';
import { findUnwatched } from '../files/unwatched.ts';
import { isSettingsFile, settingsNames } from '../files/settings-files.ts';
import type { MigrateSettings } from '../settings.ts';

export interface Watch {
  close(): Promise<void>;
}

/**
 * Ready when it returns.
 * @param onChange is told of each file that was made, changed or removed
 * @param onBroken is told when the system does not go on watching
 */
export async function openWatch(
  settings: MigrateSettings,
  onChange: (file: string) => void,
  onBroken: (failure: Failure) => void,
): Promise<Watch> {
  const places = findSearchRoots(disk, settings.cwd, settings.paths);
  const isUnwatched = await findUnwatched(places, settings);
  const paths = await Promise.all(places.map((place) => realpath(place.path)));
  const around = settingsAround(settings, paths);
  const watcher = watch([...paths, ...around], { ignored: isUnwatched, ignoreInitial: true, followSymlinks: false });
  for (const event of ['add', 'change', 'unlink'] as const) {
    watcher.on(event, (file) => {
      if (scriptPattern.test(file) || isSettingsFile(file) || around.includes(file)) onChange(file);
    });
  }
  await untilReady(watcher);
  watcher.on('error', (error) => {
    onBroken(brokenWatch(error));
  });
  return watcher;
}

/** @throws Failure when the system does not watch so much */
async function untilReady(watcher: FSWatcher): Promise<void> {
  try {
    await new Promise<void>((resolve, reject) => {
      watcher.once('ready', () => resolve()).once('error', reject);
    });
  } catch (error) {
    await watcher.close();
    throw brokenWatch(error);
  }
}

/** The files that decide about the places and lie in no one of them, as far as they are there. */
function settingsAround({ cwd, configFile, decisions, project }: MigrateSettings, places: readonly string[]): string[] {
  const root = findRoot(disk, cwd, places);
  const folders = new Set(places.flatMap(upwards).filter((folder) => folder.startsWith(root)));
  const named = [configFile, decisions?.path, project].filter((file) => file !== undefined);
  const known = [...folders].flatMap((folder) => settingsNames.map((name) => path.join(folder, name)));
  return [...new Set([...named, ...known])].filter((file) => disk.exists(file));
}

function brokenWatch(error: unknown): Failure {
  const isFull = codeOf(error) === 'ENOSPC' || codeOf(error) === 'EMFILE';
  return new Failure({
    what: { en: 'the files cannot be watched', 'zh-CN': '无法监视这些文件' },
    why: isFull
      ? { en: 'The system watches no more files for this user.', 'zh-CN': '系统不再为该用户监视更多文件。' }
      : whyOf(error),
    help: {
      en: 'Name the folders that matter, or run again without --watch.',
      'zh-CN': '请指定需要监视的文件夹，或去掉 --watch 重新运行。',
    },
  });
}
