import { raw } from 'hono/html';
import type { ReportDocument } from '../document.ts';
import { text } from '../text/text.ts';
import { Blocks } from './html-blocks.tsx';
import { PLUMB_ICON, PlumbMark } from './style/plumb-mark.tsx';
import { reportCss } from './style/report-css.ts';
import { summaryDensity } from './summary-density.ts';

/** Nothing is loaded from anywhere and nothing runs: style and the icon are in the file. */
const POLICY =
  "default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'";

/** The plumb line, as the icon of the page. */
const ICON = `data:image/svg+xml,${encodeURIComponent(PLUMB_ICON)}`;

/**
 * A report as one HTML file that needs nothing else: no script, no request, light, dark, forced colours, narrow screens,
 * paper.
 */
export function reportHtml(report: ReportDocument): string {
  const page = (
    <html lang={report.language} dir="ltr">
      <head>
        <meta charset="utf-8" />
        <meta http-equiv="Content-Security-Policy" content={POLICY} />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <meta name="referrer" content="no-referrer" />
        <title>{report.title}</title>
        <link rel="icon" href={ICON} />
        <style>{raw(reportCss(report.runningHead, report.code))}</style>
      </head>
      <body>
        <a class="skip" href="#report">
          {text('html.skip', {})}
        </a>
        <header>
          <PlumbMark />
          <span>Plumbline</span>
          <span class="code">{report.code}</span>
        </header>
        <main id="report" tabindex={-1}>
          <section class={`summary ${summaryDensity(report.summary)}`} id="summary" aria-labelledby="title">
            <h1 id="title">{report.title}</h1>
            <p class="subtitle">{report.subtitle}</p>
            <Blocks blocks={report.summary} level={2} />
          </section>
          <Contents report={report} />
          {report.sections.map((section) => (
            <section id={section.id} aria-labelledby={`${section.id}-title`}>
              <h2 id={`${section.id}-title`}>{section.title}</h2>
              <Blocks blocks={section.blocks} level={3} />
            </section>
          ))}
        </main>
        <footer>
          <PlumbMark />
          <span>{text('html.foot', { code: report.code })}</span>
        </footer>
      </body>
    </html>
  );
  return `<!doctype html>\n${String(page)}\n`;
}

function Contents(props: { report: ReportDocument }) {
  return (
    <nav aria-labelledby="contents-title">
      <h2 id="contents-title">{text('html.contents', {})}</h2>
      <ol>
        {props.report.sections.map((section) => (
          <li>
            <a href={`#${section.id}`}>{section.title}</a>
          </li>
        ))}
      </ol>
    </nav>
  );
}
