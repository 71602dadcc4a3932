// In: findings, in their order. Out: a fingerprint for each, by which a code-scanning host knows it again: it stays when lines move.
// Knows nothing of formats.

import { hashOf } from '../../src/workspace/disk/source.ts';
import type { Finding } from './findings.ts';

/** Of what was found, in which file, and the how many-eth of its kind it is there. */
export function fingerprinter(): (finding: Finding) => string {
  const seen = new Map<string, number>();
  return ({ file, code, message }) => {
    const key = `${file}\0${code}\0${message}`;
    const count = (seen.get(key) ?? 0) + 1;
    seen.set(key, count);
    return hashOf(`${key}\0${count}`).slice(0, 32);
  };
}
