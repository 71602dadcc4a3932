// In: the modules of src/runtime. Out: src/shim/store.generated.ts: every declaration as TypeScript and as JavaScript, with its
// comments and with the names that it needs, so that the linker can put together any part of the shim.
// An ambient constant is a setting: what stands before its value is stored, and the linker prints the value. A module
// `a-many.ts` declares what `a.ts` does and is chosen in its place where many sockets may live.
// Refuses modules that break the rules: declarations only at the top level, imports from siblings (and the clients of targets) only, names
// that are unique within a target, no import without a use. `--check` writes nothing and fails when the stored text is not current.

import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import prettier from 'prettier';
import tsBlankSpace from 'ts-blank-space';
import ts from 'typescript';
import { runtimePackages as packages } from './import-rules.mjs';
import { isVariant, plainName, storeText } from './runtime-store-text.mjs';

const root = path.dirname(import.meta.dirname);
const folder = path.join(root, 'src/runtime');
const output = path.join(root, 'src/shim/store.generated.ts');
const longest = 140;

const faults = [];
const style = await prettier.resolveConfig(output);
const config = ts.getParsedCommandLineOfConfigFile(
  path.join(root, 'tsconfig.runtime.json'),
  {},
  {
    ...ts.sys,
    onUnRecoverableConfigFileDiagnostic: (fault) => faults.push(String(fault.messageText)),
  },
);
const program = ts.createProgram(config.fileNames, config.options);
const checker = program.getTypeChecker();
const names = readdirSync(folder)
  .filter((file) => file.endsWith('.ts'))
  .map((file) => file.slice(0, -3));
const entryNames = names.filter(isEntry);
const modules = new Map();
for (const name of names) if (!entryNames.includes(name)) modules.set(name, await readModule(name));
const entries = Object.fromEntries(entryNames.map((name) => [name, readEntry(name)]));
for (const name of modules.keys()) if (isVariant(name)) checkVariant(name);
const order = orderOf([...modules.keys()].filter((name) => !isVariant(name)).sort());
for (const [target, entry] of Object.entries(entries)) checkNames(target, entry);

if (faults.length > 0) {
  for (const fault of faults) console.error(fault);
  process.exitCode = 1;
} else {
  const text = await prettier.format(storeText(modules, order, entries), {
    ...style,
    parser: 'typescript',
    filepath: output,
  });
  if (!process.argv.includes('--check')) {
    writeFileSync(output, text);
  } else if (readOutput() !== text) {
    console.error('src/shim/store.generated.ts is not what src/runtime says. Run: node scripts/store-runtime.mjs');
    process.exitCode = 1;
  }
}

function readOutput() {
  try {
    return readFileSync(output, 'utf8');
  } catch {
    return undefined;
  }
}

/** An entry, from which the shim of a target is linked, declares nothing: it exports names of its siblings. */
function isEntry(name) {
  const { statements } = sourceOf(name);
  return statements.length > 0 && statements.every((one) => ts.isExportDeclaration(one));
}

/** Whoever needs the one has to find the same in the other. */
function checkVariant(name) {
  const declared = (module) =>
    String(
      modules
        .get(module)
        ?.declarations.map((one) => [one.name, one.isExported])
        .sort(),
    );
  if (declared(name) !== declared(plainName(name)))
    faults.push(`src/runtime/${name}.ts: does not declare what src/runtime/${plainName(name)}.ts declares`);
}

function sourceOf(name) {
  return program.getSourceFile(path.join(folder, `${name}.ts`));
}

async function readModule(name) {
  const source = sourceOf(name);
  const text = source.text;
  if (text.split('\n').length - 1 > longest) faults.push(`src/runtime/${name}.ts: longer than ${longest} lines`);
  const plain = tsBlankSpace(text, (node) =>
    faults.push(`src/runtime/${name}.ts: cannot be erased: ${node.getText(source)}`),
  );
  if (plain.length !== text.length) faults.push(`src/runtime/${name}.ts: erasing types moved the text`);
  const declarations = [];
  const imports = [];
  for (const statement of source.statements) {
    if (ts.isImportDeclaration(statement)) imports.push(...importsOf(name, statement));
    else if (isDeclaration(statement)) declarations.push(await readDeclaration(name, statement, source, plain));
    else
      faults.push(
        `src/runtime/${name}.ts: only declarations may stand at the top level: ${statement.getText(source).split('\n')[0]}`,
      );
  }
  const first = ts.getLeadingCommentRanges(text, 0) ?? [];
  const heading = blockOf(text, first, 0);
  if (!heading) faults.push(`src/runtime/${name}.ts: opens without a comment that says what it is`);
  const used = new Set(declarations.flatMap((declaration) => declaration.uses));
  for (const item of imports)
    if (!used.has(item.local)) faults.push(`src/runtime/${name}.ts: imports ${item.local} and does not use it`);
  return { name, heading, imports, declarations };
}

