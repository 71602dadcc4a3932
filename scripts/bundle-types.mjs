// In: a folder of declarations that the compiler wrote, and one of them. Out: the text of one file that declares what it
// exports, or some of that, and what that needs, and nothing else: it imports no package, and serves import and require.
// Refuses a public type that needs a package. Knows nothing of the files around it.

import path from 'node:path';
import ts from 'typescript';

/**
 * @param {string} folder
 * @param {string} entry in the folder
 * @param {readonly string[]} [only] the names that are wanted of it
 * @throws Error with one line for each fault
 */
export function bundleTypes(folder, entry, only) {
  const place = path.join(folder, entry);
  const program = programOf(place);
  const checker = program.getTypeChecker();
  const files = program.getSourceFiles().filter((file) => !path.relative(folder, file.fileName).startsWith('..'));
  const exported = checker
    .getExportsOfModule(checker.getSymbolAtLocation(program.getSourceFile(place)))
    .filter(({ name }) => only?.includes(name) !== false);
  const names = new Map(
    exported.map((symbol) => [resolved(symbol), symbol.name === 'default' ? resolved(symbol).name : symbol.name]),
  );
  const wanted = new Set(names.keys());
  const statements = new Map();
  const faults = [];
  // A set visits what is added while it is walked.
  for (const symbol of wanted) {
    for (const declaration of symbol.declarations ?? []) {
      const statement = statementOf(declaration);
      if (!statement || statements.has(statement)) continue;
      const references = referencesIn(statement);
      statements.set(statement, references);
      for (const { to } of references) wanted.add(to);
    }
  }
  if (faults.length > 0) throw new Error(faults.join('\n'));
  for (const symbol of wanted) if (!names.has(symbol)) names.set(symbol, freeName(symbol.name));
  const texts = files.flatMap((file) => file.statements.flatMap((one) => (statements.has(one) ? textOf(one) : [])));
  const list = exported.map((symbol) => {
    const own = names.get(resolved(symbol));
    const isValue = resolved(symbol).flags & ts.SymbolFlags.Value;
    return `${isValue ? '' : 'type '}${own === symbol.name ? own : `${own} as ${symbol.name}`}`;
  });
  return `${texts.join('\n')}\nexport {\n${list.map((item) => `  ${item},\n`).join('')}};\n`;

  function resolved(symbol) {
    return symbol.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(symbol) : symbol;
  }

  /** Nothing for what is declared inside something else, or elsewhere. */
  function statementOf(declaration) {
    const statement = ts.isVariableDeclaration(declaration) ? declaration.parent.parent : declaration;
    return files.includes(statement.parent) ? statement : undefined;
  }

  /** The names in a statement that mean something at the top level of one of the files. */
  function referencesIn(node) {
    if (ts.isImportTypeNode(node)) faults.push(`a public type is given by an import: ${node.getText()}`);
    const found = [];
    const symbol = ts.isIdentifier(node) ? checker.getSymbolAtLocation(node) : undefined;
    if (symbol) {
      const to = resolved(symbol);
      if (to.declarations?.some(statementOf)) found.push({ at: node, to });
      else if (symbol !== to) faults.push(`a public type needs ${node.text}, which a package declares`);
    }
    ts.forEachChild(node, (child) => void found.push(...referencesIn(child)));
    return found;
  }

  function freeName(name) {
    const taken = [...names.values()];
    let n = 1;
    while (taken.includes(n === 1 ? name : `${name}${n}`)) n += 1;
    return n === 1 ? name : `${name}${n}`;
  }

  /** With its comment, without the word that exports it, each name as it is called here. */
  function textOf(statement) {
    const { text } = statement.getSourceFile();
    const word = statement.modifiers?.find(({ kind }) => kind === ts.SyntaxKind.ExportKeyword);
    let done = word ? text.slice(word.end).search(/\S/) + word.end : statement.getStart();
    let written = text.slice(statement.getStart(undefined, true), word?.getStart() ?? statement.getStart());
    for (const { at, to } of statements.get(statement)) {
      written += text.slice(done, at.getStart()) + names.get(to);
      done = at.end;
    }
    return written + text.slice(done, statement.end);
  }
}

function programOf(entry) {
  return ts.createProgram([entry], {
    module: ts.ModuleKind.ESNext,
    moduleResolution: ts.ModuleResolutionKind.Bundler,
    allowImportingTsExtensions: true,
    noEmit: true,
    noLib: true,
    types: [],
  });
}
