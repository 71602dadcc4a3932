// In: what answers a request. Out: the same with an error in words for whatever goes wrong, for what was taken back, and for who has not
// said who it is, or has said goodbye.
// Knows nothing of what is asked.

import { type CancellationToken, ErrorCodes, LSPErrorCodes, ResponseError } from 'vscode-languageserver/node';

import type { Locale } from '../../locale/locale.ts';
import { Failure, failureText, whyOf } from '../../workspace/failure.ts';
import type { Client } from './client.ts';

export interface Conversation {
  /** Absent until the client has said who it is. */
  readonly client: Client | undefined;
  /** The client has said that it wants nothing more. */
  readonly isOver: boolean;
  readonly locale: () => Locale;
}

/** Answers with an error in words whatever happens, and to nobody who has not said who it is. */
export function answersWith(session: Conversation) {
  return {
    guarded:
      <Params, Result>(handler: (params: Params) => Promise<Result>) =>
      async (params: Params, token: CancellationToken): Promise<Result | ResponseError<void>> => {
        if (!session.client) {
          return new ResponseError(ErrorCodes.ServerNotInitialized, 'the first request has to be initialize');
        }
        if (session.isOver) return new ResponseError(ErrorCodes.InvalidRequest, 'the server was shut down');
        try {
          // What the client has taken back by now is not begun.
          await Promise.resolve();
          if (token.isCancellationRequested) return new ResponseError(LSPErrorCodes.RequestCancelled, 'cancelled');
          return await handler(params);
        } catch (error) {
          if (error instanceof ResponseError) return error as ResponseError<void>;
          const isFailure = error instanceof Failure;
          const message = isFailure ? failureText(error.parts, session.locale()) : whyOf(error)[session.locale()];
          return new ResponseError(isFailure ? LSPErrorCodes.RequestFailed : ErrorCodes.InternalError, message);
        }
      },
  };
}
