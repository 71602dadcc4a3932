const listeners = [];

exports.open = () => {
    swan.onSocketMessage(({ data }) => listeners.forEach(listener => listener(data)));
    swan.onSocketOpen(() => swan.sendSocketMessage({ data: '你好' }));
    swan.connectSocket({ url: 'wss://example.baidu.com/chat' });
};
exports.listen = listener => listeners.push(listener);
exports.close = done => swan.closeSocket({ code: 1000, reason: 'bye', success: done });
