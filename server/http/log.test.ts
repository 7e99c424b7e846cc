import { describe, expect, test } from 'vitest';
import { makeLog } from './log.ts';

const MARKER = 'canary-7f3a';

function written(use: (log: ReturnType<typeof makeLog>) => void): Record<string, unknown>[] {
  const lines: string[] = [];
  use(makeLog('info', { write: (line) => void lines.push(line) }));
  return lines.map((line) => JSON.parse(line) as Record<string, unknown>);
}

describe('the log', () => {
  test('writes one line of JSON for a request, with the pattern of the route', () => {
    const [line, ...more] = written((log) =>
      log.answered({ id: 'a1', method: 'GET', route: '/p/:program/plan', status: 200, milliseconds: 12.345 }),
    );
    expect(more).toEqual([]);
    expect(line).toEqual({
      level: 'info',
      at: expect.stringMatching(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/),
      event: 'request',
      id: 'a1',
      method: 'GET',
      route: '/p/:program/plan',
      status: 200,
      milliseconds: 12.3,
    });
  });

  test('warns of a request that took a second or failed', () => {
    const request = { id: 'a1', method: 'GET', route: null, status: 200, milliseconds: 1000 };
    const lines = written((log) => {
      log.answered(request);
      log.answered({ ...request, status: 503, milliseconds: 2 });
    });
    expect(lines.map(({ level, event }) => [level, event])).toEqual([
      ['warn', 'slow request'],
      ['warn', 'request'],
    ]);
  });

  test('says of a fault where it happened, never what was said', () => {
    const database = Object.assign(new Error(`duplicate key: (mail)=(${MARKER})`), {
      name: 'error',
      code: '23505',
      table: 'people',
      constraint: 'people_mail_key',
      detail: `Key (mail)=(${MARKER}) already exists.`,
      where: MARKER,
    });
    const [line] = written((log) =>
      log.fault('AB12', new RangeError(`${MARKER} is not a day`, { cause: database })),
    );
    expect(JSON.stringify(line)).not.toContain(MARKER);
    expect(line).toMatchObject({
      event: 'fault',
      reference: 'AB12',
      kind: 'RangeError',
      cause: { code: '23505', table: 'people', constraint: 'people_mail_key' },
    });
    expect(String((line!['places'] as string[])[0])).toMatch(/server\/http\/log\.test\.ts:\d+$/);
  });

  test.each([MARKER, { said: MARKER }, [MARKER], null, undefined])(
    'keeps quiet about a thrown %j',
    (thrown) => {
      expect(JSON.stringify(written((log) => log.fault('AB12', thrown)))).not.toContain(MARKER);
    },
  );

  test('is not led into repeating a message that looks like a stack', () => {
    const error = new Error(`x\n    at told (/server/${MARKER}:1:1)\n    at file:///server/${MARKER}:1:1`);
    expect(JSON.stringify(written((log) => log.fault('AB12', error)))).not.toContain(MARKER);
  });
});
