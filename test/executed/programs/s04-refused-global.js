// S4: a refused socket tells the global listeners of the error, and of the close.
// order: channel
swan.onSocketOpen(() => trace('global:open'));
swan.onSocketError(() => trace('global:error'));
swan.onSocketClose(event => trace('global:close', event.code));
const task = swan.connectSocket({ url: 'wss://refused.example.com/' });
task.onError(() => trace('task:error'));
task.onClose(event => trace('task:close', event.code));
