// The public names of the shim for wx.
// Everything else in these modules is for the linker to leave out or to take along.

export { ignore } from './ignore.ts';
export { anyOptions } from './wx-any-options.ts';
export { hostOptions, withErrCode, withParsedData } from './wx-options.ts';
export { closeSocket, connectAnySocket, downloadFile, request, sendSocketMessage, uploadFile } from './wx-values.ts';
export { connectSocket, onSocketClose } from './wx-socket.ts';
export type { ConnectSocketOptions, SocketTask } from './wx-socket.ts';
