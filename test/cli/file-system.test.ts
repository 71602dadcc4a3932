// Random sequences of what happens to a tree: writes, undos, edits, files and folders swapped for links, pipes and folders
// before and in between, faults of the disk, cuts in the middle. After every step: nothing outside of the root changed, and
// no text that a person made is lost: it is in its file or in a journal.
// Runs what writes and undoes inside this process, so that there is time for many; the real binary is in kill.test.ts.

import { spawnSync } from 'node:child_process';
import {
  existsSync,
  lstatSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { Failure } from '../../src/workspace/failure.ts';
import { hashOf } from '../../src/workspace/disk/source.ts';
import { applyWrites } from '../../cli/write/apply.ts';
import { undoLastRun } from '../../cli/write/undo.ts';
import { makeProject } from './command-line.ts';

const names = ['a.js', 'p/b.js', 'p/q/c.js'] as const;
const shim = 'p/swan-net.js';
const ours = '// written by the tool';
type Name = (typeof names)[number];

/** What a person does to a file. */
type Deed = 'edit' | 'delete' | 'link' | 'pipe' | 'folder' | 'swap folder';
const deeds: readonly Deed[] = ['edit', 'delete', 'link', 'pipe', 'folder', 'swap folder'];

type Step =
  | { readonly do: 'write' | 'undo' | 'keep'; readonly at?: Interruption }
  | { readonly do: 'deed'; readonly deed: Deed; readonly name: Name };

/** Something happens when the tool is at a stage: a fault of the disk, a cut, or a person's deed. */
interface Interruption {
  readonly stage: number;
  readonly what: 'ENOSPC' | 'EIO' | 'cut' | Deed;
  readonly name: Name;
}

const stages = {
  write: [
    'locked',
    'stage:1',
    'staged',
    'journaled',
    'write:0',
    'written:0',
    'write:1',
    'write:2',
    'written:2',
    'done',
  ],
  undo: ['restored:3', 'restored:2', 'restored:1', 'restored:0'],
};

const name = fc.constantFrom(...names);
const interruption = fc.record({
  stage: fc.nat(9),
  what: fc.constantFrom<Interruption['what'][]>('ENOSPC', 'EIO', 'cut', 'cut', 'cut', ...deeds),
  name,
});
const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 3, arbitrary: fc.record({ do: fc.constant('write' as const), at: interruption }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('write' as const) }) },
  { weight: 3, arbitrary: fc.record({ do: fc.constantFrom('undo' as const, 'keep' as const) }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constantFrom('undo' as const, 'keep' as const), at: interruption }) },
  { weight: 4, arbitrary: fc.record({ do: fc.constant('deed' as const), deed: fc.constantFrom(...deeds), name }) },
);

/** A tree, what lies around it, and the texts that persons made in it. */
class World {
  root: string;
  readonly outside: string;
  /** By file: the texts that must be found. */
  readonly texts = new Map<string, Set<string>>();
  #count = 0;
  #isSwapped = false;
  #isShimGone = false;

  constructor() {
    const files = Object.fromEntries(names.map((one) => [one, `// ${one}\n`]));
    this.root = makeProject(files);
    this.outside = makeProject({ 'b.js': '// outside\n', 'q/c.js': '// outside\n', 'secret.js': '// secret\n' });
    for (const one of names) this.texts.set(one, new Set([`// ${one}\n`]));
  }

  async take(step: Step): Promise<void> {
    if (step.do === 'deed') {
      this.act(step.deed, step.name);
      return;
    }
    // What was swapped is as it was after one run: the texts behind a link cannot be looked for.
    const run = () => (step.do === 'write' ? this.#write() : undoLastRun(this.root, step.do === 'keep'));
    try {
      await (step.at ? this.#interrupted(run, step.at, stages[step.do === 'write' ? 'write' : 'undo']) : run());
    } catch (error) {
      if (!(error instanceof Failure)) throw error;
    }
    this.#swapBack();
  }

  /** Every file that can be written gets a new text of the tool; as a plan would, from what it holds now. */
  async #write(): Promise<void> {
    const writes = names.flatMap((one) => {
      const before = this.read(one);
      if (before === undefined || before.includes(ours)) return [];
      const file = path.join(this.root, one);
      return [{ path: file, shown: one, before: hashOf(before), text: `${ours}\n${before}`, isShim: false }];
    });
    const before = this.read(shim);
    if (before === undefined && lstatSync(path.join(this.root, shim), { throwIfNoEntry: false })) return;
    if (writes.length === 0) return;
    this.#isShimGone = false;
    const known = before === undefined ? {} : { before: hashOf(before) };
    const text = `${before ?? ''}${ours} ${this.#count++}\n`;
    await applyWrites(
      this.root,
      [{ path: path.join(this.root, shim), shown: shim, text, isShim: true, ...known }, ...writes],
      () => false,
    );
  }

  async #interrupted(run: () => Promise<unknown>, at: Interruption, known: readonly string[]): Promise<void> {
    const stage = known[at.stage % known.length] ?? '';
    if (at.what === 'ENOSPC' || at.what === 'EIO') {
      // Before and behind the write nothing is at work that could fail.
      await withFault(`fail@${stage === 'locked' || stage === 'done' ? 'staged' : stage}=${at.what}`, run);
      return;
    }
    const gate = path.join(this.outside, '..', `gate-${path.basename(this.outside)}`);
    let isOver = false;
    const end = withFault(`wait@${stage}=${gate}`, run).finally(() => {
      isOver = true;
    });
    end.catch(() => undefined);
    while (!isOver && !existsSync(gate)) await delay(1);
    if (existsSync(gate)) {
      if (at.what === 'cut') {
        // What lies on the disk now is what a kill would leave; the run goes on with a tree that nobody looks at again.
        const copy = path.join(makeProject(), 'root');
        spawnSync('cp', ['-a', this.root, copy]);
        rmSync(path.join(copy, '.cygnet/lock'), { force: true });
        const old = this.root;
        rmSync(gate);
        await end.catch(() => undefined);
        rmSync(old, { recursive: true, force: true });
        this.root = copy;
        return;
      }
      this.act(at.what, at.name);
      rmSync(gate);
    }
    await end;
  }

