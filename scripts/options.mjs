// In: the table of options, and the format of decisions. Out: what is made from them: the type of a config file, its JSON schema and
// that of decisions, and the page of all options in the docs. `--check` writes nothing and names what is not current.
// Knows nothing of single options.

import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { toJsonSchema } from '@valibot/to-json-schema';
import { format, resolveConfig } from 'prettier';
import { importSources } from './import-sources.mjs';

const root = path.dirname(import.meta.dirname);
const { decisionsSchema, editorSettings, locales, options, settings } = await importSources(
  'options',
  "export * from './src/workspace/options.ts';\nexport { decisionsSchema } from './src/workspace/decisions/format.ts';\nexport { locales } from './src/locale/locale.ts';",
);

const pageWords = {
  en: {
    folder: 'docs',
    head: `# Options

<!-- Generated from src/workspace/options.ts: \`npm run generate options\` -->

The command line goes before the config file (\`cygnet.config.json\`, \`.js\` or \`.ts\`, or the key \`cygnet\` of package.json). A setting has
the value that the option has; one with \`--no-\` is set to \`false\`. Paths in a config file are relative to it.`,
    columns: ['option', 'commands', 'setting', 'what it does'],
    withoutFlag: 'the words without a flag',
    byDefault: (value) => ` (default: ${value})`,
    isSaid: 'default:',
    codes: `## Exit codes

| code | meaning |
| --- | --- |
| 0 | everything is done, and nothing is left |
| 1 | something is left for a person |
| 2 | wrong use, or a fault of cygnet |`,
  },
  'zh-CN': {
    folder: 'docs/zh-CN',
    head: `# 选项

<!-- Generated from src/workspace/options.ts: \`npm run generate options\` -->

命令行优先于配置文件（\`cygnet.config.json\`、\`.js\` 或 \`.ts\`，或 package.json 中的 \`cygnet\` 键）。设置项的值与选项的值相同；带 \`--no-\` 的选项对应的设置项写作
\`false\`。配置文件中的路径相对于配置文件。`,
    columns: ['选项', '命令', '设置项', '作用'],
    withoutFlag: '不带选项的参数',
    byDefault: (value) => `（默认：${value}）`,
    isSaid: '默认：',
    codes: `## 退出码

| 退出码 | 含义 |
| --- | --- |
| 0 | 全部完成，没有遗留 |
| 1 | 有内容需要人来处理 |
| 2 | 用法错误，或 cygnet 自身的错误 |`,
  },
};

const made = {
  'config.schema.json': JSON.stringify(configSchema(), null, 2),
  'decisions.schema.json': JSON.stringify(schemaOfDecisions(), null, 2),
  'src/workspace/config.generated.ts': configType(),
  'src/integrations/eslint/schema.generated.ts': ruleSchema(),
  ...Object.fromEntries(locales.map((locale) => [`${pageWords[locale].folder}/options.md`, page(locale)])),
};
for (const [name, text] of Object.entries(made)) {
  const file = path.join(root, name);
  mkdirSync(path.dirname(file), { recursive: true });
  const current = await format(text, { ...(await resolveConfig(file)), filepath: file });
  if (existsSync(file) && readFileSync(file, 'utf8') === current) continue;
  if (!process.argv.includes('--check')) writeFileSync(file, current);
  else {
    console.log(`not current: ${name}. Run: npm run generate options`);
    process.exitCode = 1;
  }
}

function propertiesOf(names) {
  return Object.fromEntries(
    names.map((name) => {
      const { value, ...said } = settings[name];
      const { $schema: _, ...schema } = toJsonSchema(value, { typeMode: 'input', errorMode: 'ignore' });
      return [name, { ...schema, description: sentenceOf(said) }];
    }),
  );
}

