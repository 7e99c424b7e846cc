import type { Note } from '../finding.ts';
import type { AnswerRows } from '../study/program-rows.ts';
import type { ScoreRows, StudyRows } from '../study/rows.ts';
import { answerCode } from './answer-code.ts';
import type { Instrument } from './instrument.ts';
import { INSTRUMENTS } from './registry.ts';
import { scaleScores } from './scoring.ts';

/** Rows of a study whose answers are scored, and what is worth saying about it. */
export interface ScoredRows {
  readonly rows: StudyRows;
  readonly notes: readonly Note[];
}

/**
 * The rows of a study with the scores of its raw answers beside those of its scores file, so that both ways in work alike.
 *
 * Where both files hold a score of the same person, wave, scale and other, the one from the answers counts. Answers to instruments or
 * items that nobody knows, and answers outside their steps and options, are counted and told, never guessed.
 */
export function scoredRows(rows: StudyRows): ScoredRows {
  const answers = rows.program?.answers;
  if (!answers || answers.count === 0) return { rows, notes: [] };
  const known = instrumentsOf(rows);
  const { responses, notes } = responsesOf(answers, known);
  const scored = scoresOf(responses);
  const { scores, replaced } = joined(rows.scores, scored);
  return {
    rows: { ...rows, scores },
    notes: replaced === 0 ? notes : [...notes, { key: 'answers.scores-replaced', values: { n: replaced } }],
  };
}

/** The instruments that answers of a study may belong to: the program's own, and those that the study brings along and may score. */
export function instrumentsOf(rows: StudyRows): readonly Instrument[] {
  return [...INSTRUMENTS, ...(rows.instruments ?? [])].filter(({ rights }) => rights.uses.includes('score'));
}

/** The instrument of an answer: by id and version, or the only version where none is said. */
export function instrumentOf(
  known: readonly Instrument[],
  id: string,
  version: string,
): Instrument | undefined {
  const named = known.filter((instrument) => instrument.id === id);
  if (version === '' && named.length === 1) return named[0];
  return named.find((instrument) => instrument.version === version);
}

/** What one person answered at one time to one instrument. */
interface Response {
  readonly instrument: Instrument;
  readonly person: string;
  readonly about: string;
  readonly wave: string;
  day: number;
  readonly answers: Map<string, string>;
}

function responsesOf(
  answers: AnswerRows,
  known: readonly Instrument[],
): { responses: Response[]; notes: Note[] } {
  const responses = new Map<string, Response>();
  const found = new Map<string, Instrument | undefined>();
  const unknown = new Map<string, number>();
  let strange = 0;
  for (let i = 0; i < answers.count; i++) {
    const named = `${answers.instrument[i]!}\u0000${answers.version[i]!}`;
    if (!found.has(named)) found.set(named, instrumentOf(known, answers.instrument[i]!, answers.version[i]!));
    const instrument = found.get(named);
    const item = instrument?.items.find(({ id }) => id === answers.item[i]);
    if (!instrument || !item) {
      const what = [answers.instrument[i]!, answers.version[i]!, instrument ? answers.item[i]! : '']
        .filter((part) => part !== '')
        .join(' ');
      unknown.set(what, (unknown.get(what) ?? 0) + 1);
      continue;
    }
    if (answerCode(item.answered, answers.answer[i]!).kind === 'strange') strange++;
    const person = answers.person[i]!;
    const about = answers.about[i] === person ? '' : answers.about[i]!;
    const day = answers.day[i]!;
    const key = [named, person, about, answers.wave[i]!, instrument.per === 'meeting' ? day : ''].join(
      '\u0000',
    );
    const response = responses.get(key) ?? {
      instrument,
      person,
      about,
      wave: answers.wave[i]!,
      day,
      answers: new Map<string, string>(),
    };
    responses.set(key, response);
    response.day = Math.max(response.day, day);
    response.answers.set(item.id, answers.answer[i]!);
  }
  const notes: Note[] = [...unknown].map(([what, n]) => ({ key: 'answers.unknown', values: { what, n } }));
  if (strange > 0) notes.push({ key: 'answers.strange', values: { n: strange } });
  return { responses: [...responses.values()], notes };
}

interface ScoreRow {
  readonly response: Response;
  readonly scale: string;
  readonly score: number;
  readonly nItems: number;
  readonly low: number;
  readonly high: number;
}

function scoresOf(responses: readonly Response[]): ScoreRow[] {
  return responses.flatMap((response) =>
    scaleScores(response.instrument, response.answers).map((score) => ({ response, ...score })),
  );
}

function joined(file: ScoreRows, scored: readonly ScoreRow[]): { scores: ScoreRows; replaced: number } {
  const keys = new Set(
    scored.map(({ response, scale }) => keyOf(response.person, response.about, response.wave, scale)),
  );
  const kept = Array.from({ length: file.count }, (_, i) => i).filter((i) => {
    const about = file.about[i] === file.person[i] ? '' : file.about[i]!;
    return !keys.has(keyOf(file.person[i]!, about, file.wave[i]!, file.scale[i]!));
  });
  const texts = (column: readonly string[], more: (row: ScoreRow) => string): string[] => [
    ...kept.map((i) => column[i]!),
    ...scored.map(more),
  ];
  const whole = (column: Int32Array, more: (row: ScoreRow) => number): Int32Array =>
    Int32Array.from([...kept.map((i) => column[i]!), ...scored.map(more)]);
  const numbers = (column: Float64Array, more: (row: ScoreRow) => number): Float64Array =>
    Float64Array.from([...kept.map((i) => column[i]!), ...scored.map(more)]);
  return {
    replaced: file.count - kept.length,
    scores: {
      count: kept.length + scored.length,
      person: texts(file.person, ({ response }) => response.person),
      wave: texts(file.wave, ({ response }) => response.wave),
      day: whole(file.day, ({ response }) => response.day),
      scale: texts(file.scale, ({ scale }) => scale),
      score: numbers(file.score, ({ score }) => score),
      low: numbers(file.low, ({ low }) => low),
      high: numbers(file.high, ({ high }) => high),
      about: texts(file.about, ({ response }) => response.about),
      instrument: texts(file.instrument, ({ response }) => response.instrument.id),
      version: texts(file.version, ({ response }) => response.instrument.version),
      nItems: whole(file.nItems, ({ nItems }) => nItems),
    },
  };
}

function keyOf(person: string, about: string, wave: string, scale: string): string {
  return `${person}\u0000${about}\u0000${wave}\u0000${scale}`;
}
