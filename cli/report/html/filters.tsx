// In: the cards of a page. Out: a form to narrow them down, and the rules by which the browser does it without a script:
// a page that runs no code opens everywhere, also where a build server forbids it.

import type { JSX } from 'preact';

import { apiName } from '../summary.ts';
import { type CardFacts, type CardVerdict, verdictOf } from './card.tsx';

export interface FilterChoices {
  readonly verdicts: readonly { readonly verdict: CardVerdict; readonly count: number }[];
  readonly apis: readonly string[];
  readonly codes: readonly string[];
  /** Names by id. */
  readonly folders: ReadonlyMap<string, string>;
}

const order: readonly CardVerdict[] = ['kept', 'failed', 'shim', 'native', 'renamed'];

export function choicesOf(
  cards: readonly CardFacts[],
  folders: ReadonlyMap<string, string>,
  isLook: boolean,
): FilterChoices {
  const counts = order.map((verdict) => ({
    verdict,
    count: cards.filter((card) => verdictOf(card) === verdict).length,
  }));
  return {
    verdicts: isLook ? [] : counts.filter(({ count }) => count > 0),
    apis: [...new Set(cards.flatMap((card) => (card.site ? [card.site.api as string] : [])))].sort(),
    codes: [...new Set(cards.flatMap((card) => card.diagnostics.map(({ code }) => code)))].sort(),
    folders,
  };
}

export function Filters({ verdicts, apis, codes, folders }: FilterChoices): JSX.Element {
  return (
    <form class="filters" aria-label="Filter">
      {verdicts.length > 0 && (
        <fieldset>
          <legend>Verdict</legend>
          {verdicts.map(({ verdict, count }) => (
            <label class="chip">
              <input type="checkbox" id={`v-${verdict}`} checked />
              <i class={`swatch ${verdict}`}></i>
              {verdict} <b>{count}</b>
            </label>
          ))}
        </fieldset>
      )}
      <Field id="api" label="API" values={apis.map((api) => [api, apiName(api)])} />
      <Field id="folder" label="Folder" values={[...folders].filter(([, name]) => name !== '.')} />
      <Field id="code" label="Code" values={codes.map((code) => [code, code])} />
      <button type="reset">Show all</button>
    </form>
  );
}

interface FieldProps {
  readonly id: string;
  readonly label: string;
  readonly values: readonly (readonly [value: string, name: string])[];
}

function Field({ id, label, values }: FieldProps): JSX.Element | null {
  if (values.length < 2) return null;
  return (
    <span class="field">
      <label for={id}>{label}</label>{' '}
      <select id={id}>
        <option value="">all</option>
        {values.map(([value, name]) => (
          <option value={value}>{name}</option>
        ))}
      </select>
    </span>
  );
}

export function filterRules({ verdicts, apis, codes, folders }: FilterChoices): string {
  return [
    ...verdicts.map(({ verdict }) => hide(`#v-${verdict}:not(:checked)`, `[data-v="${verdict}"]`)),
    ...apis.map((api) => hide(chosen('api', api), `:not([data-a="${cssText(api)}"])`)),
    ...[...folders.keys()].map((id) => hide(chosen('folder', id), `:not([data-f~="${id}"])`)),
    ...codes.map((code) => hide(chosen('code', code), `:not([data-c~="${cssText(code)}"])`)),
  ].join('\n');
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
