// S1, "On wx": a new socket is the current one first, then the old one closes; the global onSocketClose does not hear of it.
// order: channel
swan.onSocketOpen(() => trace('global:open'));
swan.onSocketClose(() => trace('global:close'));
swan.onSocketMessage(message => trace('global:message', message.data));

let waiting = 2;
function ready() {
    waiting -= 1;
    if (waiting === 0) swan.sendSocketMessage({ data: 'to the second' });
}

const first = swan.connectSocket({ url: 'wss://example.baidu.com/first' });
first.onOpen(() => setTimeout(replace, 50));
first.onClose(() => {
    trace('first:close');
    ready();
});

function replace() {
    const second = swan.connectSocket({ url: 'wss://example.baidu.com/second' });
    second.onOpen(() => {
        trace('second:open');
        ready();
    });
    second.onMessage(message => {
        trace('second:message', message.data);
        setTimeout(() => swan.closeSocket({ code: 4000, reason: 'done' }), 50);
    });
    second.onClose(event => trace('second:close', [event.code, event.reason]));
}
