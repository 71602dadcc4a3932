// S6: the task takes a code that is a string, as closeSocket does; a refused message or closing tells an errCode.
const closings = [{ code: '3001', reason: 'text' }, { code: '4001' }, { code: 4002 }, {}];
(function next() {
    const closing = closings.shift();
    if (!closing) return;
    const task = swan.connectSocket({ url: 'wss://example.baidu.com/' });
    task.onOpen(() => task.close(closing));
    task.onClose(event => {
        trace('close', event);
        task.send({ data: 'late', fail: err => trace('late', typeof err.errCode) });
        next();
    });
})();
