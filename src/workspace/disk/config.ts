// In: where the command runs. Out: the settings of the project's config file, each of them checked.
// cygnet.config.json, .js or .ts, or the key `cygnet` of package.json; an unknown key or a wrong value is an error.
// Knows nothing of what a setting does.

import { existsSync, realpathSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';

import type { Config } from '../define-config.ts';
import { checkSettings } from './check-settings.ts';
import { settings } from '../options.ts';
import { type InEach, inEach } from '../../locale/locale.ts';
import { Failure, sentence, whyOf } from '../failure.ts';
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
  warn: (text: InEach<string>) => void,
): Promise<FoundConfig | undefined> {
  if (named === false) return undefined;
  if (named !== undefined) {
    const file = path.resolve(cwd, named);
    if (!existsSync(file)) {
      throw new Failure({
        what: { en: `there is no config file ${named}`, 'zh-CN': `没有配置文件 ${named}` },
        why: { en: `Looked for ${file}.`, 'zh-CN': `查找的位置：${file}` },
      });
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
      warn({
        en: `${file} belongs to another user, and no config was read; --config ${file} reads it.`,
        'zh-CN': `${file} 属于其他用户，因此没有读取任何配置；要读取它，请用 --config ${file}。`,
      });
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
    what: {
      en: `the config file ${file} belongs to another user, so it was not run`,
      'zh-CN': `配置文件 ${file} 属于其他用户，因此没有执行`,
    },
    why: { en: 'It is code, and would run with your rights.', 'zh-CN': '它是代码，会以您的权限运行。' },
    help: {
      en: `Read it first: --config ${path.basename(file)} runs it, --no-config goes without.`,
      'zh-CN': `请先阅读其内容：--config ${path.basename(file)} 会执行它，--no-config 则不用配置。`,
    },
  });
}

async function loadConfig(file: string): Promise<FoundConfig> {
  const folder = realpathSync(path.dirname(file));
  if (isCode(file)) return { file, folder, config: await runModule(file) };
  const content = parseJson(file);
  const isPackage = path.basename(file) === 'package.json';
  return {
    file,
    folder,
    config: checkConfig(
      isPackage ? (memberOf(content, 'cygnet') ?? {}) : content,
      inEach(() => file),
    ),
  };
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
    throw new Failure({
      what: { en: `the config file ${file} cannot be read`, 'zh-CN': `配置文件 ${file} 无法读取` },
      why: sentence(whyOf(error)),
    });
  }
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new Failure({
      what: { en: `the config file ${file} is not valid JSON`, 'zh-CN': `配置文件 ${file} 不是合法的 JSON` },
      why: whyOf(error),
    });
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
    const jiti = createJiti(pathToFileURL(file).href, { virtualModules, fsCache: false, moduleCache: false });
    return checkConfig(
      await jiti.import(file, { default: true }),
      inEach(() => file),
    );
  } catch (error) {
    if (error instanceof Failure) throw error;
    throw new Failure({
      what: { en: `the config file ${file} could not be run`, 'zh-CN': `配置文件 ${file} 无法执行` },
      why: whyOf(error),
    });
  }
}

/** @throws Failure when there is a key that nobody knows, or a wrong value */
export function checkConfig(content: unknown, file: InEach<string>): Config {
  return checkSettings(content, settings, {
    whole: { en: `the config in ${file.en}`, 'zh-CN': `${file['zh-CN']} 中的配置` },
    unknown: (key) => ({
      en: `${file.en} has a key that cygnet does not know: ${key}`,
      'zh-CN': `${file['zh-CN']} 中有 cygnet 不认识的键：${key}`,
    }),
    wrong: (key) => ({ en: `${file.en}: ${key}`, 'zh-CN': `${file['zh-CN']} 中的 ${key}` }),
    example: '{ "to": "fetch" }',
  });
}
