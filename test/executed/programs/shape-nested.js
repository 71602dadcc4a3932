// Calls within the callbacks of calls, three deep, with comments and Chinese text.
Page({
    data: { user: null, orders: [] },
    // 登录
    onLoad() {
        swan.login({
            success: login => {
                swan.request({
                    url: 'https://example.com/echo', // 第一层
                    method: 'POST',
                    data: { code: login.code },
                    success: session => {
                        /* 第二层 */
                        swan.request({
                            url: 'https://example.com/echo?session=' + session.data.method,
                            success: user => {
                                swan.request({
                                    url: 'https://example.com/echo',
                                    data: { of: user.data.query },
                                    // 第三层
                                    success: orders => this.setData({ orders: orders.data.query })
                                });
                            }
                        });
                    }
                });
            }
        });
    }
});
