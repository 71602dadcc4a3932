// In: what code-text.mjs takes. Out: functions that call swan: its network, each with one call site, and its other APIs.
// Knows nothing of files.

import { CodeText } from './code-text.mjs';
import { phrases, words } from './words.mjs';

export class SwanText extends CodeText {
  otherCall(ind = '  ') {
    const r = this.random;
    const s = this.semicolon;
    return (
      ind +
      r.pick([
        () => `swan.showToast({ title: ${this.string()}, icon: 'none', duration: ${r.int(1, 3)}000 })${s}\n`,
        () => `swan.setStorageSync(${this.string()}, ${this.expression(2)})${s}\n`,
        () => `swan.navigateTo({ url: \`/pages/${r.pick(words)}/${r.pick(words)}?id=\${${r.pick(words)}.id}\` })${s}\n`,
        () => `const sys${this.count++} = swan.getSystemInfoSync()${s}\n`,
        () =>
          `swan.createSelectorQuery().select('#${r.pick(words)}').boundingClientRect((rect) => {\n${this.statements(ind + '  ', 2, 1, 2)}${ind}}).exec()${s}\n`,
        () =>
          `swan.login({\n${ind}  success: (res) => {\n${this.statements(ind + '    ', 2, 1, 2)}${ind}  },\n${ind}  fail() {\n${ind}    swan.hideLoading()${s}\n${ind}  },\n${ind}})${s}\n`,
        () => `swan.setNavigationBarTitle({ title: ${this.string()} })${s}\n`,
      ])()
    );
  }

  otherFunction() {
    return `${this.docComment()}${this.exportWord()}function ${this.freshName()}(${this.parameters()}) {\n${this.statements('  ', 0, 1, 3)}${this.otherCall()}${this.random.chance(0.5) ? this.otherCall() : ''}  return ${this.expression()}${this.semicolon}\n}\n\n`;
  }

  callbacks(ind) {
    const r = this.random;
    const s = this.semicolon;
    let o = '';
    const k = r.int(0, 2);
    o +=
      k === 0
        ? `${ind}success: (res) => {\n${this.statements(ind + '  ', 1, 1, 3)}${ind}},\n`
        : k === 1
          ? `${ind}success(res) {\n${this.statements(ind + '  ', 1, 1, 3)}${ind}},\n`
          : `${ind}success: function (res) {\n${this.statements(ind + '  ', 1, 1, 3)}${ind}},\n`;
    if (r.chance(0.8))
      o += `${ind}fail: ${r.chance(0.5) ? '(err) =>' : 'function (err)'} {\n${ind}  console.error(${this.string()}, err.errCode, err.errMsg)${s}\n${ind}},\n`;
    if (r.chance(0.3)) o += `${ind}complete() {\n${ind}  this.loading = false${s}\n${ind}},\n`;
    return o;
  }

  request(ind) {
    const r = this.random;
    const q = this.quote;
    const I = ind + '  ';
    let o = `swan.request({\n${I}url: ${r.chance(0.5) ? `\`\${host}/api/${r.pick(words)}/${r.pick(words)}\`` : `${q}https://api.example.com/${r.pick(words)}/${r.pick(words)}${q}`},${r.chance(0.2) && this.isChinese ? ` // ${r.pick(phrases)}` : ''}\n`;
    if (r.chance(0.7)) o += `${I}method: ${q}${r.pick(['GET', 'POST', 'PUT', 'DELETE'])}${q},\n`;
    if (r.chance(0.7))
      o += `${I}data: {\n${I}  ${r.pick(words)}: ${this.expression(2)},\n${I}  ${r.pick(words)},\n${I}},\n`;
    if (r.chance(0.5)) o += `${I}header: {\n${I}  ${q}content-type${q}: ${q}application/json${q},\n${I}},\n`;
    if (r.chance(0.3)) o += `${I}dataType: ${q}json${q},\n`;
    if (r.chance(0.2)) o += `${I}timeout: ${r.int(3, 20)}000,\n`;
    return o + this.callbacks(I) + `${ind}})`;
  }

  networkCall(ind = '  ') {
    const r = this.random;
    const s = this.semicolon;
    const q = this.quote;
    this.calls++;
    const I = ind + '  ';
    const c = this.comment(ind);
    switch (r.int(0, 10)) {
      case 0:
      case 1:
      case 2:
        return `${c}${ind}${this.request(ind)}${s}\n`;
      case 3:
        return `${c}${ind}const task${this.count} = ${this.request(ind)}${s}\n${ind}task${this.count++}.abort()${s}\n`;
      case 4:
        return `${c}${ind}const p${this.count++} = new Promise((resolve, reject) => {\n${I}swan.request({\n${I}  url: host + ${q}/api/${r.pick(words)}${q},\n${I}  method: ${q}POST${q},\n${I}  data: ${r.pick(words)},\n${I}  success: resolve,\n${I}  fail: reject,\n${I}})${s}\n${ind}})${s}\n`;
      case 5:
        return `${c}${ind}const up${this.count} = swan.uploadFile({\n${I}url: ${q}https://up.example.com/${r.pick(words)}${q},\n${I}filePath: ${r.pick(words)}.path,\n${I}name: ${q}file${q},\n${I}formData: { ${r.pick(words)}: ${this.expression(2)} },\n${this.callbacks(I)}${ind}})${s}\n${ind}up${this.count++}.onProgressUpdate((p) => {\n${I}this.setData({ progress: p.progress })${s}\n${ind}})${s}\n`;
      case 6:
        return `${c}${ind}swan.downloadFile({\n${I}url: ${r.pick(words)}.${r.pick(words)},\n${I}header: {},\n${this.callbacks(I)}${ind}})${s}\n`;
      case 7:
        return `${c}${ind}const sock${this.count} = swan.connectSocket({\n${I}url: ${q}wss://ws.example.com/${r.pick(words)}${q},\n${I}protocols: [${q}${r.pick(words)}${q}],\n${this.callbacks(I)}${ind}})${s}\n${ind}sock${this.count}.onMessage((msg) => {\n${this.statements(I, 2, 1, 2)}${ind}})${s}\n${ind}sock${this.count++}.send({ data: JSON.stringify(${r.pick(words)}) })${s}\n`;
      case 8:
        return `${c}${ind}swan.onSocketMessage((res) => {\n${this.statements(I, 2, 1, 2)}${ind}})${s}\n`;
      case 9:
        return `${c}${ind}swan.sendSocketMessage({\n${I}data: ${this.expression(2)},\n${I}success() {\n${this.statements(I + '  ', 2, 1, 1)}${I}},\n${ind}})${s}\n`;
      default:
        return `${c}${ind}if (${r.pick(words)}.${r.pick(words)}) {\n${I}return ${this.request(I)}${s}\n${ind}}\n`;
    }
  }

  networkFunction() {
    return `${this.docComment()}${this.exportWord()}function ${this.freshName()}(${this.parameters()}) {\n${this.statements('  ', 0, 1, 3)}${this.networkCall()}${this.statements('  ', 0, 0, 2)}}\n\n`;
  }
}
