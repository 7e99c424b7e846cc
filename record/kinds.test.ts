import { expect, test } from 'vitest';
import { familyOf, isKind, kindsOf, payloadToRecord, peopleIn, standsAlone, type Told } from './kinds.ts';

const GRANT: Told = {
  kind: 'role.granted',
  payload: { role: 'sponsor', to: 'person-1', until: '2027-11-25' },
};
const asPseudonym = (person: string): string => `p-${person}`;

test('a person in a payload enters the record by pseudonym, everything else as it is', async () => {
  expect(await payloadToRecord(GRANT, asPseudonym)).toEqual({
    role: 'sponsor',
    to: 'p-person-1',
    until: '2027-11-25',
  });
});

test('a field that was given as undefined is left out', async () => {
  const told = { ...GRANT, payload: { ...GRANT.payload, setUp: undefined } } as unknown as Told;
  expect(Object.keys(await payloadToRecord(told, asPseudonym))).toEqual(['role', 'to', 'until']);
});

test.each<[string, object]>([
  ['role.granted may not hold name', { ...GRANT.payload, name: 'Priya Nair' }],
  [
    'role.granted may not hold __proto__',
    JSON.parse('{"role":"a","to":"b","until":"2027-11-25","__proto__":1}'),
  ],
  ['role.granted lacks until', { role: 'sponsor', to: 'person-1' }],
  ['role.granted.until must be of sort day', { ...GRANT.payload, until: 'next year' }],
  ['role.granted.to must be of sort person', { ...GRANT.payload, to: { name: 'x' } }],
  ['role.granted.role must be of sort text', { ...GRANT.payload, role: 'x'.repeat(2001) }],
  ['role.granted.setUp must be of sort yes', { ...GRANT.payload, setUp: 1 }],
])('a payload is refused, because %s', async (message, payload) => {
  await expect(payloadToRecord({ kind: 'role.granted', payload } as Told, asPseudonym)).rejects.toThrow(
    message,
  );
});

test.each(['plan.forgotten', 'toString', '__proto__'])('no entry is of the kind %s', async (kind) => {
  expect(isKind(kind)).toBe(false);
  await expect(payloadToRecord({ kind, payload: {} } as never, asPseudonym)).rejects.toThrow('no such kind');
});

test('digests, counts and lists of ids have one form each', async () => {
  const erased = (entries: unknown): Promise<unknown> =>
    payloadToRecord({ kind: 'person.erased', payload: { entries } } as Told, asPseudonym);
  expect(await erased(['a-1', 'b-2'])).toEqual({ entries: ['a-1', 'b-2'] });
  await expect(erased('a-1')).rejects.toThrow('sort ids');
  await expect(erased(['two words'])).rejects.toThrow('sort ids');
  const undone = (payload: object): Promise<unknown> =>
    payloadToRecord({ kind: 'import.undone', payload } as Told, asPseudonym);
  await expect(undone({ digest: 'f'.repeat(63), rows: 1 })).rejects.toThrow('sort digest');
  await expect(undone({ digest: 'f'.repeat(64), rows: -1 })).rejects.toThrow('sort count');
  await expect(undone({ digest: 'f'.repeat(64), rows: 0.5 })).rejects.toThrow('sort count');
});

test('each kind stands in one family, under which the page lists it', () => {
  expect(familyOf('look.taken')).toBe('looks');
  expect(kindsOf('looks')).toEqual(['look.taken']);
  expect(kindsOf('plan')).toContain('plan.deviated');
  expect(peopleIn('plan.locked')).toEqual(['asked', 'confirmed']);
});

test('only entries of consent cannot be told to come from the same person', () => {
  expect(kindsOf('privacy').filter(standsAlone)).toEqual(['consent.given', 'consent.withdrawn']);
  expect(kindsOf('roles').some(standsAlone)).toBe(false);
});

test('the people of a kind that is not there are refused', () => {
  expect(() => peopleIn('plan.forgotten' as never)).toThrow(RangeError);
});
