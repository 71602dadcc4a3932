// In: the text of a module. Out: a script whose value is the function that CommonJS makes of it.
// ES modules and TypeScript go through esbuild; texts are remembered, as many programs share one.

import vm from 'node:vm';
import { transform } from 'esbuild';

export interface Source {
  /** `main.js`: without its folder. */
  readonly file: string;
  readonly code: string;
}

/** The file does not say that it needs swan, so it finds nothing there until it puts something there itself. */
export type Shadow = 'swan' | 'nothing';

const limit = 500;
const scripts = new Map<string, vm.Script>();
/** What esbuild made of a text is the same whatever its file may see. */
const transformedTexts = new Map<string, string>();

/** @throws SyntaxError when the text is none of its language */
export async function compile({ file, code }: Source, shadow: Shadow = 'nothing'): Promise<vm.Script> {
  const key = `${file}\n${shadow}\n${code}`;
  const known = scripts.get(key);
  if (known) return known;
  const isModule = /^\s*(?:import|export)\b/m.test(code);
  const text = isModule || file.endsWith('.ts') ? await transformed(file, code) : code;
  const strict = isModule || file.endsWith('.mjs') ? "'use strict';" : '';
  const plain = `(function (exports, require, module) {${strict}${text}\n})`;
  const script = new vm.Script(shadow === 'swan' ? `(function () { with ($.shadow()) return ${plain}; })()` : plain, {
    filename: file,
  });
  remember(scripts, key, script);
  return script;
}

async function transformed(file: string, code: string): Promise<string> {
  const key = `${file}\n${code}`;
  const known = transformedTexts.get(key);
  if (known !== undefined) return known;
  const loader = file.endsWith('.ts') ? 'ts' : 'js';
  try {
    // An import that is not used any more still loads its module: what compilers leave out is not judged here.
    const tsconfigRaw = { compilerOptions: { verbatimModuleSyntax: true } };
    const result = await transform(code, { loader, format: 'cjs', target: 'es2022', logLevel: 'silent', tsconfigRaw });
    remember(transformedTexts, key, result.code);
    return result.code;
  } catch (error) {
    throw new SyntaxError(error instanceof Error ? error.message : String(error));
  }
}

function remember<T>(table: Map<string, T>, key: string, value: T): void {
  if (table.size > limit) table.clear();
  table.set(key, value);
}
