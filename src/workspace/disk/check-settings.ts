// In: what a person wrote as settings, and the table of those that there are. Out: the same, if there is nothing wrong with it.
// Knows nothing of what a setting does, nor of where the settings stand.

import { inspect } from 'node:util';

import { Failure } from '../failure.ts';
import { type OptionDefinition, faultOf } from '../options.ts';
import { askIfMeant } from '../suggest.ts';

/** How a message speaks of the settings. */
export interface SettingsTitle {
  readonly whole: string;
  readonly unknown: (key: string) => string;
  readonly wrong: (key: string) => string;
  /** Some that are right. */
  readonly example: string;
}

/** @throws Failure for an unknown key and for a value that is wrong */
export function checkSettings(
  content: unknown,
  table: Readonly<Record<string, Pick<OptionDefinition, 'value'>>>,
  { whole, unknown, wrong, example }: SettingsTitle,
): object {
  if (typeof content !== 'object' || content === null || Array.isArray(content)) {
    throw new Failure({ what: `${whole} is not an object`, help: `Write settings as ${example}.` });
  }
  for (const [key, value] of Object.entries(content)) {
    if (key === '$schema') continue;
    const setting = Object.hasOwn(table, key) ? table[key] : undefined;
    if (!setting) {
      const known = Object.keys(table);
      throw new Failure({ what: unknown(key), help: askIfMeant(key, known) ?? `The keys are ${known.join(', ')}.` });
    }
    const wanted = value === undefined ? undefined : faultOf(setting.value, value);
    if (wanted !== undefined) {
      throw new Failure({ what: `${wrong(key)} is ${shownValue(value)}`, help: `It should be ${wanted}.` });
    }
  }
  return content;
}

function shownValue(value: unknown): string {
  const inWords = () => inspect(value, { customInspect: false, depth: 2, breakLength: Infinity });
  try {
    return ((JSON.stringify(value) as string | undefined) ?? inWords()).slice(0, 200);
  } catch {
    return inWords().slice(0, 200); // a circle, or a number without end: only code can hand it over
  }
}
