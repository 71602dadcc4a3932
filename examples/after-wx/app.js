/**
 * 巷口茶铺：一家小茶店的点单小程序
 */
const config = require('./utils/config');
const {withErrCode} = require('./swan-net');

App({
    globalData: {
        token: '',
        nickname: '客官'
    },

    onLaunch() {
        this.globalData.token = swan.getStorageSync('token') || '';
        if (!this.globalData.token) {
            this.login();
        }
    },

    // 用百度的 code 换自己的登录态
    login() {
        swan.login({
            success: res => {
                wx.request({
                    url: config.apiHost + '/user/login',
                    method: 'POST',
                    header: {
                        'content-type': 'application/x-www-form-urlencoded'
                    },
                    data: {
                        code: res.code,
                        from: 'baidu'
                    },
                    // 登录不能让人等太久
                    success: ({data, statusCode}) => {
                        if (statusCode !== 200) {
                            return;
                        }
                        this.globalData.token = data.token;
                        this.globalData.nickname = data.nickname;
                        swan.setStorageSync('token', data.token);
                    },
                    fail: withErrCode(err => {
                        console.log('登录失败', err.errCode, err.errMsg);
                    })
                });
            }
        });
    }
});
