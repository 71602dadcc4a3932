// In: a file that something is to be written to, and what it is: a report, a patch, a baseline. Out: the text in it, or a
// refusal: nothing that is no earlier output of its kind is overwritten, and what a config names stays in its folder.
// Knows nothing of what is in a report but how it begins.

import type { Stats } from 'node:fs';
import { constants, lstat, mkdir, open, realpath, stat } from 'node:fs/promises';
import path from 'node:path';

import { type ReportFormat, scriptPattern } from '../choices.ts';
import type { InEach } from '../../locale/locale.ts';
import { Failure, Refusal, codeOf, sentence, whyOf } from '../failure.ts';
import { isWithin } from '../paths.ts';
import { isNeverEntered, stateFolderName } from '../search/passed-by.ts';
import { kindOf } from './regular-file.ts';

/** A file that somebody wants something to be written to. */
export interface OutputFile {
  /** Absolute. */
  readonly path: string;
  /** A folder that it must not lie outside of, without links: a config named it, and not the person. */
  readonly within?: string;
  /** Whatever is there may be overwritten, unless it is code. Absent where nobody can ask for that. */
  readonly isForced?: boolean;
}

export type OutputKind = ReportFormat | 'patch' | 'baseline' | 'decisions';

/** What a file of the kind has in it, near its beginning or (pretty) near its end. */
const marks: Readonly<Record<OutputKind, RegExp>> = {
  pretty: /^swan (?:→ |(?:network calls|网络调用)$)/m,
  json: /^\{\n {2}"version": 1,\n {2}"target": (?:null|"\w+"),\n {2}"files": /,
  sarif: /^\{\n {2}"\$schema": "https:\/\/json\.schemastore\.org\/sarif-2\.1\.0\.json",[^]{0,200}"name": "cygnet"/,
  html: /^<!doctype html>\n<html lang="[\w-]+">\n?<head>[^]{0,200}<title>swan /,
  markdown: /^## swan (?:→ |(?:network calls|网络调用)$)/m,
  github: /^::(?:error|warning|notice) file=[^\n]*,title=cygnet%3A /,
  'step-summary': /^## swan (?:→ |(?:network calls|网络调用)$)/m,
  junit: /^<\?xml version="1\.0" encoding="UTF-8"\?>\n<testsuites name="cygnet" /,
  gitlab: /^\[(?:\]\n$|\n {2}\{\n {4}"check_name": "[\w-]+",\n {4}"description": )/,
  rdjson: /^\{\n {2}"source": \{\n {4}"name": "cygnet"/,
  csv: /^\ufefffile,line,column,/,
  'csv-origins': /^\ufefforigin,apis,/,
  patch: /^(?:diff --git|---) (?:"?a\/|\/dev\/null\n)/,
  baseline: /^\{\n {2}"version": 1,\n {2}"calls": /,
  // Whether it holds decisions is asked where they are read, which is before.
  decisions: /^\s*\{/,
};
/** So much is looked at on either side. */
const lookedAt = 64 * 1024;

/** @throws Failure when it must not be written; asked before anything is, so that a run does not end half way */
export async function checkOutput(output: OutputFile, kind: OutputKind): Promise<void> {
  await placeForOutput(output, kind);
}

/** Writes into the file that is there, whose owner and rights stay. */
export async function writeOutput(output: OutputFile, kind: OutputKind, text: string): Promise<void> {
  const place = await placeForOutput(output, kind);
  try {
    await mkdir(path.dirname(place.path), { recursive: true });
    const { O_NOFOLLOW = 0 } = constants as Partial<typeof constants>;
    const isNew = place.status === undefined;
    if (place.status?.isFIFO() === true) await requireReader(place.path);
    const handle = await open(
      place.path,
      constants.O_WRONLY | O_NOFOLLOW | (isNew ? constants.O_CREAT | constants.O_EXCL : 0),
      0o666,
    );
    try {
      const status = await handle.stat();
      if (!isNew && (status.ino !== place.status.ino || status.dev !== place.status.dev)) {
        throw new Refusal('CHANGED', otherFile);
      }
      if (status.isFile()) await handle.truncate(0);
      await handle.writeFile(text);
    } finally {
      await handle.close();
    }
  } catch (error) {
    throw notWritten(output.path, sentence(whyOf(error)));
  }
}

/** Opening a pipe would wait for one, without end. */
async function requireReader(pipe: string): Promise<void> {
  const { O_NONBLOCK = 0 } = constants as Partial<typeof constants>;
  const handle = await open(pipe, constants.O_WRONLY | O_NONBLOCK).catch((error: unknown) => {
    throw codeOf(error) === 'ENXIO' ? new Refusal('ENXIO', noReader) : error;
  });
  await handle.close();
}

export type OutputPlace = { readonly path: string; readonly status?: Stats };

/** @throws Failure when it must not be written */
export async function placeForOutput(output: OutputFile, kind: OutputKind): Promise<OutputPlace> {
  const { path: file, within, isForced } = output;
  const real = await realPlace(file);
  if (within !== undefined && !staysIn(within, real)) {
    throw new Failure({
      what: {
        en: `${file} lies outside of ${within}, so nothing was written`,
        'zh-CN': `${file} 位于 ${within} 之外，因此没有写入`,
      },
      why: {
        en: 'What a config names for writing stays in its folder.',
        'zh-CN': '配置文件指定写入的文件必须位于它所在的文件夹内。',
      },
      help: { en: 'Name the file on the command line.', 'zh-CN': '请在命令行上指定该文件。' },
    });
  }
  if (path.dirname(real).split(path.sep).includes(stateFolderName)) {
    throw new Failure({
      what: { en: `${file} could not be written`, 'zh-CN': `${file} 无法写入` },
      why: {
        en: `What lies in ${stateFolderName} is for cygnet undo.`,
        'zh-CN': `${stateFolderName} 中的内容供 cygnet undo 使用。`,
      },
      help: anotherName,
    });
  }
  if (scriptPattern.test(real)) throw isNamedAsCode(file);
  const status = await stat(real).catch((error: unknown) => {
    if (codeOf(error) === 'ENOENT') return undefined;
    throw notWritten(file, sentence(whyOf(error)));
  });
  if (!status) return { path: real };
  if (status.isDirectory()) throw notWritten(file, itIs(kindOf(status)));
  if (!status.isFile()) {
    if (within === undefined) return { path: real, status };
    throw notWritten(file, itIs(kindOf(status)));
  }
  if (status.size > 0 && !marks[kind].test(await endsOf(real, status))) {
    if (isForced === false) throw foreign(file, kind, untouched, anotherNameOrForce);
    if (isForced === undefined) throw foreign(file, kind, untouched);
    if (status.nlink > 1) throw foreign(file, kind, hardLink);
  }
  return { path: real, status };
}

/** Also where nothing is yet: the next run would take it for a part of the program. */
function isNamedAsCode(file: string): Failure {
  return new Failure({
    what: {
      en: `${file} has the name of code, and nothing else is written there`,
      'zh-CN': `${file} 是代码文件的名字，不会把别的内容写到那里`,
    },
    help: anotherName,
  });
}

function foreign(file: string, kind: OutputKind, why: InEach<string>, help = anotherName): Failure {
  const names: InEach<string> =
    kind === 'patch' || kind === 'baseline'
      ? { en: kind, 'zh-CN': kind === 'patch' ? '补丁' : '基线文件' }
      : { en: `${kind} report`, 'zh-CN': ` ${kind} 报告` };
  return new Failure({
    what: {
      en: `${file} is there already, and is no ${names.en} of cygnet`,
      'zh-CN': `${file} 已经存在，而且不是 cygnet 的${names['zh-CN']}`,
    },
    why,
    help,
  });
}

function notWritten(file: string, why: InEach<string>): Failure {
  return new Failure({
    what: { en: `${file} could not be written`, 'zh-CN': `${file} 无法写入` },
    why,
    help: anotherName,
  });
}

function itIs(kind: InEach<string>): InEach<string> {
  return { en: `It is ${kind.en}.`, 'zh-CN': `它是${kind['zh-CN']}。` };
}

function leadsNowhere(link: string): InEach<string> {
  return { en: `${link} is a link that leads nowhere`, 'zh-CN': `${link} 是失效的链接` };
}

const anotherName: InEach<string> = { en: 'Choose another name.', 'zh-CN': '请换一个名字。' };
const anotherNameOrForce: InEach<string> = {
  en: 'Choose another name, or overwrite it with --force.',
  'zh-CN': '请换一个名字，或用 --force 覆盖它。',
};
const untouched: InEach<string> = { en: 'It was not touched.', 'zh-CN': '没有改动它。' };
const hardLink: InEach<string> = {
  en: 'It has another name (a hard link), which may be that of code.',
  'zh-CN': '它还有另一个名字（硬链接），那可能是代码文件。',
};
const otherFile: InEach<string> = { en: 'it became another file meanwhile', 'zh-CN': '它在此期间变成了另一个文件' };
const noReader: InEach<string> = { en: 'it is a pipe that nobody reads from', 'zh-CN': '它是没有人读取的管道' };

function staysIn(within: string, real: string): boolean {
  return isWithin(within, real) && !path.relative(within, real).split(path.sep).some(isNeverEntered);
}

/** Without links, as far as it is there. */
async function realPlace(file: string): Promise<string> {
  const missing: string[] = [];
  for (let at = file; ; at = path.dirname(at)) {
    try {
      return path.join(await realpath(at), ...missing);
    } catch (error) {
      const isLink = await lstat(at).then(
        () => true,
        () => false,
      );
      if (codeOf(error) !== 'ENOENT' || isLink || path.dirname(at) === at) {
        const why = isLink ? leadsNowhere(at) : whyOf(error);
        throw notWritten(file, sentence(why));
      }
      missing.unshift(path.basename(at));
    }
  }
}

async function endsOf(file: string, { size }: Stats): Promise<string> {
  const handle = await open(file, 'r').catch((error: unknown) => {
    throw new Failure({
      what: { en: `${file} could not be read`, 'zh-CN': `${file} 无法读取` },
      why: sentence(whyOf(error)),
    });
  });
  const readAt = async (position: number) => {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(lookedAt), 0, lookedAt, position);
    return buffer.toString('utf8', 0, bytesRead);
  };
  try {
    return (await readAt(0)) + (size > lookedAt ? await readAt(Math.max(lookedAt, size - lookedAt)) : '');
  } finally {
    await handle.close();
  }
}
