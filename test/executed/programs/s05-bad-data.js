// S5, R15: what is no string and no ArrayBuffer cannot be sent; the failure names data and the socket stays open.
const task = swan.connectSocket({ url: 'wss://example.baidu.com/' });
task.onOpen(() => {
    swan.sendSocketMessage({
        data: { an: 'object' },
        success: () => trace('success'),
        fail: err => trace('fail', err.errMsg.indexOf('data') > 0),
        complete: () => swan.sendSocketMessage({
            fail: err => trace('fail', err.errMsg.indexOf('data') > 0),
            complete: () => task.send({ data: 'a string' })
        })
    });
});
task.onMessage(message => {
    trace('message', message.data);
    task.close({});
});
task.onClose(event => trace('close', event.code));
