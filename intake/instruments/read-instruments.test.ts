import { expect, test } from 'vitest';
import { nothingTold } from '../problem.ts';
import { readInstruments } from './read-instruments.ts';

const GOOD = {
  instrument: 'calm-scale',
  version: '2019',
  source: 'A published manual',
  languages: ['en'],
  rights: {
    holder: 'Its publisher',
    licence: 'No. 4711',
    from: '2026-01-01',
    until: '2027-12-31',
    uses: ['show', 'score'],
    unaltered: true,
  },
  items: [
    { id: 'q1', lowest: 0, highest: 3, wording: { en: 'A sentence of the publisher.' } },
    { id: 'q2', lowest: 0, highest: 3, reverse: true },
    { id: 'why', comment: true },
  ],
  scales: [
    { id: 'calm', items: ['q1', 'q2'], leastAnswered: 2, score: 'sum', better: 'higher', subject: 'skill' },
  ],
  worked: [{ answers: { q1: '3', q2: '0' }, scores: { calm: 6 } }],
};

function read(...given: readonly unknown[]) {
  const told = nothingTold();
  const files = given.map((one, i) => ({
    name: `instruments/${i}.json`,
    bytes: new TextEncoder().encode(typeof one === 'string' ? one : JSON.stringify(one)),
  }));
  const instruments = readInstruments(files, told);
  return { instruments, problems: told.problems.map(({ column, problem }) => `${column}: ${problem}`), told };
}

test('an instrument comes with its owner, licence, dates, uses, key and languages', () => {
  const { instruments, problems } = read(GOOD);
  expect(problems).toEqual([]);
  expect(instruments).toMatchObject([
    {
      id: 'calm-scale',
      version: '2019',
      per: 'wave',
      rights: {
        holder: 'Its publisher',
        terms: 'No. 4711',
        from: '2026-01-01',
        until: '2027-12-31',
        uses: ['show', 'score'],
        unaltered: true,
      },
      items: [{ id: 'q1' }, { id: 'q2', reverse: true }, { id: 'why', answered: { kind: 'comment' } }],
    },
  ]);
});

test('without rights it cannot be used, and each missing one is named', () => {
  const { rights: _rights, ...without } = GOOD;
  expect(read(without).problems).toEqual(['rights: The instrument has no `rights`.']);
  const bare = { ...GOOD, rights: { holder: 'Its publisher', uses: ['publish-items'], unaltered: true } };
  expect(read(bare).problems).toEqual([
    'rights: Nothing says by what right `calm-scale` is used.',
    'rights.uses: Its publisher has not allowed to show `calm-scale`, so it cannot be used.',
    'rights.uses: Its publisher has not allowed to score `calm-scale`, so it cannot be used.',
  ]);
  const unsaid = { ...GOOD, rights: { holder: 'Its publisher', licence: 'No. 1', uses: ['show', 'score'] } };
  expect(read(unsaid).problems).toEqual([
    'rights.unaltered: The instrument has no `unaltered`.'.replace('no `unaltered`', 'no `rights.unaltered`'),
  ]);
});

test('a second language takes the right to translate', () => {
  expect(read({ ...GOOD, languages: ['en', 'de'] }).problems).toEqual([
    'languages: `calm-scale` is put in 2 languages, and Its publisher has not allowed to translate it.',
  ]);
});

test('a key that does not give its own worked scores is refused with both numbers', () => {
  const worked = [{ answers: { q1: '3', q2: '3' }, scores: { calm: 6 } }];
  expect(read({ ...GOOD, worked }).problems).toEqual([
    'worked: The key gives 3 on `calm` for the worked answers, and the file says 6.',
  ]);
});

test('items, scales and steps that do not fit each other are all told at once', () => {
  const items = [
    { id: 'q1', lowest: 0, highest: 3, steps: { en: ['no', 'yes'] } },
    { id: 'q1', lowest: 4, highest: 4 },
    { id: 'q3', lowest: 1, highest: 5, wording: { fr: 'Une phrase.' } },
  ];
  const scales = [
    {
      id: 'calm',
      items: ['q1', 'q3', 'q9'],
      leastAnswered: 4,
      score: 'mean',
      better: 'higher',
      subject: 'skill',
    },
  ];
  expect(read({ ...GOOD, items, scales, worked: [] }).problems).toEqual([
    'items: The item `q1` has 4 steps and 2 words for them in `en`.',
    'items: The item `q1` stands twice.',
    'items: The item `q1` goes from 4 to 4.',
    'items: The item `q3` has a wording in `fr`, which is not among its languages.',
    'scales: The scale `calm` names the item `q9`, which is not there.',
    'scales: The items of `calm` go 0 to 3 and 1 to 5; a mean of them has no scale.',
    'scales: `calm` needs 4 answers of 3 items.',
  ]);
});

test('several in one file, the same twice, one of our own, and what is no JSON', () => {
  expect(read([GOOD, { ...GOOD, version: '2020' }]).instruments).toHaveLength(2);
  expect(read(GOOD, GOOD).problems).toEqual(['instrument: `calm-scale` version 2019 is described twice.']);
  expect(read({ ...GOOD, instrument: 'core-1', version: '1' }).problems).toEqual([
    'instrument: `core-1` version 1 is an instrument of this program.',
  ]);
  expect(read('{').problems[0]).toContain('not JSON');
  expect(read({ ...GOOD, colour: 'red' }).problems).toHaveLength(1);
});
