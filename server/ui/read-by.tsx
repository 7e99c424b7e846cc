import { permissionOf, type PermissionName } from '#server/access/permissions.ts';
import type { View } from './view.ts';

/** Who may read what is on a page, from the table of access itself: shown label and wall cannot differ. */
export function ReadBy({ view, needs }: { readonly view: View; readonly needs: PermissionName }) {
  const { words } = view;
  const roles = words.list(permissionOf(needs).roles.map((role) => words.say(`role.${role}`)));
  return (
    <details class="chip">
      <summary>
        <span class="unseen">{words.say('ui.chip.who')}</span>
        {words.say('ui.read-by')}
      </summary>
      <p>{words.say(`ui.read-by.${permissionOf(needs).at}`, { roles })}</p>
    </details>
  );
}
