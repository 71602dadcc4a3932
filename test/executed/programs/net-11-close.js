// Sample 11 of the network document.
swan.closeSocket({
    code: 1001,
    reason: '网线被切了',
    success: function () {
        console.log('WebSocket 关闭');
    }
});
