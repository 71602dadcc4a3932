// In: the texts of a mini-program. Out: a workspace over them, in memory, below /app. Also what many such programs begin with.
// Knows nothing of what is tested.

import { memoryFiles } from '../../src/workspace/memory.ts';
import { type Workspace, openWorkspace } from '../../src/workspace/workspace.ts';

export const detail = { hasText: true, hasHunks: false };
export const app = { 'app.json': '{ "networkTimeout": { "request": 5000 } }', 'app.js': 'App({});\n' };
export const page = "Page({ onLoad() { swan.request({ url: 'https://a.example/x' }); } });\n";

/** In the order of the files. */
export function programOf(files: Record<string, string>): Map<string, string> {
  return new Map(Object.entries(files).map(([name, text]) => [`/app/${name}`, text]));
}

export function open(texts: ReadonlyMap<string, string>, more: object = {}): Promise<Workspace> {
  return openWorkspace({ cwd: '/app', target: 'wx', detail, ...more }, { files: memoryFiles(texts) });
}
