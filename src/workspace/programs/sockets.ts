// In: the results of a run, by program. Out: where the socket calls of one program would be parted: those that stay for a
// reason of ours take the others with them, and where a person's choice parts them there is a warning.
// Knows nothing of how files are read.

import type { InEach } from '../../locale/locale.ts';
import type { LinePlace } from '../../core.ts';
import { printable } from '../../text/printable.ts';
import type { FileResult, FileSite } from '../file-result.ts';

/** A socket call of a program, with the file that it stands in. */
interface Placed extends FileSite {
  readonly file: string;
  readonly path: string;
}

/** The folder of its program, or the root. */
export type FolderOf = (file: string) => string;

/** Where there is none, the library need not be loaded. */
function hasSites(file: FileResult): boolean {
  return file.sites.length > 0 || unwantedOf(file).length > 0;
}

/** By file, where a socket of its program stays: the other socket calls of these files have to stay as well. */
export async function findSocketsToKeep(
  files: readonly FileResult[],
  folderOf: FolderOf,
): Promise<Map<string, LinePlace>> {
  if (!files.some(hasSites)) return new Map();
  const { isChosen, splitSockets } = await import('../../core.ts');
  const kept = new Map<string, LinePlace>();
  for (const own of byProgram(files, folderOf)) {
    const split = splitSockets(own.flatMap(sitesOf));
    const [staying] = split?.stay.filter((site) => !isChosen(site)) ?? [];
    if (!split || !staying) continue;
    for (const { path } of split.move) kept.set(path, { file: staying.file, line: staying.line });
  }
  return kept;
}

/**
 * @param others files of the same programs that the run was not for
 * @returns a sentence for each program whose sockets a choice of the person parts
 */
export async function socketWarnings(
  files: readonly FileResult[],
  others: readonly FileResult[],
  folderOf: FolderOf,
): Promise<InEach<string>[]> {
  if (![...files, ...others].some(hasSites)) return [];
  const { splitSockets } = await import('../../core.ts');
  return byProgram([...files, ...others], folderOf).flatMap((own) => {
    const sites = own.flatMap((file) => [...sitesOf(file), ...unwantedOf(file)]);
    const split = splitSockets(sites);
    const [moving] = split?.move ?? [];
    const [staying] = split?.stay ?? [];
    if (!moving || !staying) return [];
    const moves = `swan.${moving.api} (${placeOf(moving)})`;
    const stays = `swan.${staying.api} (${placeOf(staying)})`;
    return [
      {
        en: `the sockets of one program are parted: ${moves} moves and ${stays} stays, so one is deaf to the other`,
        'zh-CN': `同一个程序的 socket 被分开了：${moves} 会迁走，${stays} 保持不变，两者彼此收不到消息`,
      },
    ];
  });
}

/** Whether the socket calls of these files may have to do with others of their programs. */
export function haveSockets(files: readonly FileResult[], socketApis: readonly string[]): boolean {
  return files.some(({ sites }) => sites.some(({ api, verdict }) => verdict !== 'kept' && socketApis.includes(api)));
}

function byProgram(files: readonly FileResult[], folderOf: FolderOf): FileResult[][] {
  const programs = new Map<string, FileResult[]>();
  for (const file of files) {
    const folder = folderOf(file.path);
    programs.set(folder, [...(programs.get(folder) ?? []), file]);
  }
  return [...programs.values()];
}

function sitesOf({ file, path, sites }: FileResult): Placed[] {
  return sites.map((site) => ({ ...site, file, path }));
}

/** Calls of APIs that were not asked for stay where they are. */
function unwantedOf({ file, path, unwanted = [] }: FileResult): Placed[] {
  const nothing = { endLine: 0, endColumn: 0, start: 0, end: 0, codes: [], verdict: 'kept' as const };
  return unwanted.map((call) => ({ ...nothing, ...call, file, path }));
}

function placeOf({ file, line }: Placed): string {
  return printable(`${file}:${line}`);
}
