// In: nothing. Out: a real headless Chromium, the one that comes with an npm package.
// Not with the arguments that the package suggests: those switch the same-origin policy off. The caller closes it.

import chromium from '@sparticuz/chromium';
import { chromium as driver, type Browser } from 'playwright-core';

const quiet = [
  '--disable-gpu',
  '--disable-quic',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

export async function launchChromium(): Promise<Browser> {
  const executablePath = await chromium.executablePath();
  return driver.launch({ executablePath, args: ['--no-sandbox', '--no-zygote', ...quiet], headless: true });
}
