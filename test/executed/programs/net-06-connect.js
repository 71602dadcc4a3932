// Sample 6 of the network document.
// until: idle
swan.connectSocket({
	url: 'wss://example.baidu.com'
});
