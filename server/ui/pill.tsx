import type { Verdict } from '#evaluation/finding.ts';
import { VerdictMark } from '#report/figures/pill-mark.tsx';

/** A verdict as a shaped word, as in the report: word and shape tell it, colour only repeats it. */
export function Pill(props: { verdict: Verdict; word: string }) {
  return (
    <span class={`pill pill-${props.verdict}`}>
      <svg width="12" height="12" viewBox="0 0 12 12" aria-hidden="true" focusable="false">
        <VerdictMark verdict={props.verdict} colour="currentColor" />
      </svg>
      {props.word}
    </span>
  );
}
