// In: the documents that a client opens, changes and closes. Out: their diagnostics, at once, or of keys in a row a moment after the
// last, and those of other open documents that come to something else by it.
// A text that does not parse, as nearly every text in the middle of a word, says nothing: what is shown stays, and others are not told.

import type { Diagnostic } from 'vscode-languageserver/node';
import type { TextDocument } from 'vscode-languageserver-textdocument';

import type { Locale } from '../../locale/locale.ts';
import { Failure, describeFailure, whyOf } from '../../workspace/failure.ts';
import { type FileSystem, findText } from '../../workspace/files.ts';
import { diagnosticAtTop, diagnosticsOf } from './diagnostics.ts';
import type { Affected, Folder } from './folder.ts';
import type { Folders } from './folders.ts';

export interface LiveWish {
  readonly folders: Folders;
  /** What the client has open. */
  readonly documents: { readonly get: (uri: string) => TextDocument | undefined; readonly all: () => TextDocument[] };
  /** The texts that are not saved, by path: what the workspaces see in front of the disk. */
  readonly buffers: Map<string, string>;
  readonly disk: FileSystem;
  /** The client says which files changed; otherwise they are looked at. */
  readonly isToldOfFiles: () => boolean;
  readonly publish: (document: TextDocument, diagnostics: Diagnostic[]) => void;
  readonly say: (message: string) => void;
  /** For what is said of no folder. */
  readonly locale: () => Locale;
}

export interface Live {
  changed(document: TextDocument): void;
  closed(document: TextDocument): void;
  /** Files changed on the disk. */
  told(paths: readonly string[]): void;
  /** Everything may have changed. */
  refresh(): void;
  /** Done when all that was typed is known everywhere. */
  settle(): Promise<void>;
}

/** In milliseconds: keys that follow each other faster than somebody reads are answered together. */
const pause = 60;

/** In UTF-16 units: nobody writes so much by hand, and looking at it takes longer than a key. */
export const mostText = 1_000_000;

export function createLive(wish: LiveWish): Live {
  const state: State = { wish, shown: new Set(), said: new Set() };
  const { folders, documents, buffers } = wish;
  const waiting = new Map<string, NodeJS.Timeout>();
  const changedAt = new Map<string, number>();
  const news = new Set<string>();
  let last: Promise<void> = Promise.resolve();
  /** One after the other; what fails is said once. */
  const then = (work: () => Promise<void>): void => {
    last = last.then(work).catch((error: unknown) => sayOnce(state, error));
  };
  const later = ({ uri }: TextDocument): void => {
    clearTimeout(waiting.get(uri));
    const run = (): void => {
      waiting.delete(uri);
      then(async () => {
        await look(state, uri, true);
        // What was typed while this was looked at comes now, one key after the other.
        if (changedAt.has(uri)) changedAt.set(uri, performance.now());
      });
    };
    const now = performance.now();
    const isInARow = now - (changedAt.get(uri) ?? -pause) < pause;
    changedAt.set(uri, now);
    // Also at once is after all that the client has said already.
    waiting.set(uri, setTimeout(run, isInARow ? pause : 0));
  };
  return {
    changed: later,
    closed(document) {
      clearTimeout(waiting.get(document.uri));
      waiting.delete(document.uri);
      changedAt.delete(document.uri);
      state.shown.delete(document.uri);
      wish.publish(document, []);
      const place = folders.placeOf(document);
      if (place && buffers.delete(place.file)) then(() => tell(state, place.folder, [place.file]));
    },
    told(paths) {
      state.said.clear();
      const isFirst = news.size === 0;
      for (const path of paths) news.add(path);
      // A switch of branches tells of files one by one: those that came while others were looked at are one change.
      if (!isFirst) return;
      then(async () => {
        const changed = [...news];
        news.clear();
        for (const folder of folders.all()) {
          // What is wrong in one is no reason to leave the others.
          await tell(state, folder, changed).catch((error: unknown) => sayOnce(state, error));
        }
      });
    },
    refresh() {
      state.said.clear();
      for (const document of documents.all()) later(document);
    },
    async settle() {
      for (const [uri, timer] of waiting) {
        clearTimeout(timer);
        waiting.delete(uri);
        then(() => look(state, uri, true));
      }
      await last;
    },
  };
}

