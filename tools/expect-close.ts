import { expect } from 'vitest';

/**
 * A claim that two numbers agree to a relative tolerance; below a millionth it is measured against a millionth.
 *
 * Missing: `NaN` on either side fails.
 *
 * @param tolerance largest |actual − expected| ÷ max(1e-6, |expected|); 1e-12 for closed forms, 1e-8 for iterations
 * @example
 * expectClose(0.1 + 0.2, 0.3, 1e-12);
 */
export function expectClose(actual: number, expected: number, tolerance: number): void {
  const scale = Math.max(1e-6, Math.abs(expected));
  const apart = Math.abs(actual - expected) / scale;
  expect(apart, `${actual} for ${expected}: ${apart} apart, allowed ${tolerance}`).toBeLessThanOrEqual(
    tolerance,
  );
}
