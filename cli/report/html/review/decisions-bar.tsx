// In: the marks that were made. Out: how many there are, a way to save them as a decisions file or to forget them, and which keys there are.
// Knows nothing of how a mark is made.

import type { JSX } from 'preact';

import { useReview } from './context.ts';
import { decisionsOf } from './marks.ts';

interface DecisionsBarProps {
  /** The browser keeps the marks. */
  readonly isKept: boolean;
  readonly areKeysOn: boolean;
  onKeys(areOn: boolean): void;
  onClear(): void;
}

const fileName = 'cygnet-decisions.json';

export function DecisionsBar({ isKept, areKeysOn, onKeys, onClear }: DecisionsBarProps): JSX.Element {
  const { data, say, marks } = useReview();
  const all = [...marks.values()];
  const canSave = data.files.some(({ sites }) => sites.some(({ name }) => name !== undefined));
  const command = `cygnet migrate --to ${data.target ?? ''} --write --decisions ${fileName}`;
  return (
    <div class="decisions">
      <span role="status">
        {say.decided(
          all.filter(({ answer }) => answer !== undefined).length,
          all.filter(({ reviewed }) => reviewed).length,
        )}
      </span>
      {canSave && (
        <button
          type="button"
          disabled={marks.size === 0}
          title={say.useWith(command)}
          onClick={() => save(decisionsOf(data, marks))}
        >
          {say.exported}
        </button>
      )}
      {marks.size > 0 && (
        <button type="button" onClick={onClear}>
          {say.clear}
        </button>
      )}
      {canSave && marks.size > 0 && <p class="use">{say.useWith(command)}</p>}
      {!isKept && <p class="note warning">{say.notKept}</p>}
      <details class="keys">
        <summary>{say.keys}</summary>
        <dl>
          <dt>
            <kbd>j</kbd> <kbd>k</kbd>
          </dt>
          <dd>{say.keyNext}</dd>
          <dt>
            <kbd>a</kbd> <kbd>r</kbd> <kbd>v</kbd>
          </dt>
          <dd>{say.keyMark}</dd>
          <dt>
            <kbd>/</kbd>
          </dt>
          <dd>{say.keySearch}</dd>
        </dl>
        <label>
          <input
            type="checkbox"
            id="keys-on"
            checked={areKeysOn}
            onChange={(event) => onKeys(event.currentTarget.checked)}
          />{' '}
          {say.keysOn}
        </label>
      </details>
    </div>
  );
}

function save(text: string): void {
  const address = URL.createObjectURL(new Blob([text], { type: 'application/json' }));
  const link = document.createElement('a');
  link.href = address;
  link.download = fileName;
  link.click();
  // The browser has to have begun by then.
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}
