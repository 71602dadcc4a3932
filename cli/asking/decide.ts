// In: the settings of a run in which people have a say: `--interactive`, `--decisions`. Out: which sites to rewrite, what is to be
// said of answers that do nothing, and what becomes of the answers when the run is over.
// Writes no file of the program.

import { printable } from '../../src/text/printable.ts';
import { inEach, type InEach, wordsIn } from '../../src/locale/locale.ts';
import type { Decisions } from '../../src/workspace/decisions/format.ts';
import { type Contradiction, matchDecisions } from '../../src/workspace/decisions/match.ts';
import { disk } from '../../src/workspace/disk/disk.ts';
import { checkOutput } from '../../src/workspace/disk/output.ts';
import { Failure } from '../../src/workspace/failure.ts';
import type { AnswersIn } from '../../src/workspace/known.ts';
import { type Workspace, openWorkspace } from '../../src/workspace/workspace.ts';
import { withMachine } from '../plan/machine.ts';
import { migrateOptions, settleAll } from '../plan/plan.ts';
import { openProgress } from '../progress.ts';
import type { MigrateSettings } from '../settings.ts';
import { paragraph, wrapped } from '../medium.ts';
import type { Streams } from '../streams.ts';
import { type GivenAnswers, openAnswers } from './answers.ts';
import { type Outcome, askAll } from './ask-all.ts';
import { type DecisionFile, namedDecisions, ownDecisions } from './decision-file.ts';
import { type Keys, openKeys } from './keys.ts';
import { explainQuestion, questionText } from './question-view.ts';
import { type SiteQuestion, questionsOf } from './questions.ts';
import { describeMatch, describeOpen, openFamilies } from './unmatched.ts';
import { answerWords, askingWords, legendIn } from './words.ts';

export interface Decided {
  readonly answersIn: AnswersIn;
  readonly warnings: readonly InEach<string>[];
  /** To be called when the run is over, with whether it wrote what was accepted. */
  readonly finish: (isWritten: boolean) => Promise<void>;
}

/**
 * `interrupted` and `closed`: there is nobody to answer any more, nothing is to be done, and that was said.
 * @throws Failure when the decisions cannot be used
 */
export function decideSites(
  settings: MigrateSettings,
  streams: Streams,
): Promise<Decided | Exclude<Outcome, 'answered' | 'quit'>> {
  return withMachine(async (machine) => {
    const { decisions: named, cwd, target, isInteractive } = settings;
    if (named && isInteractive) await checkOutput(named, 'decisions');
    const detail = { hasText: false, hasHunks: false, hasNames: true };
    const workspace = await openWorkspace(migrateOptions(settings, detail), machine);
    const file = named ? namedDecisions(named, cwd, target) : ownDecisions(workspace.root, cwd, target);
    // What nobody has made yet is a slip where it is to be obeyed, and the beginning where it is to be written.
    const before = await file.read();
    if (!before && !isInteractive) throw isMissing(file.shown);
    const { files } = await settleAll(workspace, openProgress(streams, settings.isQuiet, settings.locale));
    const matched = matchDecisions(before ?? { version: 1, target, sites: [] }, runOf(workspace, settings, files));
    const [contradiction] = matched.contradictions;
    if (contradiction) throw isContradiction(file.shown, contradiction);
    const questions = await questionsOf(files, workspace.folderOf);
    const decisions: Decisions['sites'] = before?.sites ?? [];
    const answers = openAnswers(questions, { root: workspace.root, target, files, decisions, matched });
    const session: Session = { settings, streams, workspace, questions, answers, file };
    const outcome = isInteractive ? await askPerson(session) : 'answered';
    if (outcome === 'interrupted' || outcome === 'closed') return outcome;
    return {
      answersIn: answers.answersIn,
      warnings: [
        ...describeMatch(matched, file.shown),
        ...openFamilies(questions, answers),
        ...(isInteractive ? [] : describeOpen(questions, answers)),
      ],
      finish: (isWritten) => finish(session, isWritten),
    };
  });
}

interface Session {
  readonly settings: MigrateSettings;
  readonly streams: Streams;
  readonly workspace: Workspace;
  readonly questions: readonly SiteQuestion[];
  readonly answers: GivenAnswers;
  readonly file: DecisionFile;
}

type FilesOfRun = Parameters<typeof matchDecisions>[1]['files'];

function runOf({ root, searched }: Workspace, { only }: MigrateSettings, files: FilesOfRun) {
  const found = new Set(searched.found.map(({ path }) => path));
  const isForFile = (path: string): boolean => found.has(path) || !disk.exists(path);
  return { root, files, ...(only && { only }), isForFile };
}