interface State {
  readonly wish: LiveWish;
  /** The documents of which something is shown that was true of a text that parsed. */
  readonly shown: Set<string>;
  readonly said: Set<string>;
}

/** @param isNew the client changed it, and not another file what is said of it */
async function look(state: State, uri: string, isNew: boolean): Promise<void> {
  const { folders, documents, buffers, publish, isToldOfFiles } = state.wish;
  const document = documents.get(uri);
  const place = document && folders.placeOf(document);
  if (!place) return;
  const { file, folder } = place;
  const text = document.getText();
  if (text.length > mostText) {
    publish(document, text.includes('swan') ? [tooLarge(text, state.wish.locale())] : []);
    return;
  }
  if (isNew && !isToldOfFiles()) await lookAgain(state, folder, await folder.look(), uri);
  const { version } = document;
  const opened = await folder.open(file, text);
  const reader = { target: await folder.target(), locale: await folder.locale() };
  // Another key came: it is looked at after this.
  if (documents.get(uri)?.version !== version) return;
  const isBroken = opened?.program.status === 'failed';
  if (isBroken && state.shown.has(uri)) return;
  publish(document, opened ? diagnosticsOf(document, opened, reader) : []);
  if (isBroken) return;
  state.shown.add(uri);
  if (isNew && text !== textOf(state, file)) {
    buffers.set(file, text);
    await tell(state, folder, [file], uri);
  }
  // What came of writing it is known later than what would become of each call, and hardly ever says more.
  const { rewritten } = opened ?? {};
  if (!opened || !rewritten || rewritten.apply().status !== 'failed') return;
  if (documents.get(uri)?.version === version) {
    publish(document, diagnosticsOf(document, opened, reader, rewritten.diagnostics));
  }
}

async function tell(state: State, folder: Folder, paths: readonly string[], by?: string): Promise<void> {
  await lookAgain(state, folder, await folder.changed(paths), by);
}

async function lookAgain(state: State, folder: Folder, affected: Affected, but?: string): Promise<void> {
  const { documents, folders } = state.wish;
  for (const document of documents.all()) {
    const place = folders.placeOf(document);
    if (document.uri === but || place?.folder !== folder) continue;
    if (affected === 'all' || affected.has(place.file)) await look(state, document.uri, false);
  }
}

/**
 * What the workspaces take for the text of a file. One that is not there has none: Emacs opens the shim that an edit makes before it
 * writes into it, and an empty file in that place would be one of the program's own.
 */
function textOf({ wish: { buffers, disk } }: State, file: string): string {
  return buffers.get(file) ?? findText(disk, file) ?? '';
}

function sayOnce({ wish, said }: State, error: unknown): void {
  const locale = wish.locale();
  const isFailure = error instanceof Failure;
  const message = isFailure ? describeFailure(error.parts, locale).trim() : `cygnet: ${whyOf(error)[locale]}`;
  if (!said.has(message)) wish.say(message);
  said.add(message);
}

function tooLarge(text: string, locale: Locale): Diagnostic {
  const inMillions = (count: number): string => `${(count / 1e6).toFixed(1)} million`;
  const inWan = (count: number): string => `${(count / 1e4).toFixed(0)} 万`;
  const reason = {
    en: `it holds ${inMillions(text.length)} characters, and an editor is helped with up to ${inMillions(mostText)}`,
    'zh-CN': `它有 ${inWan(text.length)}个字符，而编辑器中最多支持 ${inWan(mostText)}个`,
  };
  return diagnosticAtTop({ code: 'file-too-large', details: { reason } }, locale);
}
