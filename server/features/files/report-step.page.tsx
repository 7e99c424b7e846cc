import type { ReportDocument } from '#report/document.ts';
import { Blocks } from '#report/formats/html-blocks.tsx';
import type { Words } from '#server/text/words.ts';
import { Button, Buttons } from '#server/ui/button.tsx';
import { MoreAbout } from '#server/ui/section.tsx';
import type { View } from '#server/ui/view.ts';
import { StudyFrame } from './study-frame.tsx';
import type { StudyData } from './study-data.ts';

/** The report in the frame of our pages, and every form in which it can be taken along. */
export function ReportStepPage({
  view,
  study,
  report,
}: {
  readonly view: View;
  readonly study: StudyData;
  readonly report: ReportDocument;
}) {
  const { words } = view;
  return (
    <StudyFrame view={view} study={study} here="report" width="reading">
      <div class="unprinted">
        <Downloads words={words} study={study} />
      </div>
      <section class="report" id="summary" aria-labelledby="report-title">
        <h2 id="report-title">{report.title}</h2>
        <p class="subtitle">{report.subtitle}</p>
        <Blocks blocks={report.summary} level={3} />
      </section>
      <nav aria-labelledby="contents-title">
        <h2 id="contents-title">{words.say('files.report.contents')}</h2>
        <ol>
          {report.sections.map(({ id, title }) => (
            <li>
              <a href={`#${id}`}>{title}</a>
            </li>
          ))}
        </ol>
      </nav>
      {report.sections.map(({ id, title, blocks }) => (
        <section id={id} aria-labelledby={`${id}-title`}>
          <h2 id={`${id}-title`}>{title}</h2>
          <Blocks blocks={blocks} level={3} />
        </section>
      ))}
    </StudyFrame>
  );
}

/** No report yet: why, and the way on. */
export function NoReportPage({ view, study }: { readonly view: View; readonly study: StudyData }) {
  const { words } = view;
  return (
    <StudyFrame view={view} study={study} here="report" width="reading">
      <p>{words.say('files.report.none')}</p>
      <Buttons>
        <Button kind="primary" href={`/files/${study.id}/check`}>
          {words.say('files.next.check')}
        </Button>
      </Buttons>
    </StudyFrame>
  );
}

/** What a name of an output ends with, in the order in which people look for it. */
const MAIN = ['report.pdf', 'report.docx', 'report.html'];

function Downloads({ words, study }: { words: Words; study: StudyData }) {
  const main = MAIN.flatMap((name) => study.results.filter((one) => one.name === name));
  const others = study.results.filter(({ name }) => !MAIN.includes(name));
  const rest = [
    ...others.filter((one) => !isFigure(one.name)),
    ...others.filter((one) => isFigure(one.name)),
  ];
  return (
    <>
      <Buttons>
        {main.map(({ name, address }) => (
          <Button href={address}>{words.say(`files.download.${name}`)}</Button>
        ))}
      </Buttons>
      <MoreAbout id="downloads" summary={words.say('files.downloads', { n: rest.length })}>
        <ul>
          {rest.map(({ name, bytes, address }) => (
            <li>
              <a href={address}>{name}</a>{' '}
              <span class="small">
                {words.say('files.kilobytes', { kilobytes: Math.max(1, Math.round(bytes / 1000)) })}
              </span>
            </li>
          ))}
        </ul>
      </MoreAbout>
    </>
  );
}

function isFigure(name: string): boolean {
  return /\.(svg|png)$/.test(name);
}
