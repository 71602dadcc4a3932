// In: what a person wrote as settings, and the table of those that there are. Out: the same, if there is nothing wrong with it.
// Knows nothing of what a setting does, nor of where the settings stand.

import { inspect } from 'node:util';

import { type InEach, behindChinese } from '../../locale/locale.ts';
import { Failure } from '../failure.ts';
import { type OptionDefinition, faultOf } from '../option-definition.ts';
import { askIfMeant } from '../suggest.ts';

/** How a message speaks of the settings. */
export interface SettingsTitle {
  readonly whole: InEach<string>;
  readonly unknown: (key: string) => InEach<string>;
  readonly wrong: (key: string) => InEach<string>;
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
    throw new Failure({
      what: { en: `${whole.en} is not an object`, 'zh-CN': `${whole['zh-CN']}不是对象` },
      help: { en: `Write settings as ${example}.`, 'zh-CN': `请这样写设置：${example}` },
    });
  }
  for (const [key, value] of Object.entries(content)) {
    if (key === '$schema') continue;
    const setting = Object.hasOwn(table, key) ? table[key] : undefined;
    if (!setting) {
      const known = Object.keys(table);
      const keys = { en: `The keys are ${known.join(', ')}.`, 'zh-CN': `可用的键：${known.join('、')}。` };
      throw new Failure({ what: unknown(key), help: askIfMeant(key, known) ?? keys });
    }
    const wanted = value === undefined ? undefined : faultOf(setting.value, value);
    if (wanted !== undefined) {
      const [name, shown] = [wrong(key), shownValue(value)];
      throw new Failure({
        what: { en: `${name.en} is ${shown}`, 'zh-CN': `${name['zh-CN']} 的值为 ${shown}` },
        help: { en: `It should be ${wanted.en}.`, 'zh-CN': `它应为${behindChinese(wanted['zh-CN'])}。` },
      });
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
