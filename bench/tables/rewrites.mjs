// In: corpora, peers and how many runs of each. Out: for each corpus a table: what each takes for the same rewrite, as whole processes in
// turn, and cygnet's part of it beside its goal. Who is not there is named. Knows no peer by itself.

import { corpusOf } from '../corpora/corpora.mjs';
import { median, most, ratio, spread } from '../measure/figures.mjs';
import { measureInTurn } from '../measure/in-turn.mjs';
import { installPeers } from '../peers/install.mjs';
import { peers } from '../peers/peers.mjs';
import { markdownTable } from '../report/markdown.mjs';

/** By corpus: the most that cygnet may take of the processor's time of another, and of memory in MB. */
const goals = {
  A: { 'ast-grep': 0.16, babel: 0.8, memory: 130 },
  B: { 'ast-grep': 1, babel: 2.4, memory: 130 },
  C: { babel: 2.3, memory: 220 },
};

export async function measureRewrites({ size, runs, slowRuns, only, peers: names, tell, save }) {
  const unknown = names?.find((name) => !peers.some((peer) => peer.name === name));
  if (unknown !== undefined) throw new Error(`There is no peer ${unknown}.`);
  const reasonOf = ({ name, isSlow, whyNot }) => {
    if (names && name !== 'cygnet' && !names.includes(name)) return 'not asked for';
    return isSlow && slowRuns === 0 ? 'left out, as it takes a minute a run' : whyNot?.();
  };
  const there = peers.filter((peer) => reasonOf(peer) === undefined);
  const missing = peers.filter((peer) => !there.includes(peer)).map((peer) => `${peer.title} (${reasonOf(peer)})`);
  if (there.some(({ isInstalled }) => isInstalled)) installPeers();
  const parts = [];
  for (const name of only) {
    const corpus = corpusOf(name, size);
    tell(`\n${describe(corpus)}`);
    const entries = there.map(({ name: peer, command, mayEndWith, isSlow }) => ({
      ...{ name: peer, command: command(corpus), runs: isSlow ? slowRuns : runs },
      ...(mayEndWith && { mayEndWith }),
    }));
    parts.push(`### ${describe(corpus)}`, tableOf(there, await measureInTurn(entries, tell), goals[name]));
    save(textOf(parts, missing));
  }
  return textOf(parts, missing);
}

function textOf(parts, missing) {
  const text = parts.join('\n\n');
  return missing.length > 0 ? `${text}\n\nNot run: ${missing.join('; ')}.` : text;
}

export function describe({ name, says, files, bytes, calls, swanFiles }) {
  const megabytes = (bytes / 1e6).toFixed(1);
  const count = files === 1 ? '1 file' : `${files.toLocaleString('en')} files`;
  return `${name}: ${says} (${count}, ${swanFiles.toLocaleString('en')} with swan, ${megabytes} MB, ${calls.toLocaleString('en')} calls)`;
}

function tableOf(there, found, goal = {}) {
  const cpuOf = (name) => median(found.get(name).map(({ cpu }) => cpu));
  const rows = there.map(({ name, title, did }) => {
    const runs = found.get(name);
    const [first] = runs;
    const part = cpuOf('cygnet') / cpuOf(name);
    const peak = Math.max(...runs.map((run) => run.peak));
    return [
      ...[title, spread(runs.map(({ cpu }) => cpu)), spread(runs.map(({ wall }) => wall)), most([peak])],
      ...[runs.length, did(`${first.output}${first.errors}`), name === 'cygnet' ? '' : ratio(part)],
      name === 'cygnet' ? against(peak, goal.memory, ' MB') : against(part, goal[name]),
    ];
  });
  return markdownTable(
    ['', 'CPU, s:', 'clock, s:', 'peak, MB:', 'runs:', 'did:', 'cygnet’s CPU over it:', 'goal:'],
    rows,
  );
}

function against(value, goal, unit = '') {
  if (goal === undefined || !Number.isFinite(value)) return '';
  return `≤ ${goal}${unit}: ${value <= goal ? 'met' : 'missed'}`;
}
