import fc from 'fast-check';
import { expect, test } from 'vitest';
import { weightedGram } from './weighted-gram.ts';

const anyBlock = fc
  .record({
    columnCount: fc.integer({ min: 1, max: 7 }),
    rows: fc.integer({ min: 0, max: 20 }),
    spare: fc.nat({ max: 3 }),
  })
  .chain(({ columnCount, rows, spare }) => {
    const stride = rows + spare;
    const numbers = (length: number) =>
      fc.array(fc.integer({ min: -99, max: 99 }), { minLength: length, maxLength: length });
    return fc.record({ block: numbers(columnCount * stride), weights: numbers(stride) }).map((arrays) => ({
      block: Float64Array.from(arrays.block),
      weights: Float64Array.from(arrays.weights),
      rows,
      stride,
      columnCount,
    }));
  });

test('every entry is the sum of weighted products, for odd and even numbers of columns', () => {
  fc.assert(
    fc.property(anyBlock, (shape) => {
      const gram = weightedGram(shape, new Float64Array(shape.columnCount ** 2).fill(Number.NaN));
      for (let j = 0; j < shape.columnCount; j++) {
        for (let k = 0; k < shape.columnCount; k++) {
          let expected = 0;
          for (let r = 0; r < shape.rows; r++) {
            expected +=
              shape.block[j * shape.stride + r]! * shape.weights[r]! * shape.block[k * shape.stride + r]!;
          }
          // Whole numbers: the sums are exact.
          expect(gram[j * shape.columnCount + k]! - expected).toBe(0);
        }
      }
    }),
  );
});
