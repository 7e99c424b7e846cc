import { varianceRatio } from '#stats/matching/variance-ratio.ts';
import type { Prepared } from './designs/prepared.ts';
import type { OutcomeValues } from './effect/exact-figures.ts';
import type { ExactFigures, Gate, Range } from './finding.ts';

/** Attrition limits of F4, in shares. */
const LEAST_ANSWERED = 0.5;
const ARMS_APART_WORDS = 0.15;
const ARMS_APART_FRAGILE = 0.1;
const LEAST_ANSWERED_LOTTERY = 0.7;
/** F1: how differently the value before may be spread, in variances (Rubin 2001). */
const LEAST_SPREAD = 0.5;
const MOST_SPREAD = 2;
/** F8: the share of values before that may be late. */
const MOST_LATE = 0.2;
/** F11. */
const LEAST_MENTORS = 5;
const LEAST_DEGREES_OF_FREEDOM = 4;
/** Below this size no verdict is given, so F5 has nothing to say. */
const LEAST_PEOPLE = 20;

/** The gates that need the outcome or who answered: F4, F5, F8, F9, F11. */
export function outcomeGates(
  exact: ExactFigures,
  outcome: OutcomeValues,
  prepared: Prepared,
  source: 'hr' | 'survey',
): Gate[] {
  return [
    ...(source === 'survey' ? attritionGates(exact, prepared) : []),
    ...spreadGate(outcome, prepared),
    ...selectionGate(exact, prepared),
    ...lateGate(outcome),
    ...instrumentGate(outcome),
    ...clusterGate(exact, prepared),
  ];
}

function attritionGates(exact: ExactFigures, prepared: Prepared): Gate[] {
  const [participants = 0, comparison = 0] = exact.groups.map(({ n, asked }) =>
    asked === 0 ? 0 : n / asked,
  );
  const apart = Math.abs(participants - comparison);
  const fewest = Math.min(participants, comparison);
  const values = { participants, comparison };
  const gates: Gate[] = [];
  if (fewest < LEAST_ANSWERED || apart > ARMS_APART_WORDS)
    gates.push({ id: 'F4', effect: 'words-only', values });
  else if (apart > ARMS_APART_FRAGILE) gates.push({ id: 'F4', effect: 'fragile', values });
  if (prepared.method === 'lottery' && (apart > ARMS_APART_FRAGILE || fewest < LEAST_ANSWERED_LOTTERY)) {
    gates.push({ id: 'F4', effect: 'grade-b', values });
  }
  return gates;
}

/** Whether a range leaves out no difference. */
export function excludesZero(range: Range | null | undefined): boolean {
  return !!range && (range[0] > 0 || range[1] < 0);
}

/** F5: the plain gap is there, what is left among similar people is not. */
function selectionGate(exact: ExactFigures, prepared: Prepared): Gate[] {
  const { naive, range95 } = exact;
  if (prepared.method === 'lottery' || !naive || !range95 || Math.min(...exact.nStar) < LEAST_PEOPLE)
    return [];
  if (!excludesZero(naive.range95) || excludesZero(range95)) return [];
  return [
    {
      id: 'F5',
      effect: 'selection',
      values: { participants: naive.participants, comparison: naive.comparison },
    },
  ];
}

/** F1: the value before is spread too differently in the two groups for one to stand in for the other. */
function spreadGate(outcome: OutcomeValues, prepared: Prepared): Gate[] {
  const { before } = outcome;
  if (prepared.method === 'lottery' || !before) return [];
  const known = new Int32Array(before.length).map((_, i) => i).filter((i) => !Number.isNaN(before[i]!));
  const ratio = varianceRatio({
    column: Float64Array.from(known, (i) => before[i]!),
    treated: Uint8Array.from(known, (i) => prepared.treated[i]!),
    weights: Float64Array.from(known, (i) => prepared.weights[i]!),
  });
  if (ratio === undefined || (ratio >= LEAST_SPREAD && ratio <= MOST_SPREAD)) return [];
  return [{ id: 'F1', effect: 'words-only', values: { ratio } }];
}

function lateGate(outcome: OutcomeValues): Gate[] {
  const { late, known } = outcome.beforeDates;
  if (known === 0 || late / known <= MOST_LATE) return [];
  return [{ id: 'F8', effect: 'words-only', values: { late, known } }];
}

/** F9: another instrument or version between the waves, or between people at one wave; then no change is computed. */
export function instrumentGate({ instruments }: Pick<OutcomeValues, 'instruments'>): Gate[] {
  const versions = [...new Set([...instruments.before, ...instruments.at])].sort();
  if (versions.length < 2) return [];
  return [{ id: 'F9', effect: 'words-only', values: { versions: versions.join(', ') } }];
}

/** F11: too few mentors, or too few degrees of freedom. */
export function clusterGate(exact: ExactFigures, prepared: Prepared): Gate[] {
  const few = prepared.mentors > 0 && prepared.mentors < LEAST_MENTORS;
  if (!few && (exact.df ?? 0) >= LEAST_DEGREES_OF_FREEDOM) return [];
  return [
    { id: 'F11', effect: 'too-little-data', values: { mentors: prepared.mentors, need: LEAST_MENTORS } },
  ];
}
