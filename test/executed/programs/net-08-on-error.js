// Sample 8 of the network document.
// until: idle
swan.connectSocket({
    url: 'wss://example.baidu.com'
});
swan.onSocketOpen(function (res) {
    console.log('WebSocket连接已打开！');
});
swan.onSocketError(function (res) {
    console.log('WebSocket连接打开失败，请检查！');
});
