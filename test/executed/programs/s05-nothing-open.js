// S5: sending and closing while nothing is open fails, later, and never throws.
function log(name) {
    return { success: () => trace(name, 'success'), fail: err => trace(name, typeof err.errMsg), complete: () => trace(name, 'complete') };
}
swan.sendSocketMessage({ data: 'x', ...log('send before') });
trace('later');
setTimeout(() => swan.closeSocket(log('close before')), 50);
setTimeout(() => {
    const task = swan.connectSocket({ url: 'wss://example.baidu.com/' });
    task.send({ data: 'too early', ...log('connecting') });
    task.onOpen(() => task.close({}));
    task.onClose(() => {
        task.send({ data: 'too late', ...log('send after') });
        setTimeout(() => swan.closeSocket(log('close after')), 50);
    });
}, 100);
