import { raw } from 'hono/html';
import type { Child } from 'hono/jsx';
import { assetPath } from './assets.ts';
import { moduleNames } from './browser-modules.ts';
import { PageFoot } from './page-foot.tsx';
import { PageHead } from './page-head.tsx';
import type { View } from './view.ts';

/** What a page is given. */
export interface PageProps {
  readonly view: View;
  /** Also the first heading, unless the content has one of its own. */
  readonly title: string;
  /** State of what is shown, beside the heading: *Draft · not locked*. */
  readonly status?: Child;
  /** Links and buttons beside the heading. */
  readonly actions?: Child;
  /** Where this page belongs. */
  readonly back?: { readonly href: string; readonly label: string };
  /** 640 for forms, 720 for reading, 1200 for tables and figures. */
  readonly width?: 'narrow' | 'reading' | 'wide';
  /** Larger letters for mentors and mentees. */
  readonly audience?: 'participants' | 'staff';
  /** Who answers questions here, for *Help* in the foot. */
  readonly helper?: { readonly name: string; readonly mail: string };
  readonly children?: Child;
}

/**
 * A whole page: head with program and tabs, the content, the foot. It is complete without scripts; those whose `data-`
 * attribute stands in the content are asked for.
 */
export function Page(props: PageProps) {
  const { view, title, width = 'wide', audience = 'staff' } = props;
  const { words } = view;
  const body = textOf(
    <body class={audience} data-keys={view.keys === false ? undefined : ''}>
      <a class="skip" href="#content">
        {words.say('ui.skip')}
      </a>
      <PageHead view={view} />
      <main id="content" class={`page-${width}`} tabindex={-1}>
        <div class="inner">
          <Content {...props} />
        </div>
      </main>
      <PageFoot view={view} helper={props.helper} />
    </body>,
  );
  const place = view.program === null ? 'ui.title' : 'ui.title.program';
  const whole = words.say(place, { title, program: view.program?.name ?? '' });
  return (
    <html lang={words.language} dir={words.direction} data-theme={view.theme}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <title>{view.wrong === null ? whole : words.say('ui.title.error', { title: whole })}</title>
        <link rel="icon" type="image/svg+xml" href={assetPath('mark.svg')} />
        <link
          rel="preload"
          as="font"
          type="font/woff2"
          crossorigin="anonymous"
          href={assetPath('source-sans-3-latin-wght-normal.woff2')}
        />
        <link rel="stylesheet" href={assetPath('style.css')} />
        {modulesIn(body).map((name) => (
          <script type="module" src={assetPath(`${name}.js`)}></script>
        ))}
      </head>
      {raw(body)}
    </html>
  );
}

function Content({ title, status, actions, back, children }: PageProps) {
  const content = textOf(<>{children}</>);
  const heads = content.includes('<h1');
  return (
    <>
      {back === undefined ? null : (
        <a class="back" href={back.href}>
          {back.label}
        </a>
      )}
      {heads ? null : (
        <div class="headline">
          <h1>{title}</h1>
          {status === undefined ? null : <div class="beside">{status}</div>}
          {actions === undefined ? null : <div class="beside after">{actions}</div>}
        </div>
      )}
      {raw(content)}
    </>
  );
}

/** JSX of ours as the text it becomes; it has escaped everything that it was given. */
function textOf(element: { toString(): string | Promise<string> }): string {
  const made = element.toString();
  if (typeof made !== 'string') {
    throw new RangeError('Page: its content has an asynchronous component; load what it needs before');
  }
  return made;
}

/** Each module is found by the attribute that has its name: `palette` by `data-palette`. */
function modulesIn(body: string): string[] {
  const asked = new Set(body.match(/ data-[a-z-]+(?=[ =>])/g));
  return moduleNames().filter((name) => asked.has(` data-${name}`));
}
