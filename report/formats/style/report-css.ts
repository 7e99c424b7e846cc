import { BLOCKS_CSS } from './blocks-css.ts';
import { DARK, FORCED, LIGHT, themeDeclarations } from './tokens.ts';

/** Sizes and spaces of screens.md 8, logical properties throughout, so that right-to-left works. */
const PAGE = `
*,*::before,*::after{box-sizing:border-box}
html{-webkit-text-size-adjust:100%;text-size-adjust:100%}
body{margin:0;background:var(--pl-background);color:var(--pl-ink);font:400 16px/24px 'Source Sans 3',system-ui,sans-serif;
font-variant-numeric:tabular-nums lining-nums;overflow-wrap:break-word}
a{color:var(--pl-link);text-underline-offset:3px}
:focus-visible{outline:3px solid #FFBF47;outline-offset:2px;box-shadow:0 0 0 2px var(--pl-ink);border-radius:2px}
.skip{position:absolute;inset-inline-start:16px;inset-block-start:-80px;background:var(--pl-background);padding:12px 16px;z-index:1}
.skip:focus{inset-block-start:8px}
header,main,footer{max-inline-size:768px;margin-inline:auto;padding-inline:24px}
header{display:flex;gap:12px;align-items:center;padding-block:16px;border-block-end:1px solid var(--pl-line);font-weight:600}
header .code{margin-inline-start:auto;font-weight:400;color:var(--pl-muted)}
header svg,footer svg{flex:none}
h1{font-size:24px;line-height:30px;font-weight:650;margin:32px 0 8px}
h2{font-size:20px;line-height:26px;font-weight:650;margin:32px 0 12px}
h3{font-size:16px;line-height:22px;font-weight:600;margin:0}
.summary h2{margin:24px 0 8px}
section h3.heading{margin:24px 0 8px}
p{margin:0 0 12px;max-inline-size:72ch}
.lead{font-size:20px;line-height:30px;margin-block:16px}
.small,.subtitle,.source,.note{font-size:14px;line-height:20px;color:var(--pl-muted)}
ul,ol{margin:0 0 16px;padding-inline-start:24px;max-inline-size:72ch}
nav ol{columns:2;column-gap:32px}
nav li{break-inside:avoid;min-block-size:28px}
main>section{padding-block-end:16px}
main>section+section{border-block-start:1px solid var(--pl-line)}
`;

const FOOT = `
footer{display:flex;gap:12px;align-items:center;padding-block:24px;color:var(--pl-muted);font-size:14px}
@media (max-width:639px){
header,main,footer{padding-inline:16px}
nav ol{columns:1}
}
@media (prefers-reduced-motion:no-preference){html{scroll-behavior:auto}}
`;

const FORCED_COLOURS = `
@media (forced-colors:active){
:root{${themeDeclarations(FORCED)}}
svg{forced-color-adjust:none}
.pill,.notice,figure{border:1px solid CanvasText}
:focus-visible{outline-color:Highlight}
}
`;

const PRINT = `
@media print{
:root{color-scheme:light;${themeDeclarations(LIGHT)}}
body{font-size:10pt;line-height:13.5pt;-webkit-print-color-adjust:exact;print-color-adjust:exact}
header,nav,.skip,footer{display:none}
main{max-inline-size:none;padding:0}
h1{font-size:16pt;line-height:19pt;margin:0 0 4pt}
h2{font-size:13pt;line-height:16pt;margin:10pt 0 5pt}
h3{font-size:10pt;line-height:13pt}
h2,h3,.name,caption{break-after:avoid}
.lead{font-size:12.5pt;line-height:16.5pt;margin-block:6pt}
.small,.subtitle,.source,.note,.finding .role,.finding ul{font-size:9pt;line-height:11.5pt}
p,ul{max-inline-size:none;margin-block-end:5pt}
.summary{break-after:page}
.summary h2{margin:8pt 0 3pt;font-size:11.5pt;line-height:14pt}
.summary .finding{margin-block-end:5pt}
.summary .finding .name{display:inline;margin-inline-end:6pt}
.summary .finding .name>*{display:inline;margin-inline-end:4pt}
.summary .finding .pill{display:inline-flex;padding-block:0;vertical-align:baseline}
.summary .finding>p{display:inline}
.dense{font-size:9pt;line-height:11.8pt}
.tight{font-size:8.5pt;line-height:10.8pt}
.dense .lead{font-size:11.5pt;line-height:14.5pt;margin-block:4pt}
.tight .lead{font-size:10.5pt;line-height:13pt;margin-block:3pt}
.dense h2,.tight h2{margin:5pt 0 2pt;font-size:10.5pt;line-height:12.5pt}
.dense h3,.tight h3,.dense .small,.tight .small,.dense .role,.tight .role,.tight .pill,.tight .notice{font-size:inherit;line-height:inherit}
.dense .finding,.tight .finding,.dense p,.tight p{margin-block-end:2.5pt}
.tight .role,.tight .small,.tight .subtitle{font-size:8.5pt;line-height:10.5pt}
.summary .notice{margin:5pt 0;padding:5pt 8pt}
main>section+section{border:0}
.finding,.notice,tr,.facts dt,.facts dd{break-inside:avoid}
figure{break-inside:avoid;padding:8pt 0;border:0;border-block-start:0.5pt solid var(--pl-border)}
figure details{break-before:auto}
.wide{display:block}
.narrow{display:none}
.wide svg{inline-size:100%;max-block-size:210mm}
.scroll{overflow:visible}
table{font-size:8.5pt;line-height:11pt}
th,td{padding:2.5pt;hyphens:auto}
tbody th{overflow-wrap:anywhere}
thead{display:table-header-group}
details::details-content{content-visibility:visible;block-size:auto}
summary{display:none}
.pill{font-size:9pt;line-height:11.5pt}
a{color:inherit;text-decoration:none}
}
`;

/** A text as a CSS string. */
function cssString(words: string): string {
  const safe = words
    .replace(/[\\"]/g, '\\$&')
    .replace(/[\n\r\f]/g, ' ')
    .replaceAll('<', '\\3c ');
  return `"${safe}"`;
}

/** Paper leaves its size to the printer: A4 or Letter; the running head and foot are in the margins. */
function paper(runningHead: string, code: string): string {
  const margin = `font:9pt 'Source Sans 3',system-ui,sans-serif;color:${LIGHT.muted}`;
  return `@page{margin:16mm 16mm 15mm;
@top-left{content:${cssString(runningHead)};${margin}}
@top-right{content:counter(page) " / " counter(pages);${margin}}
@bottom-left{content:${cssString(code)};${margin}}}
`;
}

/** The one style sheet of a report: light, dark, forced colours, print. */
export function reportCss(runningHead: string, code: string): string {
  return [
    `:root{color-scheme:light dark;${themeDeclarations(LIGHT)}}`,
    `@media (prefers-color-scheme:dark){:root{${themeDeclarations(DARK)}}}`,
    PAGE,
    BLOCKS_CSS,
    FOOT,
    FORCED_COLOURS,
    PRINT,
    paper(runningHead, code),
  ].join('\n');
}
