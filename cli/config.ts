// In: where the command runs. Out: the settings of the project's config file, each of them checked.
// cygnet.config.json, .js or .ts, or the key `cygnet` of package.json; an unknown key or a wrong value is an error.
// Knows nothing of what a setting does.

import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';

import { apiNames, reportFormats, sockets, styles, targetNames } from './choices.ts';
import type { Config } from '../src/index.ts';
import { Failure, reasonOf } from './failure.ts';
import { upwards } from './files/root.ts';
import { askIfMeant } from './suggest.ts';

export interface FoundConfig {
  readonly file: string;
  readonly config: Config;
}

const fileNames = ['cygnet.config.json', 'cygnet.config.js', 'cygnet.config.ts'];

/**
 * The config file that was named, or else the nearest one upwards.
 * @throws Failure when it cannot be read or holds what nobody knows
 */
export async function findConfig(cwd: string, named: string | undefined): Promise<FoundConfig | undefined> {
  if (named !== undefined) {
    const file = path.resolve(cwd, named);
    if (!existsSync(file)) {
      throw new Failure({ what: `there is no config file ${named}`, why: `Looked for ${file}.` });
    }
    return loadConfig(file);
  }
  for (const folder of upwards(cwd)) {
    const file = fileNames.map((name) => path.join(folder, name)).find((candidate) => existsSync(candidate));
    if (file !== undefined) return loadConfig(file);
    const description = path.join(folder, 'package.json');
    if (!existsSync(description)) continue;
    const config = findKeyOf(description);
    // The package is the project: what lies around it belongs to others.
    return config === undefined ? undefined : { file: description, config: checkConfig(config, description) };
  }
  return undefined;
}

async function loadConfig(file: string): Promise<FoundConfig> {
  if (path.basename(file) === 'package.json') return { file, config: checkConfig(findKeyOf(file) ?? {}, file) };
  const content = /\.json$/i.test(file) ? parseJson(file) : await runModule(file);
  return { file, config: checkConfig(content, file) };
}

function findKeyOf(description: string): unknown {
  try {
    return (JSON.parse(readFileSync(description, 'utf8')) as { cygnet?: unknown }).cygnet;
  } catch {
    return undefined; // whatever is wrong with it, it is not about cygnet
  }
}

function parseJson(file: string): unknown {
  try {
    return JSON.parse(readFileSync(file, 'utf8').replace(/^\ufeff/, ''));
  } catch (error) {
    throw new Failure({ what: `the config file ${file} is not valid JSON`, why: reasonOf(error) });
  }
}

async function runModule(file: string): Promise<unknown> {
  try {
    const { createJiti } = await import('jiti');
    const { defineConfig } = await import('../src/index.ts');
    // `import { defineConfig } from 'cygnet'` works where cygnet runs from elsewhere, too.
    const virtualModules = { cygnet: { defineConfig } };
    const jiti = createJiti(pathToFileURL(file).href, { virtualModules, fsCache: false });
    return await jiti.import(file, { default: true });
  } catch (error) {
    throw new Failure({ what: `the config file ${file} could not be run`, why: reasonOf(error) });
  }
}

type Check = (value: unknown) => string | undefined;

const text: Check = (value) => (typeof value === 'string' && value !== '' ? undefined : 'a text that is not empty');
const flag: Check = (value) => (typeof value === 'boolean' ? undefined : 'true or false');
const number: Check = (value) => (Number.isInteger(value) && Number(value) > 0 ? undefined : 'a whole number above 0');
const oneOf =
  (known: readonly string[]): Check =>
  (value) =>
    known.some((word) => word === value) ? undefined : `one of ${known.join(', ')}`;
const listOf =
  (check: Check): Check =>
  (value) =>
    Array.isArray(value) && value.every((item) => check(item) === undefined)
      ? undefined
      : `a list; each item ${check(undefined) ?? ''}`;

const report: Check = (value) =>
  typeof value === 'string' && reportFormats.some((format) => value === format || value.startsWith(`${format}=`))
    ? undefined
    : `FORMAT or FORMAT=FILE, where FORMAT is one of ${reportFormats.join(', ')}`;

const checks: Readonly<Record<keyof Config, Check>> = {
  to: oneOf(targetNames),
  style: oneOf(styles),
  sockets: oneOf(sockets),
  mark: flag,
  unwrap: flag,
  shim: text,
  paths: listOf(text),
  only: listOf(oneOf(apiNames)),
  include: listOf(text),
  exclude: listOf(text),
  gitignore: flag,
  project: text,
  jobs: number,
  report: listOf(report),
  baseline: text,
  allowDirty: flag,
  quiet: flag,
};

function checkConfig(content: unknown, file: string): Config {
  if (typeof content !== 'object' || content === null || Array.isArray(content)) {
    throw new Failure({ what: `the config in ${file} is not an object`, help: 'Write settings as { "to": "fetch" }.' });
  }
  for (const [key, value] of Object.entries(content)) {
    if (key === '$schema') continue;
    if (!Object.hasOwn(checks, key)) {
      const known = Object.keys(checks);
      throw new Failure({
        what: `${file} has a key that cygnet does not know: ${key}`,
        help: askIfMeant(key, known) ?? `The keys are ${known.join(', ')}.`,
      });
    }
    const wanted = checks[key as keyof Config](value);
    if (wanted !== undefined && value !== undefined) {
      throw new Failure({ what: `${file}: ${key} is ${JSON.stringify(value)}`, help: `It should be ${wanted}.` });
    }
  }
  return content;
}
