const config = require('../../utils/config');
const {http, json, query, send} = require('../../swan-net');

Page({
    data: {
        keyword: '',
        list: [],
        stock: {},
        page: 1,
        hasMore: true,
        loading: false,
        error: ''
    },

    onLoad() {
        this.loadList(1);
    },

    onPullDownRefresh() {
        this.loadList(1);
    },

    // 滚到底再取下一页
    onReachBottom() {
        if (this.data.hasMore && !this.data.loading) {
            this.loadList(this.data.page + 1);
        }
    },

    onSearch(e) {
        this.setData({keyword: e.detail.value});
        this.loadList(1);
    },

    loadList(page) {
        const that = this;
        that.setData({loading: true, error: ''});

        send(signal => http.get(
            query(config.apiHost + '/goods/list?channel=baidu', { // 渠道号写死在地址里
                page: page,
                size: config.pageSize,
                keyword: that.data.keyword,
                // 只看这两类
                tags: ['新茶', '手作 & 周边']
            }),
            {signal}
        ), {
            success(res) {
                if (res.statusCode !== 200) {
                    that.setData({error: '加载失败：' + res.statusCode});
                    return;
                }
                const rows = res.data.list;
                that.setData({
                    page: page,
                    list: page === 1 ? rows : that.data.list.concat(rows),
                    hasMore: rows.length === config.pageSize
                });

                // 库存是另一个服务，有了列表再问
                send(signal => http.get(
                    query(`${config.apiHost}/stock`, {ids: rows.map(item => item.id).join(',')}),
                    {signal}
                ), {
                    success: stock => {
                        that.setData({stock: Object.assign({}, that.data.stock, stock.data)});

                        // 卖完的记一笔，方便第二天补货；成不成都不影响页面
                        const soldOut = rows.filter(item => stock.data[item.id] === 0);
                        if (soldOut.length) {
                            send(signal => http.post(
                                `${config.apiHost}/track/sold-out`,
                                json({ids: soldOut.map(item => item.id), page}),
                                {headers: {'content-type': 'application/json'}, signal}
                            ));
                        }
                    },
                    fail: err => {
                        console.log('库存没查到', err.errMsg);
                    }
                });
            },
            fail(err) {
                that.setData({error: err.errMsg});
            },
            complete() {
                that.setData({loading: false});
                swan.stopPullDownRefresh();
            }
        });
    },

    openDetail(e) {
        swan.navigateTo({url: '/pages/detail/detail?id=' + e.currentTarget.dataset.id});
    }
});
