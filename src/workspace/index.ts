// The public entry cygnet/workspace: the files of a folder, on a disk or in memory, as one program: its config, its mini-programs, what
// modules hand to each other, and where shims go. Nothing else is exported here. Writes nothing.

export { configuredOptions, type WorkspaceSettings } from './disk/configured-options.ts';
export { diskMachine } from './disk/disk-machine.ts';
export { Failure, type FailureParts } from './failure.ts';
export type { FileDiagnostic, FileResult, FileSite } from './file-result.ts';
export type { FileSystem, FolderEntry, PathKind, Source } from './files.ts';
export type { WorkspaceOptions } from './known.ts';
export type { Machine } from './machine.ts';
export { memoryFiles } from './memory.ts';
export type { Detail, FileOutcome, OpenedFile } from './rewrite-file.ts';
export type { Searched } from './search/places.ts';
export type { FoundFile } from './search/search.ts';
export type { Settlement } from './settlement.ts';
export type { LinkedShims } from './shims/linked-shims.ts';
export type { ShimFile } from './shims/shim-file.ts';
export { openWorkspace, type Workspace } from './workspace.ts';
