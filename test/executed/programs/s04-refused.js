// S4: a socket that never opens closes once, with 1006.
const urls = ['wss://refused.example.com/', 'wss://example.com/refuse'];
(function next() {
    const url = urls.shift();
    if (!url) return;
    const task = swan.connectSocket({ url, success: () => trace('success') });
    task.onOpen(() => trace('open'));
    task.onError(() => trace('error'));
    task.onClose(event => {
        trace('close', event.code);
        setTimeout(next, 150);
    });
})();
