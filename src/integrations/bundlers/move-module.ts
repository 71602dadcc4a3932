// In: an open build and the text of a module, as its bundler hands it over. Out: the moved text with its map, and what is said of it.
// A text that lies in its file as it is goes the way of the command line; what another loader made of it is read as a text of its own.
// Finds no call itself, and knows no bundler.

import { diskMachine } from '../../workspace/disk/disk-machine.ts';
import type { FoundFile } from '../../workspace/search/search.ts';
import { unreadFile } from '../../workspace/search/unread.ts';
import { type Remarks, remarkOf, remarksIn } from './remarks.ts';
import type { ModuleId } from './module-id.ts';
import type { OpenBuild } from './open-build.ts';

/** Without a code the text stays as it is. */
export interface MovedModule extends Remarks {
  readonly code?: string;
  readonly map?: ModuleMap;
}

/** A bundler may write into it. */
export interface ModuleMap {
  version: 3;
  sources: string[];
  sourcesContent: string[];
  names: string[];
  mappings: string;
}

/** Nothing for a module that has nothing to do with swan. */
export async function moveModule(
  build: OpenBuild,
  found: FoundFile,
  { block }: ModuleId,
  code: string,
): Promise<MovedModule | undefined> {
  const { workspace } = build;
  if (!mayNameSwan(code) && !workspace.isImporter(found)) return undefined;
  if (isOnDisk(found.path, code)) return moveFile(build, found);
  return block && !block.isScript ? undefined : moveText(build, found, code, block?.name);
}

/** The word may be written with escapes. */
function mayNameSwan(code: string): boolean {
  return code.includes('swan') || code.includes('\\u') || code.includes('\\x');
}

function isOnDisk(file: string, code: string): boolean {
  const source = diskMachine.files.readSource(file, false);
  return source.kind === 'text' && source.text === code;
}

async function moveFile(build: OpenBuild, found: FoundFile): Promise<MovedModule | undefined> {
  const outcome = await build.workspace.rewrite(found);
  if (outcome === 'other' || outcome === 'uncounted') return undefined;
  if (outcome === 'generated') {
    return { warnings: [remarkOf(found.path, unreadFile('generated-file', found), build.locale)], errors: [] };
  }
  const { after, map, diagnostics } = outcome;
  const remarks = remarksIn(found.path, diagnostics, build);
  return after === undefined || !map ? remarks : { ...remarks, code: after, map: moduleMap(map, found.path) };
}

async function moveText(
  build: OpenBuild,
  found: FoundFile,
  code: string,
  name: string | undefined,
): Promise<MovedModule | undefined> {
  const opened = await build.workspace.open(found, code, name);
  const output = opened?.rewritten?.apply();
  if (!output) return undefined;
  const remarks = remarksIn(found.path, output.diagnostics, build);
  if (output.status !== 'changed') return remarks;
  return { ...remarks, code: output.code, map: moduleMap(output.map(), found.path) };
}

interface PlainMap {
  readonly sourcesContent?: readonly (string | null)[];
  readonly names: readonly string[];
  readonly mappings: string;
}

function moduleMap({ sourcesContent, names, mappings }: PlainMap, file: string): ModuleMap {
  return { version: 3, sources: [file], sourcesContent: [sourcesContent?.[0] ?? ''], names: [...names], mappings };
}
