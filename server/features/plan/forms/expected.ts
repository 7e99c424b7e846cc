import { z } from 'zod';
import type { Expected, ExpectedShape } from '#evaluation/program/program-plan.ts';
import { chosen, decimal, maybe, whole } from '#server/http/texts.ts';
import { sentFields, stepForm } from './step-form.ts';

const scale = z.string().regex(/^[a-z][a-z0-9_-]{0,60}$/, 'wrong.scale');
const people = () => maybe(whole(1, 10_000_000));
const inHundred = () => maybe(decimal(0, 100));

const schema = z.strictObject({
  ...sentFields,
  participants: people(),
  mentors: people(),
  applicants: people(),
  comparison: people(),
  comparisonMentors: people(),
  answeredInHundred: inHundred(),
  comparisonAnsweredInHundred: inHundred(),
  mentorVariation: maybe(decimal(0, 5)),
  mentorCorrelation: maybe(decimal(0, 1)),
  outcomes: z
    .record(
      scale,
      z.strictObject({
        inHundred: inHundred(),
        spread: maybe(decimal(0.0001, 1e6)),
        correlation: maybe(decimal(-1, 1)),
      }),
    )
    .optional()
    .default({}),
  keptKnowingly: chosen(scale, 12),
});
type Values = z.infer<typeof schema>;

/** Step 5: what is expected before the start, to know what could be seen at all. */
export const expectedForm = stepForm({
  step: 'expected',
  schema,
  part: (values: Values): Expected => expectedOf(values),
  example: {
    participants: 160,
    comparison: 320,
    answeredInHundred: 85,
    comparisonAnsweredInHundred: 80,
    outcomes: { promotion: { inHundred: 15 } },
  },
});

/** Shares lie between 0 and 1 from here on. */
function expectedOf(values: Values): Expected {
  const {
    participants,
    mentors,
    applicants,
    comparison,
    comparisonMentors,
    mentorVariation,
    mentorCorrelation,
  } = values;
  const facts = {
    participants,
    mentors,
    applicants,
    comparison,
    comparisonMentors,
    mentorVariation,
    mentorCorrelation,
    answered: share(values.answeredInHundred),
    comparisonAnswered: share(values.comparisonAnsweredInHundred),
  };
  return {
    ...(Object.fromEntries(
      Object.entries(facts).filter(([, value]) => value !== undefined),
    ) as Partial<Expected>),
    outcomes: Object.fromEntries(
      Object.entries(values.outcomes).map(([name, shape]) => [name, shapeOf(shape)]),
    ),
    keptKnowingly: values.keptKnowingly,
  };
}

function shapeOf({ inHundred: share100, spread, correlation }: Values['outcomes'][string]): ExpectedShape {
  return {
    ...(share100 !== undefined && { share: share100 / 100 }),
    ...(spread !== undefined && { spread }),
    ...(correlation !== undefined && { correlation }),
  };
}

function share(hundredth: number | undefined): number | undefined {
  return hundredth === undefined ? undefined : hundredth / 100;
}
