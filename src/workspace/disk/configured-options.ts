// In: a folder and settings of a config file. Out: what a workspace of it is opened with: these settings, and for all others those of
// the config file that lies there, as the command line and editors find it.
// Knows nothing of what is done with the workspace.

import { realpathSync } from 'node:fs';

import type { InEach } from '../../locale/locale.ts';
import { Failure, sentence, whyOf } from '../failure.ts';
import type { WorkspaceOptions } from '../known.ts';
import { editorSettings, settings } from '../options.ts';
import { checkSettings } from './check-settings.ts';
import { findConfig } from './config.ts';
import { type EditorSettings, editorOptions } from './editor-options.ts';

export interface WorkspaceSettings extends EditorSettings {
  /** A config file, or false for none. Default: the nearest one. */
  readonly config?: string | false;
}

/**
 * @param warn is told of a config file that was passed by
 * @throws Failure for a setting that there is not, one that is wrong, and a config file that cannot be read
 */
export async function configuredOptions(
  folder: string,
  given: WorkspaceSettings = {},
  warn: (text: InEach<string>) => void = () => undefined,
): Promise<WorkspaceOptions> {
  const { config, specifier, ...own } = given;
  const known = Object.entries(settings).filter(([key]) => (editorSettings as readonly string[]).includes(key));
  checkSettings(own, Object.fromEntries(known), {
    whole: { en: 'what the workspace was given', 'zh-CN': '传给工作区的设置' },
    unknown: (key) => ({ en: `a workspace has no setting ${key}`, 'zh-CN': `工作区没有设置项 ${key}` }),
    wrong: (key) => ({ en: `the setting ${key} of the workspace`, 'zh-CN': `工作区的设置项 ${key}` }),
    example: "{ to: 'fetch' }",
  });
  const cwd = realFolder(folder);
  const found = await findConfig(cwd, config, warn);
  return editorOptions(cwd, found, { ...own, ...(specifier !== undefined && { specifier }) });
}

function realFolder(folder: string): string {
  try {
    return realpathSync(folder);
  } catch (error) {
    throw new Failure({
      what: { en: `the folder ${folder} cannot be opened`, 'zh-CN': `文件夹 ${folder} 无法打开` },
      why: sentence(whyOf(error)),
    });
  }
}
