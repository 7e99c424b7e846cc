import { listed } from '../text/listed.ts';
import { text } from '../text/text.ts';

/** The joint name of planned groups, each by its levels: "Kiel and Lübeck". */
export function plannedGroup(members: readonly (readonly string[])[]): string {
  return listed(
    members.map((path) =>
      path.map((level) => (level === '' ? text('figures.not-known', {}) : level)).join(', '),
    ),
  );
}
