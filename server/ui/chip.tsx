import type { Reach } from '#server/access/field-line.ts';
import type { Words } from '#server/text/words.ts';

/** What a chip is given. */
export interface ChipProps {
  readonly words: Words;
  readonly reach: Reach;
  /** The people that the sentence names; for `you-two` the other one. */
  readonly people?: readonly string[];
  /** For totals: the smallest number of people of a figure. */
  readonly least?: number;
}

/** Who will see it, before its field in reading order; it opens a sentence that names the people. */
export function Chip({ words, reach, people = [], least = 5 }: ChipProps) {
  const values = { people: words.list(people), count: people.length, least };
  return (
    <details class="chip">
      <summary>
        <svg width="16" height="12" viewBox="0 0 16 12" aria-hidden="true" focusable="false">
          <ReachMark reach={reach} />
        </svg>
        <span class="unseen">{words.say('ui.chip.who')}</span>
        {words.say(`ui.chip.${reach}`, values)}
      </summary>
      <p>{words.say(`ui.chip.${reach}.meaning`, values)}</p>
    </details>
  );
}

/** A dot is a person; open rings cannot be told apart. */
function ReachMark(props: { reach: Reach }) {
  const dots = (places: readonly (readonly [number, number])[], look: Record<string, string>) =>
    places.map(([x, y]) => <circle cx={String(x)} cy={String(y)} {...look} />);
  const solid = { r: '2.5', fill: 'currentColor' };
  const open = { r: '2', fill: 'none', stroke: 'currentColor', 'stroke-width': '1.4' };
  const five = [
    [3, 3],
    [13, 3],
    [8, 6],
    [3, 9],
    [13, 9],
  ] as const;
  switch (props.reach) {
    case 'only-you':
      return <>{dots([[8, 6]], solid)}</>;
    case 'you-two':
      return (
        <>
          {dots(
            [
              [4.5, 6],
              [11.5, 6],
            ],
            solid,
          )}
        </>
      );
    case 'program-team':
      return (
        <>
          {dots(
            [
              [8, 3],
              [3.5, 9],
              [12.5, 9],
            ],
            solid,
          )}
        </>
      );
    case 'totals':
      return <>{dots(five, { r: '1.9', fill: 'currentColor' })}</>;
    case 'nobody-can-link':
      return <>{dots(five, open)}</>;
    case 'integrity-contact':
      return <path d="M8 0.5L13.5 6L8 11.5L2.5 6Z" fill="currentColor" />;
  }
}
