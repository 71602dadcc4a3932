// In: a question. Out: its answer, waited for: the thread that knows it is started with the first one and ends with the process.
// Knows nothing of what is asked.

import { MessageChannel, type MessagePort, Worker, receiveMessageOnPort } from 'node:worker_threads';

import type { InEach } from '../../locale/locale.ts';
import { spokenLocale } from '../../workspace/disk/system-locale.ts';
import type { Answer, Question } from './answer.ts';

/** In milliseconds. A workspace of thousands of files is read with the first question. */
const patience = 300_000;

/** Only what is used of it takes memory: code nested thousands deep is read there. */
const stackSizeMb = 256;

export function createAsker(): (question: Question) => Answer {
  let thread: { readonly port: MessagePort; readonly flag: Int32Array } | undefined;
  return (question) => {
    const { port, flag } = (thread ??= start());
    Atomics.store(flag, 0, 0);
    port.postMessage(question);
    const isHeard = Atomics.wait(flag, 0, 0, patience) !== 'timed-out';
    const received = isHeard ? (receiveMessageOnPort(port) as { readonly message: Answer } | undefined) : undefined;
    // A late answer to this question must not be taken for one to the next.
    if (!received) thread = undefined;
    if (received) return received.message;
    const locale = spokenLocale(question.settings.locale);
    return { locale, failure: noAnswer[locale] };
  };
}

const noAnswer: InEach<string> = {
  en: 'cygnet gave no answer: its thread ended, or takes too long',
  'zh-CN': 'cygnet 没有回答：它的线程已结束，或耗时过长',
};

function start(): { readonly port: MessagePort; readonly flag: Int32Array } {
  const flag = new Int32Array(new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT));
  const { port1, port2 } = new MessageChannel();
  const worker = new Worker(new URL('./eslint-thread.js', import.meta.url), {
    workerData: { port: port2, flag },
    transferList: [port2],
    // What Node was started with may be about its own script (`--input-type`), and no thread starts with that.
    execArgv: [],
    resourceLimits: { stackSizeMb },
  });
  worker.unref();
  port1.unref();
  return { port: port1, flag };
}
