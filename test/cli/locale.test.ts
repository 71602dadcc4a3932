// In: command lines, environments and configs that name a language. Out: whether the real program speaks it, says once when it cannot, and
// leaves what programs read in English.

import { describe, expect, it } from 'vitest';
import { cygnet, makeProject } from './command-line.ts';

const chinese = { LC_ALL: '', LC_MESSAGES: '', LANG: 'zh_CN.UTF-8' };
const english = { LC_ALL: 'C' };
const kept = '此处保持不变：swan 被传给“monitor”（第 2 行），之后对它做了什么无从得知。';
const program = { 'package.json': '{}', 'a.js': "swan.request({ url: '/x' });\nmonitor(swan);\n" };

describe('the environment', () => {
  it('decides for what people read, and for nothing else', async () => {
    const cwd = makeProject(program);
    const args = ['migrate', '--to', 'fetch', '--report', 'json'];
    const spoken = await cygnet(args, { cwd, env: chinese });
    expect(spoken.stderr).toContain(kept);
    const { stdout, stderr } = await cygnet(args, { cwd, env: english });
    expect(spoken.stdout).toBe(stdout);
    expect(stdout).toContain("swan is passed to 'monitor'");
    expect(stderr).not.toMatch(/\p{Script=Han}/u);
  });

  it('is answered in English where it names a language that there is not, without a word about it', async () => {
    const cwd = makeProject();
    const { stderr, code } = await cygnet(['undo'], { cwd, env: { ...chinese, LANG: 'fr_FR.UTF-8' } });
    expect([stderr.startsWith('error: '), code]).toEqual([true, 2]);
  });
});

describe('--locale', () => {
  it('goes before the environment', async () => {
    const args = ['explain', 'relative-url', '--locale', 'zh_Hans_CN.UTF-8'];
    const { stdout } = await cygnet(args, { cwd: makeProject(), env: english });
    expect(stdout).toMatch(/^relative-url {2}提示 {2}相对路径的 url\n\nswan 只接受绝对地址/);
  });

  it('goes before the config, and may stand in front of the command', async () => {
    const cwd = makeProject({ ...program, 'cygnet.config.json': '{ "locale": "zh-CN" }' });
    const { stderr } = await cygnet(['--locale', 'en', 'migrate', '--to', 'fetch'], { cwd, env: chinese });
    expect(stderr).not.toMatch(/\p{Script=Han}/u);
  });

  it('that names a language that there is not is told once, and the environment decides', async () => {
    const { stdout, stderr } = await cygnet(['explain', 'relative-url', '--locale=fr'], {
      cwd: makeProject(),
      env: chinese,
    });
    expect(stderr).toBe('警告：不支持语言 fr，只支持 en 和 zh-CN\n');
    expect(stdout).toContain('相对路径的 url');
  });
});

describe('the config', () => {
  it('decides where the command line does not', async () => {
    const cwd = makeProject({ ...program, 'cygnet.config.json': '{ "locale": "zh-CN", "to": "fetch" }' });
    const { stderr } = await cygnet(['migrate'], { cwd, env: english });
    expect(stderr).toContain(kept);
  });

  it('that names a language that there is not is told once, and is no wrong use', async () => {
    const cwd = makeProject({ ...program, 'cygnet.config.json': '{ "locale": "fr", "to": "fetch" }' });
    const { stderr, code } = await cygnet(['migrate'], { cwd, env: english });
    expect(stderr.split('there are no texts in fr, only in en and zh-CN')).toHaveLength(2);
    expect(code).toBe(1);
  });

  it('that is wrong is refused in the language of the command line', async () => {
    const cwd = makeProject({ 'cygnet.config.json': '{ "mark": "yes" }' });
    const { stderr, code } = await cygnet(['scan', '--locale', 'zh-CN'], { cwd, env: english });
    expect(stderr).toMatch(/^错误：.*cygnet\.config\.json 中的 mark 的值为 "yes"\n {2}它应为 true 或 false。\n$/);
    expect(code).toBe(2);
  });
});
