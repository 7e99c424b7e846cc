/** What a process may use that works on files of somebody unknown. Memory beyond the heap is watched from outside. */
export interface WorkLimits {
  readonly heapMegabytes: number;
  readonly residentMegabytes: number;
  /** Time that it works itself; waiting for others on a busy machine is not counted against it. */
  readonly milliseconds: number;
}

/** Reading: 256 MB of heap and 20 s (security baseline, uploads). What the process itself takes comes on top of the heap. */
export const READING: WorkLimits = { heapMegabytes: 256, residentMegabytes: 700, milliseconds: 20_000 };

/** Making the report: pictures, PDF and workbooks of what was read within the limits above. Largest example: 950 MB, 8 s. */
export const REPORTING: WorkLimits = {
  heapMegabytes: 1024,
  residentMegabytes: 2_000,
  milliseconds: 120_000,
};

/** So many processes work at a time; others wait for their turn. */
export const MOST_AT_A_TIME = 2;

/** Bytes of one form (security baseline, uploads), and of all files of a study. */
export const FORM_BYTES = 5_000_000;
export const STUDY_BYTES = 25_000_000;
