// 所有域名都要先在开发者后台登记，不能带端口
module.exports = {
    apiHost: 'https://api.chapu.example',
    imgHost: 'https://img.chapu.example',
    chatHost: 'wss://chat.chapu.example',
    pageSize: 10
};
