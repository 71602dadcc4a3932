// In: what can be filtered by, and what is filtered by now. Out: the bar above the files: filters, and how many calls they leave.
// Knows nothing of how they are applied.

import type { JSX } from 'preact';

import type { PageFile } from '../page-data.ts';
import { useReview } from './context.ts';
import { shownApi } from './site-card.tsx';
import { type Filter, noFilter } from './filter.ts';

interface ToolbarProps {
  readonly filter: Filter;
  readonly shown: number;
  onFilter(filter: Filter): void;
  onStep(by: 1 | -1): void;
}

const verdictOrder = ['kept', 'failed', 'shim', 'native', 'renamed'] as const;

export function Toolbar({ filter, shown, onFilter, onStep }: ToolbarProps): JSX.Element {
  const { say, data } = useReview();
  const sites = data.files.flatMap((file) => file.sites);
  const said = data.files.flatMap((file) => [...file.notes, ...file.sites.flatMap(({ notes }) => notes)]);
  const set = (part: Partial<Filter>): void => onFilter({ ...filter, ...part });
  return (
    <form class="filters" aria-label={say.filter} onSubmit={(event) => event.preventDefault()}>
      <Verdicts files={data.files} filter={filter} set={set} />
      <Field
        id="api"
        label={say.api}
        value={filter.api}
        values={unique(sites.map(({ api }) => api))}
        onInput={(api) => set({ api })}
      />
      <Field
        id="code"
        label={say.code}
        value={filter.code}
        values={unique(said.map(({ code }) => code))}
        onInput={(code) => set({ code })}
      />
      <MarkField filter={filter} set={set} />
      <input
        type="search"
        id="search"
        aria-label={say.search}
        placeholder={say.search}
        value={filter.text}
        onInput={(event) => set({ text: event.currentTarget.value })}
      />
      {filter.folder !== '' && <span class="chip">{say.inFolder(filter.folder)}</span>}
      {filter !== noFilter && (
        <button type="button" onClick={() => onFilter(noFilter)}>
          {say.showAll}
        </button>
      )}
      <span class="steps">
        <span role="status">{shown === 0 ? say.nothingShown : say.shown(shown, sites.length)}</span>
        <button type="button" aria-label={say.previous} title={`${say.previous} (k)`} onClick={() => onStep(-1)}>
          ↑
        </button>
        <button type="button" aria-label={say.next} title={`${say.next} (j)`} onClick={() => onStep(1)}>
          ↓
        </button>
      </span>
    </form>
  );
}

interface PartProps {
  readonly filter: Filter;
  set(part: Partial<Filter>): void;
}

function Verdicts({ files, filter, set }: PartProps & { readonly files: readonly PageFile[] }): JSX.Element | null {
  const { say } = useReview();
  const sites = files.flatMap((file) => file.sites);
  const countOf = (verdict: string): number =>
    verdict === 'failed'
      ? files.filter((file) => file.isFailed).length
      : sites.filter((site) => site.verdict === verdict).length;
  const there = verdictOrder.map((verdict) => ({ verdict, count: countOf(verdict) })).filter(({ count }) => count > 0);
  if (sites.every(({ verdict }) => verdict === undefined)) return null;
  const { withoutVerdicts: without } = filter;
  return (
    <fieldset>
      <legend>{say.verdict}</legend>
      {there.map(({ verdict, count }) => (
        <label class="chip">
          <input
            type="checkbox"
            id={`v-${verdict}`}
            checked={!without.includes(verdict)}
            onChange={() =>
              set({
                withoutVerdicts: without.includes(verdict)
                  ? without.filter((one) => one !== verdict)
                  : [...without, verdict],
              })
            }
          />
          <i class={`swatch ${verdict}`}></i>
          {verdict} <b>{count}</b>
        </label>
      ))}
    </fieldset>
  );
}

function MarkField({ filter, set }: PartProps): JSX.Element {
  const { say } = useReview();
  const names = { open: say.open, reviewed: say.reviewed, accepted: say.accepted, rejected: say.rejected };
  return (
    <span class="field">
      <label for="mark">{say.marks}</label>{' '}
      <select
        id="mark"
        value={filter.mark}
        onInput={(event) => set({ mark: event.currentTarget.value as Filter['mark'] })}
      >
        <option value="">{say.all}</option>
        {Object.entries(names).map(([value, name]) => (
          <option value={value}>{name}</option>
        ))}
      </select>
    </span>
  );
}

interface FieldProps {
  readonly id: string;
  readonly label: string;
  readonly value: string;
  readonly values: readonly string[];
  onInput(value: string): void;
}

function Field({ id, label, value, values, onInput }: FieldProps): JSX.Element | null {
  const { say } = useReview();
  if (values.length < 2) return null;
  return (
    <span class="field">
      <label for={id}>{label}</label>{' '}
      <select id={id} value={value} onInput={(event) => onInput(event.currentTarget.value)}>
        <option value="">{say.all}</option>
        {values.map((one) => (
          <option value={one}>{shownApi(one)}</option>
        ))}
      </select>
    </span>
  );
}

function unique(values: readonly string[]): string[] {
  return [...new Set(values)].sort();
}
