'use strict';

var http = require('../../utils/request');
var config = require("../../utils/config");
const {form, http: swanHttp, request, send} = require('../../swan-net');

// 换规格时上一次报价还没回来就先取消，只认最后一次
var quoteTask = null;

Page({
    data: {
        id: '',
        goods: null,
        spec: '小份',
        count: 1,
        price: 0,
        cartCount: 0,
        message: ""
    },

    onLoad: function (options) {
        var that = this;
        this.setData({id: options.id});
        http.get('/goods/detail', {id: options.id}).then(function (goods) {
            that.setData({goods: goods});
            that.quote(that.data.spec);
        }).catch(function (err) {
            that.setData({message: err.msg || err.errMsg});
        });
    },

    onUnload: function () {
        if (quoteTask) {
            quoteTask.abort();
            quoteTask = null;
        }
    },

    chooseSpec: function (e) {
        this.quote(e.currentTarget.dataset.spec);
    },

    quote: function (spec) {
        var that = this;
        if (quoteTask) {
            quoteTask.abort();
        }
        that.setData({spec: spec});
        quoteTask = request({
            url: config.apiHost + '/goods/quote',
            method: 'POST',
            header: {
                'content-type': 'application/x-www-form-urlencoded'
            },
            data: {
                id: that.data.id,
                spec: spec,
                count: that.data.count
            },
            success: function (res) {
                that.setData({price: res.data.price, message: ''});
            },
            fail: function (err) {
                // 自己取消的不用提示
                if (err.errMsg.indexOf('abort') === -1) {
                    that.setData({message: "报价失败：" + err.errMsg});
                }
            }
        });
    },

    // 新客券，每人一张
    takeCoupon: function () {
        var _this = this;
        send(signal => swanHttp.post(
            "https://api.chapu.example/coupon/take",
            form({
                coupon: "NEW-2019",
                channel: "百度 小程序",
                agree: true
            }),
            {headers: {"Content-Type": "application/x-www-form-urlencoded"}, signal}
        ), {
            success: function (res) {
                _this.setData({message: res.statusCode === 200 ? "领取成功" : res.data.msg});
            },
            fail: function (err) {
                _this.setData({message: err.errMsg});
            }
        });
    },

    addCart: function () {
        var that = this;
        http.post('/cart/add', {
            id: that.data.id,
            spec: that.data.spec,
            count: that.data.count
        }).then(function (cart) {
            that.setData({cartCount: cart.total});
            swan.showToast({title: '已加入购物车'});
        }).catch(function (err) {
            that.setData({message: err.msg || err.errMsg});
        });
    }
});