/** The comment lines from the first of `ranges` on, up to the first blank line. */
function blockOf(text, ranges, from) {
  let end = from;
  for (const range of ranges) {
    if (/\n[ \t]*\n/.test(text.slice(end, range.pos))) break;
    end = range.end;
  }
  return text.slice(from, end).trim();
}

function importsOf(name, statement) {
  const from = statement.moduleSpecifier.text;
  const sibling = /^\.\/([\w-]+)\.ts$/.exec(from)?.[1];
  if (!(sibling ? names.includes(sibling) && !entryNames.includes(sibling) : packages.has(from))) {
    faults.push(
      `src/runtime/${name}.ts: imports ${from}; only siblings (and ${[...packages].join(', ')}) may be imported`,
    );
  }
  const clause = statement.importClause;
  const items = [];
  if (clause?.name) items.push({ local: clause.name.text, imported: 'default', isType: clause.isTypeOnly });
  for (const element of clause?.namedBindings?.elements ?? []) {
    const imported = (element.propertyName ?? element.name).text;
    if (imported !== element.name.text) faults.push(`src/runtime/${name}.ts: renames ${imported} in an import`);
    items.push({ local: element.name.text, imported, isType: clause.isTypeOnly || element.isTypeOnly });
  }
  if (items.length === 0) faults.push(`src/runtime/${name}.ts: imports ${from} as a whole`);
  return items.map((item) => ({ ...item, from, sibling }));
}

function isDeclaration(node) {
  return (
    ts.isFunctionDeclaration(node) ||
    ts.isClassDeclaration(node) ||
    ts.isInterfaceDeclaration(node) ||
    ts.isTypeAliasDeclaration(node) ||
    (ts.isVariableStatement(node) && node.declarationList.declarations.length === 1)
  );
}

async function readDeclaration(module, node, source, plain) {
  const named = ts.isVariableStatement(node) ? node.declarationList.declarations[0] : node;
  const name = named.name.text;
  const isType = ts.isInterfaceDeclaration(node) || ts.isTypeAliasDeclaration(node);
  const isSetting = node.modifiers?.some((modifier) => modifier.kind === ts.SyntaxKind.DeclareKeyword) ?? false;
  if (isSetting && !(ts.isVariableStatement(node) && named.type))
    faults.push(`src/runtime/${module}.ts: a setting is a constant with a type: ${name}`);
  const start = commentStart(node, source);
  const exportWord = node.modifiers?.find((modifier) => modifier.kind === ts.SyntaxKind.ExportKeyword);
  const commentsOf = (text) => text.slice(start, node.getStart(source)).replace(/^\/\/ eslint-disable.*\n/gm, '');
  const cut = (text) => {
    const body = exportWord
      ? text.slice(exportWord.end, node.end).trimStart()
      : text.slice(node.getStart(source), node.end);
    return commentsOf(text) + body;
  };
  const { needs, needsAtRunTime, uses } = referencesIn(node, module);
  const declaration = {
    name,
    module,
    isType,
    isSetting,
    isExported: Boolean(exportWord),
    needs,
    uses,
  };
  if (isSetting) {
    const head = `${commentsOf(source.text)}const ${name}`;
    return { ...declaration, ts: `${head}: ${named.type?.getText(source)}`, js: head, needsAtRunTime };
  }
  declaration.ts = await tidy(cut(source.text));
  if (!declaration.isType) {
    declaration.js = await tidy(cut(plain), 'babel');
    declaration.needsAtRunTime = needsAtRunTime;
  }
  return declaration;
}

async function tidy(text, parser = 'typescript') {
  return (await prettier.format(text, { ...style, parser })).trimEnd();
}

/** Where the comments begin that stand right above a declaration. */
function commentStart(node, source) {
  const ranges = ts.getLeadingCommentRanges(source.text, node.getFullStart()) ?? [];
  let start = node.getStart(source);
  for (const range of ranges.reverse()) {
    if (/\n[ \t]*\n/.test(source.text.slice(range.end, start))) break;
    start = range.pos;
  }
  return start;
}

