import type { ProgramPlan } from '#evaluation/program/program-plan.ts';
import { seeRows, type SeeRow } from '#report/program/see-rows.ts';
import { Figure } from '#server/ui/figure.tsx';
import { formState } from '#server/ui/form-state.ts';
import type { View } from '#server/ui/view.ts';
import { Box } from './box.tsx';
import type { StepFields } from './step-page.ts';

/** The answer to numbers that are still being typed: the same part of the page, and nothing else of it. */
export function SightAlone({ view, plan }: { readonly view: View; readonly plan: ProgramPlan }) {
  const fields: StepFields = { view, plan, form: formState(view), add: null };
  return (
    <html lang={view.words.language}>
      <body>
        <Sight fields={fields} />
      </body>
    </html>
  );
}

/** What the planned comparison could see: a sentence per outcome, and a picture of each. */
export function Sight({ fields }: { readonly fields: StepFields }) {
  const { words } = fields.view;
  const seen = seeRows(fields.plan, words.say('plan.sight.source'));
  return (
    <section id="sight" aria-live="polite">
      <h3>{words.say('plan.sight')}</h3>
      {'sentence' in seen ? (
        <p>{seen.sentence}</p>
      ) : (
        seen.rows.map((row) => <Row fields={fields} row={row} />)
      )}
    </section>
  );
}

function Row({ fields, row }: { readonly fields: StepFields; readonly row: SeeRow }) {
  const { view, plan } = fields;
  const { words } = view;
  const { figure } = row;
  return (
    <div class="card">
      <p class="muted">{row.roleName}</p>
      <p>{row.sentence}</p>
      {row.sight === 'enough' || row.sight === 'unknown' ? null : (
        <Box
          name="keptKnowingly[]"
          value={row.outcome}
          label={words.say('plan.sight.keep')}
          ticked={plan.expected.keptKnowingly.includes(row.outcome)}
        />
      )}
      {figure === null ? null : row.role === 'primary' ? (
        <Figure view={view} figure={figure} />
      ) : (
        <details open={view.query['table'] === figure.name}>
          <summary>{words.say('plan.sight.picture')}</summary>
          <Figure view={view} figure={figure} />
        </details>
      )}
    </div>
  );
}
