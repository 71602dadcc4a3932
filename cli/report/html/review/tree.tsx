// In: the files of the page. Out: the tree of their folders: where calls are, and where some are for a person. A folder can be chosen to
// see it alone, a file leads to its section.
// Knows nothing of calls.

import type { JSX } from 'preact';
import { useState } from 'preact/hooks';

import type { PageFile } from '../page-data.ts';
import { useReview } from './context.ts';
import { needsOfFile } from './file-section.tsx';

interface Folder {
  /** With a slash behind. */
  readonly path: string;
  readonly name: string;
  readonly folders: Map<string, Folder>;
  readonly files: PageFile[];
  sites: number;
  needs: number;
}

interface TreeProps {
  readonly files: readonly PageFile[];
  readonly folder: string;
  onFolder(path: string): void;
}

/** Up to so many files all folders are open. */
const openUpTo = 60;

export function FileTree({ files, folder, onFolder }: TreeProps): JSX.Element {
  const { say } = useReview();
  const top = treeOf(files);
  return (
    <nav class="tree" aria-label={say.files}>
      {folder !== '' && (
        <button type="button" onClick={() => onFolder('')}>
          {say.wholeProgram}
        </button>
      )}
      <Inside folder={top} isOpen={files.length <= openUpTo} {...{ onFolder }} />
    </nav>
  );
}

interface FolderProps extends Pick<TreeProps, 'onFolder'> {
  readonly folder: Folder;
  readonly isOpen: boolean;
}

function Inside({ folder, isOpen, onFolder }: FolderProps): JSX.Element {
  return (
    <ul>
      {[...folder.folders.values()].map((one) => (
        <li key={one.path}>
          <Branch folder={one} {...{ isOpen, onFolder }} />
        </li>
      ))}
      {folder.files.map((file) => (
        <li key={file.id}>
          <a href={`#${file.id}`}>{file.file.slice(folder.path.length)}</a>{' '}
          <Count sites={file.sites.length} needs={needsOfFile(file)} />
        </li>
      ))}
    </ul>
  );
}

/** What is inside is drawn when it is opened for the first time. */
function Branch({ folder, isOpen: isOpenAtFirst, onFolder }: FolderProps): JSX.Element {
  const { say } = useReview();
  const [isOpen, setOpen] = useState(isOpenAtFirst);
  return (
    <details open={isOpen} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>
        {folder.name}/ <Count sites={folder.sites} needs={folder.needs} />
      </summary>
      {isOpen && (
        <>
          <button
            type="button"
            class="only"
            aria-label={say.showOnly(folder.path)}
            onClick={() => onFolder(folder.path)}
          >
            {say.showOnly('')}
          </button>
          <Inside folder={folder} isOpen={isOpenAtFirst} onFolder={onFolder} />
        </>
      )}
    </details>
  );
}

function Count({ sites, needs }: { readonly sites: number; readonly needs: number }): JSX.Element {
  const { say } = useReview();
  return (
    <span class="count" title={say.counts(sites, needs)}>
      {needs > 0 && <b class="needs-count">{needs}</b>} {sites}
    </span>
  );
}

function treeOf(files: readonly PageFile[]): Folder {
  const top = emptyFolder('', '');
  for (const file of files) {
    let at = top;
    for (const name of file.file.split('/').slice(0, -1)) {
      const next = at.folders.get(name) ?? emptyFolder(`${at.path}${name}/`, name);
      at.folders.set(name, next);
      at = next;
      at.sites += file.sites.length;
      at.needs += needsOfFile(file);
    }
    at.files.push(file);
  }
  return joined(top);
}

function emptyFolder(path: string, name: string): Folder {
  return { path, name, folders: new Map(), files: [], sites: 0, needs: 0 };
}

/** A folder that holds one folder and nothing else is one with it: `a/b/c`. */
function joined(folder: Folder): Folder {
  const folders = new Map<string, Folder>();
  for (const one of folder.folders.values()) {
    let inner = joined(one);
    const [only] = inner.folders.values();
    if (only && inner.files.length === 0 && inner.folders.size === 1)
      inner = { ...only, name: `${inner.name}/${only.name}` };
    folders.set(inner.path, inner);
  }
  return { ...folder, folders };
}