  #swapBack(): void {
    if (!this.#isSwapped) return;
    const folder = path.join(this.root, 'p');
    rmSync(folder);
    renameSync(`${folder}.real`, folder);
    this.#isSwapped = false;
  }

  act(deed: Deed, one: Name): void {
    const file = path.join(this.root, one);
    if (this.#isSwapped || !existsSync(path.dirname(file))) return;
    const known = this.texts.get(one) ?? new Set();
    const now = this.read(one);
    const there = lstatSync(file, { throwIfNoEntry: false });
    if (deed === 'swap folder') {
      const folder = path.join(this.root, 'p');
      if (lstatSync(folder, { throwIfNoEntry: false })?.isDirectory() !== true) return;
      renameSync(folder, `${folder}.real`);
      symlinkSync(this.outside, folder);
      this.#isSwapped = true;
      return;
    }
    if (deed === 'edit') {
      if (there && !there.isFile()) rmSync(file, { recursive: true });
      const text = `${now?.replace(ours, '// rewritten by hand') ?? ''}// edit ${this.#count++}\n`;
      writeFileSync(file, text);
      known.add(text);
    } else {
      if (!there) return;
      rmSync(file, { recursive: true });
      if (deed === 'link') symlinkSync(path.join(this.outside, 'secret.js'), file);
      if (deed === 'pipe') spawnSync('mkfifo', [file]);
      if (deed === 'folder') mkdirSync(file);
    }
    // Whoever replaces a text of his own knows what he does.
    if (now !== undefined) known.delete(now);
  }

  read(one: string): string | undefined {
    const file = path.join(this.root, one);
    return lstatSync(file, { throwIfNoEntry: false })?.isFile() === true ? readFileSync(file, 'utf8') : undefined;
  }

  check(outside: string): void {
    expect(treeOf(this.outside)).toBe(outside);
    if (this.#isSwapped) return;
    const copies = new Set(this.#copies());
    for (const [one, texts] of this.texts) {
      for (const text of texts) {
        if (this.read(one) !== text && !copies.has(text)) expect({ one, now: this.read(one), text }).toBe('found');
      }
    }
    if (names.some((one) => this.read(one)?.startsWith(ours)) && !this.#isShimGone) {
      expect(existsSync(path.join(this.root, shim))).toBe(true);
    }
  }

  *#copies(): Generator<string> {
    const runs = path.join(this.root, '.cygnet/runs');
    if (!existsSync(runs)) return;
    for (const run of readdirSync(runs)) {
      if (!existsSync(path.join(runs, run, 'journal.json'))) continue;
      const folder = path.join(runs, run, 'before');
      for (const copy of existsSync(folder) ? readdirSync(folder) : [])
        yield readFileSync(path.join(folder, copy), 'utf8');
    }
  }
}

async function withFault(fault: string, run: () => Promise<unknown>): Promise<void> {
  process.env.CYGNET_TEST_FAULT = fault;
  try {
    await run();
  } finally {
    delete process.env.CYGNET_TEST_FAULT;
  }
}

function treeOf(folder: string): string {
  const entries = readdirSync(folder, { recursive: true, encoding: 'utf8' }).sort();
  return entries
    .map((entry) => {
      const status = lstatSync(path.join(folder, entry));
      return `${entry} ${status.mode} ${status.isFile() ? readFileSync(path.join(folder, entry), 'utf8') : ''}`;
    })
    .join('\n');
}

describe.skipIf(process.platform === 'win32')('a tree to which anything happens', () => {
  it('keeps every text of a person, and what lies outside', { timeout: 120_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 2, maxLength: 10 }), async (steps) => {
        const world = new World();
        const outside = treeOf(world.outside);
        for (const one of steps) {
          await world.take(one);
          world.check(outside);
        }
      }),
      { numRuns: Number(process.env.CYGNET_TREES ?? 60), endOnFailure: true },
    );
  });
});
