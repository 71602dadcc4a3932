const config = require('../../utils/config');
const {downloadFile} = require('../../swan-net');

Page({
    data: {
        percent: 0,
        poster: '',
        tip: ''
    },

    onLoad() {
        this.fetchPoster('/poster/spring.png');
    },

    onUnload() {
        // 页面都关了，图就不用下完了
        this.task && this.task.abort();
    },

    // 名字叫 fetch，其实是下载海报
    fetchPoster(path) {
        const self = this;
        self.task = downloadFile({
            url: config.imgHost + path,
            success(res) {
                // 404 也会走到这里，要自己看状态码
                if (res.statusCode === 200) {
                    self.setData({poster: res.tempFilePath, tip: '长按保存'});
                }
                else {
                    self.setData({tip: '海报下架了（' + res.statusCode + '）'});
                }
            },
            fail(err) {
                self.setData({tip: '下载失败：' + err.errMsg});
            }
        });

        self.task.onProgressUpdate(res => {
            self.setData({percent: res.progress});
        });
    },

    preview() {
        swan.previewImage({urls: [this.data.poster]});
    }
});