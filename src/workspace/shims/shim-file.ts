// In: the place for the shim and the names that the files import. Out: the text to write there.
// A shim of ours that is there already is recognised by its header and grows; any other file there is never touched.
// Writes nothing.

import type { InEach } from '../../locale/locale.ts';
import type { Sockets, TargetName } from '../../core.ts';
import { targets } from '../../targets.ts';
import { Failure, whyOf } from '../failure.ts';
import type { FileSystem, Source } from '../files.ts';
import { isWithin } from '../paths.ts';
import type { NetworkTimeouts } from '../programs/app-config.ts';
import { type MissingPackage, findMissing } from './packages.ts';
import type { ShimPlace } from './shim-place.ts';

export interface ExistingShim {
  readonly text: string;
  readonly hash: string;
  readonly target: string;
  readonly names: readonly string[];
  readonly module: 'esm' | 'cjs';
}

export interface ShimFile {
  /** Absolute. */
  readonly path: string;
  /** The text that is there now. */
  readonly before?: string;
  readonly beforeHash?: string;
  readonly after: string;
  readonly names: readonly string[];
  /** What it imports and no package.json lists. */
  readonly missing: readonly MissingPackage[];
}

/** How messages call a shim. */
export interface ShimTitle {
  /** Relative to where the command runs. */
  readonly shown: string;
  /** The folder of its program, where that is not the root. */
  readonly program?: string;
}

interface Around {
  readonly files: FileSystem;
  readonly root: string;
  readonly isClaimed: ((file: string) => Promise<boolean>) | undefined;
}

/**
 * The shim that is at `file` already.
 * @throws Failure when something else is there
 */
export async function readExistingShim(
  { files, root, isClaimed }: Around,
  file: string,
  title: ShimTitle,
): Promise<ExistingShim | undefined> {
  const source = readAt(files, root, file, title);
  if (source === undefined) return undefined;
  if (source.kind === 'text' && source.text === '' && (await isClaimed?.(file)) === true) return undefined;
  const { readShimHeader } = await import('../../core.ts');
  const header = source.kind === 'text' ? readShimHeader(source.text) : undefined;
  if (source.kind !== 'text' || !header) {
    throw foreign(title, {
      en: 'It is a file of the program, and not a shim that cygnet wrote.',
      'zh-CN': '它是程序自己的文件，而不是 cygnet 写的 shim。',
    });
  }
  const { text, hash } = source;
  return { text, hash: hash(), target: header.target, names: header.names, module: header.module };
}

/** Nothing where nothing is. */
function readAt(files: FileSystem, root: string, file: string, title: ShimTitle): Source | undefined {
  try {
    const kind = files.kindOf(file);
    if (kind === undefined) return undefined;
    const real = kind === 'link' ? files.realPath(file) : file;
    if (!isWithin(root, real))
      throw foreign(title, { en: 'It is a link that leads out of the root.', 'zh-CN': '它是通向根目录之外的链接。' });
    if (kind !== 'file' && kind !== 'link') throw foreign(title, { en: 'It is not a file.', 'zh-CN': '它不是文件。' });
    const source = files.readSource(real, false);
    if (source.kind !== 'failed') return source;
    throw unreadable(title, source.reason);
  } catch (error) {
    throw error instanceof Failure ? error : unreadable(title, whyOf(error));
  }
}

function unreadable({ shown }: ShimTitle, why: InEach<string>): Failure {
  const what = {
    en: `${shown}, where the shim should go, cannot be read`,
    'zh-CN': `shim 应写到 ${shown}，但它无法读取`,
  };
  return new Failure({ what, why });
}

function foreign({ shown, program }: ShimTitle, why: InEach<string>): Failure {
  const name = another(program, '--shim utils/swan-shim.js');
  return new Failure({
    what: {
      en: `${shown} is where the shim should go, and something else is there`,
      'zh-CN': `shim 应写到 ${shown}，但那里已有别的内容`,
    },
    why: {
      en: `${why.en} It was not touched, and nothing was written.`,
      'zh-CN': `${why['zh-CN']}没有改动它，也没有写入任何内容。`,
    },
    help: {
      en: `Choose another name for the shim, ${name.en}.`,
      'zh-CN': `请给 shim 换一个名字，${name['zh-CN']}。`,
    },
  });
}

/** A name that is given to a run over several programs is the name of one file for all of them. */
function another(program: string | undefined, option: string): InEach<string> {
  if (program === undefined) return { en: `e.g. ${option}`, 'zh-CN': `例如 ${option}` };
  const command = `cygnet migrate ${program} ${option}`;
  return { en: `in a run over its program alone: ${command}`, 'zh-CN': `并只对这一个小程序运行：${command}` };
}

export interface LinkWish {
  readonly files: FileSystem;
  readonly place: ShimPlace;
  readonly title: ShimTitle;
  readonly existing: ExistingShim | undefined;
  readonly target: TargetName;
  readonly sockets: Sockets;
  readonly names: readonly string[];
  readonly timeouts: NetworkTimeouts;
}

/** @throws Failure when the shim that is there was made for another target */
export async function linkShimFile(wish: LinkWish): Promise<ShimFile> {
  const { files, place, existing, target, sockets, timeouts, title } = wish;
  if (existing && existing.target !== target) {
    const { shown, program } = title;
    const name = another(program, `--shim swan-net-${target}.js`);
    throw new Failure({
      what: {
        en: `${shown} is the shim for ${existing.target}, and this run is for ${target}`,
        'zh-CN': `${shown} 是 ${existing.target} 的 shim，而此次运行的目标是 ${target}`,
      },
      why: { en: 'The files that import it would break.', 'zh-CN': '导入它的文件会因此出错。' },
      help: {
        en: `Give this run a shim of its own, ${name.en}, or take the earlier run back with cygnet undo.`,
        'zh-CN': `请让此次运行使用自己的 shim，${name['zh-CN']}；或用 cygnet undo 撤销之前的运行。`,
      },
    });
  }
  const { linkShim, shimExports, shimHooks, shimPackages } = await import('../../core.ts');
  // A file that takes the shim as a whole may use all of it. What other files import from it stays.
  const asked = wish.names.flatMap((name) => (name === '*' ? shimExports(target) : [name]));
  const used = [...(existing?.names ?? []), ...asked];
  const names = [...new Set([...used, ...shimHooks(target, used)])].sort();
  const request = { target, sockets, names, module: place.module, typescript: place.isTypeScript, timeouts };
  const after = linkShim(request);
  const imported = shimPackages(request);
  const missing = targets[target].traits.packages
    .filter(({ name }) => imported.includes(name))
    .flatMap((needed) => findMissing(files, place.path, needed) ?? []);
  return {
    path: place.path,
    after,
    names,
    missing,
    ...(existing && { before: existing.text, beforeHash: existing.hash }),
  };
}
