// S6: a reason longer than 123 bytes of UTF-8, and a code that is no number, fail; the socket stays open.
const task = swan.connectSocket({ url: 'wss://example.baidu.com/' });
task.onOpen(() => {
    swan.closeSocket({
        reason: '天'.repeat(42),
        success: () => trace('success'),
        fail: err => trace('long reason', err.errMsg.indexOf('closeSocket:fail ') === 0),
        complete: () => {
            swan.closeSocket({
                code: 'abc',
                success: () => trace('success'),
                fail: () => trace('no number'),
                complete: () => task.send({ data: 'still open' })
            });
        }
    });
});
task.onMessage(message => {
    trace('message', message.data);
    task.close({});
});
task.onClose(event => trace('close', event.code));
