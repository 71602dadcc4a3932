// In: nothing. Out: VS Code 1.100 as code-server serves it to a browser: installed once, from npm, into the cache of the user, and
// started on folders of its own. About 300 MB; wants Linux, Node 20, a compiler and the registry of npm.
// Nothing of it goes into the repository. Knows nothing of cygnet.

import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { homedir } from 'node:os';
import path from 'node:path';

export const version = '4.100.3';

/** @returns the folder of the package */
export function installCodeServer() {
  const cache = path.join(process.env.XDG_CACHE_HOME || path.join(homedir(), '.cache'), 'cygnet');
  const folder = path.join(cache, `code-server-${version}`);
  const inside = 'node_modules/code-server';
  if (existsSync(folder)) return path.join(folder, inside);
  // Half of it is never taken for all.
  const draft = `${folder}.${process.pid}`;
  mkdirSync(draft, { recursive: true });
  writeFileSync(path.join(draft, 'package.json'), '{ "private": true }\n');
  npm(draft, ['install', `code-server@${version}`]);
  // Its own script after an install builds everything that Code could use; these are what it cannot start without.
  npm(draft, ['rebuild', 'argon2']);
  const code = path.join(draft, inside, 'lib/vscode');
  npm(code, ['install', '--omit=dev']);
  npm(code, ['rebuild', '@vscode/spdlog', 'native-watchdog']);
  symlinkSync('node_modules', path.join(code, 'node_modules.asar'));
  rmSync(folder, { recursive: true, force: true });
  renameSync(draft, folder);
  return path.join(folder, inside);
}

/** @throws Error with what npm says */
function npm(cwd, args) {
  const quiet = ['--no-audit', '--no-fund', '--loglevel=error'];
  const scripts = args[0] === 'install' ? ['--ignore-scripts'] : [];
  const { status, stderr } = spawnSync('npm', [...args, ...scripts, ...quiet], { cwd, encoding: 'utf8' });
  if (status !== 0) throw new Error(`npm ${args.join(' ')} in ${cwd}:\n${stderr}`);
}

/** One that has no settings, no extensions and no folder but those that it is given. */
export async function startCodeServer({ installed, home, env = {} }) {
  const entry = path.join(installed, 'out/node/entry.js');
  const own = ['--user-data-dir', path.join(home, 'data'), '--extensions-dir', path.join(home, 'extensions')];
  const config = ['--config', path.join(home, 'config.yaml')];
  writeFileSync(path.join(home, 'config.yaml'), '');
  const run = (args, options) => [
    process.execPath,
    [entry, ...config, ...own, ...args],
    { ...options, env: { ...process.env, ...env } },
  ];
  return {
    installExtension(vsix) {
      const { status, stdout, stderr } = spawnSync(...run(['--install-extension', vsix], { encoding: 'utf8' }));
      if (status !== 0) throw new Error(`the extension cannot be installed:\n${stdout}${stderr}`);
    },
    async serve() {
      const port = await findPort();
      const quiet = ['--disable-telemetry', '--disable-update-check', '--disable-getting-started-override'];
      const open = ['--auth', 'none', '--disable-workspace-trust', '--bind-addr', `127.0.0.1:${port}`];
      const child = spawn(...run([...open, ...quiet], { stdio: ['ignore', 'pipe', 'pipe'], detached: true }));
      let said = '';
      for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (said += chunk));
      const address = `http://127.0.0.1:${port}`;
      await isReached(`${address}/healthz`, () => said);
      return {
        address,
        said: () => said,
        // With all that it started.
        stop: () => process.kill(-child.pid),
      };
    },
  };
}

async function isReached(address, said) {
  for (let i = 0; i < 300; i += 1) {
    const answer = await fetch(address).catch(() => undefined);
    if (answer?.ok) return;
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
  throw new Error(`code-server does not answer:\n${said()}`);
}

function findPort() {
  return new Promise((resolve, reject) => {
    const server = createServer().on('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });
}
