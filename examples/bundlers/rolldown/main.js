import { listGoods } from './api.js';

const show = (text) => {
  document.body.append(Object.assign(document.createElement('p'), { textContent: text }));
};

listGoods(1).then(
  (goods) => goods.forEach(({ title, price }) => show(`${title} ￥${price}`)),
  (error) => show(error.message),
);