/** ESLint checks the options of a rule before the rule is there. */
function ruleSchema() {
  const specifier = { type: 'string', minLength: 1, description: 'What every file imports the shim by.' };
  const properties = { ...propertiesOf([...editorSettings, 'locale']), specifier };
  const schema = [{ type: 'object', properties, additionalProperties: false }];
  return `// Generated from src/workspace/options.ts by scripts/options.mjs. Do not edit: change the table there and run it again.
// The options of the ESLint rule, as a JSON schema.

export const ruleSchema = ${JSON.stringify(schema, null, 2)};
`;
}

function configSchema() {
  return {
    $schema: 'http://json-schema.org/draft-07/schema#',
    title: 'The settings of cygnet',
    description:
      'cygnet.config.json, or the key cygnet of package.json. The command line goes first. Paths are relative to the file.',
    type: 'object',
    properties: { $schema: { type: 'string' }, ...propertiesOf(Object.keys(settings)) },
    additionalProperties: false,
  };
}

function schemaOfDecisions() {
  const { $schema, ...schema } = toJsonSchema(decisionsSchema, { typeMode: 'input', errorMode: 'ignore' });
  const description =
    'What a person answered for each call: written by cygnet migrate --interactive --decisions FILE and by the HTML report.';
  return { $schema, title: 'The decisions of cygnet', description, ...schema };
}

function configType() {
  const members = Object.entries(settings).map(
    ([key, { value, ...said }]) => `/** ${sentenceOf(said)} */\nreadonly ${key}?: ${typeOf(value)};`,
  );
  return `// Generated from src/workspace/options.ts by scripts/options.mjs. Do not edit: change the table there and run it again.
// The settings that a config file may hold, as a type without a package behind it.

/** What the command line says goes first. Paths are relative to the config file. */
export interface Config {
${members.join('\n')}
}
`;
}

function typeOf(schema) {
  switch (schema.type) {
    case 'picklist':
      return schema.options.map((option) => `'${option}'`).join(' | ');
    case 'array':
      return `readonly (${typeOf(schema.item)})[]`;
    case 'string': {
      const pattern = schema.pipe?.find(({ type }) => type === 'regex')?.requirement.source;
      const formats = /^\^\(([a-z|-]+)\)\(=\.\+\)\?\$$/.exec(pattern ?? '')?.[1]?.split('|');
      if (pattern !== undefined && !formats) throw new Error(`no type is known for ${pattern}`);
      return formats?.map((name) => `'${name}' | \`${name}=\${string}\``).join(' | ') ?? 'string';
    }
    default:
      return schema.type;
  }
}

function page(locale) {
  const words = pageWords[locale];
  const commands = ['migrate', 'scan', 'check', 'undo', 'explain', 'lsp'];
  const shown = Object.entries(options).filter(([, option]) => !option.isHidden);
  const rows = shown.map(([key, { flag, help, commands: of, byDefault }]) => [
    code(flag),
    commands.filter((command) => of.includes(command)).join(', '),
    key in settings ? code(key) : '',
    (locale === 'en' ? help.en.replace(/^./, (letter) => letter.toUpperCase()) : help[locale]) +
      (byDefault && !help[locale].includes(words.isSaid) ? words.byDefault(byDefault[locale]) : ''),
  ]);
  const plain = Object.entries(settings)
    .filter(([key]) => !(key in options))
    .map(([key, said]) => [words.withoutFlag, 'migrate, scan, check', code(key), sentenceOf(said, locale)]);
  const lines = [words.columns, words.columns.map(() => '---'), ...[...plain, ...rows].map((row) => row.map(escaped))];
  return `${words.head}

${lines.map((cells) => `| ${cells.join(' | ')} |`).join('\n')}

${words.codes}
`;
}

/** The type and the schemas are read by programs too, and are English. */
function sentenceOf({ setting, byDefault }, locale = 'en') {
  if (byDefault === undefined) return setting[locale];
  const value = byDefault[locale];
  return locale === 'en' ? `${setting.en} Default: ${value}.` : `${setting[locale]}默认：${value}。`;
}

function code(text) {
  return `\`${text}\``;
}

function escaped(cell) {
  return cell.replaceAll('|', '\\|');
}
