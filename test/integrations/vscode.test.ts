// In: the manifest of the extension for VS Code, its sources, and the table of options. Out: whether it offers the settings that the
// server takes, as they are, and the commands that it has.
// The extension in VS Code itself is tried by hand: `npm run vscode:try`.

import { describe, expect, it } from 'vitest';
import { faultOf } from '../../src/workspace/option-definition.ts';
import { type InEach, locales } from '../../src/locale/locale.ts';
import { editorSettings, settings } from '../../src/workspace/options.ts';
import { files, read } from '../repository/files.ts';

interface Property {
  readonly enum?: readonly string[];
  readonly default: unknown;
  readonly markdownDescription?: string;
}

interface Manifest {
  readonly version: string;
  readonly main: string;
  readonly icon: string;
  readonly contributes: {
    readonly commands: readonly { readonly command: string }[];
    readonly configuration: { readonly properties: Readonly<Record<string, Property>> };
  };
}

type Texts = Readonly<Record<string, string>>;

const manifest = JSON.parse(read('editors/vscode/package.json')) as Manifest;
const textsIn: InEach<Texts> = {
  en: JSON.parse(read('editors/vscode/package.nls.json')) as Texts,
  'zh-CN': JSON.parse(read('editors/vscode/package.nls.zh-cn.json')) as Texts,
};
const { properties } = manifest.contributes.configuration;

describe('the extension for VS Code', () => {
  it('has the settings that an editor can be told, in the order of the table, and its own', () => {
    const own = ['specifier', 'server', 'trace.server'];
    expect(Object.keys(properties)).toEqual([...editorSettings, ...own].map((name) => `cygnet.${name}`));
  });

  it.each(editorSettings)('says of %s what the table says', (name) => {
    const property = properties[`cygnet.${name}`];
    const { setting, byDefault, value } = settings[name] ?? {};
    const key = `setting.${name}`;
    expect(property?.markdownDescription).toBe(`%${key}%`);
    for (const locale of locales) {
      expect(textsIn[locale][key]).toContain(setting?.[locale]);
      expect(textsIn[locale][key]).toContain(byDefault?.[locale] ?? '');
    }
    // What is not set is left to the config.
    expect(['', null]).toContain(property?.default);
    const words = property?.enum?.filter((word) => word !== '') ?? [];
    expect(words.filter((word) => value && faultOf(value, word) !== undefined)).toEqual([]);
    if (words.length > 0) expect(value && faultOf(value, 'jquery')?.en).toBe(`one of ${words.join(', ')}`);
  });

  it('has each command that it shows, and shows each that it has', () => {
    const sources = files.filter((file) => file.startsWith('editors/vscode/src/')).map(read);
    const registered = sources.flatMap((text) =>
      [...text.matchAll(/registerCommand\('([\w.]+)'/g)].map(([, name]) => name),
    );
    expect(registered.sort()).toEqual(manifest.contributes.commands.map(({ command }) => command).sort());
  });

  it('has each of its texts in both languages', () => {
    const named = [...read('editors/vscode/package.json').matchAll(/"%([\w.]+)%"/g)].map(([, key]) => key);
    for (const locale of locales) expect(Object.keys(textsIn[locale]).sort(), locale).toEqual(named.sort());
    const said = files
      .filter((file) => file.startsWith('editors/vscode/src/'))
      .flatMap((file) => [...read(file).matchAll(/l10n\.t\('([^']+)'/g)].map(([, text]) => text));
    const bundle = JSON.parse(read('editors/vscode/l10n/bundle.l10n.zh-cn.json')) as Texts;
    expect(Object.keys(bundle).sort()).toEqual([...new Set(said)].sort());
    for (const text of [...Object.values(bundle), ...Object.values(textsIn['zh-CN'])])
      expect(text).toMatch(/\p{Script=Han}/u);
  });

  it('is of the version of the package, and has what its page needs', () => {
    expect(manifest.version).toBe((JSON.parse(read('package.json')) as Manifest).version);
    for (const file of ['LICENSE', 'README.md', manifest.icon]) expect(files).toContain(`editors/vscode/${file}`);
  });
});
