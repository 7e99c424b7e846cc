import type { Answered, Instrument, Item } from '#evaluation/instruments/instrument.ts';
import type { GivenInstrument, GivenItem } from './instrument-schema.ts';

/** The instrument that a file describes. */
export function instrumentOf(given: GivenInstrument): Instrument {
  const { holder, licence, permission, from, until, uses, unaltered } = given.rights;
  return {
    id: given.instrument,
    version: given.version,
    per: given.per ?? 'wave',
    forms: [
      { id: 'self', asks: ['mentor', 'mentee'], about: 'oneself', items: given.items.map(({ id }) => id) },
    ],
    items: given.items.map(itemOf),
    scales: given.scales,
    rights: {
      holder,
      terms: licence ?? permission ?? '',
      uses,
      unaltered,
      ...(from !== undefined && { from }),
      ...(until !== undefined && { until }),
    },
    source: given.source,
    languages: given.languages,
    worked: (given.worked ?? []).map(({ answers, scores }) => ({
      answers,
      expected: scores,
      from: given.source,
    })),
  };
}

function itemOf(given: GivenItem): Item {
  return {
    id: given.id,
    answered: answeredOf(given),
    ...(given.wording && { wording: given.wording }),
    ...('reverse' in given && given.reverse && { reverse: true }),
  };
}

function answeredOf(given: GivenItem): Answered {
  if ('comment' in given) return { kind: 'comment' };
  if ('options' in given) {
    const options = given.options.map(({ code, words }) => (words ? { code, words } : { code }));
    return given.several ? { kind: 'several-of', options } : { kind: 'one-of', options };
  }
  const { lowest, highest, steps } = given;
  return { kind: 'rating', lowest, highest, words: 'own', ...(steps && { stepWords: steps }) };
}
