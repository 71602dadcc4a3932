// In: the table of options, and the format of decisions. Out: what is made from them: the type of a config file, its JSON schema and
// that of decisions, and the page of all options in the docs. `--check` writes nothing and names what is not current.
// Knows nothing of single options.

import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { toJsonSchema } from '@valibot/to-json-schema';
import { format, resolveConfig } from 'prettier';
import { importSources } from './import-sources.mjs';

const root = path.dirname(import.meta.dirname);
const { decisionsSchema, editorSettings, options, settings } = await importSources(
  'options',
  "export * from './src/workspace/options.ts';\nexport { decisionsSchema } from './src/workspace/decisions/format.ts';",
);

const made = {
  'config.schema.json': JSON.stringify(configSchema(), null, 2),
  'decisions.schema.json': JSON.stringify(schemaOfDecisions(), null, 2),
  'src/workspace/config.generated.ts': configType(),
  'src/integrations/eslint/schema.generated.ts': ruleSchema(),
  'docs/options.md': page(),
};
for (const [name, text] of Object.entries(made)) {
  const file = path.join(root, name);
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
  const properties = { ...propertiesOf(editorSettings), specifier };
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
      const formats = /^\^\(([a-z|]+)\)\(=\.\+\)\?\$$/.exec(pattern ?? '')?.[1]?.split('|');
      if (pattern !== undefined && !formats) throw new Error(`no type is known for ${pattern}`);
      return formats?.map((name) => `'${name}' | \`${name}=\${string}\``).join(' | ') ?? 'string';
    }
    default:
      return schema.type;
  }
}

function page() {
  const commands = ['migrate', 'scan', 'check', 'undo', 'explain'];
  const shown = Object.entries(options).filter(([, option]) => !option.isHidden);
  const rows = shown.map(([key, { flag, help, commands: of, ...said }]) => [
    code(flag),
    commands.filter((command) => of.includes(command)).join(', '),
    key in settings ? code(key) : '',
    help.replace(/^./, (letter) => letter.toUpperCase()) +
      (said.byDefault && !help.includes('default:') ? ` (default: ${said.byDefault})` : ''),
  ]);
  const plain = Object.entries(settings)
    .filter(([key]) => !(key in options))
    .map(([key, said]) => ['the words without a flag', 'migrate, scan, check', code(key), sentenceOf(said)]);
  return `# Options

<!-- Generated from src/workspace/options.ts: \`npm run generate options\` -->

The command line goes before the config file (\`cygnet.config.json\`, \`.js\` or \`.ts\`, or the key \`cygnet\` of package.json). A setting has
the value that the option has; one with \`--no-\` is set to \`false\`. Paths in a config file are relative to it.

| option | commands | setting | what it does |
| --- | --- | --- | --- |
${[...plain, ...rows].map((cells) => `| ${cells.map(escaped).join(' | ')} |`).join('\n')}

## Exit codes

| code | meaning |
| --- | --- |
| 0 | everything is done, and nothing is left |
| 1 | something is left for a person |
| 2 | wrong use, or a fault of cygnet |
`;
}

function sentenceOf({ setting, byDefault }) {
  return byDefault === undefined ? setting : `${setting} Default: ${byDefault}.`;
}

function code(text) {
  return `\`${text}\``;
}

function escaped(cell) {
  return cell.replaceAll('|', '\\|');
}
