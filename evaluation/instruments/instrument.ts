/** Who is asked. A third party is somebody outside the pair, a colleague somebody who takes no part. */
export type Answerer = 'mentor' | 'mentee' | 'third-party' | 'colleague';

/** How an item is answered: a closed set. Answers outside it are not answers. */
export type Answered =
  /** One step of a scale of whole numbers; `words` names the words of its steps. */
  | {
      readonly kind: 'rating';
      readonly lowest: number;
      readonly highest: number;
      readonly words: string;
      /** The words of the steps by language, lowest first, where the instrument brings them along. */
      readonly stepWords?: Readonly<Record<string, readonly string[]>>;
    }
  | { readonly kind: 'one-of'; readonly options: readonly AnswerOption[] }
  | { readonly kind: 'several-of'; readonly options: readonly AnswerOption[] }
  /** Own words, which are never counted and never shown beside other answers. */
  | { readonly kind: 'comment' };

/** An option to choose: its code, and its words by language where the instrument brings them along. */
export interface AnswerOption {
  readonly code: string;
  readonly words?: Readonly<Record<string, string>>;
}

/** One question or sentence. */
export interface Item {
  readonly id: string;
  readonly answered: Answered;
  /** A high answer means little: it counts as lowest + highest − answer. */
  readonly reverse?: true;
  /** Wording by language, where the instrument brings it along; own instruments have theirs in the catalogue. */
  readonly wording?: Readonly<Record<string, string>>;
}

/** What scales are about: people's view of each other, somebody's skill, the load on somebody, a meeting. */
export const SUBJECTS = ['relationship', 'skill', 'load', 'meeting'] as const;
export type Subject = (typeof SUBJECTS)[number];

/** Items that are taken together. */
export interface Scale {
  readonly id: string;
  readonly subject: Subject;
  readonly items: readonly string[];
  /** With fewer answered items there is no score. */
  readonly leastAnswered: number;
  /** The mean of the answered items, or their sum, which needs them all. */
  readonly score: 'mean' | 'sum';
  readonly better: 'higher' | 'lower';
}

/** A form in which items are put: who is asked about whom. */
export interface Form {
  readonly id: string;
  readonly asks: readonly Answerer[];
  readonly about: 'the-other' | 'oneself' | 'the-meeting' | 'the-mentee';
  readonly items: readonly string[];
}

/** What may be done with an instrument that somebody else owns. */
export const USES = ['show', 'translate', 'score', 'publish-items'] as const;
export type Use = (typeof USES)[number];

/** Who owns an instrument and on what terms it is used. */
export interface Rights {
  readonly holder: string;
  readonly terms: string;
  readonly uses: readonly Use[];
  /** First and last day of the right, ISO; open where not given. */
  readonly from?: string;
  readonly until?: string;
  /** False when wording was changed; a changed instrument is another version. */
  readonly unaltered: boolean;
}

/** Answers of one person and the scores that follow, from elsewhere; run as a test. */
export interface WorkedScores {
  readonly answers: Readonly<Record<string, string>>;
  /** Score by scale; null where too few items are answered. */
  readonly expected: Readonly<Record<string, number | null>>;
  readonly from: string;
}

/** A questionnaire: items, forms, scales, rights. Another wording or scoring is another version. */
export interface Instrument {
  /** The file's name. */
  readonly id: string;
  readonly version: string;
  /** Once per wave, or after each meeting. */
  readonly per: 'wave' | 'meeting';
  readonly forms: readonly Form[];
  readonly items: readonly Item[];
  readonly scales: readonly Scale[];
  readonly rights: Rights;
  /** Where it comes from, and whether anybody has validated it. */
  readonly source: string;
  readonly languages: readonly string[];
  readonly worked: readonly WorkedScores[];
}

/** An instrument, checked by the compiler and returned as it is; its words stand in the catalogue under `instrument.<id>`. */
export function defineInstrument(instrument: Instrument): Instrument {
  return instrument;
}
