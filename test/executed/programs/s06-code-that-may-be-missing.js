// S6, "On wx": a code that is undefined or null is no code.
const closings = [[], [null, 'null'], ['4002', 'text'], [4003, 'number']];
function close(code, reason) {
    swan.closeSocket({ code, reason, fail: error => trace('fail', error.errMsg) });
}
(function next() {
    const closing = closings.shift();
    if (!closing) return;
    const task = swan.connectSocket({ url: 'wss://example.baidu.com/' });
    task.onOpen(() => close(...closing));
    task.onClose(event => {
        trace('close', event);
        next();
    });
})();
