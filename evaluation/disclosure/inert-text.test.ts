import { expect, test } from 'vitest';
import { inertText } from './inert-text.ts';

test.for([
  '=1+1',
  '+1',
  '-1',
  '@sum',
  '\t=1',
  '\rx',
  '\nx',
  '＝1',
  '＋1',
  '－1',
  '＠a',
  '"=1',
  '\uFEFF=1',
  ' =1',
  '“=1',
])('the text %j would be run by some spreadsheet, so an apostrophe stands before it', (text) => {
  expect(inertText(text)).toBe(`'${text}`);
});

test.for(['1-2', '−3', '21 in 100', 'a=b', 'Łukasz', '', "O'Neill", '"quoted"'])(
  'the text %j stays as it is',
  (text) => {
    expect(inertText(text)).toBe(text);
  },
);
