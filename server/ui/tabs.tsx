import type { Words } from '#server/text/words.ts';

/** A tab: the page or the part of a page that its link shows. */
export interface Tab {
  readonly label: string;
  readonly href: string;
  /** The tab whose content is shown. */
  readonly here: boolean;
  /** Keys that follow it, as `g o`. */
  readonly keys?: string | undefined;
  /** At the far end of the row: pages that are opened less often. */
  readonly apart?: boolean | undefined;
}

/** Tabs as a row of links; a narrow screen scrolls it. */
export function Tabs(props: { words: Words; tabs: readonly Tab[]; label?: string }) {
  const { words, tabs, label } = props;
  return (
    <nav class="tabs" aria-label={label ?? words.say('ui.tabs')}>
      <div class="inner">
        <ul>
          {tabs.map((tab, i) => (
            <li class={tab.apart === true && tabs[i - 1]?.apart !== true ? 'apart' : undefined}>
              <a href={tab.href} aria-current={tab.here ? 'page' : undefined} data-key={tab.keys}>
                {tab.label}
              </a>
            </li>
          ))}
        </ul>
      </div>
    </nav>
  );
}
