// The public names of the shim for fetch.
// Everything else in these modules is for the linker to leave out or to take along.

export { downloadFile, uploadFile } from './fetch-files.ts';
export { uploadFileWithProgress } from './fetch-upload-progress.ts';
export { forgetDownloads } from './temporary-files.ts';
export { form, json, query, requireUrl } from './encode.ts';
export { exchange, payload, request, requestTask, send } from './fetch-request.ts';
export { headerFields } from './headers.ts';
export { ignore } from './ignore.ts';
export type { DownloadOptions, DownloadProgress, DownloadResult, DownloadTask } from './download.ts';
export type { Failure } from './failure.ts';
export type { RequestHandlers, RequestOptions, RequestResult } from './request-options.ts';
export type { RequestTask } from './transfer.ts';
export type { UploadOptions, UploadProgress, UploadResult, UploadTask } from './upload.ts';
export { closeSocket, connectSocket, sendSocketMessage } from './socket.ts';
export { useWebSocket } from './socket-connection.ts';
export { onSocketClose, onSocketError, onSocketMessage, onSocketOpen } from './socket-events.ts';
export type { ConnectSocketOptions, SocketTask } from './socket.ts';
export type { CloseSocketOptions, SendSocketMessageOptions } from './socket-actions.ts';
