// In: downloaded bytes, or what the program gives as filePath. Out: a path for the bytes, or the file behind the path (U1, U3, D1).
// Knows nothing of uploads and downloads.

/** What downloads left, by path, while the program lives. */
const temporaryFiles = new Map<string, File>();

interface NodeProcess {
  getBuiltinModule?(name: 'node:fs'): { openAsBlob(path: string): Promise<Blob> };
}

/** Keeps a file, and gives the path that it is found under from now on; `path` is another one. */
export const keepFile = (blob: Blob, url: string, path?: string): string => {
  const file = fileOf(blob, url);
  const temporary = URL.createObjectURL(file);
  temporaryFiles.set(temporary, file);
  if (path) temporaryFiles.set(path, file);
  return temporary;
};

/**
 * Lets downloads go, the oldest first, until `keep` paths are left: what is under their paths can be read no more.
 * When nobody reads a file any longer only the program knows, so nothing is let go until it calls this.
 */
export const forgetDownloads = (keep = 0): void => {
  for (const path of [...temporaryFiles.keys()].slice(0, Math.max(0, temporaryFiles.size - keep))) {
    URL.revokeObjectURL(path);
    temporaryFiles.delete(path);
  }
};

/** The file behind a path: one that was downloaded, a blob:, data: or http(s): url, in Node also a path on disk. */
export const openFile = async (path: string | Blob): Promise<File> => {
  try {
    if (typeof path !== 'string') return fileOf(path, '');
    return temporaryFiles.get(path) ?? fileOf(await readFile(path), path);
  } catch (error) {
    throw new Error(`filePath: ${(error as Error).message}`);
  }
};

const readFile = async (path: string): Promise<Blob> => {
  const node = (globalThis as { process?: NodeProcess }).process;
  // Asked for by name at run time, so that a bundler for browsers finds nothing to follow.
  const disk = /^\w{2,}:/.test(path) ? undefined : node?.getBuiltinModule?.('node:fs');
  if (disk) return disk.openAsBlob(path);
  const response = await fetch(path);
  if (!response.ok) throw new Error(`status ${response.status}`);
  return response.blob();
};

/** Named after the last part of its path or url; without one, after its type. */
const fileOf = (blob: Blob, path: string): File => {
  if (blob instanceof File) return blob;
  const { type } = blob;
  const name = /^(?!blob:|data:)(?:[^?#]*[/\\])?([^?#/\\]*)/.exec(path)?.[1];
  return new File([blob], name || `file.${/\/(\w+)/.exec(type)?.[1] ?? 'bin'}`, { type });
};
