// Sample 10 of the network document.
// until: idle
swan.connectSocket({
    url: 'wss://example.baidu.com'
});
swan.onSocketMessage(function (res) {
    console.log('收到服务器内容：' + res.data);
});
