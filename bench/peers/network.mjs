// In: nothing. Out: the names that a script of a peer looks for, and the scripts of a folder. Each peer is given the same.
// Leaves out what a person would: packages, built files, and files that do not name swan, without which A takes them four times as long.

import { readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';

export const networkApis = new Set([
  ...['request', 'uploadFile', 'downloadFile', 'connectSocket', 'sendSocketMessage', 'closeSocket'],
  ...['onSocketOpen', 'onSocketError', 'onSocketMessage', 'onSocketClose'],
]);

/** Each script below a folder (or the one file) that names swan, with its text. */
export function* scriptsIn(place) {
  if (statSync(place).isFile()) return yield { file: place, text: readFileSync(place, 'utf8') };
  for (const entry of readdirSync(place, { withFileTypes: true })) {
    if (entry.name === 'node_modules' || entry.name === 'dist' || entry.name === '.git') continue;
    const inside = path.join(place, entry.name);
    if (entry.isDirectory()) yield* scriptsIn(inside);
    if (!/\.[jt]s$/.test(entry.name)) continue;
    const text = readFileSync(inside, 'utf8');
    if (text.includes('swan')) yield { file: inside, text };
  }
}
