// R19: this, arguments and new.target of the function around the call.
const page = {
    id: 7,
    base: 'https://example.com/',
    load: function () {
        swan.request({
            url: this.base + arguments[0],
            method: 'POST',
            data: { id: this.id, count: arguments.length, made: typeof new.target },
            success: res => {
                this.done = true;
                trace('success', [res.data.path, res.data.body, arguments[1], this.done]);
            }
        });
    }
};
page.load('echo', 'extra');
