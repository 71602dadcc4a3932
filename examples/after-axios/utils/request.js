// 统一的请求封装：带上登录态，返回 Promise
// 用法：http.get('/goods/detail', {id: 1}).then(goods => {})
var config = require('./config');
const {request: swanRequest} = require('../swan-net');

/**
 * @param {string} path 接口路径，以 / 开头
 * @param {Object} data 参数
 * @param {string} method 请求方式，不传时是 GET
 */
function request(path, data, method) {
    return new Promise(function (resolve, reject) {
        swanRequest({
            url: config.apiHost + path,
            data: data || {},
            method: method || 'GET',
            header: {
                'content-type': 'application/json',
                // 登录态由服务端下发，没登录时是空串
                'X-Token': swan.getStorageSync('token') || ''
            },
            dataType: 'json',
            success: function (res) {
                // 约定：HTTP 200 并且 code 为 0 才算成功
                if (res.statusCode === 200 && res.data.code === 0) {
                    resolve(res.data.data);
                }
                else {
                    reject(res.data);
                }
            },
            fail: function (err) {
                swan.showToast({title: '网络开小差了，稍后再试', icon: 'none'});
                reject(err);
            }
        });
    });
}

module.exports = {
    request: request,
    get: function (path, data) {
        return request(path, data, 'GET');
    },
    post: function (path, data) {
        return request(path, data, 'POST');
    },
    remove: function (path) {
        return request(path, null, 'DELETE');
    }
};
