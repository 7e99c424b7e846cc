import type { EventRows, ScoreRows } from './rows.ts';

/** Events of a study whose file is not there. */
export function noEvents(): EventRows {
  return { count: 0, person: [], day: new Int32Array(0), kind: new Uint8Array(0), value: [] };
}

/** Scores of a study whose file is not there. */
export function noScores(): ScoreRows {
  const none = new Float64Array(0);
  return {
    count: 0,
    person: [],
    wave: [],
    day: new Int32Array(0),
    scale: [],
    score: none,
    low: none,
    high: none,
    about: [],
    instrument: [],
    version: [],
    nItems: new Int32Array(0),
  };
}

/** The origins of scores of which nothing is said: answered by the person, about the person, by no named instrument. */
export function noOrigins(count: number): Pick<ScoreRows, 'about' | 'instrument' | 'version' | 'nItems'> {
  const none = new Array<string>(count).fill('');
  return { about: none, instrument: none, version: none, nItems: new Int32Array(count) };
}
