// A transform for jscodeshift, which loads it in each of its workers: what a user of it would write.
// Leaves out files that do not name swan, as the other scripts do.

const networkApis = new Set([
  ...['request', 'uploadFile', 'downloadFile', 'connectSocket', 'sendSocketMessage', 'closeSocket'],
  ...['onSocketOpen', 'onSocketError', 'onSocketMessage', 'onSocketClose'],
]);

module.exports = function transform({ source }, { j, stats }) {
  if (!source.includes('swan')) return undefined;
  return j(source)
    .find(j.MemberExpression, { object: { type: 'Identifier', name: 'swan' } })
    .filter(({ node }) => networkApis.has(node.property.name))
    .forEach(({ node }) => {
      node.object = j.identifier('wx');
      stats('calls');
    })
    .toSource();
};

module.exports.parser = 'tsx';
