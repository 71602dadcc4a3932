// In: a call in the intermediate form. Out: lines that say what is known of its options, and of what the program does with it.
// Reads facts and judges none. Knows nothing of targets.

import type { OptionEntry, Expression, MemberRead, NetworkCall } from '../../src/ir.ts';
import type { Span } from '../../src/text/text.ts';

/** Shows the text of a span in one line. */
type Show = (span: Span) => string;

export function optionLines(call: NetworkCall, show: Show): string[] {
  const { options, extraArguments } = call;
  const more = extraArguments ? ', and more is passed than that' : '';
  switch (options.kind) {
    case 'none':
      return [`none${more}`];
    case 'callback':
      return [`a callback: ${expressionText(options.value)}${more}`];
    case 'opaque': {
      const known = options.known ? ', but the literal behind it is known' : '';
      return [
        `not seen (${options.why}): ${show(options.at)}${known}${more}`,
        ...entryLines(options.known?.entries ?? []),
      ];
    }
    case 'literal': {
      const { entries, plain } = options.object;
      return [`a literal${plain ? '' : ', not all of it plain keys given once'}${more}`, ...entryLines(entries)];
    }
  }
}

/** What is known beside the options; only what says something. */
export function factLines(call: NetworkCall, show: Show): string[] {
  const { through, result, statement, promise, wrapper, giver } = call;
  const task = result.kind === 'task' ? `the task is held, for ${result.methods.join(', ') || 'nothing'}` : undefined;
  const ends = {
    unused: 'unused',
    awaited: 'awaited, which gives the task (R17)',
    escapes: 'goes where it is not followed',
  };
  return [
    `reached through: ${through}`,
    `what it returns: ${task ?? ends[result.kind as keyof typeof ends]}${statement ? '; a statement of its own' : ''}`,
    ...(promise ? [`alone in a promise: ${show(promise.at)}; ${settledBy(promise)}`] : []),
    ...(wrapper ? [`parameters of ${wrapper.name} decide what it does`] : []),
    ...(giver
      ? [
          `filePath comes from ${giver.isSeen || !giver.api ? '' : 'out of sight, perhaps '}${giver.api ?? 'out of sight'}`,
        ]
      : []),
  ];
}

function settledBy({ success, fail }: NonNullable<NetworkCall['promise']>): string {
  return success && fail ? 'success and fail settle it and do nothing else' : 'its callbacks do more than settle it';
}

function entryLines(entries: readonly OptionEntry[]): string[] {
  return entries.map(({ form, key, value }) => {
    const written = form === 'value' ? '' : ` (${form})`;
    return `  ${key ?? '…'}${written}: ${expressionText(value)}`;
  });
}

function expressionText(value: Expression): string {
  const { constant, choices, type, effect, suspends, stable, callback, name } = value;
  const effects = { none: 'does nothing', reads: 'reads', effects: 'has effects' };
  return [
    ...(constant ? [`constant ${JSON.stringify(constant.value) ?? 'undefined'}`] : []),
    ...(choices ? [`one of ${choices.map((one) => JSON.stringify(one)).join(', ')}`] : []),
    ...(name === undefined ? [] : [`the name ${name}`]),
    ...(callback ? [callbackText(callback)] : [type]),
    effects[effect],
    ...(stable ? ['stays the same until the next tick'] : []),
    ...(suspends ? ['holds await or yield'] : []),
  ].join('; ');
}

function callbackText({ form, async: isAsync, result }: NonNullable<Expression['callback']>): string {
  const head = `${isAsync ? 'async ' : ''}${form}`;
  if (result.escapes) return `${head} that hands its result on${result.loggedOnly ? ' to the console' : ''}`;
  return result.reads.length === 0 ? head : `${head} that reads ${result.reads.map(readText).join(', ')}`;
}

function readText({ path, use }: MemberRead): string {
  return use === 'value' ? path.join('.') : `${path.join('.')} (${use})`;
}
