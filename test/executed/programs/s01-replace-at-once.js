// S1: replaced while it was still connecting; it closes once and never opens.
// order: channel
const first = swan.connectSocket({ url: 'wss://example.baidu.com/hang' });
first.onOpen(() => trace('first:open'));
first.onClose(() => trace('first:close'));
reached('/hang').then(() => {
    const second = swan.connectSocket({ url: 'wss://example.baidu.com/second' });
    second.onOpen(() => setTimeout(() => second.close({ code: 4000 }), 50));
    second.onClose(event => trace('second:close', event.code));
    swan.onSocketClose(event => trace('global:close', event.code));
});
