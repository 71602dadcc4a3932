// 小程序里怎么写，这里就怎么写；构建时才变成 fetch。
// As in the mini-program: it becomes fetch when it is built, and not here.

export function listGoods(page) {
  return new Promise((resolve, reject) => {
    swan.request({
      url: 'https://api.chapu.example/goods/list',
      data: { page, size: 10 },
      success: ({ statusCode, data }) => (statusCode === 200 ? resolve(data.list) : reject(new Error(`${statusCode}`))),
      fail: ({ errMsg }) => reject(new Error(errMsg)),
    });
  });
}
