// In: the sites of a run. Out: a table of the APIs in which each row is a bar of its verdicts: a chart for the eye and
// numbers for everybody else.

import type { JSX } from 'preact';

import type { FileSite } from '../../../src/workspace/file-result.ts';
import { apiName } from '../summary.ts';
import { tally, verdicts } from '../../../src/workspace/report/totals.ts';

interface ChartProps {
  readonly sites: readonly FileSite[];
  readonly isLook: boolean;
}

export function Chart({ sites, isLook }: ChartProps): JSX.Element | null {
  if (sites.length === 0) return null;
  const rows = tally(sites.map((site) => site.api));
  const most = rows[0]?.[1] ?? 1;
  const shown = verdicts.filter((verdict) => sites.some((site) => site.verdict === verdict));
  return (
    <section aria-labelledby="by-api">
      <h2 id="by-api">Calls by API</h2>
      {!isLook && (
        <p class="key">
          {shown.map((verdict) => (
            <span>
              <i class={`swatch ${verdict}`}></i>
              {verdict}{' '}
            </span>
          ))}
        </p>
      )}
      <table class="chart">
        <thead class="hidden">
          <tr>
            <th>API</th>
            <th>verdicts</th>
            <th>calls</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(([api, count]) => (
            <tr>
              <th scope="row">{apiName(api)}</th>
              <td>
                <div class="bar" style={`width:${Math.max(1, (count / most) * 100).toFixed(2)}%`}>
                  <Parts sites={sites.filter((site) => site.api === api)} isLook={isLook} />
                </div>
              </td>
              <td class="count">{count}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function Parts({ sites, isLook }: ChartProps): JSX.Element {
  if (isLook) return <span class="part renamed" style={`flex:${sites.length}`}></span>;
  const shares = verdicts.map((verdict) => ({
    verdict,
    share: sites.filter((site) => site.verdict === verdict).length,
  }));
  return (
    <>
      {shares
        .filter(({ share }) => share > 0)
        .map(({ verdict, share }) => (
          <span class={`part ${verdict}`} style={`flex:${share}`} title={`${share} ${verdict}`}>
            <span class="hidden">{`${share} ${verdict} `}</span>
          </span>
        ))}
    </>
  );
}
