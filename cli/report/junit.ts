// In: a run. Out: JUnit XML, which CI servers show as tests: a suite for each file, a test for each call, which fails where the call is
// left for a person, and one for each other fault of the file.
// Holds to what GitLab reads and to the schema of Jenkins, which refuses a report with anything else in it.

import type { FileDiagnostic, FileResult } from '../../src/workspace/file-result.ts';
import type { Run } from '../../src/workspace/report/run.ts';
import { printable, printableLines } from '../../src/text/printable.ts';
import { apiName, leftOf } from './left.ts';

interface TestCase {
  readonly name: string;
  readonly fault?: {
    readonly kind: 'failure' | 'error';
    readonly type: string;
    readonly message: string;
    readonly text: string;
  };
}

export function junitReport(run: Run): string {
  const suites = run.files
    .map((file) => ({ file: file.file, cases: casesOf(run, file) }))
    .filter(({ cases }) => cases.length > 0);
  const all = suites.flatMap(({ cases }) => cases);
  const lines = suites.flatMap(({ file, cases }) => [
    `  <testsuite ${attributes({ name: file, file, ...countsOf(cases), skipped: 0, time: 0 })}>`,
    ...cases.flatMap((one) => caseLines(one, file)),
    '  </testsuite>',
  ]);
  const head = `<testsuites ${attributes({ name: 'cygnet', ...countsOf(all), time: 0 })}>`;
  return ['<?xml version="1.0" encoding="UTF-8"?>', head, ...lines, '</testsuites>', ''].join('\n');
}

/** Of `check` every call that is left is a fault; of `scan` none is. */
function casesOf(run: Run, file: FileResult): TestCase[] {
  const left = leftOf([file]);
  const faults = left.filter(({ what }) => what === '');
  const calls = file.sites.map(({ api, line, column, verdict }): TestCase => {
    const name = `${apiName(api)} ${line}:${column}`;
    if (run.command === 'scan' || (run.command === 'migrate' && verdict !== 'kept')) return { name };
    const item = left.find((one) => one.what !== '' && one.line === line && one.column === column);
    const said = item?.diagnostics ?? [];
    const message = said[0]?.message ?? `A call of swan.${apiName(api)} is left here.`;
    return {
      name,
      fault: { kind: 'failure', type: said[0]?.code ?? 'swan-network-call', message, text: textOf(said) },
    };
  });
  return [
    ...calls,
    ...faults.map(({ line, column, diagnostics: said }): TestCase => ({
      name: `${said[0]?.code ?? 'error'} ${line}:${column}`,
      fault: { kind: 'error', type: said[0]?.code ?? 'error', message: said[0]?.message ?? '', text: textOf(said) },
    })),
  ];
}

function textOf(said: readonly FileDiagnostic[]): string {
  return said
    .map(({ message, code, frame }) => [`${message} (${code})`, ...(frame === undefined ? [] : [frame])].join('\n'))
    .join('\n');
}

function countsOf(cases: readonly TestCase[]) {
  const countOf = (kind: 'failure' | 'error'): number => cases.filter(({ fault }) => fault?.kind === kind).length;
  return { tests: cases.length, failures: countOf('failure'), errors: countOf('error') };
}

function caseLines({ name, fault }: TestCase, file: string): string[] {
  const head = `    <testcase ${attributes({ classname: file, name, time: 0 })}`;
  if (!fault) return [`${head}/>`];
  const { kind, type, message, text } = fault;
  const body = escaped(printableLines(`${file}: ${text}`));
  return [`${head}>`, `      <${kind} ${attributes({ message, type })}>${body}</${kind}>`, '    </testcase>'];
}

function attributes(values: Readonly<Record<string, string | number>>): string {
  return Object.entries(values)
    .map(([name, value]) => `${name}="${escaped(printable(String(value)))}"`)
    .join(' ');
}

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&apos;',
};

/** The two at the end of the plane are no characters of XML. */
function escaped(text: string): string {
  return text.replace(/[&<>"'\ufffe\uffff]/g, (sign) => entities[sign] ?? `\\u${sign.charCodeAt(0).toString(16)}`);
}
