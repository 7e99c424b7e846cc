import { checkIn1 } from './check-in-1.ts';
import { core1 } from './core-1.ts';
import type { Instrument } from './instrument.ts';
import { lead1 } from './lead-1.ts';
import { strain1 } from './strain-1.ts';

/** Every instrument that comes with the program; one line each. */
export const INSTRUMENTS: readonly Instrument[] = [core1, lead1, strain1, checkIn1];
