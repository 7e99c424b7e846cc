import type { Child } from 'hono/jsx';
import type { View } from './view.ts';

/** A whole page. */
export function Page({
  view,
  title,
  children,
}: {
  readonly view: View;
  readonly title: string;
  readonly children?: Child;
}) {
  return (
    <html lang={view.words.language} dir={view.words.direction}>
      <head>
        <title>{title}</title>
      </head>
      <body>
        <main>{children}</main>
      </body>
    </html>
  );
}
