var config = require('../../utils/config');
const {
    closeSocket,
    connectSocket,
    onSocketClose,
    onSocketError,
    onSocketMessage,
    onSocketOpen,
    sendSocketMessage
} = require('../../swan-net');

Page({
    data: {
        online: false,
        lines: [],
        input: '',
        tip: '正在接通客服…'
    },

    onLoad: function () {
        this.queue = [];
        this.listen();
        this.connect();
    },

    onUnload: function () {
        this.leave();
    },

    // 四个监听只登记一次，重连以后照样有效
    listen: function () {
        var that = this;

        onSocketOpen(function () {
            that.setData({online: true, tip: '客服小周为您服务'});
            // 接通以前写的话，现在补发
            that.queue.splice(0).forEach(function (text) {
                that.deliver(text);
            });
        });

        onSocketMessage(function (res) {
            var message = JSON.parse(res.data);
            that.append(message.from, message.text);
        });

        onSocketError(function () {
            that.setData({online: false, tip: '连接出错了'});
        });

        onSocketClose(function (res) {
            that.setData({online: false, tip: '会话已结束（' + res.code + '）'});
        });
    },

    connect: function () {
        connectSocket({
            url: config.chatHost + '/room?shop=1',
            protocolsArray: ['tea-chat.v1'],
            fail: function (err) {
                console.log('没连上', err.errMsg);
            }
        });
    },

    onInput: function (e) {
        this.setData({input: e.detail.value});
    },

    send: function () {
        var text = this.data.input.trim();
        if (!text) {
            return;
        }
        this.setData({input: ''});
        this.append('我', text);
        if (this.data.online) {
            this.deliver(text);
        }
        else {
            this.queue.push(text);
        }
    },

    deliver: function (text) {
        var that = this;
        sendSocketMessage({
            data: JSON.stringify({type: 'text', text: text}),
            fail: function () {
                that.setData({tip: '有一句话没发出去'});
            }
        });
    },

    append: function (from, text) {
        this.setData({lines: this.data.lines.concat({from: from, text: text})});
    },

    leave: function () {
        closeSocket({
            code: 1001,
            reason: '客人离开了聊天页',
            complete: function () {
                console.log('聊天结束');
            }
        });
    }
});
