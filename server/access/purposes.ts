/** Why data are read: to run the program, to improve it, to evaluate it, for equity (opt-in), for safety. */
export const PURPOSES = ['run', 'improve', 'evaluation', 'equity', 'safety'] as const;
export type Purpose = (typeof PURPOSES)[number];
