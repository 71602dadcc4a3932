// In: the options of connectSocket as swan has them. Out: a socket of wx, one at a time (S1, S3, S7).
// Knows nothing of how the global functions other than onSocketClose are called.

/** The socket that was opened last, and the program's global close listener. */
let current: WechatMiniprogram.SocketTask | undefined;
let closeListener: WechatMiniprogram.OnSocketCloseCallback | undefined;

/** The options of swan: `protocolsArray` is the older name of `protocols`. */
export interface ConnectSocketOptions extends Omit<WechatMiniprogram.ConnectSocketOption, 'timeout'> {
  protocolsArray?: string[];
}

export const connectSocket = (options: ConnectSocketOptions): WechatMiniprogram.SocketTask => {
  // Without options wx itself says what is missing.
  const { protocolsArray, protocols = protocolsArray, ...others } = Object(options) as ConnectSocketOptions;
  const names = protocols && { protocols: protocols.filter(Boolean) };
  const previous = current;
  const task = wx.connectSocket({ ...others, ...names });
  current = task;
  task.onClose((event) => {
    if (task === current) closeListener?.(event);
  });
  // wx lets five sockets live; swan replaces the one before.
  previous?.close({ fail() {} });
  return task;
};

/** Hears the current socket only: one that was replaced ends without it. */
export const onSocketClose = (listener: WechatMiniprogram.OnSocketCloseCallback): void => {
  closeListener = listener;
};
