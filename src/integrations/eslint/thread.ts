// In: questions from the thread that ESLint runs in, which waits. Out: an answer to each.
// ESLint asks a rule for its reports at once, and what other files have to say takes reading them: so they are read here.

import { type MessagePort, workerData } from 'node:worker_threads';

import type { Question } from './answer.ts';
import { createAnswers } from './answers.ts';

const { port, flag } = workerData as { readonly port: MessagePort; readonly flag: Int32Array };
const answers = createAnswers();

port.on('message', (question: Question) => {
  void answers(question).then((answer) => {
    port.postMessage(answer);
    Atomics.store(flag, 0, 1);
    Atomics.notify(flag, 0);
  });
});
