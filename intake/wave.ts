/** How a wave is written: before the start (earlier ones numbered, the last one plain), during it (numbered), at its end, so many months after it. */
export const WAVE = /^(before\d*|during\d*|after|followup\d+)$/;

/** Waves as examples, in messages. */
export const WAVE_WORDS = ['before', 'during1', 'during2', 'after', 'followup6'];

/** The same, for the page of files. */
export const WAVE_FORM = 'before1 …, before, during1 …, after, followup6 …';
