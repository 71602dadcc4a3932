// In: the sites of a run. Out: a table of the APIs in which each row is a bar of its verdicts: a chart for the eye and
// numbers for everybody else.

import type { Verdict } from '../../../src/index.ts';
import type { FileSite } from '../../plan/file-result.ts';
import { apiName } from '../summary.ts';
import { tally, verdicts } from '../totals.ts';
import { escapeHtml } from './escape.ts';

export function chartHtml(sites: readonly FileSite[], isLook: boolean): string {
  if (sites.length === 0) return '';
  const rows = tally(sites.map((site) => site.api));
  const most = rows[0]?.[1] ?? 1;
  const all = rows.map(([api, count]) =>
    rowHtml(
      api,
      count,
      most,
      sites.filter((site) => site.api === api),
      isLook,
    ),
  );
  const shown = verdicts.filter((verdict) => sites.some((site) => site.verdict === verdict));
  const key = isLook
    ? ''
    : `<p class="key">${shown.map((verdict) => `<span><i class="swatch ${verdict}"></i>${verdict}</span>`).join(' ')}</p>`;
  return `<section aria-labelledby="by-api"><h2 id="by-api">Calls by API</h2>${key}<table class="chart"><thead class="hidden"><tr><th>API</th><th>verdicts</th><th>calls</th></tr></thead><tbody>${all.join('')}</tbody></table></section>`;
}

function rowHtml(api: string, count: number, most: number, sites: readonly FileSite[], isLook: boolean): string {
  const share = (verdict: Verdict) => sites.filter((site) => site.verdict === verdict).length;
  const parts = isLook
    ? [`<span class="part renamed" style="flex:${count}"></span>`]
    : verdicts
        .filter((verdict) => share(verdict) > 0)
        .map(
          (verdict) =>
            `<span class="part ${verdict}" style="flex:${share(verdict)}" title="${share(verdict)} ${verdict}"><span class="hidden">${share(verdict)} ${verdict} </span></span>`,
        );
  const width = Math.max(1, (count / most) * 100).toFixed(2);
  return `<tr><th scope="row">${escapeHtml(apiName(api))}</th><td><div class="bar" style="width:${width}%">${parts.join('')}</div></td><td class="count">${count}</td></tr>`;
}
