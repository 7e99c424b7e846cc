import { z } from 'zod';
import { SUBJECTS, USES } from '#evaluation/instruments/instrument.ts';
import { dayFromIso } from '#evaluation/study/day.ts';

const date = z.string().refine((text) => dayFromIso(text) !== undefined, 'a day that exists, as YYYY-MM-DD');
const word = z.string().trim().min(1);
const byLanguage = z.record(z.string(), word);

const rights = z.strictObject({
  holder: word,
  /** A licence with its number, or a letter of permission with its date. */
  licence: word.optional(),
  permission: word.optional(),
  from: date.optional(),
  until: date.optional(),
  uses: z.array(z.enum(USES)),
  unaltered: z.boolean(),
});

const option = z.strictObject({ code: word, words: byLanguage.optional() });
const wording = { id: word, wording: byLanguage.optional() };
const item = z.union([
  z.strictObject({
    ...wording,
    lowest: z.int(),
    highest: z.int(),
    reverse: z.literal(true).optional(),
    /** The words of the steps by language, lowest first. */
    steps: z.record(z.string(), z.array(word)).optional(),
  }),
  z.strictObject({
    ...wording,
    options: z.array(option).min(2),
    several: z.literal(true).optional(),
  }),
  z.strictObject({ ...wording, comment: z.literal(true) }),
]);
export type GivenItem = z.infer<typeof item>;

const scale = z.strictObject({
  id: word,
  items: z.array(word).min(1),
  leastAnswered: z.int().min(1),
  score: z.enum(['mean', 'sum']),
  better: z.enum(['higher', 'lower']),
  subject: z.enum(SUBJECTS),
});

/** One instrument as a study brings it along; a field that is not here is refused. */
export const instrumentSchema = z.strictObject({
  instrument: word,
  version: word,
  source: word,
  /** The language it was written in first. */
  languages: z.array(word).min(1),
  per: z.enum(['wave', 'meeting']).optional(),
  rights,
  items: z.array(item).min(1),
  scales: z.array(scale),
  /** Answers and the scores that its key gives; checked when the file is read. */
  worked: z
    .array(
      z.strictObject({
        answers: z.record(z.string(), z.string()),
        scores: z.record(z.string(), z.number().nullable()),
      }),
    )
    .optional(),
});
export type GivenInstrument = z.infer<typeof instrumentSchema>;
