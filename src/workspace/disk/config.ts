// In: where the command runs. Out: the settings of the project's config file, each of them checked.
// cygnet.config.json, .js or .ts, or the key `cygnet` of package.json; an unknown key or a wrong value is an error.
// Knows nothing of what a setting does.

import { existsSync, realpathSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';

import type { Config } from '../define-config.ts';
import { checkSettings } from './check-settings.ts';
import { settings } from '../options.ts';
import { Failure, reasonOf } from '../failure.ts';
import { repositoryAround } from './git.ts';
import { memberOf } from '../json.ts';
import { ownerOf } from './owner.ts';
import { readSettings } from '../files.ts';
import { disk } from './disk.ts';
import { isWithin, upwards } from '../paths.ts';

export interface FoundConfig {
  readonly file: string;
  /** Without links: nothing that the config names for writing may lie outside of it. */
  readonly folder: string;
  readonly config: Config;
}

const fileNames = ['cygnet.config.json', 'cygnet.config.js', 'cygnet.config.ts'];

/**
 * The config file that was named, or else the nearest one upwards, as far as the repository goes.
 * @param named false: none is looked for
 * @param warn is told of a file that was passed by
 * @throws Failure when it cannot be read or holds what nobody knows
 */
export async function findConfig(
  cwd: string,
  named: string | false | undefined,
  warn: (text: string) => void,
): Promise<FoundConfig | undefined> {
  if (named === false) return undefined;
  if (named !== undefined) {
    const file = path.resolve(cwd, named);
    if (!existsSync(file)) {
      throw new Failure({ what: `there is no config file ${named}`, why: `Looked for ${file}.` });
    }
    return loadConfig(file);
  }
  const repository = repositoryAround(cwd);
  for (const folder of upwards(cwd)) {
    if (repository !== undefined && !isWithin(repository, folder)) break;
    const file = [...fileNames, 'package.json']
      .map((name) => path.join(folder, name))
      .find((candidate) => existsSync(candidate));
    if (file === undefined) continue;
    const owner = ownerOf(file, cwd);
    if (owner === 'other') {
      warn(`warning: ${file} belongs to another user, and no config was read; --config ${file} reads it.\n`);
      return undefined;
    }
    // The package is the project: what lies around it belongs to others.
    if (path.basename(file) === 'package.json' && findKeyOf(file) === undefined) return undefined;
    if (owner === 'project' && isCode(file)) throw isForeignCode(file);
    return loadConfig(file);
  }
  return undefined;
}

function isCode(file: string): boolean {
  return !/\.json$/i.test(file);
}

/** git does not go by what another user's repository says, either. */
function isForeignCode(file: string): Failure {
  return new Failure({
    what: `the config file ${file} belongs to another user, so it was not run`,
    why: 'It is code, and would run with your rights.',
    help: `Read it first: --config ${path.basename(file)} runs it, --no-config goes without.`,
  });
}

async function loadConfig(file: string): Promise<FoundConfig> {
  const folder = realpathSync(path.dirname(file));
  if (isCode(file)) return { file, folder, config: await runModule(file) };
  const content = parseJson(file);
  const isPackage = path.basename(file) === 'package.json';
  return { file, folder, config: checkConfig(isPackage ? (memberOf(content, 'cygnet') ?? {}) : content, file) };
}

function findKeyOf(description: string): unknown {
  try {
    return memberOf(JSON.parse(readSettings(disk, description)), 'cygnet');
  } catch {
    return undefined; // whatever is wrong with it, it is not about cygnet
  }
}

function parseJson(file: string): unknown {
  let text: string;
  try {
    text = readSettings(disk, file);
  } catch (error) {
    throw new Failure({ what: `the config file ${file} cannot be read`, why: `${reasonOf(error)}.` });
  }
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new Failure({ what: `the config file ${file} is not valid JSON`, why: reasonOf(error) });
  }
}

/** What code hands over may be anything: also something that throws when it is looked at. */
async function runModule(file: string): Promise<Config> {
  try {
    readSettings(disk, file);
    const { createJiti } = await import('jiti');
    const { defineConfig } = await import('../../index.ts');
    // `import { defineConfig } from 'cygnet'` works where cygnet runs from elsewhere, too.
    const virtualModules = { cygnet: { defineConfig } };
    const jiti = createJiti(pathToFileURL(file).href, { virtualModules, fsCache: false });
    return checkConfig(await jiti.import(file, { default: true }), file);
  } catch (error) {
    if (error instanceof Failure) throw error;
    throw new Failure({ what: `the config file ${file} could not be run`, why: reasonOf(error) });
  }
}

/** @throws Failure when there is a key that nobody knows, or a wrong value */
export function checkConfig(content: unknown, file: string): Config {
  return checkSettings(content, settings, {
    whole: `the config in ${file}`,
    unknown: (key) => `${file} has a key that cygnet does not know: ${key}`,
    wrong: (key) => `${file}: ${key}`,
    example: '{ "to": "fetch" }',
  });
}
