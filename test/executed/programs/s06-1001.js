// S6: a code that browsers refuse closes all the same, and onClose reports what was asked for.
swan.connectSocket({ url: 'wss://example.baidu.com/' });
swan.onSocketOpen(() => {
    swan.closeSocket({
        code: 1001,
        reason: '网线被切了',
        success: () => trace('WebSocket 关闭'),
        fail: err => trace('fail', err)
    });
});
swan.onSocketClose(event => trace('close', event));
