// R17: tasks in this and in a list.
// order: channel
Page({
    tasks: [],
    onLoad() {
        this.task = swan.request({ url: 'https://example.com/hang', fail: err => trace('request:fail', err.errMsg) });
        this.tasks.push(swan.downloadFile({ url: 'https://example.com/hang', fail: err => trace('download:fail', err.errMsg) }));
    },
    onShow() {
        reached('/hang', 2).then(() => {
            this.task.abort();
            this.tasks.forEach(task => task.abort());
        });
    }
});
