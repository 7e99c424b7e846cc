import type { FieldLine } from './field-line.ts';

const BOTH = { mentor: 'pair RW', mentee: 'pair RW' } as const;
const TOTALS = { 'program-manager': 'A', evaluator: 'A', sponsor: 'A' } as const;

/** What mentoring itself holds: lines of the design whose columns come with their part of the product. Chips are drawn from them. */
export const MENTORING_FIELDS = {
  'line manager': {
    chip: 'program-team',
    purposes: ['run'],
    keep: 'end+12m',
    rights: { mentee: 'own R', 'program-manager': 'flag', evaluator: 'W' },
  },
  'pair, enrolment, status': {
    chip: 'program-team',
    purposes: ['run', 'evaluation'],
    keep: 'end+12m',
    rights: {
      mentor: 'pair R',
      mentee: 'pair R',
      'program-manager': 'RW',
      evaluator: 'C',
      sponsor: 'A',
      observer: 'D',
    },
  },
  'agreement text': { chip: 'you-two', purposes: ['run'], keep: 'end+12m', rights: BOTH },
  'promise outcome': {
    chip: 'you-two',
    purposes: ['run', 'evaluation'],
    keep: 'end+12m',
    rights: { ...BOTH, ...TOTALS },
  },
  'goal category, dates, progress': {
    chip: 'you-two',
    purposes: ['run', 'evaluation'],
    keep: 'end+12m',
    rights: { ...BOTH, ...TOTALS },
  },
  'meeting date, held, minutes': {
    chip: 'program-team',
    purposes: ['run', 'evaluation'],
    keep: 'end+12m',
    rights: { ...BOTH, 'program-manager': 'R', evaluator: 'A', sponsor: 'A', observer: 'D' },
  },
  'goal text and shared notes': { chip: 'you-two', purposes: ['run'], keep: 'end+12m', rights: BOTH },
  'review action done': {
    chip: 'you-two',
    purposes: ['run', 'evaluation'],
    keep: 'end+12m',
    rights: { ...BOTH, ...TOTALS },
  },
  'private note': {
    chip: 'only-you',
    purposes: ['run'],
    keep: 'end+12m',
    rights: { mentor: 'own RW', mentee: 'own RW' },
  },
  'help request': {
    chip: 'program-team',
    purposes: ['run'],
    keep: 'end+12m',
    rights: { mentor: 'own RW', mentee: 'own RW', 'program-manager': 'R' },
  },
  'check-in and review ratings': {
    chip: 'totals',
    purposes: ['run', 'improve', 'evaluation'],
    keep: 'end+24m',
    rights: { mentor: 'own R', mentee: 'own R', ...TOTALS },
  },
  'signed feedback': {
    chip: 'you-two',
    purposes: ['run'],
    keep: 'end+12m',
    rights: { mentor: 'pair R', mentee: 'pair R', 'program-manager': 'flag', evaluator: 'A', sponsor: 'A' },
  },
  'confidential answers': {
    chip: 'totals',
    purposes: ['improve', 'evaluation'],
    keep: 'end+24m',
    rights: { mentor: 'own R', mentee: 'own R', ...TOTALS, observer: 'D' },
  },
  'sealed figures': {
    chip: 'nobody-can-link',
    purposes: ['improve', 'evaluation'],
    keep: 'end+36m',
    rights: {
      mentor: 'A',
      mentee: 'A',
      'program-manager': 'A',
      evaluator: 'A',
      sponsor: 'P',
      observer: 'A',
    },
  },
  comments: {
    chip: 'nobody-can-link',
    purposes: ['improve', 'evaluation'],
    keep: 'end+12m',
    rights: { 'program-manager': 'A', evaluator: 'A', observer: 'D' },
  },
  'employment event, rating, pay': {
    chip: null,
    purposes: ['evaluation'],
    keep: '30 days after the last analysis',
    rights: { mentee: 'own R', evaluator: 'W, C, A', sponsor: 'P', observer: 'D' },
  },
  outcomes: {
    chip: 'totals',
    purposes: ['evaluation'],
    keep: 'record',
    rights: {
      mentor: 'P',
      mentee: 'P',
      'program-manager': 'A',
      evaluator: 'A',
      sponsor: 'P',
      observer: 'D',
    },
  },
  consent: {
    chip: 'only-you',
    purposes: ['safety'],
    keep: 'record',
    rights: { mentor: 'own RW', mentee: 'own RW', observer: 'D' },
  },
  'who looked at my data': {
    chip: 'only-you',
    purposes: ['safety'],
    keep: 'record',
    rights: {
      mentor: 'own R',
      mentee: 'own R',
      'program-manager': 'A',
      evaluator: 'A',
      observer: 'D',
    },
  },
  concern: {
    chip: 'integrity-contact',
    purposes: ['safety'],
    keep: 'by law',
    rights: { 'integrity-contact': 'RW', observer: 'D' },
  },
} as const satisfies Readonly<Record<string, FieldLine>>;
