// In: nothing. Out: the real browsers to test in, headless: the Chromium that comes with an npm package, and the system's
// Firefox where it has one. Not with the arguments that the package suggests: those switch the same-origin policy off.
// The caller closes what it launches.

import { existsSync } from 'node:fs';
import chromium from '@sparticuz/chromium';
import { chromium as chromiumDriver, firefox as firefoxDriver, type Browser } from 'playwright-core';

export interface BrowserKind {
  readonly name: 'Chromium' | 'Firefox';
  launch(): Promise<Browser>;
}

const quiet = [
  '--disable-gpu',
  '--disable-quic',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

const firefoxPath = ['/usr/bin/firefox-esr', '/usr/bin/firefox'].find((file) => existsSync(file));

export const browsers: readonly BrowserKind[] = [
  {
    name: 'Chromium',
    async launch() {
      const executablePath = await chromium.executablePath();
      return chromiumDriver.launch({ executablePath, args: ['--no-sandbox', '--no-zygote', ...quiet], headless: true });
    },
  },
  ...(firefoxPath === undefined
    ? []
    : [
        {
          name: 'Firefox' as const,
          launch: () => firefoxDriver.launch({ channel: 'moz-firefox', executablePath: firefoxPath, headless: true }),
        },
      ]),
];
