import { emccIsmcp } from './emcc-ismcp.ts';
import { isoTs30437 } from './iso-ts-30437.ts';
import { mentorEepm16 } from './mentor-eepm-16.ts';
import { ojjdpDctat } from './ojjdp-dctat.ts';
import type { Pack } from './pack.ts';

/** Every evidence pack; one line each. */
export const PACKS: readonly Pack[] = [mentorEepm16, emccIsmcp, ojjdpDctat, isoTs30437];
