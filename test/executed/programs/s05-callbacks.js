// S5: success and complete of sending and closing.
swan.connectSocket({ url: 'wss://example.baidu.com/' });
swan.onSocketOpen(function () {
    swan.sendSocketMessage({
        data: 'this is swan',
        success: function () {
            trace('send success');
        },
        fail: function () {
            trace('send fail');
        },
        complete: function () {
            trace('send complete');
        }
    });
});
swan.onSocketMessage(function (res) {
    trace('message', res.data);
    swan.closeSocket({
        code: 3001,
        reason: '结束',
        success: function () {
            trace('close success');
        },
        complete: function () {
            trace('close complete');
        }
    });
});
swan.onSocketClose(function (res) {
    trace('close', [res.code, res.reason]);
});
