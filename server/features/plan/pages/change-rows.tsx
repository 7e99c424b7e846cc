import type { ProgramPlan } from '#evaluation/program/program-plan.ts';
import { changeRows } from '#report/program/change-rows.ts';
import { Table } from '#server/ui/table.tsx';
import type { View } from '#server/ui/view.ts';

/** What differs between two plans, in words. */
export function ChangeRows({
  view,
  before,
  after,
}: {
  readonly view: View;
  readonly before: ProgramPlan;
  readonly after: ProgramPlan;
}) {
  const { words } = view;
  return (
    <Table
      words={words}
      caption={words.say('plan.review.changes')}
      columns={[
        { label: words.say('plan.change.field') },
        { label: words.say('plan.change.before') },
        { label: words.say('plan.change.after') },
      ]}
      rows={changeRows(before, after).map((row) => [
        row.locked ? row.what : `${row.what} (${words.say('plan.change.logged')})`,
        row.before,
        row.after,
      ])}
    />
  );
}
