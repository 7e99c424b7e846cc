import { INSTRUMENTS } from '#evaluation/instruments/registry.ts';
import type { ShownItem } from '#evaluation/survey/shown-survey.ts';
import { hasText, text } from '../text/text.ts';

/** How an item reads in a report, and what its steps are called; null where the words may not be shown or are not known. */
export interface ItemWords {
  readonly wording: string;
  readonly step: (code: string) => string | null;
  /** Whether its steps go from disagreeing to agreeing. */
  readonly agreeing: boolean;
}

/** The words of an item: from the catalogue, from the study where its owner allows it, else its id. */
export function itemWords(item: ShownItem): ItemWords {
  const instrument = INSTRUMENTS.find(
    ({ id, version }) => id === item.instrument && version === item.version,
  );
  const put = instrument?.items.find(({ id }) => id === item.item);
  const form = instrument?.forms.find(
    ({ about, asks, items }) =>
      items.includes(item.item) &&
      (about === 'the-meeting' || (about === 'oneself') === (item.about === 'oneself')) &&
      (item.who === 'others' ||
        (asks as readonly string[]).includes(item.who === 'mentors' ? 'mentor' : 'mentee')),
  );
  const key = `instrument.${item.instrument}.item.${item.item}.${form?.id ?? ''}`;
  const own = item.wording && (item.wording['en'] ?? Object.values(item.wording)[0]);
  const words = put?.answered.kind === 'rating' ? put.answered.words : null;
  return {
    wording: hasText(key) ? text(key, { other: text('p10.other', {}) }) : (own ?? item.item),
    step: (code) => {
      const stepKey = `answer-step.${words ?? ''}.${code}`;
      return hasText(stepKey) ? text(stepKey, {}) : null;
    },
    agreeing: words === null || words === 'truth',
  };
}
