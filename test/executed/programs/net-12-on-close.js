// Sample 12 of the network document.
swan.onSocketClose(function () {
    console.log('WebSocket 已关闭');
});
