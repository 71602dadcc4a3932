// S6: the same where several sockets live at once, through a task that is kept somewhere.
// sockets: many
const chat = {
    open() {
        this.task = swan.connectSocket({ url: 'wss://example.baidu.com/' });
        this.task.onOpen(() => this.task.close({ code: '3001', reason: 'text' }));
        this.task.onClose(event => trace('close', event));
    }
};
chat.open();
