import type { View } from '#server/ui/view.ts';
import type { PlanState } from '../plan.actions.ts';

/** What was locked, when, under which fingerprint, and how often it was changed since. */
export function Versions({ view, state }: { readonly view: View; readonly state: PlanState }) {
  const { words, reader } = view;
  const { locked, versions } = state;
  if (locked === null || reader === null) return null;
  const count = (kind: string): number => versions.filter((version) => version.kind === kind).length;
  return (
    <p class="locked">
      {words.say('plan.locked-line', {
        at: words.moment(versions[0]!.made_at, 'UTC'),
        fingerprint: locked.fingerprint
          .slice(0, 12)
          .toUpperCase()
          .replace(/(.{4})(?=.)/g, '$1-'),
        amendments: count('amendment'),
        deviations: count('deviation'),
      })}
    </p>
  );
}
