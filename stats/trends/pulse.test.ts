import { expect, test } from 'vitest';
import { expectClose } from '#tools/expect-close.ts';
import { newcombe } from '#stats/proportions/newcombe.ts';
import { pulse, type PulseStep } from './pulse.ts';

/** The chance of each count of n people who each say yes with the same chance, by its own formula. */
function chances(n: number, share: number): Float64Array {
  const logs = new Float64Array(n + 1);
  logs[0] = n * Math.log(1 - share);
  for (let k = 1; k <= n; k++) {
    logs[k] = logs[k - 1]! + Math.log((n - k + 1) / k) + Math.log(share / (1 - share));
  }
  return logs.map((log) => Math.exp(log));
}

function step(startEvents: number, events: number, n: number, plannedLaterWaves: number): PulseStep {
  const early = Math.min(n, startEvents);
  const waves = [early, startEvents - early, events].map((count) => ({ events: count, people: n }));
  return pulse({ waves, plannedLaterWaves, statements: 1 })[0]!;
}

/**
 * How often at least one later wave alarms, and how often the first does, over every outcome of start and wave. Later waves are
 * independent of each other given the start.
 */
function alarms(n: number, plannedLaterWaves: number, before: number, after: number) {
  const [start, later] = [chances(2 * n, before), chances(n, after)];
  let any = 0;
  let one = 0;
  for (const [k, startChance] of start.entries()) {
    if (startChance < 1e-9) continue;
    let given = 0;
    for (const [j, chance] of later.entries()) {
      if (chance < 1e-9) continue;
      const found = step(k, j, n, plannedLaterWaves);
      if (found.kind === 'change' && found.alarm !== 'none') given += chance;
    }
    one += startChance * given;
    any += startChance * (1 - (1 - given) ** plannedLaterWaves);
  }
  return { any, one };
}

test.each([
  [40, 4],
  [40, 8],
  [80, 4],
  [80, 8],
  [200, 4],
  [200, 8],
])('waves of %i with %i later ones alarm falsely in 3.6 to 5.1 of 100 programs', (n, later) => {
  for (const share of [0.5, 0.6, 0.7, 0.8]) {
    const { any } = alarms(n, later, share, share);
    expect(any).toBeGreaterThan(0.036);
    expect(any).toBeLessThan(0.051);
  }
});

test.each([
  [40, 0.46],
  [80, 0.77],
  [200, 0.99],
])('a fall from 80 to 60 in 100 is seen by a wave of %i people as often as was simulated', (n, simulated) => {
  // The figures of the design come from simulation: two in a hundred are its error.
  expect(Math.abs(alarms(n, 4, 0.8, 0.6).one - simulated)).toBeLessThan(0.02);
});

test('a later wave is held against the first two together, at a level for all waves and statements', () => {
  const waves = [
    { events: 61, people: 79 },
    { events: 66, people: 80 },
    { events: 68, people: 81 },
    { events: 30, people: 78 },
  ];
  const [third, fourth] = pulse({ waves, plannedLaterWaves: 4, statements: 2 });
  const right = newcombe(68, 81, 127, 159, 1 - 0.05 / 8);
  expect(third).toMatchObject({ kind: 'change', estimate: right.estimate, alarm: 'none' });
  expect(third!.kind === 'change' && third!.range).toEqual([right.low, right.high]);
  expectClose(third!.kind === 'change' ? third!.level : 0, 0.99375, 1e-14);
  expect(fourth).toMatchObject({ kind: 'change', alarm: 'lower' });
});

test('fewer than 20 in the wave or at the start, and waves beyond the plan, say nothing', () => {
  const wave = (people: number) => ({ events: 10, people });
  const steps = pulse({
    waves: [wave(20), wave(25), wave(19), wave(20), wave(40)],
    plannedLaterWaves: 2,
    statements: 1,
  });
  expect(steps[0]).toEqual({ kind: 'missing', reason: 'fewer-than-20', have: 19, need: 20 });
  expect(steps[1]!.kind).toBe('change');
  expect(steps[2]).toEqual({ kind: 'missing', reason: 'more-waves-than-planned' });
  const small = pulse({ waves: [wave(19), wave(25), wave(60)], plannedLaterWaves: 2, statements: 1 });
  expect(small[0]).toEqual({ kind: 'missing', reason: 'fewer-than-20', have: 19, need: 20 });
});

test('two waves or none have nothing to be held against', () => {
  expect(pulse({ waves: [], plannedLaterWaves: 4, statements: 1 })).toEqual([]);
  const waves = [
    { events: 30, people: 40 },
    { events: 3, people: 40 },
  ];
  expect(pulse({ waves, plannedLaterWaves: 4, statements: 1 })).toEqual([]);
});

test('counting who said no turns the alarm round', () => {
  const waves = [40, 41, 20].map((events) => ({ events, people: 50 }));
  const opposite = waves.map(({ events, people }) => ({ events: people - events, people }));
  expect(pulse({ waves, plannedLaterWaves: 4, statements: 1 })[0]).toMatchObject({ alarm: 'lower' });
  expect(pulse({ waves: opposite, plannedLaterWaves: 4, statements: 1 })[0]).toMatchObject({
    alarm: 'higher',
  });
});

test('impossible counts and plans are refused', () => {
  const waves = [{ events: 51, people: 50 }];
  expect(() => pulse({ waves, plannedLaterWaves: 4, statements: 1 })).toThrow(RangeError);
  expect(() => pulse({ waves: [{ events: 0.5, people: 50 }], plannedLaterWaves: 4, statements: 1 })).toThrow(
    RangeError,
  );
  expect(() => pulse({ waves: [], plannedLaterWaves: 0, statements: 1 })).toThrow(RangeError);
  expect(() => pulse({ waves: [], plannedLaterWaves: 4, statements: 1.5 })).toThrow(RangeError);
});
