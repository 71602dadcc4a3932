// The public API of cygnet: the compiler, and the look across the files of a project. Nothing else is exported here.
// Knows nothing of files on disk.

export * from './core.ts';
export type { FileWithOpenUrls, FoundOrigin } from './project/origins.ts';
export { loadProject, type Project, type ProjectOptions } from './project/project.ts';
export type { ReportFormat } from './workspace/choices.ts';
export { defineConfig, type Config } from './workspace/define-config.ts';
