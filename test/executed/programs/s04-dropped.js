// S4: the line is cut; onClose runs once, with 1006.
const task = swan.connectSocket({ url: 'wss://example.baidu.com/drop' });
task.onClose(event => trace('close', event.code));
