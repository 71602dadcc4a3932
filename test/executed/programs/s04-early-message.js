// S4: the server speaks first; listeners that are added in the tick of the call miss nothing.
const task = swan.connectSocket({ url: 'wss://example.baidu.com/push' });
swan.onSocketMessage(message => trace('message', message.data));
task.onMessage(() => task.close({ code: 4000, reason: 'enough' }));
task.onClose(event => trace('close', event));
