// In: how many runs. Out: a table: what Node and cygnet take before there is anything to do. Twenty starts are one run: the processor's
// time is counted in hundredths of a second.

import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { median, spread } from '../measure/figures.mjs';
import { measureInTurn } from '../measure/in-turn.mjs';
import { markdownTable } from '../report/markdown.mjs';

const program = path.resolve(import.meta.dirname, '../../dist/cli/main.js');
const starts = 20;

const smallFile = `Page({
  onLoad() {
    swan.request({
      url: 'https://example.com/list',
      success: (res) => this.setData({ list: res.data }),
    });
  },
});
`;

export async function measureStartUp({ runs, tell }) {
  const folder = mkdtempSync(path.join(tmpdir(), 'cygnet-small-'));
  const input = path.join(folder, 'small.js');
  writeFileSync(input, smallFile);
  const stdin = ['migrate', '--to', 'wx', '--stdin', '--stdin-filename', 'small.js'];
  const command = (...args) => ({ file: process.execPath, args, cwd: folder, input, times: starts });
  const entries = [
    { name: '`node -e 0`', command: command('-e', '0'), goal: undefined },
    { name: '`cygnet --version`', command: command(program, '--version'), goal: 15 },
    { name: '`cygnet --help`', command: command(program, '--help'), goal: undefined },
    { name: 'one small file through `--stdin`', command: command(program, ...stdin), goal: 90 },
  ].map((entry) => ({ ...entry, runs, mayEndWith: [0, 1] }));
  try {
    const found = await measureInTurn(entries, tell);
    const medianOf = (name) => median(found.get(name).map(({ cpu }) => cpu * 1000));
    const rows = entries.map(({ name, goal }) => {
      const over = medianOf(name) - medianOf(entries[0].name);
      const [cpu, wall] = ['cpu', 'wall'].map((kind) =>
        spread(
          found.get(name).map((run) => run[kind] * 1000),
          0,
        ),
      );
      const verdict = goal === undefined ? '' : `≤ + ${goal} ms: ${over <= goal ? 'met' : 'missed'}`;
      return [name, cpu, wall, name === entries[0].name ? '' : `+ ${over.toFixed(0)}`, verdict];
    });
    const head = ['', 'CPU, ms:', 'clock, ms:', 'CPU over `node -e 0`, ms:', 'goal:'];
    return `Each figure is that of one start, out of ${starts} in a row.\n\n${markdownTable(head, rows)}`;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
