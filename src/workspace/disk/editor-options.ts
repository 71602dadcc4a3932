// In: the settings that an editor or linter has for a folder, and the config that lies there. Out: what a workspace is opened
// with. The editor's own settings go before the config, and relative paths count from the folder that names them.
// Knows nothing of any editor.

import path from 'node:path';

import type { InEach, Locale } from '../../locale/locale.ts';
import type { Config } from '../define-config.ts';
import type { WorkspaceOptions } from '../known.ts';
import { type EditorSettingName, editorSettings } from '../options.ts';
import { shownPath } from '../paths.ts';
import { type FoundConfig, checkConfig } from './config.ts';
import { spokenLocale } from './system-locale.ts';

export interface EditorSettings extends Pick<Config, EditorSettingName> {
  /** What every file imports its shim by, where it is not a file of the workspace. */
  readonly specifier?: string;
  /** The language of what it is told. */
  readonly locale?: string;
}

/**
 * What is spoken to whoever has these settings.
 * @param ofClient what an editor says of the person in front of it
 */
export function editorLocale(found: FoundConfig | undefined, own: EditorSettings, ofClient?: string): Locale {
  return spokenLocale(own.locale, ofClient, found?.config.locale);
}

/** @param cwd absolute, without links */
export function editorOptions(cwd: string, found: FoundConfig | undefined, own: EditorSettings): WorkspaceOptions {
  const config: Config = found?.config ?? {};
  const { to, style, sockets, unwrap, only } = { ...config, ...own };
  const shim = own.shim ?? config.shim;
  const project = own.project === undefined ? placeIn(found, config.project) : path.resolve(cwd, own.project);
  return {
    cwd,
    paths: (config.paths ?? []).map((name) => shownPath(cwd, placeIn(found, name) ?? name)),
    include: [...(config.include ?? []), ...(own.include ?? [])],
    exclude: [...(config.exclude ?? []), ...(own.exclude ?? [])],
    gitignore: own.gitignore ?? config.gitignore ?? true,
    ...(to !== undefined && { target: to }),
    ...(style !== undefined && { style }),
    ...(sockets !== undefined && { sockets }),
    ...(unwrap !== undefined && { unwrap }),
    ...(only !== undefined && { only }),
    ...(shim !== undefined && { shim }),
    ...(shim !== undefined && own.shim === undefined && found && { shimWithin: found.folder }),
    ...(project !== undefined && { project }),
    ...(own.specifier !== undefined && { specifier: own.specifier }),
  };
}

/** @throws Failure when there is a setting that nobody knows, or one with a wrong value */
export function checkEditorSettings(value: unknown, where: InEach<string>): EditorSettings {
  const { specifier, locale, ...settings } = Object(value) as Record<string, unknown>;
  const known = Object.fromEntries(
    Object.entries(settings).filter(
      ([key, one]) => one !== null && one !== '' && (editorSettings as readonly string[]).includes(key),
    ),
  );
  checkConfig(known, where);
  return {
    ...(known as EditorSettings),
    ...(isText(specifier) && { specifier }),
    ...(isText(locale) && { locale }),
  };
}

function isText(value: unknown): value is string {
  return typeof value === 'string' && value !== '';
}

function placeIn(found: FoundConfig | undefined, name: string | undefined): string | undefined {
  return found && name !== undefined ? path.resolve(found.folder, name) : name;
}
