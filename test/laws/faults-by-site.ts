// In: nothing. Out: rewrites with one fault each that shows only where sites are chosen, for the laws by site.
// Knows nothing of what the laws say of them.

import { rewrite as ownRewrite } from '../../src/index.ts';
import type { Rewrite, RewriteOptions } from './subject.ts';
import { withEdits, withResult } from './tamper.ts';

export interface FaultBySite {
  readonly name: string;
  readonly law: string;
  readonly code: string;
  readonly rewrite: Rewrite;
}

const two = `swan.request({ url: 'https://example.com/a', success: show });
swan.uploadFile({ url: 'https://example.com/b', filePath: path, name: 'file' });
`;

const tested = `if (swan.request) console.log('there');\n${two}`;

export const faultsBySite: readonly FaultBySite[] = [
  {
    name: 'a site that cannot be chosen',
    law: '13 all chosen',
    code: two,
    rewrite: choosing((accept) => (site) => site.id !== 1 && accept(site)),
  },
  {
    name: 'a test that is answered for no site',
    law: '13 all chosen',
    code: tested,
    rewrite: whereChosen(
      withResult(({ code }) => ({ status: 'changed', code: code.replace('if (swan.request) ', '') })),
      ({ sites }) => sites.every(({ verdict }) => verdict === 'kept'),
    ),
  },
  {
    name: 'a neighbour that moves along',
    law: '14 each alone',
    code: two,
    rewrite: choosing((accept) => (site) => accept(site) || accept({ ...site, id: 0 })),
  },
  {
    name: 'a neighbour that loses an option',
    law: '14 each alone',
    code: two,
    rewrite: whereChosen(
      withEdits((edits, code) => [
        ...edits,
        { at: { start: code.indexOf(", name: 'file'"), end: code.lastIndexOf(' })') }, text: [] },
      ]),
      ({ sites }) => sites[1]?.verdict === 'kept',
    ),
  },
  {
    name: 'a neighbour whose place is off by one',
    law: '14 each alone',
    code: two,
    rewrite: withResult(({ offsetOf }) => ({ offsetOf: (offset, side) => offsetOf(offset, side) + 1 })),
  },
  {
    name: 'a name that is imported anew in each step',
    law: '15 in steps',
    code: two.replace('uploadFile', 'request'),
    rewrite: (code, options) => {
      const result = ownRewrite(code, options);
      const isSecond = code.includes('./swan-net.js') && result.status === 'changed';
      return isSecond ? { ...result, code: `const { send } = require('./swan-net.js');\n${result.code}` } : result;
    },
  },
  {
    name: 'a site that is written otherwise where it is chosen alone',
    law: '16 known alone',
    code: two.replace('uploadFile', 'request'),
    rewrite: whereChosen(
      withResult(({ code }) => ({ status: 'changed', code: code.replace('https', 'http') })),
      ({ sites }) => sites[1]?.verdict === 'kept',
    ),
  },
];

type Accept = NonNullable<RewriteOptions['accept']>;

/** Another choice, where one is made. */
function choosing(other: (accept: Accept) => Accept): Rewrite {
  return (code, options) => ownRewrite(code, options.accept ? { ...options, accept: other(options.accept) } : options);
}

/** The fault shows where a choice was made that came to this. */
function whereChosen(faulty: Rewrite, isFaulty: (result: ReturnType<Rewrite>) => boolean): Rewrite {
  return (code, options) => {
    const result = ownRewrite(code, options);
    return options.accept && isFaulty(result) ? faulty(code, options) : result;
  };
}
