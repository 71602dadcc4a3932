// S8, F6: one call of the sockets cannot move, so none of them does; the request moves.
// kept: mixed-host socket-family
const mock = { sendSocketMessage: () => trace('mock') };
const isTest = Math.random() > 2;
swan.onSocketOpen(() => (isTest ? mock : swan).sendSocketMessage({ data: 'hello' }));
swan.onSocketMessage(res => {
    trace('message', res.data);
    swan.closeSocket({ code: 1000, reason: 'bye' });
});
swan.onSocketClose(res => {
    trace('close', [res.code, res.reason]);
    swan.request({ url: 'https://example.com/echo?a=1', success: answer => trace('success', answer.data.query) });
});
swan.connectSocket({ url: 'wss://example.baidu.com/' });
