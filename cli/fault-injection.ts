// In: the name of a stage of the work. Out: nothing; for tests, a fault at exactly that stage.
// Does nothing unless CYGNET_TEST_FAULT is set: `kill@STAGE`, `fail@STAGE=ENOSPC`, or `wait@STAGE=FILE`,
// which goes on once FILE is gone. Knows nothing of what a stage does.

import { existsSync, writeFileSync } from 'node:fs';
import { setTimeout as delay } from 'node:timers/promises';

export async function injectFault(stage: string): Promise<void> {
  const wish = process.env.CYGNET_TEST_FAULT;
  if (wish === undefined || wish === '') return;
  const [kind = '', rest = ''] = splitAt(wish, '@');
  const [wanted = '', value = ''] = splitAt(rest, '=');
  if (wanted !== stage) return;
  if (kind === 'kill') process.kill(process.pid, 'SIGKILL');
  if (kind === 'fail') throw Object.assign(new Error(`${value}: a planted fault`), { code: value });
  if (kind === 'wait') {
    writeFileSync(value, stage);
    while (existsSync(value)) await delay(5);
  }
  if (kind === 'kill') await delay(60_000);
}

function splitAt(text: string, mark: string): [string, string] {
  const at = text.indexOf(mark);
  return at < 0 ? [text, ''] : [text.slice(0, at), text.slice(at + mark.length)];
}
