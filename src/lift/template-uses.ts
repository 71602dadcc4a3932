// In: a component file and the other names that it has for swan. Out: those that its template may use as well.
// What `<script setup>` declares is the template's to use, and templates are not read: a word of that name is enough.
// Knows nothing of what becomes of a name.

import { readBlocks } from '../syntax/blocks.ts';
import type { AliasDeclaration } from '../resolve/resolve.ts';

export interface TemplateUse {
  readonly alias: AliasDeclaration;
  readonly name: string;
}

export function findTemplateUses(code: string, aliases: readonly AliasDeclaration[]): TemplateUse[] {
  if (aliases.length === 0) return [];
  const blocks = readBlocks(code);
  if (!blocks.some(({ name, attributes }) => name === 'script' && attributes.has('setup'))) return [];
  const templates = blocks.filter(({ name }) => name === 'template');
  const words = new Set(
    templates.flatMap(({ content }) => code.slice(content.start, content.end).match(/[\w$]+/g) ?? []),
  );
  return aliases.flatMap((alias): TemplateUse[] => {
    const used = alias.names.find(({ name, stands }) => stands !== 'other' && words.has(name));
    return used ? [{ alias, name: used.name }] : [];
  });
}
