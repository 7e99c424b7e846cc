import { canWeSeeIt, type SeenOutcome, type UnseenOutcome } from '#evaluation/program/can-we-see-it.ts';
import { PLANNING_FIGURES } from '#report/figures/registry.ts';
import { detectSentence } from '#report/planning/detect-words.ts';
import { Blocks } from '#report/formats/html-blocks.tsx';
import { Box } from './box.tsx';
import type { StepFields } from './step-page.ts';

/** What the planned comparison could see: a sentence per outcome, and the picture of the primary one. */
export function Sight({ fields }: { readonly fields: StepFields }) {
  const { words } = fields.view;
  const sight = canWeSeeIt(fields.plan);
  return (
    <section id="sight" class="sight" aria-live="polite">
      <h3>{words.say('plan.sight')}</h3>
      {'lacks' in sight ? (
        <p>{words.say(`plan.sight.lacks-${sight.lacks}`)}</p>
      ) : (
        sight.rows.map((row) => <Row fields={fields} row={row} />)
      )}
    </section>
  );
}

function Row({ fields, row }: { readonly fields: StepFields; readonly row: SeenOutcome | UnseenOutcome }) {
  const { words } = fields.view;
  const name = row.outcome.label ?? row.outcome.outcome;
  if ('lacks' in row)
    return (
      <p>
        <strong>{name}</strong>: {words.say(`plan.sight.row-lacks-${row.lacks}`)}
      </p>
    );
  const figure = PLANNING_FIGURES['what-could-we-see'](
    row.visible,
    row.outcome.outcome.replaceAll('_', '-'),
    words.say('plan.sight.source'),
  );
  return (
    <div class="seen" data-sight={row.sight}>
      <p>
        <strong>{words.say(`plan.sight.${row.sight}`)}</strong> {detectSentence(row.visible)}
      </p>
      {row.amongSeveral === null ? null : (
        <p>
          {words.say('plan.sight.among-several', {
            of: row.amongSeveral.of,
            some: Math.round(row.amongSeveral.some * 100),
          })}
        </p>
      )}
      {row.sight === 'enough' ? null : (
        <Box
          name="keptKnowingly[]"
          value={row.outcome.outcome}
          label={words.say('plan.sight.keep', { name })}
          ticked={fields.plan.expected.keptKnowingly.includes(row.outcome.outcome)}
        />
      )}
      {row.role === 'primary' || fields.view.query['table'] === figure.name ? (
        <Blocks blocks={[figure]} level={3} />
      ) : (
        <details>
          <summary>{words.say('plan.sight.picture', { name })}</summary>
          <Blocks blocks={[figure]} level={3} />
        </details>
      )}
    </div>
  );
}
