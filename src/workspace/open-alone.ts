// In: a text that lies in no file, and what it would be called. Out: it and its sites, as if it lay there, in a program of its
// own: no other file has anything to say to it.

import path from 'node:path';

import { scriptPattern } from './choices.ts';
import type { WorkspaceOptions } from './known.ts';
import type { Machine } from './machine.ts';
import { memoryFiles } from './memory.ts';
import type { OpenedFile } from './rewrite-file.ts';
import { openWorkspace } from './workspace.ts';

/** A name that says nothing of the language is tried with these. */
const endings = ['.js', '.tsx', '.ts'];

/**
 * @param name absolute path
 * @throws Failure when the shim that it needs cannot go where it should
 */
export async function openAlone(
  options: WorkspaceOptions,
  machine: Machine,
  name: string,
  text: string,
): Promise<OpenedFile | undefined> {
  const cwd = machine.files.exists(options.cwd) ? options.cwd : path.parse(name).root;
  const names = scriptPattern.test(name) ? [name] : endings.map((ending) => name + ending);
  let last: OpenedFile | undefined;
  for (const file of names) {
    const files = memoryFiles(new Map([[file, text]]), machine.files);
    const workspace = await openWorkspace({ ...options, cwd, paths: [file], isAlone: true }, { ...machine, files });
    const found = workspace.find(file);
    const opened = found && (await workspace.open(found));
    if (opened && opened.program.status !== 'failed') return opened;
    last ??= opened;
  }
  return last;
}
