const invoke = require('../../utils/invoke');

// 关于页：不联网，只看看用的是什么手机
Page({
    data: {
        version: '1.2.0',
        device: ''
    },

    onLoad() {
        invoke('getSystemInfo').then(info => {
            this.setData({device: `${info.brand} ${info.model}`});
        }).catch(err => {
            console.log('读不到机型', err.errMsg);
        });
    }
});
