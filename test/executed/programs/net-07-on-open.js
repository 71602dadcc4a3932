// Sample 7 of the network document.
// broken
swan.onSocketOpen(function () {
    console.log('WebSocket连接已打开！');
}
});
