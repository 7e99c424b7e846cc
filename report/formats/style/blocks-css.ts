/**
 * How findings, pills, notices, figures, tables and facts look, in a report and on a page alike; the colours come as
 * custom properties.
 */
export const BLOCKS_CSS = `
.notice{padding:12px 16px;margin:16px 0;border-radius:6px;border-inline-start:4px solid var(--pl-border)}
.notice-warn{background:var(--pl-warn)}
.notice-info{background:var(--pl-info)}
.notice p{margin:0}
.finding{margin:0 0 16px}
.finding .name{display:flex;flex-wrap:wrap;gap:4px 12px;align-items:center;margin-block-end:4px}
.finding .role{font-size:14px;line-height:20px;color:var(--pl-muted)}
.finding p{margin:0 0 4px}
.finding ul{font-size:14px;line-height:20px;color:var(--pl-muted);margin:4px 0 8px}
.pill{display:inline-flex;gap:6px;align-items:center;padding:1px 12px;border-radius:999px;border:1px solid var(--pl-border);
font-size:14px;line-height:22px;font-weight:600}
.pill svg{flex:none}
.pill-benefit{background:var(--pl-benefit);color:var(--pl-benefit-text)}
.pill-harm{background:var(--pl-harm);color:var(--pl-harm-text)}
.pill-inconclusive{background:var(--pl-inconclusive);color:var(--pl-inconclusive-text)}
.pill-no-meaningful-difference{background:var(--pl-same);color:var(--pl-same-text)}
.pill-too-little-data{border-style:dashed}
.pill-not-due{border-style:dotted}
.pill-hidden{background:var(--pl-band)}
figure{margin:16px 0 24px;padding:16px;border:1px solid var(--pl-line);border-radius:6px}
figcaption .title{font-weight:600;margin:0 0 4px}
figcaption .subtitle{margin:0 0 12px}
figure>svg,.wide svg,.narrow svg{display:block;max-inline-size:100%;block-size:auto}
.narrow{display:none}
figure .source{margin:12px 0 8px}
figure summary{cursor:pointer;min-block-size:24px;padding-block:10px;color:var(--pl-link);font-weight:600}
.scroll{overflow-x:auto;margin:8px 0 16px}
table{border-collapse:collapse;inline-size:100%;font-size:14px;line-height:20px}
caption{text-align:start;font-weight:600;padding-block-end:8px}
th,td{padding:6px 10px;border-block-end:1px solid var(--pl-line);vertical-align:top;text-align:start}
thead th{background:var(--pl-surface);border-block-end:1px solid var(--pl-border)}
tbody th{font-weight:400}
.end{text-align:end}
.facts{display:grid;grid-template-columns:minmax(9rem,1fr) 2fr;gap:0;margin:0 0 16px}
.facts dt,.facts dd{margin:0;padding:8px 0;border-block-end:1px solid var(--pl-line)}
.facts dt{font-weight:600;padding-inline-end:16px}
.facts dd{overflow-wrap:anywhere}
@media (max-width:639px){
figure{padding:12px 0;border-inline:0;border-radius:0}
.wide{display:none}
.narrow{display:block}
.narrow svg{inline-size:100%;max-inline-size:440px}
.facts{grid-template-columns:1fr}
.facts dt{border-block-end:0;padding-block-end:0}
}
`;
