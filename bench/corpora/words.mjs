// In: nothing. Out: the words that names, urls and texts of the corpora are made of, English and Chinese.
// Their order is part of the corpora: another one makes other programs.

export const words = `
  goods cart order user coupon address payment detail list item price total count amount banner tab page index search
  history result filter sort type status state token session cache queue timer event handler callback params query
  options config env version scene source channel activity lottery prize rank score level member vip point balance
  wallet refund express logistics shop store brand category sku spec stock image video audio avatar nick phone email
  city province area street lat lng location map marker distance comment reply like follow share poster template message
  notice badge dialog toast modal popup drawer panel header footer content title desc tag label icon color size width
  height offset scroll touch swipe gesture animation frame canvas ctx draw text line rect circle path format parse
  encode decode hash sign encrypt merge clone diff patch debounce throttle retry delay batch chunk group flatten unique
  range clamp pad trim split join
`
  .trim()
  .split(/\s+/);

export const phrases = [
  '获取商品列表',
  '提交订单后跳转到支付页',
  '用户未登录时弹出授权弹窗',
  '处理分页加载更多',
  '上报埋点数据',
  '兼容旧版本接口返回',
  '金额单位统一为分',
  '这里需要注意异步时序',
  '缓存有效期为五分钟',
  '节流处理避免重复点击',
  '列表为空时展示缺省图',
  '活动已经结束',
  '请稍后再试',
  '网络开小差了',
  '加载中',
  '暂无数据',
  '库存不足',
  '领取成功',
];

export const capital = (word) => word[0].toUpperCase() + word.slice(1);
