// S3: a small client that registers its listeners in setters and methods.
class Chat {
    constructor(url) {
        this.url = url;
    }
    set onmessage(listener) {
        swan.onSocketMessage(res => listener.call(this, JSON.parse(res.data)));
    }
    open() {
        const that = this;
        swan.onSocketOpen(function () {
            that.say({ text: '你好', n: 1 });
        });
        this.task = swan.connectSocket({ url: this.url });
        return this.task;
    }
    say(message) {
        swan.sendSocketMessage({ data: JSON.stringify(message) });
    }
}
const chat = new Chat('wss://example.baidu.com/chat');
chat.onmessage = function (message) {
    trace('message', message);
    if (message.n < 3) this.say({ text: message.text, n: message.n + 1 });
    else this.task.close({ code: 4000 });
};
chat.open().onClose(event => trace('close', event.code));
