import { steadyModel } from '../effect/steady-model.ts';
import type { ExactFigures, Finding, Gate, GroupFigure, Note, Range, Reason } from '../finding.ts';
import type { Plan } from '../plan/plan.ts';
import type { ShownFigures, ShownFinding, ShownGroup } from '../shown.ts';
import { type ArmFacts, armShown, countsAlike, outward, stepped } from './display-table.ts';
import { shownSensitivity } from './disclose-sensitivity.ts';
import { floorOf } from './floors.ts';
import { differenceShown, significant } from './two-digits.ts';

/** From so many people per arm a modelled difference may be shown (measurement 7). */
const LEAST_FOR_DIFFERENCE = { hr: 10, survey: 20 } as const;
const LEAST_FOR_BOUNDS = 20;
const FINE_FROM = 50;

/** One outcome through the door: floors first, then the display table. */
export function shownFinding(finding: Finding, plan: Plan): ShownFinding {
  const { exact, ...rest } = finding;
  const told = { ...rest, reasons: rest.reasons.map(shownReason), gates: rest.gates.map(shownGate) };
  const need = floorOf(plan, finding.source);
  if (!exact && !nobodyAnswered(finding)) return { ...told, shown: null, hidden: null };
  if (exact?.groups.every((group) => group.n >= need)) {
    return { ...told, shown: shownFigures(exact, finding), hidden: null };
  }
  return {
    ...told,
    // Who is missing from so few may take nothing away: it would tell how many there are.
    grade: finding.gates.some(({ effect }) => effect === 'grade-b') ? 'A' : finding.grade,
    verdict: 'hidden',
    qualifier: null,
    fragile: false,
    reasons: [],
    gates: [],
    missing: null,
    shown: null,
    hidden: { rule: 'below-minimum', need },
  };
}

/** Whether an outcome of answers has no figure for want of answers: told like one of too few. */
function nobodyAnswered({ source, missing }: Finding): boolean {
  if (source !== 'survey' || missing === null) return false;
  const { reason, values } = missing;
  return reason === 'too-few-people' || (reason === 'no-such-data' && values.column === undefined);
}

/** Values of a checklist that tell nothing exact: what is needed, and whole numbers of effective people. */
const TOLD_VALUES = new Set(['need', 'k', 'participants', 'comparison']);

function shownReason(reason: Reason): Reason {
  const values = Object.entries(reason.values).filter(([name]) => TOLD_VALUES.has(name));
  return { ...reason, values: Object.fromEntries(values.map(([name, value]) => [name, Math.floor(value)])) };
}

/** Differences that a note may tell of, in units of the outcome. */
const NOTED_DIFFERENCES = new Set(['difference', 'low', 'high']);

/** A note with differences at two digits, shares at the grain of the arms, whole numbers as they are, others at three digits. */
function shownNote(note: Note, grain: number): Note {
  const rounded = (name: string, value: number): number => {
    if (NOTED_DIFFERENCES.has(name)) return significant(value, 2);
    if (Number.isInteger(value)) return value;
    return value >= 0 && value <= 1 ? stepped(value, grain) : significant(value, 3);
  };
  const values = Object.entries(note.values).map(([name, value]) => [
    name,
    typeof value === 'number' ? rounded(name, value) : value,
  ]);
  return { ...note, values: Object.fromEntries(values) };
}

/** Gates whose numbers are shares of arms or few people, and which no sentence prints. */
const NOT_TOLD: ReadonlySet<Gate['id']> = new Set(['F4', 'F5', 'F8']);

/** A gate with its numbers at three digits, whole ones as they are. */
function shownGate(gate: Gate): Gate {
  if (NOT_TOLD.has(gate.id)) return { ...gate, values: {} };
  const values = Object.entries(gate.values).map(([name, value]) => [
    name,
    typeof value === 'number' && !Number.isInteger(value) ? significant(value, 3) : value,
  ]);
  return { ...gate, values: Object.fromEntries(values) };
}

function shownFigures(exact: ExactFigures, finding: Finding): ShownFigures {
  const smallest = Math.min(...exact.groups.map((group) => group.n));
  const single = exact.groups.length === 1;
  const silent = finding.gates.some(({ effect }) => effect === 'words-only');
  const wide =
    !silent &&
    steadyModel(exact) &&
    smallest >= (single ? LEAST_FOR_BOUNDS : LEAST_FOR_DIFFERENCE[finding.source]);
  const difference = (range: Range | null): Range | null =>
    wide && range
      ? [differenceShown(range[0], finding.matters), differenceShown(range[1], finding.matters)]
      : null;
  const grain = smallest >= FINE_FROM ? 0.01 : 0.05;
  const groups = exact.groups.map((group) => shownGroup(group, finding));
  // A share of one group is no difference: it keeps the grain of its group.
  const share = finding.method === 'opinion' ? groups[0]! : null;
  const inner = (range: Range | null): Range | null =>
    share?.range95 && range ? outward(range, grain, [0, 1]) : null;
  return {
    groups,
    estimate: share
      ? share.value
      : wide && exact.estimate !== null
        ? differenceShown(exact.estimate, finding.matters)
        : null,
    range95: share ? share.range95 : difference(exact.range95),
    range80: share ? inner(exact.range80) : difference(exact.range80),
    range50: share ? inner(exact.range50) : difference(exact.range50),
    nStar: exact.nStar.map((size) => Math.round(size)),
    events: eventsShown(exact, finding),
    df: exact.df === null ? null : significant(exact.df, 3),
    k: exact.k,
    notes: exact.notes.map((note) => shownNote(note, grain)),
    sensitivity:
      wide && exact.sensitivity
        ? shownSensitivity(exact.sensitivity, finding, LEAST_FOR_DIFFERENCE[finding.source])
        : null,
    bounds: silent || smallest < LEAST_FOR_BOUNDS ? null : boundsShown(exact, finding, grain),
  };
}

/** Bounds no finer than the figure; of a share of one group that is told in words, those of every count that the words may stand for. */
function boundsShown({ bounds, groups }: ExactFigures, finding: Finding, grain: number): Range | null {
  if (bounds === null) return null;
  const [low, high] = bounds;
  if (finding.method === 'opinion') {
    const [group] = groups;
    const [least, most] = countsAlike(armFacts(group!, finding));
    const { count, asked } = group!;
    return outward([low - (count! - least) / asked, high + (most - count!) / asked], grain, [0, 1]);
  }
  if (finding.kind === 'share') return [stepped(low, grain), stepped(high, grain)];
  return [differenceShown(low, finding.matters), differenceShown(high, finding.matters)];
}

/** All events together, only when no arm's own count is hidden: else it could be worked out. */
function eventsShown(exact: ExactFigures, finding: Finding): number | null {
  return exact.groups.every((group) => shownGroup(group, finding).count !== null) ? exact.events : null;
}

function armFacts(group: GroupFigure, { kind, scale, source, sensitive }: Finding): ArmFacts {
  const { n, value, range95, count, alike } = group;
  return { kind, n, value, range95, count, alike, scale, source, sensitive };
}

function shownGroup(group: GroupFigure, finding: Finding): ShownGroup {
  const { who, n, asked, before, alikeBefore } = group;
  const start = { value: before, range95: null, count: null, alike: alikeBefore };
  const facts = armFacts(group, finding);
  return {
    who,
    n,
    asked,
    ...armShown(facts),
    before: before === null ? null : armShown({ ...facts, ...start, kind: 'score' }).value,
  };
}
