// R2, R15: calls without options do not throw.
swan.closeSocket();
trace('task', typeof swan.request({}).abort);
trace('task', typeof swan.uploadFile({}).abort);
trace('task', typeof swan.downloadFile({}).onProgressUpdate);
