// In: nothing, or what vitest takes (`-t u01`). Out: the executed programs on a wx that is not ours, uni-h5 in Chromium, and how
// they ended. Opt-in: `npm test` does not run it.
// Installs @dcloudio/uni-h5 from npm into node_modules/.cache/matrix (150 MiB): Linux on x64 only, as the Chromium is.

import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync } from 'node:fs';
import path from 'node:path';

const root = path.resolve(import.meta.dirname, '../..');
const home = path.join(root, 'node_modules/.cache/matrix/uni-h5');
const version = '3.0.0-alpha-5020620260914001';

if (process.platform !== 'linux' || process.arch !== 'x64') stop('The Chromium of the tests is for Linux on x64.');
else if (!isInstalled()) stop(`@dcloudio/uni-h5 could not be installed into ${path.relative(root, home)}.`);
else {
  const { status } = spawnSync(
    process.execPath,
    [
      path.join(root, 'node_modules/vitest/vitest.mjs'),
      ...['run', '--config', 'scripts/matrix/uni-h5.config.mjs'],
      ...process.argv.slice(2),
    ],
    { cwd: root, stdio: 'inherit', env: { ...process.env, CYGNET_UNI_H5: home } },
  );
  process.exitCode = status ?? 1;
}

function isInstalled() {
  if (existsSync(path.join(home, 'node_modules/@dcloudio/uni-h5/package.json'))) return true;
  mkdirSync(home, { recursive: true });
  const { status } = spawnSync(
    'npm',
    [
      ...['install', '--prefix', home, '--no-save', '--no-package-lock', '--no-audit', '--no-fund', '--ignore-scripts'],
      ...[`@dcloudio/uni-h5@${version}`, 'vue@3.4.21'],
    ],
    { stdio: 'inherit' },
  );
  return status === 0;
}

function stop(message) {
  console.error(message);
  process.exitCode = 2;
}
