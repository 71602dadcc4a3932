// S1: a program written for several sockets, with the option that lifts the limit.
// sockets: many
// order: channel
const first = swan.connectSocket({ url: 'wss://example.baidu.com/first' });
first.onClose(event => trace('first:close', event.code));
first.onMessage(message => {
    trace('first:message', message.data);
    first.close({ code: 4001 });
});
first.onOpen(() => {
    const second = swan.connectSocket({ url: 'wss://example.baidu.com/second' });
    second.onClose(event => trace('second:close', event.code));
    second.onOpen(() => {
        first.send({ data: 'still here' });
        second.close({ code: 4002 });
    });
});
