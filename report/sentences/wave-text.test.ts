import { expect, test } from 'vitest';
import { waveText } from './wave-text.ts';

test.each([
  ['before', 'before the start'],
  ['during', 'during the program'],
  ['during2', 'during the program, round 2'],
  ['after', 'at the end'],
  ['followup12', '12 months after the end'],
  ['spring', 'spring'],
])('the wave %s reads "%s"', (wave, said) => expect(waveText(wave)).toBe(said));
