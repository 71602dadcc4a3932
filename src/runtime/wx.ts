// The public names of the shim for wx.

export { hostOptions, withErrCode, withParsedData } from './wx-options.ts';
export { connectSocket, onSocketClose } from './wx-socket.ts';
