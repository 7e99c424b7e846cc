/** Columns that are never needed, and why; they stay out unless the plan names one as an outcome. */
const REFUSED: readonly (readonly [pattern: RegExp, reason: string])[] = [
  [/^(salary|pay|wage|income|bonus|compensation|gehalt)(_|$)/i, 'pay'],
  [/(^|_)(health|sick|sickness|disability|diagnosis|illness|medical)(_|$)/i, 'health'],
  [/(^|_)(religion|faith|church)(_|$)/i, 'religion'],
  [/^(comment|comments|notes?|remarks?|free_text|feedback)$/i, 'free text about people'],
  [/^(name|first_name|last_name|full_name|e-?mail|mail|phone|address)$/i, 'who somebody is'],
];

/** Why a people column stays out, or `undefined` when it may come in. */
export function refusalOf(heading: string): string | undefined {
  return REFUSED.find(([pattern]) => pattern.test(heading))?.[1];
}
