// In: the cards of a page. Out: a form to narrow them down, and the rules by which the browser does it without a script:
// a page that runs no code opens everywhere, also where a build server forbids it.

import { apiName } from '../summary.ts';
import { type Card, type CardVerdict, verdictOf } from './card.ts';
import { escapeHtml } from './escape.ts';

export interface Filters {
  readonly html: string;
  readonly css: string;
}

const order: readonly CardVerdict[] = ['kept', 'failed', 'shim', 'native', 'renamed'];

/** @param folders names by id */
export function filtersOf(cards: readonly Card[], folders: ReadonlyMap<string, string>, isLook: boolean): Filters {
  const shown = isLook ? [] : order.filter((verdict) => cards.some((card) => verdictOf(card) === verdict));
  const apis = [...new Set(cards.flatMap((card) => (card.site ? [card.site.api as string] : [])))].sort();
  const codes = [...new Set(cards.flatMap((card) => card.diagnostics.map(({ code }) => code)))].sort();
  const boxes = shown.map((verdict) => {
    const count = cards.filter((card) => verdictOf(card) === verdict).length;
    return `<label class="chip"><input type="checkbox" id="v-${verdict}" checked><i class="swatch ${verdict}"></i>${verdict} <b>${count}</b></label>`;
  });
  const fields = [
    select(
      'api',
      'API',
      apis.map((api) => [api, apiName(api)]),
    ),
    select(
      'folder',
      'Folder',
      [...folders].filter(([, name]) => name !== '.'),
    ),
    select(
      'code',
      'Code',
      codes.map((code) => [code, code]),
    ),
  ];
  const group = boxes.length > 0 ? `<fieldset><legend>Verdict</legend>${boxes.join('')}</fieldset>` : '';
  const html = `<form class="filters" aria-label="Filter">${group}${fields.join('')}<button type="reset">Show all</button></form>`;
  const css = [
    ...shown.map((verdict) => hide(`#v-${verdict}:not(:checked)`, `[data-v="${verdict}"]`)),
    ...apis.map((api) => hide(chosen('api', api), `:not([data-a="${cssText(api)}"])`)),
    ...[...folders.keys()].map((id) => hide(chosen('folder', id), `:not([data-f~="${id}"])`)),
    ...codes.map((code) => hide(chosen('code', code), `:not([data-c~="${cssText(code)}"])`)),
  ].join('\n');
  return { html, css };
}

function select(id: string, label: string, values: readonly (readonly [value: string, name: string])[]): string {
  if (values.length < 2) return '';
  const options = values.map(([value, name]) => `<option value="${escapeHtml(value)}">${escapeHtml(name)}</option>`);
  return `<span class="field"><label for="${id}">${label}</label> <select id="${id}"><option value="">all</option>${options.join('')}</select></span>`;
}

function chosen(id: string, value: string): string {
  return `#${id} option[value="${cssText(value)}"]:checked`;
}

function hide(when: string, what: string): string {
  return `body:has(${when}) .card${what}{display:none}`;
}

function cssText(text: string): string {
  return text.replace(/["\\]/g, '\\$&');
}
