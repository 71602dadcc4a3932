// In: TypeScript, as webpack and Rspack hand it to a loader. Out: JavaScript with its map, as the loaders for TypeScript make it without
// looking at types.

const ts = require('typescript');

module.exports = function loadTypeScript(text) {
  const { outputText, sourceMapText } = ts.transpileModule(text, {
    fileName: this.resourcePath,
    compilerOptions: { target: ts.ScriptTarget.ES2022, module: ts.ModuleKind.ESNext, sourceMap: true },
  });
  const map = JSON.parse(sourceMapText);
  map.sources = [this.resourcePath];
  map.sourcesContent = [text];
  this.callback(null, outputText.replace(/^\/\/# sourceMappingURL=.*$/m, ''), map);
};
