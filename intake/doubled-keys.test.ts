import { expect, test } from 'vitest';
import { doubledKeys } from './doubled-keys.ts';

test.each([
  ['{}', []],
  ['{"a":1,"b":1}', []],
  ['{"a":1,"a":1}', ['a']],
  ['{"a":1,"a":2,"a":3}', ['a']],
  ['{"a":{"b":1},"b":{"a":1}}', []],
  ['{"a":[{"b":1},{"b":2}]}', []],
  ['{"a":[0,{"b":1,"b":2}]}', ['a.1.b']],
  ['{"a":"b\\":{","\\u0061":1}', ['a']],
  ['{"a":"x,\\"a\\":1","b":[":","{"]}', []],
  ['{ "also" : [ { "months" : 1 } , { "months" : 2, "months" : 3 } ] }', ['also.1.months']],
  ['[]', []],
  ['"a"', []],
])('%s', (text, doubled) => expect(doubledKeys(text)).toEqual(doubled));
