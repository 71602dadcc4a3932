// S6, "On wx": the code defaults to 1000, a numeric string counts; the reason is UTF-8.
const closings = [{}, { code: 4005 }, { code: '4001', reason: '网线被切了' }, { reason: 'only a reason' }, { code: 3999, reason: '天'.repeat(41) }];
(function next() {
    const closing = closings.shift();
    if (!closing) return;
    const task = swan.connectSocket({ url: 'wss://example.baidu.com/' });
    task.onOpen(() => swan.closeSocket(closing));
    task.onClose(event => {
        trace('close', event);
        next();
    });
})();
