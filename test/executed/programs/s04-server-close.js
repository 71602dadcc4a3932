// S4: the server closes with a code and a reason; onClose runs once.
// order: channel
const task = swan.connectSocket({ url: 'wss://example.baidu.com/close/4002/%E5%86%8D%E8%A7%81' });
swan.onSocketClose(event => trace('global:close', event));
task.onOpen(() => trace('task:open'));
task.onError(() => trace('task:error'));
task.onClose(event => trace('task:close', event));
