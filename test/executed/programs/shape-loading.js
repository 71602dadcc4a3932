// A page with a loading sign, a lock and a retry, as many pages have it.
// taps: reload
let isBusy = false;

Page({
    data: { list: [], tries: 0 },
    onLoad() {
        this.load('https://refused.example.com/list');
    },
    reload() {
        trace('busy', isBusy);
    },
    load(url) {
        if (isBusy) return;
        isBusy = true;
        swan.showLoading({ title: '加载中' });
        swan.request({
            url,
            success: res => {
                if (res.statusCode !== 200) {
                    swan.showToast({ title: '服务器错误' });
                    return;
                }
                this.setData({ list: res.data.list });
            },
            fail: () => {
                swan.showToast({ title: '网络异常' });
                this.setData({ tries: this.data.tries + 1 });
            },
            complete: () => {
                isBusy = false;
                swan.hideLoading();
                if (this.data.list.length === 0 && this.data.tries < 2) this.load('https://example.com/json');
            }
        });
    }
});
