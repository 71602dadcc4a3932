// In: what a loader before this one made, with its map. Out: what Babel makes of it, with a map that leads to where the other one did: arrows
// become functions, and everything is printed anew.

const { transformAsync } = require('@babel/core');

const plainFunctions = () => ({
  visitor: { ArrowFunctionExpression: (path) => void path.arrowFunctionToExpression() },
});

module.exports = function loadBabel(text, inputSourceMap) {
  const done = this.async();
  const options = { filename: this.resourcePath, configFile: false, babelrc: false, compact: false };
  transformAsync(text, { ...options, sourceMaps: true, inputSourceMap, plugins: [plainFunctions] }).then(
    ({ code, map }) => done(null, code, map),
    done,
  );
};
