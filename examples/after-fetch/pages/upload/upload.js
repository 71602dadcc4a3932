import config from '../../utils/config';
import {uploadFileWithProgress} from '../../swan-net';

let uploadTask = null;

Page({
    data: {
        progress: 0,
        photo: '',
        tip: '晒一晒你的茶'
    },

    // 选图、上传、显示进度
    share() {
        swan.chooseImage({
            count: 1,
            success: res => {
                const file = res.tempFilePaths[0];
                this.setData({progress: 0, tip: '正在上传…'});

                uploadTask = uploadFileWithProgress({
                    url: `${config.apiHost}/share/photo`,
                    filePath: file,
                    name: 'photo', // 后端用这个字段取文件
                    header: {
                        'X-Token': swan.getStorageSync('token') || ''
                    },
                    formData: {
                        title: '今天的茶',
                        goods: 7
                    },
                    success: res => {
                        if (res.statusCode !== 200) {
                            this.setData({tip: `上传失败：${res.statusCode}`});
                            return;
                        }
                        const body = JSON.parse(res.data);
                        this.setData({photo: body.url, tip: '谢谢分享'});
                    },
                    fail: err => {
                        this.setData({tip: err.errMsg.includes('abort') ? '已取消' : '上传失败，请重试'});
                    },
                    complete: () => {
                        uploadTask = null;
                    }
                });

                uploadTask.onProgressUpdate(({progress, totalBytesSent}) => {
                    this.setData({progress});
                    console.log('已上传', totalBytesSent);
                });
            },
            fail: () => {
                this.setData({tip: '没有选图片'});
            }
        });
    },

    cancel() {
        if (uploadTask) {
            uploadTask.abort();
        }
    }
});
