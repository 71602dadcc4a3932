// In: the root. Out: the network timeouts that the program's app.json sets, in milliseconds, per API (R16).
// Knows nothing else of app.json.

import { readFileSync } from 'node:fs';
import path from 'node:path';

import { codeOf } from '../failure.ts';

export const timeoutKeys = ['request', 'connectSocket', 'uploadFile', 'downloadFile'] as const;
export type Timeouts = Partial<Record<(typeof timeoutKeys)[number], number>>;

export interface AppConfig {
  readonly timeouts: Timeouts;
  /** Why app.json could not be understood; the timeouts are then the defaults. */
  readonly fault?: string;
}

export function readAppConfig(root: string): AppConfig {
  let text: string;
  try {
    text = readFileSync(path.join(root, 'app.json'), 'utf8');
  } catch (error) {
    return codeOf(error) === 'ENOENT' ? { timeouts: {} } : { timeouts: {}, fault: 'it cannot be read' };
  }
  let content: unknown;
  try {
    content = JSON.parse(text.replace(/^\ufeff/, ''));
  } catch (error) {
    return { timeouts: {}, fault: error instanceof Error ? error.message : String(error) };
  }
  const limits = memberOf(content, 'networkTimeout');
  const timeouts: Timeouts = {};
  for (const key of timeoutKeys) {
    const limit = memberOf(limits, key);
    if (typeof limit === 'number' && Number.isFinite(limit) && limit > 0) timeouts[key] = limit;
  }
  return { timeouts };
}

function memberOf(value: unknown, key: string): unknown {
  if (typeof value !== 'object' || value === null) return undefined;
  return (value as Record<string, unknown>)[key];
}
