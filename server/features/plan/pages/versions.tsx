import { Code } from '#server/ui/code.tsx';
import { Table } from '#server/ui/table.tsx';
import type { View } from '#server/ui/view.ts';
import type { PlanState } from '../plan.actions.ts';

interface VersionsProps {
  readonly view: View;
  readonly state: PlanState;
}

/** What was locked, when, under which fingerprint, and how often it was changed since. */
export function LockedLine({ view, state }: VersionsProps) {
  const { words } = view;
  const { locked, versions } = state;
  if (locked === null) return null;
  const count = (kind: string): number => versions.filter((version) => version.kind === kind).length;
  return (
    <p class="locked">
      {words.say('plan.locked-line', { at: words.moment(versions[0]!.made_at, 'UTC') })}{' '}
      <Code value={locked.fingerprint} most={3} />{' '}
      {words.say('plan.locked-changes', { amendments: count('amendment'), deviations: count('deviation') })}
    </p>
  );
}

/** Every version with its reason, whether results had been seen, and the two people. */
export function VersionTable({ view, state: { versions } }: VersionsProps) {
  const { words, reader } = view;
  if (versions.length === 0) return null;
  return (
    <>
      <h3 id="changes">{words.say('plan.changes')}</h3>
      {versions.length === 1 ? <p>{words.say('plan.changes.none')}</p> : null}
      <Table
        words={words}
        caption={words.say('plan.changes')}
        columns={(['version', 'at', 'kind', 'reason', 'seen', 'who'] as const).map((column) => ({
          label: words.say(`plan.changes.${column}`),
        }))}
        rows={versions.map(
          ({ version, made_at, kind, reason, looks_before, askedByName, confirmedByName }) => [
            words.number(version),
            words.moment(made_at, reader?.organisation.timeZone ?? 'UTC'),
            words.say(`plan.changes.${kind}`),
            reason,
            looks_before === 0
              ? words.say('plan.changes.no-looks')
              : words.say('plan.changes.looks', { looks: looks_before }),
            words.say('plan.changes.two', { asked: askedByName, confirmed: confirmedByName }),
          ],
        )}
      />
    </>
  );
}
