// S7: protocolsArray and protocols are both accepted, empty strings are dropped.
const lists = [
    () => swan.connectSocket({ url: 'wss://example.baidu.com/', protocolsArray: ['chat', 'superchat'] }),
    () => swan.connectSocket({ url: 'wss://example.baidu.com/', protocols: ['v1'] }),
    () => swan.connectSocket({ url: 'wss://example.baidu.com/', protocolsArray: [''] }),
    () => swan.connectSocket({ url: 'wss://example.baidu.com/', protocolsArray: ['', 'last'] }),
    () => swan.connectSocket({ url: 'wss://example.baidu.com/', protocolsArray: ['counts'], protocols: ['other'] }),
    () => swan.connectSocket({ url: 'wss://example.baidu.com/', protocolsArray: null, protocols: ['counts'] }),
    () => swan.connectSocket({ url: 'wss://example.baidu.com/', protocols: 'text' })
];
(function next() {
    const connect = lists.shift();
    if (!connect) return;
    const task = connect();
    task.onOpen(() => task.close({}));
    task.onClose(event => {
        trace('close', event.code);
        next();
    });
})();