/** What a declaration refers to at the top level of its own and of other modules. */
function referencesIn(declaration, module) {
  const needs = new Set();
  const needsAtRunTime = new Set();
  const uses = new Set();
  const visit = (node, isTypePart) => {
    if (ts.isIdentifier(node)) {
      const symbol = ts.isShorthandPropertyAssignment(node.parent)
        ? checker.getShorthandAssignmentValueSymbol(node.parent)
        : checker.getSymbolAtLocation(node);
      const key = symbol && keyOf(symbol, node.text);
      if (key && key !== `${plainName(module)}/${declarationName(declaration)}`) {
        needs.add(key);
        if (!isTypePart) needsAtRunTime.add(key);
        uses.add(node.text);
      }
    }
    ts.forEachChild(node, (child) =>
      visit(
        child,
        isTypePart ||
          (ts.isTypeNode(child) && !ts.isExpressionWithTypeArguments(child)) ||
          ts.isTypeParameterDeclaration(child),
      ),
    );
  };
  visit(declaration, ts.isInterfaceDeclaration(declaration) || ts.isTypeAliasDeclaration(declaration));
  return {
    needs: [...needs].sort(),
    needsAtRunTime: [...needsAtRunTime].sort(),
    uses: [...uses],
  };
}

function declarationName(node) {
  return ts.isVariableStatement(node) ? node.declarationList.declarations[0].name.text : node.name.text;
}

/** `module/name` of a top-level declaration, `package#name` of an import from a package, undefined for everything else. */
function keyOf(symbol, local) {
  let found = symbol;
  if (found.flags & ts.SymbolFlags.Alias) {
    const place = found.declarations?.[0];
    const statement = place && ts.findAncestor(place, ts.isImportDeclaration);
    const from = statement?.moduleSpecifier.text;
    if (from && packages.has(from)) return `${from}#${ts.isImportClause(place) ? 'default' : local}`;
    found = checker.getAliasedSymbol(found);
  }
  const place = found.declarations?.[0];
  const file = place?.getSourceFile();
  if (!file || path.dirname(file.fileName) !== folder) return undefined;
  const statement = ts.isVariableDeclaration(place) ? place.parent.parent : place;
  if (statement.parent !== file || !isDeclaration(statement)) return undefined;
  return `${plainName(path.basename(file.fileName, '.ts'))}/${found.name}`;
}

function readEntry(name) {
  const values = {};
  const types = {};
  for (const statement of sourceOf(name).statements) {
    const from = ts.isExportDeclaration(statement)
      ? /^\.\/([\w-]+)\.ts$/.exec(statement.moduleSpecifier?.text ?? '')?.[1]
      : undefined;
    const found = from && modules.get(from);
    if (!found || !ts.isNamedExports(statement.exportClause)) {
      faults.push(`src/runtime/${name}.ts: an entry only exports names from its siblings`);
      continue;
    }
    for (const element of statement.exportClause.elements) {
      const own = element.name.text;
      const declaration = found.declarations.find((candidate) => candidate.name === own);
      if (element.propertyName || !declaration)
        faults.push(`src/runtime/${name}.ts: cannot export ${element.getText()}`);
      else (declaration.isType ? types : values)[own] = `${from}/${own}`;
    }
  }
  return { values, types };
}

/** Modules behind what they import. */
function orderOf(all) {
  const done = [];
  const open = new Set();
  const visit = (name) => {
    if (done.includes(name)) return;
    if (open.has(name)) return void faults.push(`src/runtime/${name}.ts: imports itself through others`);
    open.add(name);
    const own = [name, `${name}-many`].flatMap((one) => modules.get(one)?.imports ?? []);
    const imports = own.filter((item) => item.sibling && !entryNames.includes(item.sibling));
    for (const item of imports) visit(item.sibling);
    done.push(name);
  };
  for (const name of all) visit(name);
  return done;
}

/** Linked into one file, no two declarations may share a name. */
function checkNames(target, { values, types }) {
  const all = new Map(
    [...modules.values()].flatMap((module) => module.declarations.map((one) => [`${one.module}/${one.name}`, one])),
  );
  const seen = new Map();
  const open = [...Object.values(values), ...Object.values(types)];
  for (const key of open) {
    const declaration = all.get(key);
    if (!declaration || seen.get(declaration.name) === key) continue;
    if (seen.has(declaration.name))
      faults.push(`${target}: ${declaration.name} is declared in ${key} and in ${seen.get(declaration.name)}`);
    seen.set(declaration.name, key);
    open.push(...declaration.needs.filter((need) => !need.includes('#')));
  }
}
