// S3: global listeners are registered before the first connection; the last one of a kind wins.
swan.onSocketOpen(() => trace('never heard'));
swan.onSocketOpen(() => {
    trace('open');
    swan.sendSocketMessage({ data: 'hello' });
});
swan.onSocketMessage(res => {
    trace('message', res.data);
    swan.closeSocket({ code: 1000, reason: 'bye' });
});
swan.onSocketError(() => trace('error'));
swan.onSocketClose(res => trace('close', [res.code, res.reason]));
swan.connectSocket({ url: 'wss://example.baidu.com/' });
