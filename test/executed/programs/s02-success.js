// S2: success says that the task was made; the socket opens later.
const task = swan.connectSocket({
    url: 'wss://example.baidu.com/',
    success: () => trace('success'),
    fail: () => trace('fail'),
    complete: () => trace('complete')
});
task.onOpen(() => {
    trace('open');
    task.close({});
});
task.onClose(event => trace('close', event.code));
trace('task', [typeof task.send, typeof task.close, typeof task.onOpen, typeof task.onClose, typeof task.onError, typeof task.onMessage, typeof task.then]);
