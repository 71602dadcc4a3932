// R2, R15: calls without any argument, and with what is no object, never throw; tasks come back.
trace('request', typeof swan.request().abort);
trace('uploadFile', typeof swan.uploadFile().abort);
trace('downloadFile', typeof swan.downloadFile(null).onProgressUpdate);
trace('connectSocket', typeof swan.connectSocket().onOpen);
trace('sendSocketMessage', typeof swan.sendSocketMessage());
trace('closeSocket', typeof swan.closeSocket(undefined));
trace('number', typeof swan.request(5).abort);
