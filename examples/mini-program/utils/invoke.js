// 把回调风格的接口变成 Promise：invoke('getSystemInfo').then(info => {})
module.exports = function invoke(name, options) {
    return new Promise((resolve, reject) => {
        swan[name](Object.assign({}, options, {success: resolve, fail: reject}));
    });
};
