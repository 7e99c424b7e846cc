/** From this shape on Stirling's series below is exact to 16 digits; its first term left out is 2e-2 ÷ z¹³. */
const STIRLING_FROM = 16;
const SETTLED = 1e-17;
/** Terms needed grow with the root of the shape: 9 000 at a million. */
const MOST_TERMS = 1_000_000;
/** Stands for 0 in a denominator of the continued fraction. */
const TINY = 1e-300;

/**
 * The shares of a gamma distribution with scale 1 below and above a value: the regularised incomplete gamma functions.
 *
 * Use it for waiting times, and for counts: with mean x, the chance of a count of `shape` or more is `below`. Each of the two is exact
 * by itself, also where it is tiny.
 *
 * Units: shape above 0; value 0 or more. The two shares sum to 1.
 *
 * @throws RangeError when the shape or the value is outside those ranges
 * @see DLMF 8.11.4 (series), 8.9.2 (continued fraction), 5.11.1 (Stirling's series)
 * @see Loader, C. (2000). Fast and Accurate Computation of Binomial Probabilities (the part before the sums without loss of digits)
 * @see gamma.oracle.R (R's `pgamma`)
 * @example
 * incompleteGamma(1, 0)
 * // => { below: 0, above: 1 }
 */
export function incompleteGamma(
  shape: number,
  value: number,
): { readonly below: number; readonly above: number } {
  if (!(shape > 0 && shape < Infinity)) {
    throw new RangeError(`incompleteGamma: shape is ${shape}; it must be above 0 and finite`);
  }
  if (!(value >= 0)) {
    throw new RangeError(`incompleteGamma: value is ${value}; it must be 0 or more`);
  }
  if (value === 0) return { below: 0, above: 1 };
  if (value === Infinity) return { below: 1, above: 0 };
  const front = gammaFront(shape, value);
  if (value < shape + 1) {
    const below = Math.min(1, front * series(shape, value));
    return { below, above: 1 - below };
  }
  const above = Math.min(1, front * shape * fraction(shape, value));
  return { below: 1 - above, above };
}

/**
 * xᵃ e⁻ˣ ÷ Γ(a + 1): for whole a the chance of exactly a events when x are expected.
 *
 * Units: shape 0 or more, value above 0.
 *
 * @see Loader, C. (2000). Fast and Accurate Computation of Binomial Probabilities
 * @see gamma.oracle.R (R's `dpois` through `pgamma` and `qgamma`)
 * @example
 * gammaFront(1, 1).toFixed(12)
 * // => '0.367879441171'
 */
export function gammaFront(shape: number, value: number): number {
  if (shape < STIRLING_FROM) return (value ** shape * Math.exp(-value)) / gammaOfNext(shape);
  return Math.exp(-deviance(shape, value) - stirlingRest(shape)) / Math.sqrt(2 * Math.PI * shape);
}

/** Γ(a + 1), by Γ(z + 1) = zΓ(z) from where Stirling's series is exact. */
function gammaOfNext(shape: number): number {
  let product = 1;
  let z = shape;
  while (z < STIRLING_FROM) product *= ++z;
  return (Math.sqrt(2 * Math.PI * z) * z ** z * Math.exp(-z) * Math.exp(stirlingRest(z))) / product;
}

/** ln Γ(z + 1) less (z + 1/2) ln z − z + ln √2π. */
function stirlingRest(z: number): number {
  const inverse = 1 / (z * z);
  const series = [1 / 12, -1 / 360, 1 / 1260, -1 / 1680, 1 / 1188, -691 / 360360];
  return series.reduceRight((sum, coefficient) => sum * inverse + coefficient, 0) / z;
}

/** a ln(a ÷ x) + x − a, without subtracting nearly equal numbers. */
function deviance(a: number, x: number): number {
  const away = a - x;
  if (Math.abs(away) > 0.1 * (a + x)) return a * Math.log(a / x) + x - a;
  // ln(a ÷ x) = 2 artanh v.
  const v = away / (a + x);
  let sum = away * v;
  for (let power = 2 * a * v ** 3, odd = 3; ; power *= v * v, odd += 2) {
    const next = sum + power / odd;
    if (next === sum) return sum;
    sum = next;
  }
}

/** 1 + x ÷ (a + 1) + x² ÷ ((a + 1)(a + 2)) + … */
function series(a: number, x: number): number {
  let sum = 1;
  let term = 1;
  for (let n = 1; n < MOST_TERMS && term > sum * SETTLED; n++) {
    term *= x / (a + n);
    sum += term;
  }
  return sum;
}

/** Legendre's fraction 1 ÷ (x + 1 − a − 1(1 − a) ÷ (x + 3 − a − …)), forwards by Lentz's way. */
function fraction(a: number, x: number): number {
  let b = x + 1 - a;
  let c = 1 / TINY;
  let d = 1 / (b || TINY);
  let value = d;
  for (let n = 1; n < MOST_TERMS; n++) {
    const numerator = -n * (n - a);
    b += 2;
    d = 1 / (numerator * d + b || TINY);
    c = b + numerator / c || TINY;
    const factor = c * d;
    value *= factor;
    if (Math.abs(factor - 1) < Number.EPSILON) break;
  }
  return value;
}
