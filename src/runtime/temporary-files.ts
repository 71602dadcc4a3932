// In: downloaded bytes, or what the program gives as filePath. Out: a path for the bytes, or the file behind the path (U1, U3, D1).
// Knows nothing of uploads and downloads.

/** What downloads left, by path, while the program lives. */
const temporaryFiles = new Map<string, File>();

interface NodeProcess {
  getBuiltinModule?(name: 'node:fs'): { promises: { readFile(path: string): Promise<Uint8Array<ArrayBuffer>> } };
}

/** Keeps a file, and gives the path that it is found under from now on; `path` is another one. */
export function keepFile(blob: Blob, url: string, path?: string): string {
  const file = fileOf(blob, url);
  const temporary = URL.createObjectURL(file);
  temporaryFiles.set(temporary, file);
  if (path) temporaryFiles.set(path, file);
  return temporary;
}

/** The file behind a path: one that was downloaded, a blob:, data: or http(s): url, in Node also a path on disk. */
export async function openFile(path: string | Blob): Promise<File> {
  try {
    const blob = typeof path === 'string' ? (temporaryFiles.get(path) ?? (await readFile(path))) : path;
    return fileOf(blob, String(path));
  } catch (error) {
    throw new Error(`filePath cannot be read: ${(error as Error).message}`);
  }
}

async function readFile(path: string): Promise<Blob> {
  const node = (globalThis as { process?: NodeProcess }).process;
  // Asked for by name at run time, so that a bundler for browsers finds nothing to follow.
  const disk = /^\w{2,}:/.test(path) ? undefined : node?.getBuiltinModule?.('node:fs');
  if (disk) return new Blob([await disk.promises.readFile(path)]);
  const response = await fetch(path);
  if (!response.ok) throw new Error(`status ${response.status}`);
  return response.blob();
}

/** Named after the last part of its path or url; without one, after its type. */
function fileOf(blob: Blob, path: string): File {
  if (blob instanceof File) return blob;
  const { type } = blob;
  const name = /^(blob:|data:|\[object)/.test(path) ? '' : /[^/\\]*$/.exec(path.replace(/[?#].*/s, ''))?.[0];
  return new File([blob], name || `file.${/\/(\w+)/.exec(type)?.[1] ?? 'bin'}`, { type });
}
