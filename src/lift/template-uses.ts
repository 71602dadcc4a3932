// In: a component file. Out: the words of its template, where they may be names of its scripts, and the other names for swan
// that are among them.
// What `<script setup>` declares is the template's to use, imports included, and templates are not read: a word of that
// name is enough. Knows nothing of what becomes of a name.

import { readBlocks } from '../syntax/blocks.ts';
import type { AliasDeclaration } from '../resolve/resolve.ts';

export interface TemplateUse {
  readonly alias: AliasDeclaration;
  readonly name: string;
}

export function findTemplateWords(code: string): ReadonlySet<string> {
  const blocks = readBlocks(code);
  const isSetUp = blocks.some(({ name, attributes }) => name === 'script' && attributes.has('setup'));
  const templates = blocks.filter(({ name }) => isSetUp && name === 'template');
  return new Set(templates.flatMap(({ content }) => code.slice(content.start, content.end).match(/[\w$]+/g) ?? []));
}

export function findTemplateUses(words: ReadonlySet<string>, aliases: readonly AliasDeclaration[]): TemplateUse[] {
  return aliases.flatMap((alias): TemplateUse[] => {
    const used = alias.names.find(({ name, stands }) => stands !== 'other' && words.has(name));
    return used ? [{ alias, name: used.name }] : [];
  });
}
