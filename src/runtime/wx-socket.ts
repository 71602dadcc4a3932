// In: the options of connectSocket as swan has them. Out: a socket of wx, one at a time, that takes what swan's takes
// (S1, S3, S6, S7).
// Knows nothing of how the global functions other than onSocketClose are called.

import { current, makeCurrent } from './wx-current.ts';
import { hostOptions, type Loose } from './wx-options.ts';

/** One slot: the last one wins. */
const globalListeners: { close?: WechatMiniprogram.OnSocketCloseCallback } = {};

type SocketOptions = Omit<WechatMiniprogram.ConnectSocketOption, 'timeout' | 'success'>;

/** The options of swan: `protocolsArray` is the older name of `protocols`. */
export interface ConnectSocketOptions extends SocketOptions {
  protocolsArray?: string[];
  /** `socketTaskId` is swan's: wx gives none. */
  success?(result: { errMsg: string; socketTaskId?: number }): void;
}

type TaskOfWx = Omit<WechatMiniprogram.SocketTask, 'close' | 'onMessage'>;

/** A task of wx with the shapes of swan. */
export interface SocketTask extends TaskOfWx {
  /** wx has it and does not document it. */
  readonly readyState?: number;
  close(options?: WechatMiniprogram.SocketTaskCloseOption): void;
  /** A string or an ArrayBuffer: the program knows which. `dataType` is swan's: wx gives none. */
  onMessage(listener: (message: { data: Loose; dataType?: string }) => void): void;
}

export const connectSocket = (options: ConnectSocketOptions): SocketTask => {
  // Without options wx itself says what is missing.
  const task: SocketTask = wx.connectSocket(hostOptions(options));
  // Where wx refuses the options, some of its versions give no task.
  if (task) {
    task.onClose((event) => {
      if (task === current) globalListeners.close?.(event);
    });
    const { close, send } = task;
    task.close = (closing) => close.call(task, hostOptions(closing));
    task.send = (message) => send.call(task, hostOptions(message));
    makeCurrent(task);
  }
  return task;
};

/** Hears the current socket only: one that was replaced ends without it. */
export const onSocketClose = (listener: WechatMiniprogram.OnSocketCloseCallback): void => {
  globalListeners.close = listener;
};
