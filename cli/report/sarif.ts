// In: a run. Out: a SARIF 2.1.0 log for code-scanning viewers.
// https://docs.oasis-open.org/sarif/sarif/v2.1.0/

import { pathToFileURL } from 'node:url';

import description from '../../package.json' with { type: 'json' };
import { exactJson } from '../../src/workspace/report/exact-json.ts';
import { callCode } from '../../src/workspace/site-words.ts';
import { type Finding, findingsOf } from './findings.ts';
import { fingerprinter } from './fingerprints.ts';
import type { Run } from '../../src/workspace/report/run.ts';

export async function sarifReport(run: Run): Promise<string> {
  const findings = findingsOf(run);
  const rules = await rulesOf(new Set(findings.map((finding) => finding.code)));
  const fingerprintOf = fingerprinter();
  const log = {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: { driver: { name: 'cygnet', semanticVersion: description.version, version: description.version, rules } },
        columnKind: 'utf16CodeUnits',
        originalUriBaseIds: { SRCROOT: { uri: `${pathToFileURL(process.cwd()).href.replace(/\/$/, '')}/` } },
        invocations: [{ executionSuccessful: !findings.some((finding) => finding.code === 'internal-error') }],
        results: findings.map((finding) => ({
          ruleId: finding.code,
          ruleIndex: rules.findIndex((rule) => rule.id === finding.code),
          level: finding.severity,
          message: { text: finding.message },
          locations: [{ physicalLocation: placeOf(finding) }],
          partialFingerprints: { 'cygnetSite/v1': fingerprintOf(finding) },
        })),
      },
    ],
  };
  return exactJson(log);
}

function placeOf({ file, line, column, endLine, endColumn }: Finding) {
  const isInside = !file.startsWith('../');
  return {
    artifactLocation: {
      uri: file.split('/').map(encodeURIComponent).join('/'),
      ...(isInside && { uriBaseId: 'SRCROOT' }),
    },
    region: { startLine: line, startColumn: column, endLine, endColumn },
  };
}

async function rulesOf(used: ReadonlySet<string>) {
  const { catalogue, isCode } = await import('../../src/core.ts');
  return [...used].sort().map((id) => {
    const entry = isCode(id) ? catalogue[id] : undefined;
    const title = entry?.title.en ?? (id === callCode ? 'A swan network call is left' : id);
    const help = entry?.help.en.trim() ?? 'Run cygnet migrate to move it.';
    return {
      id,
      name: id.replace(/(?:^|-)([a-z])/g, (_, letter: string) => letter.toUpperCase()),
      shortDescription: { text: title },
      fullDescription: { text: title },
      help: { text: help, markdown: help },
      defaultConfiguration: { level: entry?.severity ?? 'error' },
    };
  });
}
