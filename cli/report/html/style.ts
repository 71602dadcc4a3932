// In: nothing. Out: the style sheet of the page, for light and dark, wide and narrow.
// Knows nothing of runs: the page gives the classes their meaning.

export const style = `
:root{color-scheme:light dark;--page:#f6f7f9;--card:#fff;--text:#1c2128;--dim:#5b6472;--line:#d9dee5;--accent:#0b62c4;
--renamed:#2f6fd6;--native:#1d8a4e;--shim:#c07a00;--kept:#cf2d3f;--failed:#5f6877;
--old:#ffebe9;--new:#dafbe1;--gap:#f0f2f5;--badge:#fff;--error:#cf2d3f;--warning:#9a5b00;--note:#2f6fd6}
@media (prefers-color-scheme:dark){:root{--page:#0f1318;--card:#171c23;--text:#e4e8ee;--dim:#97a2b1;--line:#2c343f;--accent:#6cb1ff;
--renamed:#6ea4ff;--native:#4cc285;--shim:#e3a63c;--kept:#ff7480;--failed:#9aa4b2;
--old:#4a2027;--new:#153d28;--gap:#12161b;--badge:#0f1318;--error:#ff7480;--warning:#e3a63c;--note:#6ea4ff}}
*{box-sizing:border-box}
body{margin:0;background:var(--page);color:var(--text);font:15px/1.5 system-ui,-apple-system,"Segoe UI",Roboto,"Noto Sans","PingFang SC","Microsoft YaHei",sans-serif;counter-reset:shown}
main,header{max-width:1200px;margin:0 auto;padding:0 20px}
header{padding-top:28px}
h1{font-size:26px;margin:0 0 4px}
h2{font-size:17px;margin:28px 0 10px}
h3{font-size:15px;font-weight:500;margin:0;display:flex;gap:8px 10px;align-items:center;flex-wrap:wrap}
p{margin:0 0 8px}
.sub{color:var(--dim);margin-bottom:18px}
code,pre,.sides{font-family:ui-monospace,SFMono-Regular,Menlo,Consolas,"DejaVu Sans Mono","Noto Sans Mono CJK SC",monospace;font-size:13px}
a{color:var(--accent)}
:focus-visible{outline:2px solid var(--accent);outline-offset:2px}
.hidden{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
.tiles{display:grid;grid-template-columns:repeat(auto-fit,minmax(120px,1fr));gap:10px;margin:0;padding:0;list-style:none}
.tiles li{background:var(--card);border:1px solid var(--line);border-radius:8px;padding:10px 14px;border-top:3px solid var(--tile,var(--line))}
.tiles b{display:block;font-size:24px;line-height:1.2;font-variant-numeric:tabular-nums}
.tiles span{color:var(--dim);font-size:13px}
.chart{width:100%;border-collapse:separate;border-spacing:0;background:var(--card);border:1px solid var(--line);border-radius:8px;overflow:hidden}
.chart th{text-align:left;font-weight:500;padding:6px 14px;white-space:nowrap;width:1%}
.chart td{padding:6px 0}.chart .count{padding:6px 14px;text-align:right;width:1%;font-variant-numeric:tabular-nums}
.bar{display:flex;gap:2px;height:16px;min-width:4px}
.part{border-radius:3px;min-width:3px;position:relative}
.key{display:flex;gap:16px;flex-wrap:wrap;color:var(--dim);font-size:13px}
.swatch{display:inline-block;width:10px;height:10px;border-radius:3px;margin-right:6px}
.renamed.part,.renamed.swatch,.renamed.badge{background:var(--renamed)}
.native.part,.native.swatch,.native.badge{background:var(--native)}
.shim.part,.shim.swatch,.shim.badge{background:var(--shim)}
.kept.part,.kept.swatch,.kept.badge{background:var(--kept)}
.failed.swatch,.failed.badge{background:var(--failed)}
.badge{color:var(--badge);border-radius:5px;padding:1px 8px;font-size:12px;font-weight:600}
.filters{position:sticky;top:0;z-index:1;display:flex;gap:10px 18px;align-items:center;flex-wrap:wrap;background:var(--page);border-bottom:1px solid var(--line);padding:10px 0;margin-top:20px}
.filters fieldset{display:flex;gap:6px;flex-wrap:wrap;border:0;margin:0;padding:0}
.filters legend{float:left;margin-right:8px;color:var(--dim);padding:4px 0}
.filters label{color:var(--dim)}
.filters select,.filters button{font:inherit;color:var(--text);background:var(--card);border:1px solid var(--line);border-radius:6px;padding:3px 8px;max-width:260px}
.filters button{cursor:pointer}
.filters .chip{display:inline-flex;align-items:center;gap:2px;background:var(--card);border:1px solid var(--line);border-radius:14px;padding:3px 11px;cursor:pointer;color:var(--text)}
.chip:has(:focus-visible){outline:2px solid var(--accent)}
.chip input{accent-color:var(--accent);margin:0 6px 0 0}
.chip b{margin-left:5px;font-weight:500;color:var(--dim)}
.chip:has(input:not(:checked)){opacity:.6}
.list{display:flex;flex-direction:column;gap:12px;margin-top:14px}
.card{background:var(--card);border:1px solid var(--line);border-radius:8px;padding:12px 14px;counter-increment:shown;content-visibility:auto;contain-intrinsic-size:auto 220px}
.where{overflow-wrap:anywhere}
.api{color:var(--dim)}
.sides{overflow:auto;margin-top:10px;border:1px solid var(--line);border-radius:6px;max-height:70vh}
.sides table{border-collapse:collapse;width:100%;table-layout:fixed}
.sides th{text-align:left;font-weight:500;color:var(--dim);padding:3px 10px;border-bottom:1px solid var(--line);font-family:system-ui,sans-serif;font-size:12px}
.sides td{padding:0 10px;white-space:pre-wrap;overflow-wrap:anywhere;vertical-align:top;tab-size:4}
.sides tr:first-child td{padding-top:4px}.sides tr:last-child td{padding-bottom:4px}
.sides .n{width:52px;text-align:right;color:var(--dim);user-select:none;padding:0 8px;border-right:1px solid var(--line)}
.sides td+td+td,.sides th+th+th{border-left:1px solid var(--line)}
.old{background:var(--old)}.new{background:var(--new)}.gap{background:var(--gap)}
.note{margin-top:8px;padding-left:10px;border-left:3px solid var(--note)}
.note.error{border-color:var(--error)}.note.warning{border-color:var(--warning)}
.note strong{font-weight:600;color:var(--note)}.note.error strong{color:var(--error)}.note.warning strong{color:var(--warning)}
.at{color:var(--dim);font-size:13px}
.frame{overflow:auto;margin:8px 0 0;padding:8px 10px;border:1px solid var(--line);border-radius:6px}
.shown{color:var(--dim);margin-top:16px}.shown::before{content:counter(shown) " shown"}
dl.codes{background:var(--card);border:1px solid var(--line);border-radius:8px;padding:4px 16px;margin:0}
dl.codes dt{font-weight:600;margin-top:12px;scroll-margin-top:70px}dl.codes dd{margin:2px 0 12px;color:var(--dim)}
dl.codes dt:target{background:var(--new)}
.needs{background:var(--card);border:1px solid var(--line);border-radius:8px;padding:2px 16px 10px;margin-top:28px}
.needs h2{margin-top:12px}.needs h3,main>h3{font-size:13px;font-weight:600;color:var(--dim);margin:14px 0 4px}
.needs p{margin:6px 0}
.list-table{width:100%;border-collapse:collapse;margin:4px 0 8px}
.list-table th,.list-table td{text-align:left;vertical-align:top;padding:4px 12px 4px 0;border-bottom:1px solid var(--line);font-weight:400;overflow-wrap:anywhere}
.list-table thead th{color:var(--dim);font-size:12px}
.list-table tr:last-child>*{border-bottom:0}
.short th[scope=row]{white-space:nowrap;width:1%}.long thead th:first-child{width:40%}
.numbers td,.numbers thead th+th{text-align:right;font-variant-numeric:tabular-nums;width:64px}
.fold{background:var(--card);border:1px solid var(--line);border-radius:8px;padding:4px 16px}
.fold details+details{border-top:1px solid var(--line)}
.fold summary{cursor:pointer;padding:8px 0}
footer{color:var(--dim);padding:30px 0 40px;font-size:13px}
@media (max-width:700px){.list-table:not(.numbers) :is(tr,th,td){display:block}.list-table:not(.numbers) :is(thead,td:empty){display:none}
.list-table:not(.numbers) :is(tbody th,tr>*){border:0;padding:1px 0}.list-table:not(.numbers) tr+tr{border-top:1px solid var(--line);padding:4px 0}
.list-table td[data-label]::before{content:attr(data-label) " ";color:var(--dim);font-size:12px}.numbers td::before{display:none}
.filters{position:static}.sides table{min-width:640px}main,header{padding-left:12px;padding-right:12px}}
@media print{.filters{display:none}.card{break-inside:avoid;content-visibility:visible}.sides{max-height:none}}
`;
