// In: places as a client has them, and as the compiler has them. Out: the other one. Columns are UTF-16 units in both.
// Refuses a line that the document does not have.

import { realpathSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

import {
  ErrorCodes,
  type Position,
  type Range,
  ResponseError,
  type TextEdit as ProtocolEdit,
} from 'vscode-languageserver/node';
import type { TextDocument } from 'vscode-languageserver-textdocument';

import type { TextEdit } from '../../workspace/text-edits.ts';

/** @throws ResponseError when it lies outside of the document */
export function offsetIn(document: TextDocument, position: Position | undefined): number {
  const { line, character } = position ?? {};
  if (!isCount(line) || !isCount(character) || line >= document.lineCount) {
    const last = document.lineCount - 1;
    const place = JSON.stringify({ line, character });
    throw new ResponseError(ErrorCodes.InvalidParams, `${place} is no place in the document: its last line is ${last}`);
  }
  return document.offsetAt({ line, character });
}

function isCount(value: unknown): value is number {
  return Number.isInteger(value) && Number(value) >= 0;
}

export function rangeIn(document: TextDocument, start: number, end: number): Range {
  return { start: document.positionAt(start), end: document.positionAt(end) };
}

export function protocolEdits(document: TextDocument, edits: readonly TextEdit[]): ProtocolEdit[] {
  return edits.map(({ start, end, text }) => ({ range: rangeIn(document, start, end), newText: text }));
}

/** Without links; nothing for what is no file. What is not saved yet may have a path already. */
export function pathOf(uri: unknown): string | undefined {
  if (typeof uri !== 'string') return undefined;
  const address = uri.replace(/^untitled:(?=\/)/, 'file://');
  if (!address.startsWith('file:')) return undefined;
  try {
    return realPathOf(fileURLToPath(address));
  } catch {
    return undefined; // an address that no system has a path for
  }
}

export function uriOf(file: string): string {
  return pathToFileURL(file).href;
}

function realPathOf(file: string): string {
  try {
    return realpathSync(file);
  } catch {
    const folder = path.dirname(file);
    return folder === file ? file : path.join(realPathOf(folder), path.basename(file));
  }
}
