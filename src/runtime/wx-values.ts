// In: nothing. Out: the network functions of wx as values that a program can pass on, bind or store: each does what a
// call that is rewritten does, whatever it is given. Knows nothing of who calls them.

import { anyOptions } from './wx-any-options.ts';
import { connectSocket, type ConnectSocketOptions, type SocketTask } from './wx-socket.ts';

export const request: typeof wx.request = (options) => wx.request(anyOptions(options));

export const uploadFile: typeof wx.uploadFile = (options) => wx.uploadFile(anyOptions(options));

export const downloadFile: typeof wx.downloadFile = (options) => wx.downloadFile(anyOptions(options));

export const sendSocketMessage = (options: WechatMiniprogram.SendSocketMessageOption): void => {
  wx.sendSocketMessage(anyOptions(options));
};

export const closeSocket = (options?: WechatMiniprogram.CloseSocketOption): void => {
  wx.closeSocket(anyOptions(options));
};

export const connectAnySocket = (options: ConnectSocketOptions): SocketTask => connectSocket(anyOptions(options));