async function askPerson(session: Session): Promise<Outcome> {
  const { settings, streams, questions, answers, file } = session;
  const say = wordsIn(askingWords, settings.locale);
  const tell = (text: string): void => streams.err(wrapped(streams.errMedium, text));
  const answered = questions.filter((question) => answers.of(question) !== undefined).length;
  if (questions.length === 0) return 'answered';
  if (answered > 0) {
    const isAll = answered === questions.length;
    const known = isAll ? say.nothingToAsk(file.shown) : say.goesOn(answered, questions.length, file.shown);
    tell(`${printable(known)}\n`);
    if (isAll) return 'answered';
  }
  let ask = (): void => undefined;
  const refuse = (line: string): void =>
    tell(`${printable(say.noSuchAnswer(line, Object.keys(answerWords).join(' ')))}\n`);
  const keys = openKeys(process.stdin, refuse, () => ask());
  let given = 0;
  const save = async (): Promise<void> => {
    given++;
    await file.save(answers.decisions());
  };
  const outcome = await askAll(
    questions,
    answers,
    dialogueOf(session, keys, save, (again) => (ask = again)),
  ).finally(() => {
    keys.close();
  });
  const isOver = outcome === 'interrupted' || outcome === 'closed';
  if (outcome === 'closed' && given === 0) throw nobodyAnswers();
  if (isOver) tell(`\n\n${outcome === 'closed' ? say.ended : say.stopped}\n`);
  tell(`${isOver ? '' : '\n'}${tallyOf(session)}${isOver && given > 0 ? ` ${say.goOn}` : ''}\n`);
  return outcome;
}

function dialogueOf(
  { settings, streams, workspace, questions, answers }: Session,
  keys: Keys,
  save: () => Promise<void>,
  asked: (again: () => void) => void,
) {
  const { locale } = settings;
  const say = wordsIn(askingWords, locale);
  const { bold, dim } = streams.errColours;
  const tell = (text: string): void => streams.err(wrapped(streams.errMedium, text));
  const legend = (): void => {
    for (const { key, means } of legendIn(locale))
      streams.err(`${dim(paragraph(streams.errMedium, means, `  ${key}  `))}\n`);
  };
  let isLegendShown = false;
  return {
    keys,
    save,
    async show(question: SiteQuestion, at: number) {
      streams.err(await questionText(question, { at, all: questions.length }, workspace, streams, locale));
      const before = answers.of(question);
      if (before) tell(`${say.wasAnswered(answerWords[before === 'accept' ? 'y' : 'n'].said[locale])}\n`);
      if (!isLegendShown) legend();
      isLegendShown = true;
    },
    prompt: (question: SiteQuestion, known: string) => {
      const ask = (): void =>
        streams.err(`${bold(say.question(question.length))} ${dim(`[${[...known].join('/')}]`)} `);
      asked(ask);
      ask();
    },
    echo: (key: keyof typeof answerWords) => streams.err(`${answerWords[key].said[locale]}\n`),
    async explain(question: SiteQuestion) {
      await explainQuestion(question, streams, locale);
      streams.err('\n');
      legend();
    },
  };
}

/** `Answers: 3 yes, 1 no, 37 open. They are kept in decisions.json.` */
function tallyOf({ settings, questions, answers, file }: Session): string {
  const say = wordsIn(askingWords, settings.locale);
  const given = questions.map((question) => answers.of(question));
  const count = (wanted: 'accept' | 'reject' | undefined): number => given.filter((one) => one === wanted).length;
  const [yes, no, open] = [count('accept'), count('reject'), count(undefined)];
  const kept = yes + no > 0 ? ` ${say.keptIn(printable(file.shown))}` : '';
  return say.tally(yes, no, open) + kept;
}

/** An own file has served when its answers are written; else it says how they are. */
async function finish({ settings, streams, answers, questions, file }: Session, isWritten: boolean): Promise<void> {
  if (!file.isOwn) return;
  if (isWritten) return file.drop();
  const isAny = questions.some((question) => answers.of(question) !== undefined);
  if (isAny) streams.err(`${paragraph(streams.errMedium, askingWords.writesThem[settings.locale])}\n`);
}

function isMissing(shown: string): Failure {
  return new Failure({
    what: { en: `there are no decisions in ${shown}`, 'zh-CN': `${shown} 中没有任何决定` },
    help: {
      en: 'With --interactive they are made and kept there; the HTML report exports them as well.',
      'zh-CN': '--interactive 会逐处询问，并把回答保存在那里；HTML 报告也可以导出这样的文件。',
    },
  });
}

function isContradiction(shown: string, [one, other]: Contradiction): Failure {
  const place = `${one.file}:${one.line}`;
  return new Failure({
    what: {
      en: `${shown} both accepts and rejects one call (${place}), so nothing was done`,
      'zh-CN': `${shown} 对同一处调用（${place}）既接受又拒绝，因此未做任何操作`,
    },
    why: inEach(() =>
      [one, other].map((each) => `${each.file}:${each.line}:${each.column} ${each.answer ?? ''}`).join('\n'),
    ),
    help: { en: 'Take one of the two out.', 'zh-CN': '请删去其中之一。' },
  });
}

function nobodyAnswers(): Failure {
  return new Failure({
    what: {
      en: '--interactive got no answer: there is no terminal, and standard input is at its end',
      'zh-CN': '--interactive 没有得到回答：没有终端，标准输入也已结束',
    },
    help: {
      en: 'Leave it out: the preview shows every change, and --only and paths narrow it down. Answers may also come as lines: y, n, …',
      'zh-CN': '也可以不用这个选项：预览会显示每处改动，--only 和路径可以缩小范围。回答也可以按行输入：y、n……',
    },
  });
}
